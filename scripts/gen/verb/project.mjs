import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "../../source-files.mjs";
import { operationsOf, resolved } from "../operations.mjs";
import { camelCase, pascalCase, singularOf } from "./words.mjs";

const FEATURES = "apps/api/src/features";
const CONTRACT = "packages/contract/src";
const SCOPE = /^ {2}"([a-z-]+:[a-z*]+)": \{/gm;

/** What a file of the project says. */
export const textOf = (path) => readFileSync(join(root, path), "utf8");

/** The same, or null when there is no such file. */
export const textIfAny = (path) => (existsSync(join(root, path)) ? textOf(path) : null);

/** What there is already, as far as a new verb has to do with it: the committed document and the sources. */
export function project() {
  const document = JSON.parse(textOf("docs/openapi.json"));
  return {
    document,
    operations: operationsOf(document),
    scopes: Array.from(textOf(`${CONTRACT}/scopes.ts`).matchAll(SCOPE), ([, scope]) => scope),
  };
}

/** Where a noun's parts are, what they are called, and what they say. */
export function nounOf(noun, { operations, document }) {
  const singular = singularOf(noun);
  const name = {
    noun,
    singular,
    camel: camelCase(noun),
    plural: pascalCase(noun),
    one: pascalCase(singular),
  };
  const paths = {
    folder: `${FEATURES}/${noun}`,
    router: `${FEATURES}/${noun}/router.ts`,
    contract: `${CONTRACT}/${noun}.ts`,
  };
  const contract = textIfAny(paths.contract);
  const routes = operations.filter(({ procedure }) => procedure.startsWith(`${name.camel}.`));
  return {
    ...name,
    paths,
    router: textIfAny(paths.router),
    contract,
    has: (shape) => new RegExp(`^export const ${shape}\\b`, "m").test(contract ?? ""),
    segments: [...new Set(routes.map(({ path }) => path.split("/")[1]))],
    reader: readerIn(textIfAny(`${paths.folder}/get.ts`) ?? ""),
    id_kind: idKindOf(singular),
    sample: sampleOf(document, operations, name.camel),
  };
}

/**
 * How the noun's `get` finds one thing for its caller, by its id: the expression, what it takes from the store, and the
 * shape of what it gives, if not the thing's own. Null when there is none.
 */
function readerIn(get) {
  const [, names] = get.match(/import \{([^}]*)\} from "\.\/store\.ts";/) ?? [];
  const [, whole] = get.match(/\.query\(((?:async )?\(\{ ctx, input \}\) => (?!\{)[\s\S]*?)\);\n/) ?? [];
  if (names && whole)
    return { text: whole, names: names.trim(), output: get.match(/\.output\((\w+)\)/)?.[1] ?? null };
  const [, call, name] = get.match(/await ((get\w+)\([^;]*\binput\.id\b[^;]*\));/) ?? [];
  return call ? { text: `({ ctx, input }) => ${call}`, names: name, output: null } : null;
}

function idKindOf(singular) {
  const kind = singular.replaceAll("-", "_");
  return new RegExp(`^ {2}${kind}: "`, "m").test(textOf(`${CONTRACT}/ids.ts`)) ? kind : null;
}

/** The route and the least body that make one of the noun's things; null when there is none. */
function sampleOf(document, operations, camel) {
  const create = operations.find(({ procedure }) => procedure === `${camel}.create`);
  const { required = [], properties = {} } = resolved(document, create?.body) ?? {};
  const takesText = (field) => {
    const { type, pattern, format, enum: choices } = resolved(document, properties[field]) ?? {};
    return type === "string" && !pattern && !format && !choices;
  };
  if (!create || !required.every(takesText)) return null;
  return {
    path: create.path.slice(1),
    body: Object.fromEntries(required.map((field) => [field, "Made for this"])),
  };
}
