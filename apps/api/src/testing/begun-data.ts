import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, renameSync } from "node:fs";
import { dirname, join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import type { ThrowAwayFolder } from "@stowage/db/testing/throw-away-folder";
import { inject } from "vitest";
import { dataFolder, startServerProcess } from "./server-process.ts";

const LOOK_EVERY_MS = 50;

/**
 * A folder for one instance's data in which a server has run before, so that the next one starts at once: a copy of one
 * that the first to ask for it makes for the whole run. Of nobody's data; the secret is the same in all copies.
 */
export async function begunDataFolder(): Promise<ThrowAwayFolder> {
  const original = join(dirname(inject("serverProgram")), "begun");
  if (!existsSync(original)) await make(original);
  const folder = dataFolder();
  execFileSync("cp", ["-a", `${original}/.`, folder.path]); // with its owners: PostgreSQL's part is not root's
  return folder;
}

async function make(original: string): Promise<void> {
  try {
    mkdirSync(`${original}.made`);
  } catch {
    while (!existsSync(original)) await sleep(LOOK_EVERY_MS); // another worker is at it
    return;
  }
  const folder = dataFolder();
  const server = await startServerProcess(folder.path);
  await server.stop();
  execFileSync("cp", ["-a", folder.path, `${original}.made/data`]);
  renameSync(`${original}.made/data`, original);
  folder.remove();
}
