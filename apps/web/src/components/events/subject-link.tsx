import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";

interface SubjectLinkProps {
  subject: { subject_type: string; subject_id: string; subject_name: string };
  onClick?: () => void;
  className: string;
  children: ReactNode;
}

/** To what an event is about; to the activity where that has no page of its own. */
export function SubjectLink({ subject, ...props }: SubjectLinkProps) {
  const { subject_type, subject_id } = subject;
  switch (subject_type) {
    case "api_key":
      return <Link to="/settings/api-keys/$keyId" params={{ keyId: subject_id }} {...props} />;
    case "item":
      return <Link to="/items/$itemId" params={{ itemId: subject_id }} {...props} />;
    case "bin":
      return <Link to="/bins/$binId" params={{ binId: subject_id }} {...props} />;
    case "location":
      return <Link to="/locations/$locationId" params={{ locationId: subject_id }} {...props} />;
    case "task":
      return <Link to="/tasks" search={{ task: subject_id }} {...props} />;
    case "project":
      return <Link to="/projects/$projectId" params={{ projectId: subject_id }} {...props} />;
    case "trigger":
      return <Link to="/triggers/$triggerId" params={{ triggerId: subject_id }} {...props} />;
    case "member":
      return <Link to="/settings/members" {...props} />;
    case "organization":
      return <Link to="/settings/organization" {...props} />;
    default:
      return <Link to="/activity" {...props} />;
  }
}
