import { CSV_KINDS } from "@stowage/contract/csv-columns";
import { ExportData } from "@stowage/contract/imports";
import { instantNow } from "../../deps.ts";
import { exportCsv } from "../../transfers/export-csv.ts";
import { exportNdjson } from "../../transfers/export-ndjson.ts";
import { exportStream } from "../../transfers/export-stream.ts";
import type { ScopedContext } from "../../trpc/context.ts";
import { FileAnswer, FileOutput } from "../../trpc/file-answer.ts";
import { scoped } from "../../trpc/procedures.ts";
import { rest } from "../../trpc/rest-meta.ts";

const MEDIA_TYPES = {
  ndjson: "application/x-ndjson; charset=utf-8",
  csv: "text/csv; charset=utf-8; header=present",
};

/**
 * Everything in the caller's reach but the trash, as of one moment, as a stream. NDJSON ends with a line that counts the
 * others; what fails on the way breaks the answer off.
 * @throws rate_limited  this server gives out as many exports as it can
 */
export const download = scoped(["locations:read", "bins:read", "items:read", "tasks:read", "projects:read"])
  .meta(rest("GET /export", "Export everything", { file: ["application/x-ndjson", "text/csv"] }))
  .input(ExportData)
  .output(FileOutput)
  .query(({ ctx, input }) => exportOf(ctx, input));

async function exportOf(ctx: ScopedContext, { format, type }: ExportData): Promise<FileAnswer> {
  const { deps, caller, reach, db } = ctx;
  const release = deps.exportSlots.take();
  const scope = { reach, organization_id: caller.organization.id };
  const kind = CSV_KINDS.find((one) => `${one}s` === type) ?? "item";
  const body = await exportStream({
    db,
    write: (tx) => (format === "csv" ? exportCsv(tx, scope, kind) : exportNdjson(tx, scope)),
    ended: release,
    failed: (err) => deps.log.error({ err, request_id: ctx.call.exchange.request_id }, "an export broke off"),
  });
  const name = format === "csv" ? `stowage-${type}` : "stowage";
  const environment = caller.environment === "test" ? "-test" : "";
  const day = instantNow(deps).slice(0, 10);
  return new FileAnswer({
    media_type: MEDIA_TYPES[format],
    body,
    filename: `${name}${environment}-${day}.${format}`,
  });
}
