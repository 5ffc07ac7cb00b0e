import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { PassThrough } from "node:stream";
import { createKeyFormat } from "@stowage/auth/key-format";
import type { Command } from "commander";
import { afterAll, describe, expect, test } from "vitest";
import { OPERATIONS } from "./operations.gen.ts";
import { askWhether } from "./output/prompts.ts";
import { buildProgram } from "./program.ts";
import { commandLine, type Ran } from "./testing/command-line.ts";

const EVIL =
  "evil\u001b[2J\u001b[31m\u001b]0;owned\u0007\u009b31m\u007f\u202e\u2066\u200b\r\nFORGED\u2028FORGED";
const ID = "item_01h455vb4pex5vsknk084sn02q";

const TEXTS =
  "id name code type kind title status priority environment prefix key outcome ip unit description notes created_at " +
  "updated_at expires_at last_used_at due_on expires_on subject_name subject_id api_key_name actor_name endpoint place " +
  "detail message action role rows_total rows_done created updated unchanged seq quantity url user_code";
const THING = { id: EVIL, name: EVIL, type: EVIL, unit: EVIL };
const ROW = {
  ...Object.fromEntries(TEXTS.split(" ").map((name) => [name, EVIL])),
  [EVIL]: EVIL,
  tags: [EVIL],
  scopes: [EVIL],
  custom_fields: { [EVIL]: EVIL },
  undone_by: null,
  location_path: [THING],
  ...Object.fromEntries("item bin target user organization api_key".split(" ").map((name) => [name, THING])),
};
const ANSWER = {
  ...ROW,
  ...Object.fromEntries("data undone skipped".split(" ").map((name) => [name, [ROW]])),
  errors: [{ location: EVIL, pointer: EVIL, line: EVIL, column: EVIL, code: EVIL, message: EVIL }],
  errors_total: EVIL,
  next_cursor: null,
};
const PROBLEM = { ...ANSWER, request_id: EVIL, missing_scopes: [EVIL], fix_url: EVIL };

/** A server that says nothing but what would do something to a terminal. */
const hostile =
  (status: number): typeof fetch =>
  async (input) => {
    const { pathname } = new URL(String(input));
    const json = (value: object) =>
      new Response(JSON.stringify(value), { status, headers: { "content-type": "application/json" } });
    if (status !== 200) return json(PROBLEM);
    if (pathname.endsWith("/stream"))
      return new Response(`id: 1\nevent: x\ndata: ${JSON.stringify({ ...ROW, seq: 1 })}\n\n`, {
        headers: { "content-type": "text/event-stream" },
      });
    if (pathname.endsWith("/export") || pathname.endsWith(".svg"))
      return new Response(`${EVIL}\n{"type":"end","count":2}\n`, {
        headers: { "content-type": "text/plain" },
      });
    return json(ANSWER);
  };

const key = createKeyFormat().mint("live");
const stowage = commandLine({
  STOWAGE_URL: "http://127.0.0.1:9",
  STOWAGE_API_KEY: key,
});
afterAll(() => stowage.remove());
const csv = join(stowage.home, "a.csv");
writeFileSync(csv, "name\n");
const place = join(stowage.home, `in\u001b[31m\u202e\nFORGED`);
mkdirSync(place);
writeFileSync(join(place, "a.gz"), Buffer.from([0x1f, 0x8b, 8, 0]));
writeFileSync(join(place, "a.txt"), key);

/** What each command that is no procedure's is tried with. */
const WORDS: Readonly<Record<string, readonly (readonly string[])[]>> = {
  login: [["login", "--with-key"], ["login"]],
  logout: [["logout"]],
  whoami: [["whoami"]],
  search: [["search", EVIL]],
  scan: [["scan"], ["scan", "--action", "take"]],
  undo: [["undo"], ["undo", "7"]],
  export: [["export"], ["export", "--format", "csv"]],
  import: [
    ["import", csv],
    ["import", csv, "--dry-run"],
  ],
  keyscan: [
    ["keyscan", place],
    ["keyscan", "--history", place],
  ],
  api: [
    ["api", "GET", "/any"],
    ["api", "GET", "/bins/x/label.svg"],
  ],
  completion: [["completion", "bash"]],
  "items adjust": [
    ["items", "adjust", ID, "+1"],
    ["items", "adjust", EVIL, "+1"],
  ],
  "events follow": [["events", "follow", "--seconds", "1"]],
};

function wordsOf(name: string): readonly (readonly string[])[] {
  const operation = OPERATIONS.find(({ group, verb }) => `${group} ${verb}` === name);
  if (WORDS[name] || !operation) return WORDS[name] ?? expect.fail(`${name} is not tried`);
  const positional = operation.body.filter(({ is_required, kind }) => is_required && kind !== "json");
  const texts = positional.map(({ kind, choices }) => (/number/.test(kind) ? "1" : (choices?.[0] ?? ID)));
  return [
    [ID, ...texts],
    [EVIL, ...texts],
  ].map((given) => [...name.split(" "), ...operation.arguments.map(() => given[0] ?? ""), ...given.slice(1)]);
}

const leaves = ({ commands }: Command, before = ""): string[] =>
  commands.flatMap((one) =>
    one.commands.length > 0 ? leaves(one, `${one.name()} `) : [`${before}${one.name()}`],
  );

// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must not be there
const CONTROLS = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2066-\u2069]/;
/** Of our own: a line that is drawn anew. */
const withoutProgress = (text: string) => text.replaceAll("\r\u001b[2K", "");

describe("whatever the server says", async () => {
  const names = leaves(await buildProgram(() => expect.fail("nothing is run here")));

  test.each(names)("%s does nothing to a terminal and forges no line", async (name) => {
    let seen = "";
    for (const words of wordsOf(name))
      for (const status of [200, 404])
        for (const form of [[], ["--json"], ["--ndjson"]]) {
          const ran = await stowage.run([...words, "--yes", ...form], {
            isTerminal: true,
            hasProgress: true,
            env: { NO_COLOR: "1" },
            fetch: hostile(status),
            stdin: words[0] === "login" ? key : `${EVIL.replace(/[\r\n]/g, "")}\n`,
          });
          const shown = withoutProgress(ran.out + ran.err);
          expect(CONTROLS.exec(shown)?.input ?? null, `${words} ${form} ${status}`).toBeNull();
          if (!isTextOfAFile(words)) expect(shown).not.toMatch(/^\s*FORGED/m);
          if (form.length > 0 && !isTextOfAFile(words)) expectJson(words, ran);
          seen += shown;
        }
    if (!["logout", "completion"].includes(name)) expect(seen).toMatch(/evil|FORGED/);
  });

  const isTextOfAFile = (words: readonly string[]) =>
    words[0] === "export" || words.includes("/bins/x/label.svg");

  function expectJson(words: readonly string[], { out }: Ran): void {
    if (out === "" || words[0] === "completion") return;
    const documents = words.includes("--json") ? [out] : out.trimEnd().split("\n");
    const isOne = (text: string) => {
      try {
        return typeof JSON.parse(text) === "object";
      } catch {
        return false;
      }
    };
    expect([words, isOne(out) || documents.every(isOne)]).toEqual([words, true]);
  }

  test("JSON is the document that came, for programs too", async () => {
    const { out, json } = await stowage.run(["api", "GET", "/any"], { fetch: hostile(200) });
    expect(json).toEqual(ANSWER);
    expect(out).not.toMatch(CONTROLS);
  });
});

test("a question does nothing to a terminal", async () => {
  const stdin = Object.assign(new PassThrough(), { isTTY: true, setRawMode: () => stdin });
  const stderr = Object.assign(new PassThrough(), { isTTY: true, columns: 80 });
  const io = {
    stdin,
    stderr,
    stdout: stderr,
    env: {},
    fetch,
    wait: async () => {},
    signal: new AbortController().signal,
  };
  const asking = askWhether(io, `Put back ${EVIL}?`);
  stdin.write("n");
  await expect(asking).rejects.toThrow("Nothing was done.");
  // biome-ignore lint/suspicious/noControlCharactersInRegex: as above
  expect(String(stderr.read())).not.toMatch(/\u001b\[2J|\u001b\]|\u009b|\u202e|^FORGED/m);
});
