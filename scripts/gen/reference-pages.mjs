import { fromSources } from "./from-sources.mjs";
import { operationsOf } from "./operations.mjs";

const WRITTEN = "<!-- Written by `npm run gen api`. Change what it is made of:";
const cell = (text) => text.replaceAll("|", "\\|");
const code = (text) => `\`${text}\``;
const row = (...cells) => `| ${cells.map(cell).join(" | ")} |`;
const table = (heads, rows) => [row(...heads), row(...heads.map(() => "---")), ...rows].join("\n");
/** As GitHub and the site make it of a heading. */
const anchor = (heading) =>
  heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N}_ -]/gu, "")
    .replaceAll(" ", "-");
const page = (...parts) => `${parts.join("\n\n")}\n`;

/**
 * The pages of `docs/reference`, which list what there is: scopes, errors and operations.
 * @param {object} document the OpenAPI document
 * @returns {Promise<Map<string, string>>} path and text of each
 */
export async function referencePages(document) {
  const catalogue = await fromSources(`
    export { PRESETS } from "@stowage/contract/presets";
    export { PROBLEM_WORDS } from "@stowage/contract/problem-words";
    export { PROBLEMS } from "@stowage/contract/problems";
    export { roleGrants, Role } from "@stowage/contract/roles";
    export { SCOPES } from "@stowage/contract/scopes";`);
  const operations = operationsOf(document);
  return new Map([
    ["docs/reference/scopes.md", scopesPage(catalogue, operations)],
    ["docs/reference/errors.md", errorsPage(catalogue)],
    ["docs/reference/operations.md", operationsPage(operations)],
  ]);
}

function scopesPage({ SCOPES, PRESETS, Role, roleGrants }, operations) {
  const scopes = Object.entries(SCOPES);
  const rolesOf = (scope) => Role.options.filter((role) => roleGrants(role, scope));
  return page(
    `${WRITTEN} packages/contract/src/scopes.ts. -->`,
    "# Scopes",
    [
      "A key may do what its scopes say, as far as the role of the user it acts for allows at that moment. `write` does not",
      "include `read`, though a write answers with the object it wrote; deleting is a scope of its own. How to give them to a",
      "key is told in [API keys](../api-keys.md#scopes).",
    ].join("\n"),
    table(
      ["scope", "in the app", "what a key with it can do"],
      scopes.map(([scope, { label, description }]) =>
        row(`[${code(scope)}](#${anchor(scope)})`, label, description),
      ),
    ),
    ...scopes.map(([scope, { description }]) => {
      const presets = Object.values(PRESETS).filter((preset) => preset.scopes.includes(scope));
      const needing = operations.filter(({ scopes: needed }) => needed.includes(scope));
      return page(
        `## ${code(scope)}`,
        description,
        [
          `Roles that grant it: ${rolesOf(scope).join(", ")}.`,
          presets.length > 0
            ? ` Presets that hold it: ${presets.map(({ label }) => `*${label}*`).join(", ")}.`
            : "",
        ].join(""),
        needing.length > 0
          ? table(
              ["call", "what it does", "name"],
              needing.map(({ method, path, summary, procedure }) =>
                row(code(`${method} ${path}`), summary, code(procedure)),
              ),
            )
          : scope === "admin:*"
            ? "No call asks for it alone; it grants every other scope, those of later versions too."
            : "No call asks for it alone.",
      ).trimEnd();
    }),
  );
}

function errorsPage({ PROBLEMS, PROBLEM_WORDS }) {
  const problems = Object.entries(PROBLEMS);
  return page(
    `${WRITTEN} packages/contract/src/problems.ts and problem-words.ts. -->`,
    "# Errors",
    [
      "Every answer that is not 2xx is a problem (RFC 9457, `application/problem+json`). Its `code` is one of these, and stable;",
      "`type` leads to the same words on your own server. [API keys](../api-keys.md#errors) tells what else is in the body.",
    ].join("\n"),
    table(
      ["code", "status", "title"],
      problems.map(([name, { status, title }]) =>
        row(`[${code(name)}](#${anchor(name)})`, String(status), title),
      ),
    ),
    ...problems.map(([name, { status, title }]) => {
      const { meaning, cause, remedy } = PROBLEM_WORDS[name];
      return page(
        `## ${code(name)}`,
        `**${status}** · ${title}`,
        meaning,
        `*Why it happens.* ${cause}`,
        `*What to do.* ${remedy}`,
      ).trimEnd();
    }),
  );
}

function operationsPage(operations) {
  const nouns = [...new Set(operations.map(({ noun }) => noun))];
  return page(
    `${WRITTEN} the verbs in apps/api/src/features. -->`,
    "# Operations",
    [
      "Every call of the API. The name is what the client libraries call it: `stowage.bins.list()` in TypeScript, `bins.list` on",
      "tRPC. Paths are below `/api/v1`. A running server describes them in full at `/docs`, where each can be tried out, and",
      "for programs at `/api/v1/openapi.json`.",
    ].join("\n"),
    ...nouns.map((noun) =>
      page(
        `## ${noun}`,
        table(
          ["name", "call", "what it does", "needs"],
          operations
            .filter((operation) => operation.noun === noun)
            .map((operation) =>
              row(
                code(operation.procedure),
                code(`${operation.method} ${operation.path}`),
                operation.summary,
                neededBy(operation),
              ),
            ),
        ),
      ).trimEnd(),
    ),
  );
}

function neededBy({ access, scopes }) {
  if (access === "session") return "a signed-in person";
  if (access === "any_credential") return "any key, or a session";
  if (access === "open") return "nothing";
  return scopes.map((scope) => `[${code(scope)}](scopes.md#${anchor(scope)})`).join(", ");
}
