import { BinLabel } from "@stowage/contract/label-codes";
import { drawLabelSvg } from "../../labels/draw-label-svg.ts";
import { labelLayout } from "../../labels/label-layout.ts";
import { FileAnswer, FileOutput } from "../../trpc/file-answer.ts";
import { scoped } from "../../trpc/procedures.ts";
import { rest } from "../../trpc/rest-meta.ts";
import { getBin } from "./store.ts";

/**
 * A bin's label as SVG: the QR code that leads to it, its name and its code.
 * @throws not_found
 */
export const labelSvg = scoped("bins:read")
  .meta(rest("GET /bins/{id}/label.svg", "Draw a bin's label as SVG", { file: ["image/svg+xml"] }))
  .input(BinLabel)
  .output(FileOutput)
  .query(async ({ ctx, input: { id, size, text } }) => {
    const bin = await getBin(ctx.db, { reach: ctx.reach, id });
    const layout = labelLayout(bin, { size, text, public_url: ctx.deps.publicUrl() });
    return new FileAnswer({ media_type: "image/svg+xml", body: drawLabelSvg(layout) });
  });
