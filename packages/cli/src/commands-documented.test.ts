import { readFileSync } from "node:fs";
import type { Command } from "commander";
import { beforeAll, describe, expect, test } from "vitest";
import { EXIT } from "./exit-codes.ts";
import { OPERATIONS } from "./operations.gen.ts";
import { buildProgram } from "./program.ts";

const page = readFileSync(new URL("../../../docs/command-line.md", import.meta.url), "utf8");
let program: Command;

beforeAll(async () => {
  program = await buildProgram(() => expect.fail("nothing is run here"));
});

/** The command that words begin with, and what is left of them. */
function found(words: readonly string[]): { command: Command; rest: readonly string[] } {
  let command = program;
  for (const [at, word] of words.entries()) {
    const next = command.commands.find((one) => one.name() === word);
    if (!next) return { command, rest: words.slice(at) };
    command = next;
  }
  return { command, rest: [] };
}

/** Each command of the page's table: `stowage items list`, with the verbs that follow it there. */
function documented(): string[] {
  const rows = page.slice(page.indexOf("## Commands")).match(/^\| `stowage.*$/gm) ?? [];
  return rows.flatMap((row) => {
    let group = "";
    return Array.from((row.split("|")[1] ?? "").matchAll(/`([^`]+)`/g), ([, text = ""]) => {
      const words = text.split(" ").filter((word) => /^[a-z]/.test(word));
      if (words[0] !== "stowage") return `${group} ${words[0]}`;
      group = words[1] ?? "";
      return words.slice(1).join(" ");
    });
  });
}

describe("the page", () => {
  test("names every command at the top, and of each group all that follow from no procedure", () => {
    const names = documented();
    for (const command of program.commands)
      expect(names.map((name) => name.split(" ")[0])).toContain(command.name());
    const derived = new Set(OPERATIONS.map(({ group, verb }) => `${group} ${verb}`));
    for (const group of program.commands)
      for (const command of group.commands) {
        const name = `${group.name()} ${command.name()}`;
        if (!derived.has(name) || name === "items adjust") expect(names).toContain(name);
      }
  });

  test("names no command that is not there", () => {
    const names = documented();
    expect(names.length).toBeGreaterThan(40);
    for (const name of names) expect([name, found(name.split(" ")).rest]).toEqual([name, []]);
  });

  test("shows only commands and options that there are", () => {
    const lines = Array.from(page.matchAll(/(?:^|\| )stowage ([^|\n]+)/gm), ([, line = ""]) =>
      line.replace(/ +# .*/, ""),
    );
    expect(lines.length).toBeGreaterThan(20);
    for (const line of lines) {
      const { command } = found(line.split(" "));
      expect([line, command.commands.length === 0]).toEqual([line, true]);
      const options = [...command.options, ...program.options].map(({ long }) => long);
      for (const [option] of line.matchAll(/(?<= )--[a-z-]+/g)) expect([line, ...options]).toContain(option);
    }
  });

  test("tells every exit code", () => {
    for (const code of Object.values(EXIT)) expect(page).toContain(`\n| ${code} | `);
  });
});

test("every command says what it is for", () => {
  const all = program.commands.flatMap((one) => [one, ...one.commands]);
  expect(
    all.filter((one) => one.description() === "" && one.summary() === "").map((one) => one.name()),
  ).toEqual([]);
});
