import { commandLine } from "./command-line.mjs";
import { compactJson } from "./compact-json.mjs";
import { openApiDocument } from "./document.mjs";
import { operationIds } from "./operation-ids.mjs";
import { pythonClient } from "./python.mjs";
import { referencePages } from "./reference-pages.mjs";
import { schemaDocsModule } from "./schema-docs.mjs";
import { typescriptClient } from "./typescript.mjs";
import { verbDocsModule } from "./verb-docs.mjs";

const VERB_DOCS = "apps/api/src/surfaces/docs/verb-docs.gen.ts";
const SCHEMA_DOCS = "apps/api/src/surfaces/docs/schema-docs.gen.ts";

/** What the document is made from, which has to be there first. */
export const sources = () =>
  new Map([
    [VERB_DOCS, verbDocsModule()],
    [SCHEMA_DOCS, schemaDocsModule()],
  ]);

/**
 * Every file that follows from the procedures, as it should be: its path from the checkout's root, and its text.
 * @returns {Promise<Map<string, string>>}
 */
export async function generated() {
  const document = await openApiDocument();
  return new Map([
    ...sources(),
    ["docs/openapi.json", `${compactJson(document)}\n`],
    ...operationIds(document),
    ...typescriptClient(document),
    ...pythonClient(document),
    ...commandLine(document),
    ...(await referencePages(document)),
  ]);
}
