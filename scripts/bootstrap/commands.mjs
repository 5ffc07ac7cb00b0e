import { bench } from "./bench.mjs";
import { defaultDataDir } from "./data-dir.mjs";
import { dev } from "./dev.mjs";
import { envWithSettings, root } from "./environment.mjs";
import { install } from "./install.mjs";
import { fail } from "./output.mjs";
import { pnpmRunner } from "./pnpm.mjs";
import { listenForStop, run } from "./processes.mjs";
import { runtimes } from "./runtimes.mjs";
import { soak } from "./soak.mjs";
import { start } from "./start.mjs";
import { test } from "./test.mjs";

const USAGE =
  "setup [--update] | start | dev | test [step…] | soak suite | runtimes | bench [arguments…] | seed [arguments…] | gen [arguments…] | run <pnpm arguments…>";

async function setup(args, pnpm) {
  if (!args.includes("--update")) return install(pnpm);
  const { code } = await pnpm(["install", "--prod=false", "--no-frozen-lockfile"]);
  process.exit(code);
}

async function seed(args) {
  const env = envWithSettings();
  const settings = { ...env, DATA_DIR: env.DATA_DIR || defaultDataDir(root) };
  const { code } = await run(process.execPath, ["scripts/seed.mjs", ...args], {
    env: settings,
    stdin: "inherit",
  });
  process.exit(code);
}

async function gen(args) {
  const { code } = await run(process.execPath, ["scripts/gen.mjs", ...args], { stdin: "inherit" });
  process.exit(code);
}

/** Runs one of the commands of USAGE; the process's exit code is the command's. */
export async function runCommand([name = "setup", ...args]) {
  const afterInstall = { start, dev, test, soak, runtimes, bench, seed, gen };
  if (!["setup", "run", ...Object.keys(afterInstall)].includes(name))
    fail(`There is no command "${name}". There are: ${USAGE}`);

  listenForStop();
  const pnpm = await pnpmRunner();
  if (name === "run") process.exit((await pnpm(args, { stdin: "inherit" })).code);
  if (name === "setup") return setup(args, pnpm);
  await install(pnpm);
  await afterInstall[name](args);
}
