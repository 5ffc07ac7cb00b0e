import { expect, test } from "vitest";
import { procedureList } from "../../trpc/procedure-list.ts";
import { appRouter } from "../../trpc/router.ts";
import { VERB_DOCS } from "../docs/verb-docs.gen.ts";
import { toolNameOf, toolsOf, toolsWithin, whyNoTool } from "./tools.ts";

const entries = procedureList(appRouter);
const tools = toolsOf(appRouter);
const isForKeys = ({ access }: (typeof entries)[number]) =>
  access.kind === "scope" || access.kind === "any_credential";

test("whatever a key may call is a tool, but for what answers a secret or a file and what says why not", () => {
  const SECRET = "Its answer may hold a secret.";
  const FILE = "It answers with a file.";
  const left = entries.filter((entry) => isForKeys(entry) && whyNoTool(entry) !== null);
  expect(Object.fromEntries(left.map((entry) => [entry.path, whyNoTool(entry)]))).toEqual({
    "apiKeys.create": SECRET,
    "apiKeys.rotate": SECRET,
    "apiKeys.revokeCurrent": "It would end the key that the assistant itself calls with.",
    "members.invite": SECRET,
    "triggers.create": SECRET,
    "triggers.update": SECRET,
    "triggers.rotate": SECRET,
    "bins.labelSvg": FILE,
    "bins.labelPng": FILE,
    "labels.print": FILE,
    "events.stream": FILE,
    "exports.download": FILE,
    "imports.create": "It takes a file.",
  });
  for (const entry of entries.filter((one) => !isForKeys(one)))
    expect(whyNoTool(entry), entry.path).not.toBeNull();
});

test("tools are named after their procedures, each by a name that every host takes", () => {
  expect(["bins.list", "items.adjust", "apiKeys.finishRotation"].map(toolNameOf)).toEqual([
    "bins_list",
    "items_adjust",
    "api_keys_finish_rotation",
  ]);
  for (const name of tools.keys()) expect(name).toMatch(/^[a-z0-9_]{1,64}$/);
  expect(tools.size).toBe(entries.filter((entry) => whyNoTool(entry) === null).length);
});

test.each([...tools.values()].map((tool) => [tool.entry.path, tool] as const))(
  "%s tells an assistant what it does, what it needs, what it takes and what it gives",
  (path, { entry, scopes, listed }) => {
    expect(listed.description).toContain(VERB_DOCS[path]?.description);
    for (const scope of scopes) expect(listed.description).toContain(scope);
    expect(listed.inputSchema).toMatchObject({ type: "object", additionalProperties: false });
    expect(Object.keys(listed.inputSchema.properties ?? {})).toEqual(Object.keys(entry.fields));
    for (const [name, { description }] of Object.entries(entry.fields))
      if (description)
        expect(JSON.stringify(listed.inputSchema.properties?.[name])).toContain(JSON.stringify(description));
    expect(listed.outputSchema?.type).toBe("object");
    // Version 1 of the official client judges refused calls by it too.
    const problem = { required: ["code", "status", "title", "detail", "request_id"] };
    expect(listed.outputSchema?.anyOf).toContainEqual(expect.objectContaining(problem));
  },
);

test("no host refuses a quantity for a step that binary fractions never meet", () => {
  for (const { listed } of tools.values())
    expect(JSON.stringify([listed.inputSchema, listed.outputSchema])).not.toContain('"multipleOf":0.');
  expect(JSON.stringify(tools.get("items_adjust")?.listed.inputSchema)).toContain('"delta":{"type":"number"');
});

test("hosts are told what only reads, what takes something away and what may be repeated", () => {
  const hints = (path: string) => tools.get(toolNameOf(path))?.listed.annotations;
  for (const { entry, listed } of tools.values()) {
    const isSending = ["deliveries.retry", "triggers.test"].includes(entry.path);
    expect(listed.annotations?.openWorldHint, entry.path).toBe(isSending);
    expect(listed.annotations?.readOnlyHint, entry.path).toBe(entry.type === "query");
    if (/\.(remove|revoke|reset|undo|consume|release)$/.test(entry.path))
      expect(listed.annotations?.destructiveHint, entry.path).toBe(true);
  }
  for (const path of ["apiKeys.update", "members.update", "organizations.update"])
    expect(hints(path), path).toMatchObject({ destructiveHint: true, idempotentHint: true });
  for (const path of ["deliveries.retry", "triggers.test"]) expect(hints(path), path).toBeDefined();
  expect(hints("items.adjust")).toMatchObject({ destructiveHint: false, idempotentHint: false });
  expect(hints("items.update")).toMatchObject({ destructiveHint: false, idempotentHint: true });
  expect(hints("bins.bulk")).toMatchObject({ destructiveHint: true, idempotentHint: false });
});

test("a tool is within reach when all of its scopes are granted", () => {
  const names = (...granted: Parameters<typeof toolsWithin>[1]) =>
    toolsWithin(tools, granted).map(({ entry }) => entry.path);
  expect(names()).toEqual(["whoami.get", "rateLimit.get", "apiKeys.explain"]);
  expect(names("bins:read")).not.toContain("bins.items");
  expect(names("bins:read", "items:read")).toContain("bins.items");
  expect(names("admin:*")).toHaveLength(tools.size);
});
