import type { Task } from "@stowage/contract/tasks";
import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { ListTodo, Plus, SearchX } from "lucide-react";
import { useEffect, useEffectEvent } from "react";
import { AddTaskLine } from "../../components/tasks/add-task-line.tsx";
import { CreateTaskDialog } from "../../components/tasks/create-task-dialog.tsx";
import { EditTaskDialog } from "../../components/tasks/edit-task-dialog.tsx";
import { deleteTask } from "../../components/tasks/task-cache.ts";
import { today } from "../../components/tasks/task-words.ts";
import { ViewTaskDialog } from "../../components/tasks/view-task-dialog.tsx";
import { Button } from "../../components/ui/button.tsx";
import { EmptyState } from "../../components/ui/empty-state.tsx";
import { LoadMore } from "../../components/ui/load-more.tsx";
import { PageHeader } from "../../components/ui/page-header.tsx";
import { QueryProblem } from "../../components/ui/query-problem.tsx";
import { ViewOnlyBadge } from "../../components/ui/view-only-badge.tsx";
import { useRegisterActions } from "../../lib/actions.ts";
import { curlFor } from "../../lib/curl.ts";
import { formatCount } from "../../lib/format.ts";
import { showProblem } from "../../lib/toasts.ts";
import { meOptions, trpc } from "../../lib/trpc.ts";
import { useMay } from "../../lib/use-may.ts";
import { TasksFilters } from "./tasks-filters.tsx";
import { isNarrowed, TASK_SORT_DEFAULT, type TasksSearch, tasksInput } from "./tasks-search.ts";
import { TasksTable } from "./tasks-table.tsx";
import { TasksTableSkeleton } from "./tasks-table-skeleton.tsx";

interface TasksScreenProps {
  search: TasksSearch;
  onSearchChange: (search: TasksSearch) => void;
}

export function TasksScreen({ search, onSearchChange }: TasksScreenProps) {
  const { data: me } = useQuery(meOptions);
  const list = useInfiniteQuery(
    trpc.tasks.list.infiniteQueryOptions(
      { ...tasksInput(search, { me: me?.user?.id, day: today(new Date()) }), include_total: true },
      {
        getNextPageParam: (page) => page.next_cursor ?? undefined,
        placeholderData: (previous) => previous,
        enabled: !search.mine || me !== undefined,
      },
    ),
  );
  const tasks = list.data?.pages.flatMap((page) => page.data) ?? [];
  const total = list.data?.pages[0]?.total;
  const mayWrite = useMay("tasks:write");
  const openCreate = () => onSearchChange({ ...search, new: true });
  useRegisterActions(
    mayWrite
      ? [{ id: "create.task", label: "Add task", section: "Add", icon: ListTodo, keys: "c", run: openCreate }]
      : [],
  );
  const close = () => onSearchChange({ ...search, new: undefined, task: undefined });
  const asked = useAskedTask(search.task, tasks, close);
  const known = {
    project_id: search.project_id ?? null,
    assignee_id: search.mine ? (me?.user?.id ?? null) : null,
  };
  const isEmpty = list.data !== undefined && tasks.length === 0;
  const hasFilters = isNarrowed(search);

  return (
    <>
      <PageHeader
        title="Tasks"
        purpose="What is to be done, by whom and by when, and about which thing."
        action={
          mayWrite ? (
            <Button variant="primary" onClick={openCreate}>
              <Plus aria-hidden />
              Add task
            </Button>
          ) : (
            <ViewOnlyBadge />
          )
        }
      />
      <TasksFilters search={search} onSearchChange={onSearchChange} />
      {mayWrite ? (
        <div className="mb-3">
          <AddTaskLine known={known} />
        </div>
      ) : null}
      {list.isPending ? <TasksTableSkeleton /> : null}
      {list.isError && !list.data ? (
        <QueryProblem error={list.error} onRetry={() => void list.refetch()} />
      ) : null}
      {tasks.length > 0 ? (
        <TasksTable
          tasks={tasks}
          total={total}
          isRefetching={list.isFetching && !list.isFetchingNextPage}
          search={search}
          sort={search.sort ?? TASK_SORT_DEFAULT}
          onSortChange={(sort) => onSearchChange({ ...search, sort })}
          onEdit={(task) => onSearchChange({ ...search, task: task.id })}
          onDelete={deleteTask}
        />
      ) : null}
      {isEmpty && hasFilters ? (
        <EmptyState
          icon={SearchX}
          title="No task matches"
          text="Titles and descriptions are searched. Try fewer letters, or take a filter away."
          action={<Button onClick={() => onSearchChange({})}>Clear the filters</Button>}
          className="rounded-lg border border-line bg-surface"
        />
      ) : null}
      {isEmpty && !hasFilters ? (
        <EmptyState
          icon={ListTodo}
          title="Nothing to do"
          text="A task says what is to be done, and may be about an item, a bin or a place: then it is shown there too."
          action={
            mayWrite ? (
              <Button variant="primary" onClick={openCreate}>
                Add task
              </Button>
            ) : null
          }
          curl={curlFor("POST /tasks", { title: "Sharpen the chisels", due_on: today(new Date()) })}
        />
      ) : null}
      <p role="status" className="mt-2 px-1 text-xs text-muted tabular-nums">
        {total !== undefined && tasks.length > 0 ? formatCount(total, "task") : null}
      </p>
      <LoadMore
        noun="tasks"
        hasMore={list.hasNextPage}
        isLoading={list.isFetchingNextPage}
        onLoad={() => void list.fetchNextPage()}
      />
      <CreateTaskDialog isOpen={search.new === true && mayWrite} known={known} onClose={close} />
      <EditTaskDialog task={mayWrite ? asked : null} onClose={close} />
      <ViewTaskDialog task={mayWrite ? null : asked} onClose={close} />
    </>
  );
}

/** The task that the address names: from the list, or looked up when it is on none of its pages. */
function useAskedTask(id: string | undefined, tasks: readonly Task[], onGone: () => void): Task | null {
  const listed = tasks.find((task) => task.id === id);
  const found = useQuery(
    trpc.tasks.get.queryOptions({ id: id ?? "" }, { enabled: id !== undefined && listed === undefined }),
  );
  const { error } = found;
  const tellGone = useEffectEvent(() => {
    showProblem("This task is not here.", error);
    onGone();
  });
  useEffect(() => {
    if (id !== undefined && error) tellGone();
  }, [id, error]);
  return id === undefined ? null : (listed ?? found.data ?? null);
}
