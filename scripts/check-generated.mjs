#!/usr/bin/env node
// What follows from the procedures, the OpenAPI document and what is made of it, is committed; it must be what the
// procedures say today.
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { generated } from "./gen/generated.mjs";
import { finish, root } from "./source-files.mjs";

const files = await generated();
const problems = [...files]
  .filter(([path, text]) => !existsSync(join(root, path)) || readFileSync(join(root, path), "utf8") !== text)
  .map(([path]) => `${path} is not what the procedures say: run \`npm run gen api\` and commit it`);
finish(problems, `${files.size} generated files`);
