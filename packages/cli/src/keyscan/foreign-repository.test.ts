import { execFileSync } from "node:child_process";
import { chmodSync, chownSync, existsSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { createKeyFormat } from "@stowage/auth/key-format";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type CommandLine, commandLine } from "../testing/command-line.ts";

const { mint, displayPrefix } = createKeyFormat();
let stowage: CommandLine;
let folder: string;
let ran: string;
let program: string;

beforeEach(() => {
  stowage = commandLine();
  folder = join(stowage.home, "project");
  mkdirSync(folder);
  ran = join(stowage.home, "ran");
  program = join(stowage.home, "program");
  writeFileSync(program, `#!/bin/sh\necho "$0 $@" >> '${ran}'\ncat\n`);
  chmodSync(program, 0o755);
  git("init", "--quiet", "--initial-branch=main");
});
afterEach(() => stowage.remove());

function git(...words: string[]): string {
  return gitWith("", ...words);
}

function gitWith(input: string, ...words: string[]): string {
  const who = ["-c", "user.name=Anna", "-c", "user.email=anna@example.org", "-c", "commit.gpgsign=false"];
  return execFileSync("git", ["-C", folder, ...who, ...words], { encoding: "utf8", input }).trim();
}

function commit(content: string): string {
  writeFileSync(join(folder, "a.txt"), content);
  git("add", ".");
  git("commit", "--quiet", "--message=more");
  return git("rev-parse", "HEAD");
}

const removeObject = (hash: string) =>
  rmSync(join(folder, ".git/objects", hash.slice(0, 2), hash.slice(2)), { force: true });
const scan = (...words: string[]) =>
  stowage.run(["keyscan", "--skip", "a.txt", "--history", folder, ...words]);

describe("a repository of somebody else", () => {
  test("names programs for signatures, watchers, pagers and filters in vain", async () => {
    const key = mint("live");
    const signature = "gpgsig -----BEGIN PGP SIGNATURE-----\n \n AAAA\n -----END PGP SIGNATURE-----";
    const plain = git("cat-file", "commit", commit(key));
    const signed = gitWith(
      `${plain.replace("\n\n", `\n${signature}\n\n`)}\n`,
      ...["hash-object", "-t", "commit", "-w", "--stdin"],
    );
    git("update-ref", "refs/heads/main", signed);
    const included = join(stowage.home, "included");
    writeFileSync(included, `[core]\n\tpager = ${program}\n[gpg "ssh"]\n\tprogram = ${program}\n`);
    writeFileSync(join(folder, ".gitattributes"), "* diff=evil filter=evil\n");
    for (const [name, value] of [
      ["log.showSignature", "true"],
      ["gpg.program", program],
      ["core.fsmonitor", program],
      ["core.sshCommand", program],
      ["core.askPass", program],
      ["core.editor", program],
      ["credential.helper", `!${program}`],
      ["pager.log", program],
      ["diff.external", program],
      ["diff.evil.textconv", program],
      ["diff.evil.command", program],
      ["filter.evil.smudge", program],
      ["filter.evil.process", program],
      ["alias.log", `!${program}`],
      ["alias.cat-file", `!${program}`],
      ["includeIf.gitdir:**.path", included],
    ] as const)
      git("config", name, value);
    const { code, out } = await scan();
    expect([code, out]).toEqual([1, expect.stringContaining(displayPrefix(key))]);
    expect(existsSync(ran)).toBe(false);
  });

  test("has nothing fetched that it lacks; what is there is told, and that it is not all", async () => {
    const [first, last] = [mint("live"), mint("live")];
    commit(first);
    const missing = git("rev-parse", "HEAD^{tree}");
    commit(last);
    for (const [name, value] of [
      ["core.repositoryFormatVersion", "1"],
      ["extensions.partialClone", "origin"],
      ["remote.origin.promisor", "true"],
      ["remote.origin.url", pathToFileURL(folder).href],
      ["remote.origin.uploadpack", program],
      ["protocol.allow", "always"],
      ["protocol.file.allow", "always"],
    ] as const)
      git("config", name, value);
    removeObject(missing);
    const { code, out, err } = await scan();
    expect(existsSync(ran)).toBe(false);
    for (const key of [first, last]) expect(out).toContain(displayPrefix(key));
    expect([code, err]).toEqual([1, expect.stringContaining("its history cannot be read")]);
  });

  test("hides nothing behind a damaged object, a replacement or a name", async () => {
    const keys = Array.from({ length: 8 }, () => mint("live"));
    const blobs = keys.map((key) => gitWith(key, "hash-object", "-w", "--stdin"));
    const [damaged = "", replaced = ""] = blobs;
    git("replace", replaced, gitWith("nothing", "hash-object", "-w", "--stdin"));
    const path = join(folder, ".git/objects", damaged.slice(0, 2), damaged.slice(2));
    chmodSync(path, 0o644);
    writeFileSync(path, "");
    mkdirSync(join(folder, "constructor"));
    writeFileSync(join(folder, "constructor/b.txt"), mint("live"));
    const { code, json } = await scan("--json");
    expect([code, json.findings.length]).toEqual([1, keys.length]);
    expect(json.skipped).toContainEqual(
      expect.objectContaining({ why: expect.stringMatching(`${damaged}|cannot be read`) }),
    );
  });

  test("is not called clean when what was never fetched is not in it", async () => {
    commit("first");
    git("config", "uploadpack.allowFilter", "true");
    const partial = join(stowage.home, "partial");
    const blobless = ["clone", "--quiet", "--filter=blob:none", "--no-checkout"];
    git(...blobless, pathToFileURL(folder).href, partial);
    const { code, err } = await stowage.run(["keyscan", "--history", partial]);
    expect([code, err]).toEqual([2, expect.stringContaining("partial")]);
  });

  test("is not called clean when its older commits are not in it", async () => {
    commit("first");
    commit("second");
    const shallow = join(stowage.home, "shallow");
    git("clone", "--quiet", "--depth=1", pathToFileURL(folder).href, shallow);
    const { code, err } = await stowage.run(["keyscan", "--history", shallow]);
    expect([code, err]).toEqual([2, expect.stringContaining("shallow")]);
    const key = mint("live");
    folder = shallow;
    commit(key);
    const { json } = await scan("--json");
    expect(json.findings).toMatchObject([{ path: "a.txt", commit: git("rev-parse", "HEAD") }]);
  });

  test("is the one at the path, also in a hook of another", async () => {
    const key = mint("live");
    commit(key);
    const env = { GIT_DIR: join(stowage.home, "other"), GIT_CONFIG_COUNT: "no number" };
    const { code } = await stowage.run(["keyscan", "--skip", "a.txt", "--history", folder], { env });
    expect(code).toBe(1);
  });

  test.runIf(process.getuid?.() === 0)("is not read when Git refuses it as another user's", async () => {
    commit(mint("live"));
    for (const path of [folder, join(folder, ".git")]) chownSync(path, 65_533, 65_533);
    const { code, out, err } = await scan();
    expect([code, out, err]).toEqual([
      2,
      "",
      expect.stringMatching(/its history cannot be read .*ownership/),
    ]);
  });
});
