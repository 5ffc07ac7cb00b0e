#!/usr/bin/env node
// The TypeScript client as it is published: only what belongs there, no dependency, types that a stranger's compiler
// finds and that fit the documentation's examples, and a size that a web page does not feel.
import {
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { runTool } from "./bootstrap/processes.mjs";
import { examples } from "./client/examples.mjs";
import { layPackedClient } from "./client/packed.mjs";
import { finish, root } from "./source-files.mjs";

const ALLOWED = /^(package\.json|README\.md|LICENSE|[a-z-]+(\.gen)?\.(js|d\.ts))$/;
/** Minified and gzipped, by entry. */
const GZIP_BYTES_MAX = { "@stowage/client": 7_000, "@stowage/client/webhooks": 1_300 };
/** How a bundler and how Node look for types. */
const RESOLUTIONS = [
  { module: "esnext", moduleResolution: "bundler" },
  { module: "nodenext", moduleResolution: "nodenext" },
];

function fileProblems(packed) {
  const files = readdirSync(packed, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(packed.length + 1));
  const strays = files
    .filter((file) => !ALLOWED.test(file))
    .map((file) => `the client would publish ${file}`);
  const missing = ["README.md", "LICENSE"].filter((file) => !files.includes(file));
  return [...strays, ...missing.map((file) => `the client would be published without ${file}`)];
}

/** Its exports are TypeScript, for this checkout alone. */
function canPackSources() {
  const { scripts } = JSON.parse(readFileSync(join(root, "packages/client/package.json"), "utf8"));
  return !scripts.prepack?.includes("exit 1");
}

function manifestProblems(packed) {
  const manifest = JSON.parse(readFileSync(join(packed, "package.json"), "utf8"));
  const targets = Object.values(manifest.exports).flatMap((entry) => Object.values(entry));
  return [
    ...(manifest.private ? ["the client is private"] : []),
    ...(canPackSources() ? ["packages/client can be packed from its sources"] : []),
    ...["dependencies", "peerDependencies", "optionalDependencies"]
      .filter((kind) => Object.keys(manifest[kind] ?? {}).length > 0)
      .map((kind) => `the client has ${kind}`),
    ...targets
      .filter((target) => !existsSync(join(packed, target)))
      .map((target) => `the client's entry ${target} is not in its package`),
  ];
}

async function typeProblems(folder) {
  for (const { name, text } of examples()) writeFileSync(join(folder, name), text);
  const outputs = [];
  for (const resolution of RESOLUTIONS) {
    const config = join(folder, `tsconfig.${resolution.moduleResolution}.json`);
    const compilerOptions = {
      ...resolution,
      target: "es2022",
      lib: ["es2023", "dom", "dom.iterable", "dom.asynciterable"],
      types: ["node"],
      strict: true,
      exactOptionalPropertyTypes: true,
      noUncheckedIndexedAccess: true,
      skipLibCheck: false,
      noEmit: true,
    };
    writeFileSync(config, JSON.stringify({ compilerOptions, include: ["*.mts"] }));
    const { code, output } = await runTool("tsc", ["-p", config], { from: "typescript", quiet: true });
    if (code !== 0) outputs.push(`${resolution.moduleResolution}: ${output}`);
  }
  return outputs;
}

async function sizesOf(folder) {
  const { build } = createRequire(join(root, "packages/client/package.json"))("esbuild");
  const sizes = [];
  for (const [entry, max] of Object.entries(GZIP_BYTES_MAX)) {
    const stdin = { contents: `export * from "${entry}";`, resolveDir: folder };
    const { outputFiles } = await build({
      stdin,
      bundle: true,
      minify: true,
      format: "esm",
      target: "es2022",
      write: false,
    });
    const [{ contents }] = outputFiles;
    sizes.push({ entry, max, bytes: gzipSync(contents, { level: 9 }).length });
  }
  return sizes;
}

/** @returns {Promise<{ problems: string[], said: string }>} */
async function checked(folder) {
  const packed = layPackedClient(folder);
  // Who uses it in Node has Node's types.
  symlinkSync(join(root, "node_modules/@types"), join(folder, "node_modules/@types"));
  const sizes = await sizesOf(folder);
  const problems = [
    ...fileProblems(packed),
    ...manifestProblems(packed),
    ...(await typeProblems(folder)),
    ...sizes
      .filter(({ bytes, max }) => bytes > max)
      .map(({ entry, bytes, max }) => `${entry} is ${bytes} bytes gzipped, more than ${max}`),
  ];
  const said = sizes.map(({ entry, bytes, max }) => `${entry} ${bytes} of ${max} bytes gzipped`).join(", ");
  return { problems, said: `${examples().length} examples, ${said}` };
}

const folder = mkdtempSync(join(tmpdir(), "stowage-client-"));
const { problems, said } = await checked(folder).finally(() =>
  rmSync(folder, { recursive: true, force: true }),
);
finish(problems, said);
