import type { Project } from "@stowage/contract/projects";
import { useMutation, useQuery } from "@tanstack/react-query";
import { Link, useNavigate } from "@tanstack/react-router";
import { ArrowLeft, Check, Pencil, Play, Trash2 } from "lucide-react";
import { useState } from "react";
import { SubjectHistory } from "../../components/events/subject-history.tsx";
import { ProjectBadge } from "../../components/project-badge.tsx";
import { dayWords } from "../../components/tasks/task-words.ts";
import { TasksOf } from "../../components/tasks-of.tsx";
import { Badge } from "../../components/ui/badge.tsx";
import { Button } from "../../components/ui/button.tsx";
import { IconButton } from "../../components/ui/icon-button.tsx";
import { NotHere } from "../../components/ui/not-here.tsx";
import { PageHeader } from "../../components/ui/page-header.tsx";
import { Skeleton } from "../../components/ui/skeleton.tsx";
import { ViewOnlyBadge } from "../../components/ui/view-only-badge.tsx";
import { type Action, useRegisterActions } from "../../lib/actions.ts";
import { mutate } from "../../lib/mutate.ts";
import { showProblem } from "../../lib/toasts.ts";
import { trpc } from "../../lib/trpc.ts";
import { showUndoToast } from "../../lib/undo-toast.ts";
import { useMay } from "../../lib/use-may.ts";
import { DeleteProjectDialog } from "./delete-project-dialog.tsx";
import { EditProjectDialog } from "./edit-project-dialog.tsx";
import { refreshProjects } from "./project-cache.ts";
import type { ProjectSearch } from "./project-search.ts";
import { ProjectStock } from "./project-stock.tsx";

interface ProjectPageProps {
  projectId: string;
  search: ProjectSearch;
  onSearchChange: (search: ProjectSearch) => void;
}

/** One project: what it needs and what is missing, a list to pick by, its tasks, and who changed it. */
export function ProjectPage({ projectId, search, onSearchChange }: ProjectPageProps) {
  const navigate = useNavigate();
  const { data: project, error, refetch } = useQuery(trpc.projects.get.queryOptions({ id: projectId }));
  const mayWrite = useMay("projects:write");
  const mayDelete = useMay("projects:delete");
  const [isEditing, setIsEditing] = useState(false);
  const [isDeleting, setIsDeleting] = useState(false);
  useRegisterActions([
    ...(mayWrite ? [pageAction("project.edit-this", "Edit project", Pencil, () => setIsEditing(true))] : []),
    ...(mayDelete
      ? [pageAction("project.delete-this", "Delete project", Trash2, () => setIsDeleting(true))]
      : []),
  ]);
  const back = (
    <Link to="/projects" className="inline-flex items-center gap-1.5 rounded-sm hover:text-ink print:hidden">
      <ArrowLeft aria-hidden className="size-3.5" />
      Projects
    </Link>
  );
  if (error && !project) {
    return (
      <>
        <PageHeader title="Project" back={back} />
        <NotHere noun="project" error={error} onRetry={() => void refetch()} />
      </>
    );
  }
  if (!project) return <ProjectPageSkeleton />;
  return (
    <>
      <PageHeader
        title={project.name}
        back={back}
        purpose={<ProjectFacts project={project} />}
        isActionWide
        action={
          <span className="flex items-center gap-2 max-sm:w-full print:hidden">
            {mayDelete ? (
              <IconButton
                icon={Trash2}
                label="Delete project"
                tone="danger"
                onClick={() => setIsDeleting(true)}
              />
            ) : null}
            {mayWrite ? (
              <>
                <Button className="max-sm:grow" onClick={() => setIsEditing(true)}>
                  <Pencil aria-hidden />
                  Edit
                </Button>
                <NextStepButton project={project} />
              </>
            ) : (
              <ViewOnlyBadge />
            )}
          </span>
        }
      />
      {project.description === "" ? null : (
        <p className="mb-5 max-w-2xl text-ui whitespace-pre-line text-muted">{project.description}</p>
      )}
      <ProjectStock project={project} search={search} onSearchChange={onSearchChange} />
      <div className="mt-8 print:hidden">
        <TasksOf projectId={project.id} />
      </div>
      <div className="mt-8 print:hidden">
        <SubjectHistory subjectId={project.id} />
      </div>
      <EditProjectDialog project={isEditing ? project : null} onClose={() => setIsEditing(false)} />
      <DeleteProjectDialog
        project={isDeleting ? project : null}
        onClose={() => setIsDeleting(false)}
        onDeleted={() => void navigate({ to: "/projects", replace: true })}
      />
    </>
  );
}

const pageAction = (id: string, label: string, icon: typeof Pencil, run: () => void): Action => ({
  id,
  label,
  section: "This page",
  icon,
  run,
});

function ProjectFacts({ project: { status, starts_on, due_on, tags } }: { project: Project }) {
  const now = new Date();
  const days = [
    starts_on && `from ${dayWords(starts_on, now)}`,
    due_on && `due ${dayWords(due_on, now)}`,
  ].filter(Boolean);
  return (
    <span className="flex flex-wrap items-center gap-x-2 gap-y-1">
      <ProjectBadge status={status} />
      {days.length > 0 ? <span>{days.join(", ")}</span> : null}
      {tags.map((tag) => (
        <Link key={tag} to="/projects" search={{ tag, show: "all" }} className="rounded hover:underline">
          <Badge>{tag}</Badge>
        </Link>
      ))}
    </span>
  );
}

/** The one step that comes next: it is started, or it is done. */
function NextStepButton({ project }: { project: Project }) {
  const update = useMutation(
    trpc.projects.update.mutationOptions({
      onSuccess: (after) => {
        showUndoToast({
          title: after.status === "done" ? `${after.name} is done.` : `${after.name} is ${after.status}.`,
          undo: () =>
            mutate(trpc.projects.update.mutationOptions(), {
              id: after.id,
              status: project.status,
              if_version: after.version,
            }),
        });
        return refreshProjects();
      },
      onError: (error) => showProblem("The status was not changed.", error),
    }),
  );
  if (project.status === "done" || project.status === "cancelled") return null;
  const [status, label, Icon] =
    project.status === "planned"
      ? (["active", "Start", Play] as const)
      : (["done", "Finish", Check] as const);
  return (
    <Button
      variant="primary"
      className="max-sm:grow"
      isBusy={update.isPending}
      onClick={() => update.mutate({ id: project.id, status })}
    >
      <Icon aria-hidden />
      {label}
    </Button>
  );
}

function ProjectPageSkeleton() {
  return (
    <div role="status" aria-label="Loading the project">
      <Skeleton className="mb-3 w-16" />
      <Skeleton className="mb-2 h-6 w-56" />
      <Skeleton className="mb-5 w-40" />
      <Skeleton className="h-64 w-full rounded-lg" />
    </div>
  );
}
