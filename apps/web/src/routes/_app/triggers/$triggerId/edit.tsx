import { createFileRoute } from "@tanstack/react-router";
import { EditTriggerScreen } from "../../../../features/triggers/edit-trigger-screen.tsx";

export const Route = createFileRoute("/_app/triggers/$triggerId/edit")({ component: EditTriggerRoute });

function EditTriggerRoute() {
  const { triggerId } = Route.useParams();
  return <EditTriggerScreen key={triggerId} triggerId={triggerId} />;
}
