import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { commandLine } from "../testing/command-line.ts";
import { SHELL_SCRIPTS } from "./shell-scripts.ts";

const stowage = commandLine();
stowage.remove();

/** What may follow, without what it is about. */
async function after(...words: string[]): Promise<string[]> {
  const { out } = await stowage.run(["__complete", "--", ...words]);
  return out.split("\n").flatMap((line) => line.split("\t")[0] || []);
}

describe("what may stand where the cursor is", () => {
  test.each([
    [["sc"], ["scan"]],
    [["items", "ad"], ["adjust"]],
    [["items", "list", "--low"], ["--low-stock"]],
    [["--profile", "items", "bins", "cr"], ["create"]],
    [["items", "list", "--sort", "name"], ["name"]],
    [
      ["keys", "create", "x", "--scope", "bins:"],
      ["bins:read", "bins:write", "bins:delete"],
    ],
    [["keys", "create", "x", "--scope", "bins:read,items:r"], ["bins:read,items:read"]],
    [["api", "get", "/who"], ["/whoami"]],
    [["completion", "f"], ["fish"]],
    [["import", ""], []],
    [["items", "list", "--json", "--prof"], ["--profile"]],
  ])("%j", async (words, expected) => {
    expect(await after(...words)).toEqual(expected);
  });

  test("never what is hidden", async () => {
    expect(await after("")).not.toContain("__complete");
  });
});

const hasBash = spawnSync("bash", ["--version"]).status === 0;

describe.skipIf(!hasBash)("in bash", () => {
  const folder = mkdtempSync(join(tmpdir(), "stowage-bash-"));

  test("the word at the cursor is completed, also one with colons; where only you know, nothing is", async () => {
    // Each answer is the program's own; bash calls it by a stand-in that reads them from here.
    const lines = ["stowage items ad", "stowage keys create x --scope items:r", "stowage import "];
    const cases = await Promise.all(
      lines.map(async (line) => {
        const words = line.split(" ").slice(1);
        const { out } = await stowage.run(["__complete", "--", ...words]);
        return `"__complete -- ${words.join(" ")}") printf '%s' '${out}';;`;
      }),
    );
    const script = join(folder, "script");
    writeFileSync(
      script,
      `stowage() { local IFS=' '; case "$*" in ${cases.join("\n")} *) echo "asked: $*";; esac; }
${SHELL_SCRIPTS.bash}
for line in ${lines.map((line) => `"${line}"`).join(" ")}; do
  COMP_LINE="$line" COMP_POINT=\${#line} COMPREPLY=()
  _stowage
  echo "\${COMPREPLY[*]}"
done
complete -p stowage`,
    );
    const out = execFileSync("bash", ["--norc", script], { encoding: "utf8" });
    rmSync(folder, { recursive: true });
    expect(out.split("\n")).toEqual(["adjust", "read", "", "complete -o default -F _stowage stowage", ""]);
  });
});
