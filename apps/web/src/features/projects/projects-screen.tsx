import type { ProjectView } from "@stowage/contract/projects";
import { useInfiniteQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { FolderKanban, Plus, SearchX } from "lucide-react";
import { useState } from "react";
import { Button } from "../../components/ui/button.tsx";
import { EmptyState } from "../../components/ui/empty-state.tsx";
import { LoadMore } from "../../components/ui/load-more.tsx";
import { PageHeader } from "../../components/ui/page-header.tsx";
import { QueryProblem } from "../../components/ui/query-problem.tsx";
import { Skeleton } from "../../components/ui/skeleton.tsx";
import { ViewOnlyBadge } from "../../components/ui/view-only-badge.tsx";
import { useRegisterActions } from "../../lib/actions.ts";
import { curlFor } from "../../lib/curl.ts";
import { formatCount } from "../../lib/format.ts";
import { trpc } from "../../lib/trpc.ts";
import { useMay } from "../../lib/use-may.ts";
import { CreateProjectDialog } from "./create-project-dialog.tsx";
import { DeleteProjectDialog } from "./delete-project-dialog.tsx";
import { EditProjectDialog } from "./edit-project-dialog.tsx";
import { ProjectsFilters } from "./projects-filters.tsx";
import { PROJECT_SORT_DEFAULT, type ProjectsSearch, projectsInput } from "./projects-search.ts";
import { ProjectsTable } from "./projects-table.tsx";

interface ProjectsScreenProps {
  search: ProjectsSearch;
  onSearchChange: (search: ProjectsSearch) => void;
}

export function ProjectsScreen({ search, onSearchChange }: ProjectsScreenProps) {
  const navigate = useNavigate();
  const list = useInfiniteQuery(
    trpc.projects.list.infiniteQueryOptions(
      { ...projectsInput(search), include: ["stock"], include_total: true },
      { getNextPageParam: (page) => page.next_cursor ?? undefined, placeholderData: (previous) => previous },
    ),
  );
  const [edited, setEdited] = useState<ProjectView | null>(null);
  const [deleted, setDeleted] = useState<ProjectView | null>(null);
  const openCreate = () => onSearchChange({ ...search, new: true });
  const mayWrite = useMay("projects:write");
  useRegisterActions(
    mayWrite
      ? [
          {
            id: "create.project",
            label: "Add project",
            section: "Add",
            icon: FolderKanban,
            keys: "c",
            run: openCreate,
          },
        ]
      : [],
  );
  const projects = list.data?.pages.flatMap((page) => page.data) ?? [];
  const total = list.data?.pages[0]?.total;
  const hasFilters = search.q !== undefined || search.tag !== undefined || search.show !== undefined;
  const isEmpty = list.data !== undefined && projects.length === 0;

  return (
    <>
      <PageHeader
        title="Projects"
        purpose="What you make or do, what it needs of your stock, and what is missing for it."
        action={
          mayWrite ? (
            <Button variant="primary" onClick={openCreate}>
              <Plus aria-hidden />
              Add project
            </Button>
          ) : (
            <ViewOnlyBadge />
          )
        }
      />
      <ProjectsFilters search={search} onSearchChange={onSearchChange} />
      {list.isPending ? (
        <div role="status" aria-label="Loading the projects">
          <Skeleton className="h-64 w-full rounded-lg" />
        </div>
      ) : null}
      {list.isError && !list.data ? (
        <QueryProblem error={list.error} onRetry={() => void list.refetch()} />
      ) : null}
      {projects.length > 0 ? (
        <ProjectsTable
          projects={projects}
          total={total}
          isRefetching={list.isFetching && !list.isFetchingNextPage}
          sort={search.sort ?? PROJECT_SORT_DEFAULT}
          onSortChange={(sort) => onSearchChange({ ...search, sort })}
          onEdit={setEdited}
          onDelete={setDeleted}
        />
      ) : null}
      {isEmpty && hasFilters ? (
        <EmptyState
          icon={SearchX}
          title="No project matches"
          text="Names and descriptions are searched. Try fewer letters, or look among all."
          action={<Button onClick={() => onSearchChange({})}>Clear the filters</Button>}
          className="rounded-lg border border-line bg-surface"
        />
      ) : null}
      {isEmpty && !hasFilters ? (
        <EmptyState
          icon={FolderKanban}
          title="No project goes on"
          text="A project reserves what it needs, says what is missing, and gives you a list to pick by, in the order of your shelves."
          action={
            mayWrite ? (
              <Button variant="primary" onClick={openCreate}>
                Add project
              </Button>
            ) : null
          }
          curl={curlFor("POST /projects", { name: "Garden shed", status: "active" })}
        />
      ) : null}
      <p role="status" className="mt-2 px-1 text-xs text-muted tabular-nums">
        {total !== undefined && projects.length > 0 ? formatCount(total, "project") : null}
      </p>
      <LoadMore
        noun="projects"
        hasMore={list.hasNextPage}
        isLoading={list.isFetchingNextPage}
        onLoad={() => void list.fetchNextPage()}
      />
      <CreateProjectDialog
        isOpen={search.new === true && mayWrite}
        onClose={() => onSearchChange({ ...search, new: undefined })}
        onCreated={({ id }) => void navigate({ to: "/projects/$projectId", params: { projectId: id } })}
      />
      <EditProjectDialog project={edited} onClose={() => setEdited(null)} />
      <DeleteProjectDialog project={deleted} onClose={() => setDeleted(null)} />
    </>
  );
}
