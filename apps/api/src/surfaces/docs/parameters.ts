import { EVENT_STREAM } from "../../streams/event-stream.ts";
import type { ProcedureEntry } from "../../trpc/procedure-list.ts";
import { hasCommas } from "../rest/coerce.ts";
import { mayBeUnmodified } from "./entity-tag.ts";

export interface Parameter {
  name: string;
  in: string;
  [member: string]: unknown;
}

const header = (name: string, description: string): Parameter => ({
  name,
  in: "header",
  required: false,
  description,
  schema: { type: "string" },
});

/** The headers that a request may carry besides its credentials. */
export function requestHeaders(entry: ProcedureEntry): Parameter[] {
  const { rest, access, fields } = entry;
  return [
    ...("if_version" in fields ? [IF_MATCH] : []),
    ...(mayBeUnmodified(entry) ? [IF_NONE_MATCH] : []),
    ...(entry.file?.includes(EVENT_STREAM) ? [LAST_EVENT_ID] : []),
    ...(rest?.method === "POST" && access.kind !== "open" ? [IDEMPOTENCY_KEY] : []),
  ];
}

const IF_MATCH = header(
  "If-Match",
  'The ETag that the write expects to replace, such as "v3". Wins over `if_version`.',
);
const IF_NONE_MATCH = header(
  "If-None-Match",
  "The ETag of the answer that you have. If it is still the answer: 304 without a body.",
);
const LAST_EVENT_ID = header(
  "Last-Event-ID",
  "The `id` that you saw last: the stream goes on after it. Goes before `after`.",
);
const IDEMPOTENCY_KEY = header(
  "Idempotency-Key",
  "A name of your own for this request, 1 to 255 visible ASCII characters. Repeated within 24 hours, it gets the first answer.",
);

/** How lists are written in a query string: with commas where the contract says so, otherwise repeated. */
export function documentLists(operation: { parameters?: unknown[] }, { fields, rest }: ProcedureEntry): void {
  if (rest?.method !== "GET") return;
  const parameters = (operation.parameters ?? []) as Parameter[]; // the library's own
  for (const parameter of parameters) {
    const schema = fields[parameter.name];
    if (!schema || !hasCommas(schema)) continue;
    const { commas: _, ...documented } = parameter.schema as Record<string, unknown>; // a JSON schema
    Object.assign(parameter, { schema: documented, style: "form", explode: false });
  }
  if ("custom" in fields) operation.parameters = [...parameters, CUSTOM];
}

/** OpenAPI cannot name a parameter by a pattern, so its description does. */
const CUSTOM: Parameter = {
  name: "custom.<key>",
  in: "query",
  required: false,
  description:
    "Write the name of a custom field for `<key>`, such as `custom.voltage=12`: only items where it has this value.",
  schema: { type: "string" },
};

/**
 * Makes components of the parameters that several operations have in the very same form, and references of them. Of two
 * forms under one name the more frequent is the component.
 */
export function shareParameters(
  operations: readonly { parameters?: unknown[] }[],
): Record<string, Parameter> {
  const uses = new Map<string, number>();
  const all = operations.flatMap(({ parameters = [] }) => parameters as Parameter[]); // the library's, and ours
  for (const one of all) uses.set(JSON.stringify(one), (uses.get(JSON.stringify(one)) ?? 0) + 1);
  const shared: Record<string, Parameter> = {};
  for (const [text, count] of [...uses].sort(([, one], [, other]) => other - one)) {
    const parameter = JSON.parse(text) as Parameter; // written above
    if (count > 1 && /^[\w-]+$/.test(parameter.name)) shared[parameter.name] ??= parameter;
  }
  for (const operation of operations)
    if (operation.parameters)
      operation.parameters = (operation.parameters as Parameter[]).map((one) =>
        JSON.stringify(shared[one.name]) === JSON.stringify(one)
          ? { $ref: `#/components/parameters/${one.name}` }
          : one,
      );
  return shared;
}
