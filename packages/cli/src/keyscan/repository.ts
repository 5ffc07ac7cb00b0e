import { spawn } from "node:child_process";
import { once } from "node:events";
import {
  copyFileSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { Readable } from "node:stream";
import { text as textOf } from "node:stream/consumers";
import { pipeline } from "node:stream/promises";
import type { Io } from "../io.ts";

/** A program of Git at work. */
interface Running {
  readonly output: AsyncIterable<Buffer>;
  /** Its first complaint, if it went on all the same. @throws Error  it did not */
  readonly ended: Promise<string | null>;
}

/** The objects of a Git repository, to be read without its settings. */
export interface Repository {
  /** What of its history is not in it, in words. */
  readonly lacks: readonly string[];
  run(args: readonly string[], input?: AsyncIterable<string>): Running;
  close(): void;
}

interface Surroundings {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly cwd?: string;
  readonly signal: AbortSignal;
}

/** Nothing is asked, fetched, written or shown page by page, and complaints are in the language that is read here. */
const QUIET = {
  GIT_ALLOW_PROTOCOL: "",
  GIT_NO_LAZY_FETCH: "1",
  GIT_NO_REPLACE_OBJECTS: "1",
  GIT_OPTIONAL_LOCKS: "0",
  GIT_PAGER: "cat",
  GIT_TERMINAL_PROMPT: "0",
  LC_ALL: "C",
};
const WITHOUT_SETTINGS = { GIT_CONFIG_GLOBAL: "/dev/null", GIT_CONFIG_NOSYSTEM: "1", GIT_ATTR_NOSYSTEM: "1" };

/**
 * Opens a repository that somebody else may have made. Its settings name programs: for signatures, file watchers,
 * pagers, filters, and for the server that a missing object is fetched from. So Git works in an empty repository of our
 * own that borrows the objects, and in the other one is asked only where those are.
 * @throws Error  it is no repository, Git refuses it as another user's, or there is no Git
 */
export async function openRepository(
  folder: string,
  { env, signal }: Pick<Io, "env" | "signal">,
): Promise<Repository> {
  // In a hook, Git's own variables name the repository that the hook is of.
  const ours = Object.fromEntries(Object.entries(env).filter(([name]) => !name.startsWith("GIT_")));
  const { format, common } = await placeOf(folder, { env: { ...ours, ...QUIET }, signal });
  const objects = join(common, "objects");
  const shallow = join(common, "shallow");
  const isShallow = isFile(shallow);
  const home = mkdtempSync(join(tmpdir(), "stowage-keyscan-"));
  mkdirSync(join(home, "refs"));
  writeFileSync(join(home, "HEAD"), "ref: refs/heads/none\n");
  writeFileSync(join(home, "config"), settingsFor(format));
  if (isShallow) copyFileSync(shallow, join(home, "shallow"));
  const own = { GIT_DIR: home, GIT_OBJECT_DIRECTORY: objects };
  const surroundings = { env: { ...ours, ...QUIET, ...WITHOUT_SETTINGS, ...own }, cwd: home, signal };
  return {
    lacks: [
      ...(isShallow ? ["it is a shallow clone: older commits are not in it"] : []),
      ...(isPartial(objects) ? ["it is a partial clone: what was never fetched is not in it"] : []),
    ],
    run: (args, input) => runGit(args, surroundings, input),
    close: () => rmSync(home, { recursive: true, force: true }),
  };
}

async function placeOf(folder: string, surroundings: Surroundings) {
  const asked = ["-C", folder, "rev-parse", "--show-object-format", "--git-common-dir"];
  const { output, ended } = runGit(asked, surroundings);
  const answer = await textOf(output);
  await ended;
  const [, format = "", place = ""] = /^(\w+)\n([\s\S]*)\n$/.exec(answer) ?? [];
  return { format, common: realpathSync(resolve(folder, place)) };
}

/** What it takes to read the objects, and nothing that the other repository says. */
function settingsFor(format: string): string {
  const core = "[core]\n\tbare = true\n\trepositoryformatversion = ";
  return format === "sha1" ? `${core}0\n` : `${core}1\n[extensions]\n\tobjectformat = ${format}\n`;
}

/** Git marks each pack that came from a server that was to keep some back. */
function isPartial(objects: string): boolean {
  return readdirSync(join(objects, "pack")).some((name) => name.endsWith(".promisor"));
}

function isFile(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false })?.isFile() ?? false;
}

const COMPLAINT_CHARACTERS = 2_000;

function runGit(
  args: readonly string[],
  surroundings: Surroundings,
  input: AsyncIterable<string> = Readable.from([]),
): Running {
  const git = spawn("git", ["--no-pager", ...args], { ...surroundings, stdio: "pipe" });
  let said = "";
  git.stderr.on("data", (text: Buffer) => {
    said = (said + text.toString()).slice(0, COMPLAINT_CHARACTERS);
  });
  const ended = once(git, "close").then(([code]) => {
    if (code !== 0) throw new Error(said.trim().split("\n")[0] || `git ended with ${code}`);
    return /^error: .*/m.exec(said)?.[0] ?? null;
  });
  // Whoever awaits the output meets the same error there first; what is not taken in is told by the exit code.
  ended.catch(() => undefined);
  pipeline(input, git.stdin).catch(() => undefined);
  return { output: git.stdout, ended };
}
