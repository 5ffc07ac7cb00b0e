import { Cell, HeadCell, Row, Table, TableBody, TableHead } from "../../components/ui/table.tsx";
import { formatCount, formatNumber } from "../../lib/format.ts";
import type { ImportOnRecord } from "./import-words.ts";

/** What is wrong with a file, by line and column. */
export function RowErrorsTable({ errors, errors_total }: Pick<ImportOnRecord, "errors" | "errors_total">) {
  return (
    <div>
      <Table label="Errors" rowCount={errors_total}>
        <TableHead>
          <HeadCell align="end" width={80}>
            Line
          </HeadCell>
          <HeadCell width={180}>Column</HeadCell>
          <HeadCell>What is wrong</HeadCell>
        </TableHead>
        <TableBody>
          {errors.map(({ line, column, message }, index) => (
            <Row key={index} className="max-sm:gap-y-0.5">
              <Cell isNumeric phone="title" className="max-sm:font-medium">
                <span className="sm:hidden">Line </span>
                {formatNumber(line)}
              </Cell>
              <Cell phone="end" className="max-sm:row-span-1">
                {column ? (
                  <code className="font-mono text-xs break-words">{column}</code>
                ) : (
                  <span className="text-faint">the row</span>
                )}
              </Cell>
              <Cell className="py-2 max-sm:col-span-2 max-sm:py-0">{message}</Cell>
            </Row>
          ))}
        </TableBody>
      </Table>
      {errors_total > errors.length ? (
        <p className="mt-2 px-1 text-xs text-muted">
          The first {errors.length} of {formatCount(errors_total, "error")}.
        </p>
      ) : null}
    </div>
  );
}
