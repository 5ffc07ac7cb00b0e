import { readFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "../source-files.mjs";

const PAGES = ["docs/sdk-typescript.md", "packages/client/README.md"];
const BLOCK = /```ts\n([\s\S]*?)```/g;
/** What an example takes for granted when it does not make it itself. */
const CLIENT = 'declare const stowage: import("@stowage/client").Stowage;\n';

/**
 * The examples of the pages about the TypeScript client, each as a module of its own.
 * @returns {{ name: string, text: string }[]}
 */
export function examples() {
  return PAGES.flatMap((page) =>
    [...readFileSync(join(root, page), "utf8").matchAll(BLOCK)].map(([, code = ""], index) => ({
      name: `${page.replace(/\W+/g, "-")}-${index + 1}.mts`,
      text: `${code.includes("const stowage") ? "" : CLIENT}${code}\nexport {};\n`,
    })),
  );
}
