import { PrintLabels } from "@stowage/contract/label-codes";
import { LABEL_SHEETS, labelsPerPage } from "@stowage/contract/label-sheets";
import { drawLabelSheets } from "../../labels/draw-label-sheets.ts";
import { invalidField } from "../../problems.ts";
import type { ScopedContext } from "../../trpc/context.ts";
import { FileAnswer, FileOutput } from "../../trpc/file-answer.ts";
import { scoped } from "../../trpc/procedures.ts";
import { rest } from "../../trpc/rest-meta.ts";
import { meantCode, visibleLabel } from "../codes/policy.ts";
import { standingLabels } from "../codes/store.ts";

/**
 * A PDF of labels for common sheets, in the order of the codes; blank labels have no name yet.
 * @throws not_found  one of them is not there for the caller
 * @throws validation_failed  one was mistyped, or the sheet has not as many labels as are skipped
 */
export const print = scoped("bins:read")
  .meta(rest("POST /labels", "Print labels as a PDF sheet", { file: ["application/pdf"] }))
  .input(PrintLabels)
  .output(FileOutput)
  .mutation(({ ctx, input }) => printLabels(ctx, input));

async function printLabels(
  { db, deps, caller, reach }: ScopedContext,
  { codes: sent, format, skip }: PrintLabels,
): Promise<FileAnswer> {
  const sheet = LABEL_SHEETS[format];
  const perPage = labelsPerPage(sheet);
  if (skip >= perPage)
    throw invalidField(
      "/skip",
      "too_big",
      `Such a sheet has ${perPage} labels, so skip at most ${perPage - 1}.`,
    );
  const codes = sent.map((text, index) => meantCode(text, { location: "body", pointer: `/codes/${index}` }));
  const owner = { organization_id: caller.organization.id, reach };
  const standing = await standingLabels(db, owner, [...new Set(codes)]);
  const labels = codes.map((code) => {
    const { target } = visibleLabel(code, standing.get(code));
    return { code, name: target?.name ?? null };
  });
  return new FileAnswer({
    media_type: "application/pdf",
    body: await drawLabelSheets(labels, { sheet, skip, public_url: deps.publicUrl() }),
    filename: "labels.pdf",
  });
}
