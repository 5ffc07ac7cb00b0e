import { Skeleton } from "../../components/ui/skeleton.tsx";
import { Cell, HeadCell, Row, Table, TableBody, TableHead } from "../../components/ui/table.tsx";

const ROWS = ["w-56", "w-40", "w-64", "w-48", "w-52", "w-36"];

export function TasksTableSkeleton() {
  return (
    <div role="status" aria-label="Loading the tasks">
      <div aria-hidden>
        <Table label="Tasks">
          <TableHead>
            <HeadCell className="w-12" />
            <HeadCell>Task</HeadCell>
            <HeadCell className="w-36">Due</HeadCell>
          </TableHead>
          <TableBody>
            {ROWS.map((width) => (
              <Row key={width} className="max-sm:grid-cols-[auto_minmax(0,1fr)_auto]">
                <Cell>
                  <Skeleton className="size-4.5 rounded-full" />
                </Cell>
                <Cell className="max-sm:col-start-2">
                  <Skeleton className={`${width} max-w-full`} />
                </Cell>
                <Cell className="max-sm:col-start-3">
                  <Skeleton className="w-16" />
                </Cell>
              </Row>
            ))}
          </TableBody>
        </Table>
      </div>
    </div>
  );
}
