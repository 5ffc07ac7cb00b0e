import type { ListTriggers, Trigger } from "@stowage/contract/triggers";
import { Link } from "@tanstack/react-router";
import { RowMenu } from "../../components/ui/row-menu.tsx";
import { SortHeadCell } from "../../components/ui/sort-head-cell.tsx";
import { Cell, HeadCell, Row, Table, TableBody, TableHead } from "../../components/ui/table.tsx";
import { Time } from "../../components/ui/time.tsx";
import { TriggerSentenceLine } from "./trigger-sentence-line.tsx";
import { TriggerState } from "./trigger-state.tsx";
import { TriggerSwitch } from "./trigger-switch.tsx";
import { useTriggerKeys } from "./use-trigger-keys.ts";

type Sort = ListTriggers["sort"];

interface TriggersTableProps {
  triggers: readonly Trigger[];
  total?: number | undefined;
  isRefetching: boolean;
  sort: Sort;
  onSortChange: (sort: Sort) => void;
  /** Both left out where the reader may not. */
  onEdit?: ((trigger: Trigger) => void) | undefined;
  onDelete?: ((trigger: Trigger) => void) | undefined;
}

export function TriggersTable(props: TriggersTableProps) {
  const { triggers, sort, onSortChange, onEdit, onDelete } = props;
  useTriggerKeys(triggers, onEdit ?? null);
  return (
    <Table label="Triggers" isRefetching={props.isRefetching} rowCount={props.total}>
      <TableHead>
        <SortHeadCell label="Trigger" first="name" second="-name" sort={sort} onSortChange={onSortChange} />
        <HeadCell className="w-56 max-lg:hidden">State</HeadCell>
        <HeadCell className="w-32 max-md:hidden">Last fired</HeadCell>
        <HeadCell className="w-16">On</HeadCell>
        <HeadCell className="w-12">
          <span className="sr-only">Actions</span>
        </HeadCell>
      </TableHead>
      <TableBody>
        {triggers.map((trigger) => (
          <TriggerRow key={trigger.id} trigger={trigger} onEdit={onEdit} onDelete={onDelete} />
        ))}
      </TableBody>
    </Table>
  );
}

type TriggerRowProps = { trigger: Trigger } & Pick<TriggersTableProps, "onEdit" | "onDelete">;

function TriggerRow({ trigger, onEdit, onDelete }: TriggerRowProps) {
  return (
    <Row
      data-trigger-id={trigger.id}
      className="max-sm:grid-cols-[minmax(0,1fr)_auto_auto] max-sm:gap-x-2 max-sm:pr-1"
    >
      <Cell className="py-2 max-sm:col-start-1 max-sm:row-start-1 max-sm:text-sm">
        <Link
          to="/triggers/$triggerId"
          params={{ triggerId: trigger.id }}
          data-row-link
          className="rounded-sm font-medium break-words text-ink hover:underline"
        >
          {trigger.name}
        </Link>
        <span className="mt-0.5 line-clamp-3 text-xs break-words text-muted sm:line-clamp-2">
          <TriggerSentenceLine trigger={trigger} className="[&_.font-medium]:font-normal" />
        </span>
        <span className="mt-1 flex flex-wrap items-center gap-x-2 text-xs text-muted empty:hidden lg:hidden">
          <TriggerState trigger={trigger} />
          {trigger.last_fired_at ? (
            <span className="md:hidden">
              fired <Time at={trigger.last_fired_at} />
            </span>
          ) : null}
        </span>
      </Cell>
      <Cell phone="hidden" className="max-lg:hidden">
        <TriggerState trigger={trigger} />
      </Cell>
      <Cell phone="hidden" className="whitespace-nowrap text-muted max-md:hidden">
        {trigger.last_fired_at ? (
          <Time at={trigger.last_fired_at} />
        ) : (
          <span className="text-faint">Never</span>
        )}
      </Cell>
      <Cell className="max-sm:col-start-2 max-sm:row-start-1">
        <span className="flex items-center [&>label]:items-center [&>label]:gap-0 [&_button]:mt-0 [&_[role=switch]]:mt-0">
          <TriggerSwitch trigger={trigger} />
        </span>
      </Cell>
      <Cell align="end" className="max-sm:col-start-3 max-sm:row-start-1 max-sm:[&_button]:size-10">
        <RowMenu
          name={trigger.name}
          onEdit={onEdit && (() => onEdit(trigger))}
          onDelete={onDelete && (() => onDelete(trigger))}
        />
      </Cell>
    </Row>
  );
}
