import { copyText } from "../../lib/clipboard.ts";
import { showToast } from "../../lib/toasts.ts";

/** Copies a command for a script, and says whether it worked. */
export async function copyCurl(command: string): Promise<void> {
  if (await copyText(command)) {
    showToast({ title: "The command was copied.", text: "It takes the key from STOWAGE_API_KEY." });
    return;
  }
  showToast({
    title: "The browser did not allow copying.",
    text: "The API reference has the same call.",
    tone: "error",
  });
}
