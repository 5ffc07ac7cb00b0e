import { Link } from "@tanstack/react-router";
import { ArrowLeft } from "lucide-react";

/** The way back to the list. */
export const backToTriggers = (
  <Link to="/triggers" className="inline-flex items-center gap-1.5 rounded-sm hover:text-ink">
    <ArrowLeft aria-hidden className="size-3.5" />
    Triggers
  </Link>
);
