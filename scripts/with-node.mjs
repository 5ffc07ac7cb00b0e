#!/usr/bin/env node
// Runs a command on another version of Node, which comes from the npm package `node` and is kept in .cache:
//   node scripts/with-node.mjs 24 npm test
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { delimiter, join } from "node:path";
import { root } from "./source-files.mjs";

const [major, command, ...args] = process.argv.slice(2);
if (!/^\d+$/.test(major ?? "") || !command) {
  console.error("usage: node scripts/with-node.mjs <major version> <command> [arguments…]");
  process.exit(2);
}

const folder = join(root, ".cache", `node-${major}`);
const bin = join(folder, "node_modules/node/bin");
if (!existsSync(join(bin, "node"))) {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "package.json"), '{ "private": true }\n');
  // The package's own install script puts this platform's binary in place, so scripts must be allowed here.
  const flags = [
    "--no-audit",
    "--no-fund",
    "--no-package-lock",
    "--ignore-scripts=false",
    "--loglevel=error",
  ];
  const { status } = spawnSync("npm", ["install", ...flags, `node@${major}`], {
    cwd: folder,
    stdio: "inherit",
  });
  if (status !== 0 || !existsSync(join(bin, "node"))) {
    console.error(`Node ${major} could not be installed from the npm registry.`);
    process.exit(1);
  }
}

const { npm_execpath, npm_node_execpath, ...env } = process.env;
const { status, error } = spawnSync(command, args, {
  stdio: "inherit",
  env: { ...env, PATH: [bin, env.PATH].join(delimiter) },
});
if (error) console.error(`${command}: ${error.message}`);
process.exit(status ?? 1);
