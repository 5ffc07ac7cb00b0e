import { operationsOf, resolved } from "./operations.mjs";

/** The nouns whose procedures are commands, and what the command line calls them. */
const GROUPS = {
  items: "items",
  bins: "bins",
  locations: "locations",
  tasks: "tasks",
  projects: "projects",
  apiKeys: "keys",
  events: "events",
};
/** What has a command outside of those groups, written by hand. */
const BY_THEMSELVES = new Set(["search.search", "scan.scan", "events.undo", "apiKeys.revokeCurrent"]);

/** What the command line asks for in its own way. */
const NO_OPTION = new Set(["limit", "cursor", "include_total", "wait"]);

/** A prefix of ids, by which a name or a label may stand for one, and what the command line calls the thing. */
const THINGS = { item: "item", bin: "bin", loc: "location", proj: "project", task: "task", key: "key" };

/** The procedures as commands, with the options that their inputs make. */
export const commandLine = (document) =>
  new Map([["packages/cli/src/operations.gen.ts", operationsModule(document)]]);

function operationsModule(document) {
  const operations = operationsOf(document);
  const commands = operations
    .filter(
      ({ noun, procedure, files }) => (GROUPS[noun] || BY_THEMSELVES.has(procedure)) && files.length === 0,
    )
    .map((operation) => commandOf(document, operation));
  const routes = operations
    .filter(({ access }) => access !== "session")
    .map(({ method, path }) => `${method} ${path}`)
    .sort();
  const list = (values) => values.map((value) => `  ${JSON.stringify(value)},\n`).join("");
  return [
    "// Written by `npm run gen api` from docs/openapi.json.",
    'import type { Operation } from "./operation.ts";',
    "",
    "/** The procedures that are commands. */",
    `export const OPERATIONS: readonly Operation[] = [\n${list(commands)}];`,
    "",
    "/** Every route that a key may call. */",
    `export const ROUTES: readonly string[] = [\n${list(routes)}];`,
    "",
  ].join("\n");
}

function commandOf(document, operation) {
  const { procedure, noun, verb, method, path, summary, path_parameters, query, is_page } = operation;
  const schema = resolved(document, operation.body);
  const required = new Set(schema?.required ?? []);
  const members = Object.entries(schema?.properties ?? {});
  return {
    procedure,
    group: BY_THEMSELVES.has(procedure) ? "" : GROUPS[noun],
    verb: kebab(verb),
    method,
    path,
    summary,
    arguments: path_parameters.map(({ name, schema: one }) => ({ name, thing: thingOf(one) ?? name })),
    query: query
      .filter(({ name }) => !NO_OPTION.has(name))
      .map((one) => ({
        ...fieldOf(document, one.name, one.schema, one.required),
        help: help(one.description),
      }))
      .map((field, _index, all) => ({ ...field, option: optionName(field, all, field.name) })),
    body: members
      .map(([name, one]) => ({
        ...fieldOf(document, name, one, required.has(name)),
        help: help(one.description ?? described(one)),
      }))
      .map((field, _index, all) => ({ ...field, option: optionName(field, all, oneOf(field)) })),
    takes_body: operation.body !== null,
    is_page,
  };
}

const kebab = (name) => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`).replaceAll("_", "-");
const help = (text) =>
  text
    .replaceAll("`", "")
    .replace(/; on REST also .*\.$/, ".")
    .replace(/\.$/, "");
const described = ({ anyOf = [], items }) =>
  anyOf.find(({ description }) => description)?.description ?? items?.description ?? "";

function fieldOf(document, name, given, isRequired) {
  const schema = resolved(document, given);
  const variants = (schema.anyOf ?? [schema]).map((one) => resolved(document, one));
  const { type, ...rest } = variants.find((one) => one.type !== "null") ?? {};
  const items = resolved(document, rest.items);
  const choices = rest.enum ?? items?.enum;
  const thing = thingOf(items ?? rest);
  return {
    name,
    kind: kindOf(type, rest, items),
    ...(choices && { choices }),
    ...(thing && { thing }),
    ...(schema.default !== undefined && schema.default !== null && { default: schema.default }),
    ...(variants.some((one) => one.type === "null") && { is_nullable: true }),
    ...(isRequired && { is_required: true }),
  };
}

function kindOf(type, { additionalProperties }, items) {
  if (type === "array") return { string: "list", integer: "numbers" }[items.type] ?? "json";
  if (type === "object") return additionalProperties ? "pairs" : "json";
  return { string: "text", integer: "number", number: "number", boolean: "flag" }[type] ?? "json";
}

/** Whose id it is, as far as a name can stand for it. */
function thingOf({ examples = [] }) {
  return THINGS[/^([a-z]+)_[0-9a-z]{26}$/.exec(String(examples[0]))?.[1] ?? ""];
}

/** `low_stock` is --low-stock, and `bin_id`, for which a name will do, is --bin. */
function optionName({ name, thing }, all, one) {
  const short = thing ? one.replace(/_id$/, "") : one;
  return kebab(all.some((other) => other.name === short && other.name !== name) ? one : short);
}

/** What is given one by one: `tags` with --tag. */
const oneOf = ({ name, kind }) =>
  ["list", "numbers", "pairs"].includes(kind) ? name.replace(/s$/, "") : name;
