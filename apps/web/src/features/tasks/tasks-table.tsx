import type { ListTasks, Task } from "@stowage/contract/tasks";
import { Link } from "@tanstack/react-router";
import { PersonName } from "../../components/events/person-name.tsx";
import { ByTrigger } from "../../components/tasks/by-trigger.tsx";
import { useProjectName } from "../../components/tasks/project-picker.tsx";
import { DueMark, MissingMark, PriorityMark, StatusMark } from "../../components/tasks/task-marks.tsx";
import { TaskSubject } from "../../components/tasks/task-subject.tsx";
import { TaskTick } from "../../components/tasks/task-tick.tsx";
import { isToDo } from "../../components/tasks/task-words.ts";
import { RowMenu } from "../../components/ui/row-menu.tsx";
import { SortHeadCell } from "../../components/ui/sort-head-cell.tsx";
import { Cell, HeadCell, Row, Table, TableBody, TableHead } from "../../components/ui/table.tsx";
import { cx } from "../../lib/class-names.ts";
import { useMay } from "../../lib/use-may.ts";
import type { TasksSearch } from "./tasks-search.ts";
import { useTaskKeys } from "./use-task-keys.ts";

type Sort = ListTasks["sort"];

interface TasksTableProps {
  tasks: readonly Task[];
  total?: number | undefined;
  isRefetching: boolean;
  search: TasksSearch;
  sort: Sort;
  onSortChange: (sort: Sort) => void;
  onEdit: (task: Task) => void;
  onDelete: (task: Task) => void;
}

export function TasksTable(props: TasksTableProps) {
  const { tasks, sort, onSortChange } = props;
  const mayWrite = useMay("tasks:write");
  const mayDelete = useMay("tasks:delete");
  useTaskKeys(tasks, mayWrite ? props.onEdit : null);
  return (
    <Table label="Tasks" isRefetching={props.isRefetching} rowCount={props.total}>
      <TableHead>
        <HeadCell className="w-12">
          <span className="sr-only">Done</span>
        </HeadCell>
        <SortHeadCell label="Task" first="title" second="-title" sort={sort} onSortChange={onSortChange} />
        <HeadCell className="w-44 max-md:hidden">About</HeadCell>
        <HeadCell className="w-36 max-lg:hidden">Project</HeadCell>
        <HeadCell className="w-32 max-md:hidden">Assignee</HeadCell>
        <SortHeadCell
          label="Due"
          first="due_on"
          second="-due_on"
          sort={sort}
          onSortChange={onSortChange}
          className="w-32"
        />
        <HeadCell className="w-12">
          <span className="sr-only">Actions</span>
        </HeadCell>
      </TableHead>
      <TableBody>
        {tasks.map((task) => (
          <TaskRow
            key={task.id}
            task={task}
            search={props.search}
            {...(mayWrite && { onEdit: props.onEdit })}
            {...(mayDelete && { onDelete: props.onDelete })}
          />
        ))}
      </TableBody>
    </Table>
  );
}

interface TaskRowProps {
  task: Task;
  search: TasksSearch;
  onEdit?: (task: Task) => void;
  onDelete?: (task: Task) => void;
}

function TaskRow({ task, search, onEdit, onDelete }: TaskRowProps) {
  return (
    <Row
      data-task-id={task.id}
      className="max-sm:grid-cols-[auto_minmax(0,1fr)_auto_auto] max-sm:gap-x-2 max-sm:pr-1 max-sm:pl-2.5"
    >
      <Cell className="max-sm:row-span-2">
        <TaskTick task={task} />
      </Cell>
      <Cell className="max-w-96 sm:py-1.5 max-sm:col-start-2 max-sm:text-sm">
        <span className="flex flex-wrap items-center gap-x-2 gap-y-0.5">
          <Link
            to="/tasks"
            search={{ ...search, task: task.id }}
            replace
            resetScroll={false}
            data-row-link
            className={cx(
              "min-w-0 rounded-sm font-medium break-words hover:underline",
              isToDo(task) ? "text-ink" : "text-muted line-through",
            )}
          >
            {task.title}
          </Link>
          <PriorityMark task={task} />
          <StatusMark task={task} />
          <MissingMark task={task} />
          <ByTrigger task={task} />
        </span>
        <span className="flex text-ui md:hidden">
          <TaskSubject task={task} />
        </span>
      </Cell>
      <Cell phone="hidden" className="max-w-44 max-md:hidden">
        <span className="flex">
          <TaskSubject task={task} />
        </span>
      </Cell>
      <Cell phone="hidden" className="max-w-36 truncate max-lg:hidden">
        <ProjectLink id={task.project_id} />
      </Cell>
      <Cell phone="hidden" className="max-w-32 truncate text-muted max-md:hidden">
        {task.assignee_id ? <PersonName id={task.assignee_id} /> : null}
      </Cell>
      <Cell className="whitespace-nowrap max-sm:col-start-3 max-sm:row-start-1">
        <DueMark task={task} />
      </Cell>
      <Cell
        align="end"
        className="max-sm:col-start-4 max-sm:row-span-2 max-sm:row-start-1 max-sm:[&_button]:size-10"
      >
        <RowMenu
          name={task.title}
          onEdit={onEdit && (() => onEdit(task))}
          onDelete={onDelete && (() => onDelete(task))}
        />
      </Cell>
    </Row>
  );
}

function ProjectLink({ id }: { id: string | null }) {
  const name = useProjectName(id);
  if (id === null) return null;
  return (
    <Link
      to="/projects/$projectId"
      params={{ projectId: id }}
      className="rounded-sm text-muted hover:text-ink hover:underline"
    >
      {name ?? "…"}
    </Link>
  );
}
