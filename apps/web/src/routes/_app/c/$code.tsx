import { createFileRoute } from "@tanstack/react-router";
import { LabelLanding } from "../../../features/label-landing/label-landing.tsx";

export const Route = createFileRoute("/_app/c/$code")({ component: LabelRoute });

function LabelRoute() {
  const { code } = Route.useParams();
  return <LabelLanding key={code} typed={code} />;
}
