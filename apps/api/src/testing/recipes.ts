import { type ChildProcessWithoutNullStreams, execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { PRESETS, type PresetName } from "@stowage/contract/presets";
import type { Person, TestKey } from "./test-server.ts";

const RECIPES = new URL("../../../../docs/recipes/", import.meta.url);

/** Where a file of `docs/recipes` is. */
export const recipePath = (name: string): string => fileURLToPath(new URL(name, RECIPES));
export const readRecipe = (name: string): string => readFileSync(new URL(name, RECIPES), "utf8");

/** A key with exactly the scopes of a preset, as the app makes it. */
export const presetKey = (person: Person, preset: PresetName): Promise<TestKey> =>
  person.key([...PRESETS[preset].scopes]);

/** Python itself, not a script that looks for it. */
export const pythonPath = (): string =>
  execFileSync("python3", ["-c", "import sys; print(sys.executable)"], { encoding: "utf8" }).trim();

/** A program that talks by lines until it is stopped. */
export interface Talking {
  /** The next line that it writes. */
  line(): Promise<string>;
  write(text: string): void;
  /** What it wrote to its standard error so far. */
  errors(): string;
  stop(): Promise<void>;
}

export function startTalking(
  program: string,
  args: string[],
  { env, cwd }: { env?: Record<string, string>; cwd?: string } = {},
): Talking {
  const child: ChildProcessWithoutNullStreams = spawn(program, args, {
    ...(env && { env }),
    ...(cwd !== undefined && { cwd }),
  });
  const ended = once(child, "close");
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  let errors = "";
  child.stderr.setEncoding("utf8").on("data", (text: string) => {
    errors += text;
  });
  return {
    async line() {
      const { value, done } = await lines.next();
      if (done) throw new Error(`${program} ended: ${errors}`);
      return value;
    },
    write(text) {
      child.stdin.write(text);
    },
    errors: () => errors,
    async stop() {
      child.kill();
      await ended;
    },
  };
}
