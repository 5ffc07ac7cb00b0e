import { readFileSync } from "node:fs";
import { join } from "node:path";
import { featureProblems } from "../house/features.mjs";
import { verbProblems } from "../house/verbs.mjs";
import { projectFiles, root } from "../source-files.mjs";
import { says } from "./page.mjs";

const SOURCES = /^(apps\/api\/src|packages\/contract\/src)\/.*\.ts$/;

/**
 * A file with something left out, or none at all, for each block of the page that says what is said then.
 * @param {(path: string) => string} read
 */
export function variantsOf(blocks, read) {
  return blocks
    .filter(({ forget }) => forget !== undefined)
    .map(({ forget, put = "", by, from, text: words }, index) => {
      const whole = read(from);
      if (forget !== true && !whole.includes(forget)) throw new Error(`${from} has no ${forget} to forget`);
      return {
        forget: forget === true ? from : forget,
        by,
        words,
        from,
        path: from.replace(/[^/]+$/, `forgotten-${index}.ts`),
        text: forget === true ? null : whole.replace(forget, () => put),
      };
    });
}

/** What is not said as the page says it: the compiler's words about each variant in its own file. */
export function unsaidByTypes(variants, output) {
  return variants
    .filter(({ by }) => by === "types")
    .filter(({ path, words }) => !says(linesAbout(output, path), words))
    .map(
      ({ forget, path, words }) =>
        `without ${forget} the compiler says ${linesAbout(output, path)}, not ${words}`,
    );
}

export function linesAbout(output, path) {
  return output
    .split("\n")
    .filter((line) => line.includes(path))
    .join("\n");
}

/** The same of the house's check, with each variant in the place of its file. */
export function unsaidByHouse(variants, { read, files: added }) {
  const sources = new Map(
    projectFiles()
      .filter((path) => SOURCES.test(path))
      .map((path) => [path, readFileSync(join(root, path), "utf8")]),
  );
  for (const path of added) sources.set(path, read(path));
  const said = (changed) => {
    const all = [...changed].map(([path, text]) => ({ path, text }));
    return [...verbProblems(all), ...featureProblems(all)].filter((problem) =>
      added.some((path) => problem.includes(path)),
    );
  };
  const whole = said(sources).map((problem) => `nothing is left out, and yet: ${problem}`);
  const unsaid = variants
    .filter(({ by }) => by === "house")
    .flatMap(({ forget, from, words, text }) => {
      const changed = new Map(sources);
      if (text === null) changed.delete(from);
      else changed.set(from, text);
      const problems = said(changed).join("\n");
      return says(problems, words)
        ? []
        : [`without ${forget} the check says ${problems || "nothing"}, not ${words}`];
    });
  return [...whole, ...unsaid];
}
