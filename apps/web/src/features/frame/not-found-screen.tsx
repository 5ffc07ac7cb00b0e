import { Link } from "@tanstack/react-router";
import { Compass } from "lucide-react";
import { buttonStyles } from "../../components/ui/button.tsx";
import { EmptyState } from "../../components/ui/empty-state.tsx";
import { useDocumentTitle } from "../../lib/document-title.ts";

export function NotFoundScreen() {
  useDocumentTitle("Not found");
  return (
    <EmptyState
      icon={Compass}
      title="There is nothing at this address"
      text="It may have been deleted, or the link may be mistyped."
      action={
        <Link to="/" className={buttonStyles()}>
          Go to Home
        </Link>
      }
    />
  );
}
