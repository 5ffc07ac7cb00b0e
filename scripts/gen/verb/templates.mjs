import { isVersioned } from "./shapes.mjs";
import { sentenceOf } from "./words.mjs";

/** How a thing is found inside of `writing(…)`, where its row is locked with its workspace. */
const FOUND_WHILE_WRITING = {
  locations: { call: "begun.location(input.id)" },
  bins: { call: "begun.bin(input.id)" },
  items: { call: "begun.item(input.id)" },
  tasks: { call: "taskIn(begun, input.id)", use: ["taskIn", "../../inventory/projects/task-rows.ts"] },
  projects: {
    call: "projectIn(begun, input.id)",
    use: ["projectIn", "../../inventory/projects/project-rows.ts"],
  },
};

const BUILDERS = {
  any: ["ANY_CREDENTIAL, scoped", "scoped(ANY_CREDENTIAL)"],
  session: ["sessionOnly", "sessionOnly()"],
};

/** The verb's own file: it compiles, answers, and does as little as it can. */
export function verbFile(noun, plan, shapes) {
  const [builders, builder] = BUILDERS[plan.scope] ?? ["scoped", `scoped(${scopesText(plan.scope)})`];
  const body = bodyOf(noun, plan);
  const imports = [
    [[...new Set([shapes.input, shapes.output])].join(", "), `@stowage/contract/${noun.noun}`],
    [builders, "../../trpc/procedures.ts"],
    ["rest", "../../trpc/rest-meta.ts"],
    ...body.uses,
  ];
  const isRead = plan.method === "GET";
  const meta = plan.kind === "list" ? ", { revision: true }" : "";
  return `${imports.map(([names, from]) => `import { ${names} } from "${from}";\n`).join("")}
${docstring(plan, body.throws)}
export const ${plan.camel} = ${builder}
  .meta(rest("${plan.route}", ${JSON.stringify(plan.summary)}${meta}))
  .input(${shapes.input})
  .output(${shapes.output})
  .${isRead ? "query" : "mutation"}(${body.text});
`;
}

function scopesText(scope) {
  const all = scope.split(",").map((one) => `"${one}"`);
  return all.length === 1 ? all[0] : `[${all.join(", ")}]`;
}

function docstring({ summary }, throws) {
  const sentence = sentenceOf(summary);
  if (throws.length === 0) return `/** ${sentence} */`;
  return `/**\n * ${sentence}\n${throws.map((code) => ` * @throws ${code}\n`).join("")} */`;
}

function bodyOf(noun, { kind, hasId, scope }) {
  if (kind === "list") return EMPTY_LIST;
  if (kind === "deed")
    return scope === "session"
      ? { text: "() => ({ count: 0 })", uses: [], throws: [] }
      : {
          text: "({ ctx }) => writing(ctx, async () => ({ count: 0 }))",
          uses: [["writing", "../../inventory/writing.ts"]],
          throws: [],
        };
  const found = FOUND_WHILE_WRITING[noun.noun];
  if (kind === "write" && hasId && found && scope !== "session") return writtenBody(noun, found);
  if (hasId && noun.reader && scope !== "session")
    return {
      text: noun.reader.text,
      uses: [[noun.reader.names, "./store.ts"]],
      throws: ["not_found"],
    };
  return {
    text: `({ input }) => { throw notFound("${noun.singular.replaceAll("-", " ")}", input.id); }`,
    uses: [["notFound", "../../problems.ts"]],
    throws: ["not_found"],
  };
}

function writtenBody(noun, { call, use }) {
  const it = noun.singular;
  const check = isVersioned(noun) ? `checkVersion("${it}", ${it}, input.if_version);\n` : "";
  return {
    text: `({ ctx, input }) => writing(ctx, async (begun) => {
      const ${it} = await ${call};
      ${check}return ${it};
    })`,
    uses: [
      ["writing", "../../inventory/writing.ts"],
      ...(use ? [use] : []),
      ...(check ? [["checkVersion", "../../writes/check-version.ts"]] : []),
    ],
    throws: ["not_found", ...(check ? ["version_mismatch"] : [])],
  };
}

/** Until there is a table to ask with `listPage`. */
const EMPTY_LIST = {
  text: `({ input }) => {
    if (input.cursor !== undefined) readCursor(input.cursor, "id");
    return { data: [], ...(input.include_total && { total: 0 }), next_cursor: null };
  }`,
  uses: [["readCursor", "../../lists/paging.ts"]],
  throws: [],
};

/** Its first test, on a real server: what is done, and what comes of it. */
export function testFile(noun, plan) {
  const address = addressOf(noun, plan);
  const makes =
    plan.hasId && noun.sample
      ? `  const made = await anna.ask("POST", "${noun.sample.path}", { body: ${JSON.stringify(noun.sample.body)} });\n`
      : "";
  return `import { afterAll, beforeAll, expect, test } from "vitest";
import { type Person, startTestServer, type TestServer } from "../../testing/test-server.ts";

let server: TestServer;
let anna: Person;

beforeAll(async () => {
  server = await startTestServer();
  anna = await server.signUp("Anna");
});
afterAll(() => server.close());

test(${JSON.stringify(titleOf(noun, plan))}, async () => {
${makes}  const answer = await anna.ask("${plan.method}", ${address});
${expectations(noun, plan)}});
`;
}

function titleOf({ camel }, { camel: verb, kind, hasId }) {
  const name = `${camel}.${verb}`;
  if (kind === "list") return `${name} has nothing to show in a new workspace`;
  return hasId ? `${name} answers with the one that was named` : `${name} leaves alone what nobody named`;
}

function addressOf({ sample }, { path }) {
  const filled = path.slice(1).replace("{id}", sample ? "$" + "{made.body.id}" : "missing");
  return filled.includes("$") ? `\`${filled}\`` : `"${filled}"`;
}

function expectations({ sample, reader, noun }, { kind, hasId, scope }) {
  if (kind === "list")
    return "  expect(answer.body, answer.text).toEqual({ data: [], next_cursor: null });\n";
  if (!hasId) return "  expect(answer.body, answer.text).toEqual({ count: 0 });\n";
  if (sample && scope !== "session" && (reader || FOUND_WHILE_WRITING[noun]))
    return "  expect([answer.status, answer.body.id], answer.text).toEqual([200, made.body.id]);\n";
  return '  expect([answer.status, answer.body.code], answer.text).toEqual([404, "not_found"]);\n';
}
