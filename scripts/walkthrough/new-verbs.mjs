import { join } from "node:path";
import { pathToFileURL } from "node:url";

const verb = (line, scope, route, summary) => [
  ...line.split(" "),
  ...["--scope", scope, "--route", route, "--summary", summary],
];

/** One of each kind that the generator knows. */
const KINDS = [
  verb("bins weigh", "bins:read", "GET /bins/{id}/weight", "Weigh a bin"),
  verb("tasks postpone", "tasks:write", "POST /tasks/{id}/postpone", "Postpone a task"),
  verb("racks list", "locations:read", "GET /racks", "List racks"),
  verb("racks tidy", "locations:write", "POST /racks/tidy", "Tidy the racks"),
];
export const PROCEDURES = ["bins.weigh", "tasks.postpone", "racks.list", "racks.tidy"];
export const ROUTES = ["/bins/{id}/weight", "/tasks/{id}/postpone", "/racks"];

/** @type {[args: string[], words: string][]} */
const REFUSED = [
  [verb("bins handle", "bins:write", "POST /bins/{id}/handle", "Handle a bin"), "does not say what happens"],
  [verb("bins get", "bins:read", "GET /bins/{id}/x", "Get"), "is there already"],
  [verb("bins find", "bin:read", "GET /bins/{id}/x", "Find"), "Did you mean bins:read?"],
  [verb("bins find", "bins:read", "GET /bins/{id}/items", "Find"), "bins.items"],
  [verb("bins find", "bins:read", "GET /bins/latest", "Find"), "shadow one another"],
  [verb("bins find", "bins:read", "GET /boxes", "Find"), "begin with /bins"],
  [verb("bins find", "open", "GET /bins/{id}/x", "Find"), "needs a reason"],
  [verb("drawers get", "bins:read", "GET /drawers/{id}", "Get a drawer"), "Begin with its list"],
  ...[
    "Merge */ evil(); /*",
    "Merge\n * @throws conflict",
    "Merge\n",
    'Merge """ evil() """',
    "Merge `$" + "{evil()}`",
    "Merge \\",
    "Merge <script>",
    "Merge \u202e",
    `Merge ${"a ".repeat(50)}bin`,
  ].map(
    (summary) =>
      /** @type {[string[], string]} */ ([
        verb("bins find", "bins:read", "GET /bins/{id}/x", summary),
        "The summary",
      ]),
  ),
  [verb("bins find", "any,bins:read", "GET /bins/{id}/x", "Find"), 'There is no scope "any"'],
  [verb("bins find", "bins:read", "GET /bins/{id}/x\n", "Find"), "is no route"],
  [verb("bins ../find", "bins:read", "GET /bins/{id}/x", "Find"), "not in kebab-case"],
  [verb("bins delete", "bins:write", "POST /bins/{id}/x", "Delete"), "a word of the language"],
  [["bins", "find"], "Say the scope, the route, the summary"],
];

/**
 * Begins a verb of each kind in a copy, and tries what must be refused.
 * @returns {Promise<{ paths: string[], problems: string[] }>} the files that were written
 */
export async function beginVerbs(copy) {
  const { newVerb } = await import(pathToFileURL(join(copy.root, "scripts/gen/verb.mjs")).href);
  const paths = [];
  for (const args of KINDS)
    for (const [path, text] of await newVerb(args)) {
      copy.write(path, text);
      paths.push(path);
    }
  const problems = [];
  for (const [args, words] of REFUSED) {
    const said = await newVerb(args).then(
      () => "nothing",
      (thrown) => thrown.message,
    );
    if (!said.includes(words))
      problems.push(`npm run gen verb -- ${args.join(" ")}: said "${said}", not "${words}"`);
  }
  return { paths, problems };
}
