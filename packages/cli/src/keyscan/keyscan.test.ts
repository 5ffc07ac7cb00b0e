import { execFileSync } from "node:child_process";
import { chmodSync, mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { createKeyFormat } from "@stowage/auth/key-format";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type CommandLine, commandLine } from "../testing/command-line.ts";

let stowage: CommandLine;
let folder: string;

beforeEach(() => {
  stowage = commandLine();
  folder = join(stowage.home, "project");
  mkdirSync(join(folder, "src"), { recursive: true });
});
afterEach(() => stowage.remove());

const { mint, displayPrefix } = createKeyFormat();
const put = (path: string, content: string | Buffer) => writeFileSync(join(folder, path), content);
/** Nobody may be asked anything: it looks only on this machine. */
const offline: typeof fetch = () => Promise.reject(new Error("something was sent"));
const keyscan = (...words: string[]) => stowage.run(["keyscan", folder, ...words], { fetch: offline });

function git(...words: string[]): string {
  const who = ["-c", "user.name=Anna", "-c", "user.email=anna@example.org", "-c", "commit.gpgsign=false"];
  return execFileSync("git", ["-C", folder, ...who, ...words], {
    encoding: "utf8",
  }).trim();
}

describe("files", () => {
  test("each key with its place and what may be shown of it, and nothing more", async () => {
    const [one, other] = [mint("live"), mint("test")];
    put("src/config.ts", `// settings\nexport const key = "${one}";\n`);
    put(".env", `KEY=${other}\n`);
    const { code, out, err } = await keyscan();
    expect(code).toBe(1);
    expect(out.split("\n")).toEqual([
      `${join(folder, ".env")}:1:5: ${displayPrefix(other)} (test)`,
      `${join(folder, "src/config.ts")}:2:21: ${displayPrefix(one)} (live)`,
      "",
    ]);
    expect(err).toContain("2 files");
    for (const secret of [one, other]) expect(out + err).not.toContain(secret.slice(-28));
    const { json, out: text } = await keyscan("--json");
    expect(json).toMatchObject({
      findings: [{ line: 1 }, { line: 2, environment: "live" }],
      files: 2,
      skipped: [],
    });
    expect(text).not.toContain(one.slice(-28));
  });

  test("logs that gzip has packed, also in parts, and standard input", async () => {
    const key = mint("live");
    const log = `${"2026-01-02 GET /bins 200\n".repeat(50_000)}Authorization: Bearer ${key}\n`;
    put("access.log.1.gz", Buffer.concat([gzipSync("first\n"), gzipSync(log)]));
    expect((await keyscan()).out).toContain(`access.log.1.gz:50002:23: ${displayPrefix(key)}`);
    const piped = await stowage.run(["keyscan", "-"], { stdin: log });
    expect(piped).toMatchObject({ code: 1, out: `-:50001:23: ${displayPrefix(key)} (live)\n` });
  });

  test("without a key: nothing on standard output, and 0", async () => {
    put("src/a.ts", "const task_live_view = 1;");
    expect(await keyscan("--quiet")).toMatchObject({ code: 0, out: "", err: "" });
  });
});

describe("what is left out", () => {
  test("is said: packages, Git's folder, links, what is packed otherwise; --all looks into folders", async () => {
    const key = mint("live");
    mkdirSync(join(folder, "node_modules/x"), { recursive: true });
    mkdirSync(join(folder, ".git"));
    put("node_modules/x/index.js", key);
    put(".git/config", key);
    put("src/a.zip", Buffer.from("PK\u0003\u0004"));
    symlinkSync("/nowhere", join(folder, "link"));
    const { code, out, err } = await keyscan();
    expect([code, out]).toEqual([0, ""]);
    for (const path of ["node_modules", ".git", "link", "src/a.zip"])
      expect(err).toContain(`Skipped ${join(folder, path)}: `);
    expect((await keyscan("--all", "--json")).json.findings).toHaveLength(2);
    expect((await keyscan("--all", "--skip", "node_modules")).out.split("\n")).toHaveLength(2);
  });

  test("what could not be read is no clean result", async () => {
    put("damaged.gz", gzipSync("x".repeat(1_000)).subarray(0, 20));
    expect((await keyscan("--quiet")).err).toContain("damaged");
    expect((await keyscan()).code).toBe(2);
    expect((await stowage.run(["keyscan", join(folder, "nowhere")])).code).toBe(2);
    expect((await stowage.run(["keyscan", folder, "--history"])).code).toBe(2);
  });

  test.skipIf(process.getuid?.() === 0)("a file that may not be read is said", async () => {
    put("closed", "x");
    chmodSync(join(folder, "closed"), 0);
    expect(await keyscan()).toMatchObject({ code: 2, err: expect.stringContaining("may not be read") });
  });
});

describe("Git's history", () => {
  test("deleted files, other branches and messages, by the first commit and path; and objects of no commit", async () => {
    const [deleted, branched, said, lost] = [mint("live"), mint("live"), mint("test"), mint("live")];
    git("init", "--quiet", "--initial-branch=main");
    put("a b.txt", `first\nkey ${deleted}\n`);
    git("add", ".");
    git("commit", "--quiet", "--message=one");
    const first = git("rev-parse", "HEAD");
    git("rm", "--quiet", "a b.txt");
    git("commit", "--quiet", `--message=without ${said}`);
    git("checkout", "--quiet", "-b", "other");
    put("src/ö.txt", branched);
    git("add", ".");
    git("commit", "--quiet", "--message=three");
    const third = git("rev-parse", "HEAD");
    git("checkout", "--quiet", "main");
    put("lost", lost);
    git("hash-object", "-w", "lost");
    git("gc", "--quiet");
    expect((await keyscan("--skip", "lost")).code).toBe(0);
    const { code, json, out } = await keyscan("--skip", "lost", "--history", "--json");
    expect(code).toBe(1);
    const byPrefix = (key: string) =>
      json.findings.find((one: { prefix: string }) => one.prefix === displayPrefix(key));
    expect(json.findings).toHaveLength(4);
    expect(byPrefix(deleted)).toMatchObject({ path: "a b.txt", commit: first, line: 2, column: 5 });
    expect(byPrefix(branched)).toMatchObject({ path: "src/ö.txt", commit: third });
    expect(byPrefix(said)).toMatchObject({ path: null, commit: expect.any(String), environment: "test" });
    expect(byPrefix(lost)).toMatchObject({ path: null, object: expect.any(String) });
    for (const key of [deleted, branched, said, lost]) expect(out).not.toContain(key.slice(-28));
  });
});
