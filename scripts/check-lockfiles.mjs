#!/usr/bin/env node
// The lockfiles pin names, versions and hashes; where packages come from is each machine's own affair. An address in
// one of them would send every other machine to the author's mirror.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { finish, projectFiles, root } from "./source-files.mjs";

const FORBIDDEN = [
  { files: /(^|\/)pnpm-lock\.yaml$/, text: /\btarball:|\b(?:https?|git|ssh):\/\// },
  { files: /(^|\/)package-lock\.json$/, text: /"resolved":/ },
  { files: /(^|\/)\.npmrc$/, text: /registry\s*=\s*\S*:|_auth/i },
  { files: /(^|\/)package\.json$/, text: /":\s*"(?:https?|git|git\+\w+|github|file):/ },
];

const read = projectFiles().filter((path) => FORBIDDEN.some(({ files }) => files.test(path)));
const problems = read.flatMap((path) => {
  const lines = readFileSync(join(root, path), "utf8").split("\n");
  const { text } = FORBIDDEN.find(({ files }) => files.test(path)) ?? { text: /$^/ };
  return lines.flatMap((line, index) => (text.test(line) ? [`${path}:${index + 1}: ${line.trim()}`] : []));
});
if (!read.includes("pnpm-lock.yaml")) problems.push("pnpm-lock.yaml is missing");
finish(problems, `${read.length} lockfiles and manifests name no place to fetch from`);
