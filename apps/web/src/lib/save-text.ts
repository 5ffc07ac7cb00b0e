import { saveFile } from "./save-file.ts";

/** Lets the browser save a text as a file. Nothing leaves the device. */
export function saveText(fileName: string, text: string): void {
  saveFile(fileName, new Blob([text], { type: "text/plain" }));
}
