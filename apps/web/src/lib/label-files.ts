import type { PrintLabels } from "@stowage/contract/label-codes";
import { callRest } from "./rest.ts";
import { saveFile } from "./save-file.ts";
import { showProblem } from "./toasts.ts";

/** Saves a sheet of labels. @returns whether that worked; if not, the reader was told why */
export async function saveLabelSheet(
  labels: Pick<PrintLabels, "codes"> & Partial<PrintLabels>,
): Promise<boolean> {
  return saved("labels.pdf", () => callRest("POST", "labels", { body: labels }));
}

/** Saves a bin's label as a picture. */
export async function saveBinLabel(bin: { id: string; code: string }, kind: "svg" | "png"): Promise<boolean> {
  return saved(`${bin.code}.${kind}`, () => callRest("GET", `bins/${bin.id}/label.${kind}`));
}

async function saved(fileName: string, ask: () => Promise<Response>): Promise<boolean> {
  try {
    const answer = await ask();
    saveFile(fileName, await answer.blob());
    return true;
  } catch (error) {
    showProblem("The labels were not made.", error);
    return false;
  }
}
