import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "../source-files.mjs";
import { operationsOf } from "./operations.mjs";

const PATH = "docs/operation-ids.txt";

/**
 * Every operation id that was ever written down, and those of the document: none goes by itself, because clients are
 * generated from them.
 * @returns {Map<string, string>}
 */
export function operationIds(document) {
  const file = join(root, PATH);
  const kept = existsSync(file) ? readFileSync(file, "utf8").split("\n").filter(Boolean) : [];
  const ids = new Set([...kept, ...operationsOf(document).map(({ id }) => id)]);
  return new Map([[PATH, `${[...ids].sort().join("\n")}\n`]]);
}
