import { fileURLToPath } from "node:url";
import { PROBLEMS } from "@stowage/contract/problems";
import { afterAll, beforeAll, expect, test } from "vitest";
import { procedureList } from "../../../trpc/procedure-list.ts";
import { appRouter } from "../../../trpc/router.ts";
import { openTheatre } from "./open-theatre.ts";
import { Placeholders } from "./placeholders.ts";
import { type Played, play } from "./play.ts";
import { REFUSALS } from "./problems.ts";
import { UNTOLD, WRITTEN } from "./story.ts";

const GENERATED = fileURLToPath(new URL("../examples.gen.ts", import.meta.url));
/** Of HTTP, of proxies, of the site's security and of browsers' cross-origin rules: no part of what callers program against. */
const OF_TRANSPORT =
  /^(?:content-(?:type|length|security-policy)|date|connection|keep-alive|transfer-encoding|vary|access-control-.*|cross-origin-.*|origin-agent-cluster|referrer-policy|strict-transport-security|x-accel-buffering|x-(?:content-type-options|dns-prefetch-control|download-options|frame-options|permitted-cross-domain-policies|xss-protection)|retry-after)$/;

let theatre: Awaited<ReturnType<typeof openTheatre>>;
let played: Played[];
const problems: Record<string, { body: unknown; atMs: number }> = {};
// biome-ignore lint/suspicious/noExplicitAny: the document is walked member by member below
let document: any;
beforeAll(async () => {
  theatre = await openTheatre();
  document = (await theatre.ask("GET", "openapi.json")).body;
});
afterAll(() => theatre.close());

test("every step of the story ends with the status that is documented", async () => {
  played = await play(WRITTEN, theatre);
});

test("every common problem comes about as its example says", async () => {
  for (const [code, refused] of Object.entries(REFUSALS)) {
    const { status, body } = await refused(theatre);
    expect([body.code, status]).toEqual([code, PROBLEMS[code as keyof typeof PROBLEMS].status]);
    problems[code] = { body, atMs: theatre.stage.now() };
  }
});

test("every operation that has no step of its own is called as well", async () => {
  played.push(...(await play(UNTOLD, theatre)));
  const told = played.map(({ entry }) => entry.path).sort();
  expect(told).toEqual(
    procedureList(appRouter)
      .map(({ path }) => path)
      .sort(),
  );
});

test("what is served has the media types and headers that are documented, and no others", () => {
  for (const { entry, answer } of played) {
    const { method = "", path = "", status = 0 } = entry.rest ?? {};
    const { headers, content } = document.paths[path][method.toLowerCase()].responses[status];
    const known = Object.keys(headers).map((name) => name.toLowerCase());
    const told = Object.keys(answer.headers).filter((name) => !OF_TRANSPORT.test(name));
    expect(
      told.filter((name) => !known.includes(name)),
      entry.path,
    ).toEqual([]);
    expect(Object.keys(content)).toContain(String(answer.headers["content-type"]).split(";")[0]);
  }
});

test("what the examples say is what the server answers", async () => {
  const placeholders = new Placeholders();
  const shown = played.map(({ entry, example, atMs }) => {
    return [entry.path, placeholders.in(example, { name: entry.path, atMs })] as const;
  });
  const examples = Object.fromEntries(shown.sort(([one], [other]) => (one < other ? -1 : 1)));
  const problemExamples = Object.fromEntries(
    Object.entries(problems).map(([code, { body, atMs }]) => [
      code,
      placeholders.in(body, { name: code, atMs }),
    ]),
  );
  await expect(
    moduleOf(examples, problemExamples),
    "The server answers otherwise than the examples say: run `npm run gen examples`, and look at what changed.",
  ).toMatchFileSnapshot(GENERATED);
});

function moduleOf(examples: object, problemExamples: object): string {
  return [
    "// Written by `npm run gen examples` from what the server answered to src/surfaces/docs/examples/. Change those.",
    'import type { ProblemCode } from "@stowage/contract/problems";',
    'import type { Example } from "./example.ts";\n',
    `export const EXAMPLES: Readonly<Record<string, Example>> = ${JSON.stringify(examples, null, 1)};\n`,
    `export const PROBLEM_EXAMPLES: Readonly<Partial<Record<ProblemCode, object>>> = ${JSON.stringify(problemExamples, null, 1)};\n`,
  ].join("\n");
}
