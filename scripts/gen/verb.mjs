import { spawnSync } from "node:child_process";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { root } from "../source-files.mjs";
import { nounOf, project } from "./verb/project.mjs";
import { refusals } from "./verb/refusals.mjs";
import { withEntry, withFeature } from "./verb/routers.mjs";
import { withShapes } from "./verb/shapes.mjs";
import { testFile, verbFile } from "./verb/templates.mjs";
import { wishesOf } from "./verb/wishes.mjs";
import { camelCase, pascalCase } from "./verb/words.mjs";

/**
 * A new verb as the files that it takes, each as the formatter wants it: its own, its shapes, its line in the router, its
 * test. Nothing is written here, so what is refused leaves nothing behind.
 * @param {string[]} args  see USAGE in verb/wishes.mjs
 * @returns {Promise<Map<string, string>>} paths from the checkout's root
 * @throws Error  what is wrong and what to do instead
 */
export async function newVerb(args) {
  const wishes = await wishesOf(args);
  const present = project();
  const noun = nounOf(wishes.noun, present);
  const problems = refusals(wishes, present, noun);
  if (problems.length > 0) throw new Error(problems.join("\n"));
  const plan = planOf(wishes);
  const shapes = withShapes(noun, plan);
  /** @type {Map<string, string>} */
  const files = new Map([
    [shapes.path, shapes.text],
    [`${noun.paths.folder}/${plan.verb}.ts`, verbFile(noun, plan, shapes)],
    [`${noun.paths.folder}/${plan.verb}.test.ts`, testFile(noun, plan)],
    [noun.paths.router, withEntry(noun, plan)],
    ...(noun.router === null ? withFeature(noun) : []),
  ]);
  return new Map([...files].map(([path, text]) => [path, formatted(path, text)]));
}

/** What kind of procedure it is: a list, a read of one thing, a write of one, or a deed that names none. */
function planOf(wishes) {
  const [method, path] = wishes.route.split(" ");
  const hasId = path.includes("{id}");
  const kind = method === "GET" ? (hasId ? "read" : "list") : hasId ? "write" : "deed";
  return {
    ...wishes,
    method,
    path,
    hasId,
    kind,
    camel: camelCase(wishes.verb),
    pascal: pascalCase(wishes.verb),
  };
}

function formatted(path, text) {
  const biome = createRequire(join(root, "package.json")).resolve("@biomejs/biome/package.json");
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [join(dirname(biome), "bin/biome"), "check", "--write", `--stdin-file-path=${path}`],
    { cwd: root, input: text, encoding: "utf8" },
  );
  if (status !== 0) throw new Error(`${path} cannot be formatted: ${stderr}`);
  return stdout;
}
