// How fast `stowage keyscan` looks for keys, beside merely reading the same bytes in the same run:
//   npm run bench -- keyscan [folder]
// Without a folder it makes 256 MB of logs, code, look-alikes of keys, base64 and binary data, and removes them again.
import { createHash } from "node:crypto";
import { closeSync, mkdirSync, mkdtempSync, openSync, readSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { build } from "esbuild";

const ROUNDS = 3;
const FILE_BYTES = 4_000_000;
const CHUNK_BYTES = 1024 * 1024;

const home = dirname(dirname(fileURLToPath(import.meta.url)));
const scratch = mkdtempSync(join(tmpdir(), "stowage-keyscan-"));
try {
  const { createFileScan, filesBelow } = await loaded();
  const folder = process.argv[2] ?? corpus();
  let found = 0;
  const listener = { found: () => found++, skipped() {}, looked() {} };
  const files = [...filesBelow(folder, listener, { all: true, skip: [] })];
  if (files.length === 0) throw new Error("There is nothing to look at.");
  const bytes = files.reduce((sum, file) => sum + read(file), 0); // and now they are all in memory, as far as they fit
  const best = { read: [0, 0], scan: [0, 0] };
  for (let round = 0; round < ROUNDS; round++) {
    const reading = await speed(bytes, () => files.forEach(read));
    found = 0;
    const scan = createFileScan(listener);
    const scanning = await speed(bytes, async () => {
      for (const file of files) await scan(file);
    });
    best.read = best.read.map((before, at) => Math.max(before, reading[at]));
    best.scan = best.scan.map((before, at) => Math.max(before, scanning[at]));
  }
  const line = ([wall, processor]) =>
    `${Math.round(wall)} MB/s, ${Math.round(processor)} MB/s of processor time`;
  console.log(`${files.length} files, ${Math.round(bytes / 1e6)} MB, ${found} keys`);
  console.log(`read only  ${line(best.read)}`);
  console.log(
    `keyscan    ${line(best.scan)}; ${(best.read[1] / best.scan[1]).toFixed(1)} times the work of reading`,
  );
} finally {
  rmSync(scratch, { recursive: true });
}

/** Megabytes in a second on the clock, and in one of the processor's: other work does not slow that one. */
async function speed(bytes, work) {
  const startedAt = performance.now();
  const before = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(before);
  return [bytes / 1_000 / (performance.now() - startedAt), bytes / (user + system)];
}

async function loaded() {
  const outfile = join(scratch, "keyscan.mjs");
  await build({
    stdin: {
      contents: `export * from "./src/keyscan/scan-file.ts"; export * from "./src/keyscan/walk-files.ts";`,
      resolveDir: home,
    },
    outfile,
    bundle: true,
    platform: "node",
    format: "esm",
    target: "node20",
    banner: {
      js: 'import { createRequire } from "node:module"; const require = createRequire(import.meta.url);',
    },
  });
  return import(pathToFileURL(outfile).href);
}

function corpus() {
  const folder = join(scratch, "corpus");
  mkdirSync(folder);
  // Bytes without pattern that are the same in every run.
  const noise = Buffer.concat(
    Array.from({ length: FILE_BYTES / 64 }, (_, at) => createHash("sha512").update(String(at)).digest()),
  );
  const kinds = {
    log: (at) =>
      `{"level":"info","time":"2026-01-02T03:04:${at % 60}Z","path":"/api/v1/items","status":200,"ms":${at % 97}}\n`,
    // One line in ten holds what is a key but for its checksum.
    keys: (at) =>
      at % 10 === 0 ? `AUTH=sk_stowage_live_${noise.toString("hex", at, at + 16)}\n` : kinds.log(at),
    js: (at) => `const task_${at}=(e,t)=>{if(e.sk_live_${at % 9})return t.test_value(_live_,"${at}")};`,
  };
  const filled = (line) => {
    const lines = Array.from({ length: 20_000 }, (_, at) => line(at)).join("");
    return Buffer.alloc(FILE_BYTES, lines);
  };
  const contents = [
    filled(kinds.log),
    filled(kinds.js),
    filled(kinds.keys),
    Buffer.from(noise.toString("base64")),
    noise,
  ];
  for (let at = 0; at < 64; at++)
    writeFileSync(join(folder, String(at)), contents[at % contents.length].subarray(0, FILE_BYTES));
  return folder;
}

function read(file) {
  const handle = openSync(file, "r");
  try {
    let total = 0;
    for (let count = -1; count !== 0; total += count) count = readSync(handle, chunk());
    return total;
  } finally {
    closeSync(handle);
  }
}

function chunk() {
  chunk.buffer ??= Buffer.allocUnsafeSlow(CHUNK_BYTES);
  return chunk.buffer;
}
