import { BinLabel } from "@stowage/contract/label-codes";
import { drawLabelPng } from "../../labels/draw-label-png.ts";
import { labelLayout, printableWords } from "../../labels/label-layout.ts";
import { FileAnswer, FileOutput } from "../../trpc/file-answer.ts";
import { scoped } from "../../trpc/procedures.ts";
import { rest } from "../../trpc/rest-meta.ts";
import { getBin } from "./store.ts";

/**
 * A bin's label as PNG: the QR code that leads to it, its name and its code.
 * @throws not_found
 */
export const labelPng = scoped("bins:read")
  .meta(rest("GET /bins/{id}/label.png", "Draw a bin's label as PNG", { file: ["image/png"] }))
  .input(BinLabel)
  .output(FileOutput)
  .query(async ({ ctx, input: { id, size, text } }) => {
    const bin = await getBin(ctx.db, { reach: ctx.reach, id });
    const layout = labelLayout(printableWords(bin), { size, text, public_url: ctx.deps.publicUrl() });
    return new FileAnswer({ media_type: "image/png", body: drawLabelPng(layout) });
  });
