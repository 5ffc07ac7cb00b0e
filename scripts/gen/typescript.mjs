import { answerSchemas, operationsOf, resolved } from "./operations.mjs";
import { calls } from "./typescript-calls.mjs";
import { declaration, nameOfRef, typeOf } from "./typescript-types.mjs";

const FOLDER = "packages/client/src";
const HEAD = "// Written by `npm run gen api` from docs/openapi.json. Change the procedures.\n";

/** What every page has, and the client knows of. */
const PAGE = ["data", "total", "next_cursor"];

/** @typedef {import("./operations.mjs").Operation} Operation */

/**
 * What an operation takes and gives, by the names of types.
 * @typedef {object} Shape
 * @property {string | null} input  of the one object: the body or the query
 * @property {boolean} input_required
 * @property {string} answer  the answer's type
 */

/**
 * The TypeScript client's generated half: types by the document's names, and one method an operation.
 * @param {any} document
 * @returns {Map<string, string>} path from the checkout's root, and text
 */
export function typescriptClient(document) {
  const types = new Map(
    Object.entries(answerSchemas(document)).map(([name, schema]) => [name, declaration(name, schema)]),
  );
  const declare = (name, text) => {
    if (types.has(name)) throw new Error(`two types of the TypeScript client would be called ${name}`);
    types.set(name, text);
    return name;
  };
  const operations = operationsOf(document);
  const shapes = new Map(operations.map((one) => [one, shapeOf(document, one, declare)]));
  return new Map([
    [`${FOLDER}/types.gen.ts`, typesModule(types)],
    [`${FOLDER}/nouns.gen.ts`, `${HEAD}${calls(shapes, [...types.keys()])}`],
  ]);
}

function typesModule(types) {
  const upload = 'import type { Upload } from "./api.ts";\n';
  const texts = [...types].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, text]) => text);
  const uses = texts.some((text) => text.includes(": Upload")) ? `${upload}\n` : "";
  return `${HEAD}${uses}${texts.join("\n")}`;
}

/** @returns {Shape} */
function shapeOf(document, operation, declare) {
  const name = operation.id.charAt(0).toUpperCase() + operation.id.slice(1);
  const schema = inputSchema(operation);
  const input = schema ? declare(name, inputDeclaration(name, schema, operation)) : null;
  return {
    input,
    input_required: (schema?.required ?? []).length > 0,
    answer: answerType(document, operation, name, declare),
  };
}

/** Body or query as one schema; an operation has not both, but for a file, whose query is what else stands in its body. */
function inputSchema({ body, query, uploads, procedure }) {
  if (body) {
    if (query.length > 0 && uploads.length === 0) throw new Error(`${procedure} takes a body and a query`);
    return body;
  }
  if (query.length === 0) return null;
  return {
    type: "object",
    properties: Object.fromEntries(
      query
        .filter(({ name }) => name !== "cursor")
        .map(({ name, schema, description }) => [name, { description, ...schema }]),
    ),
    required: query.filter(({ required }) => required).map(({ name }) => name),
  };
}

function inputDeclaration(name, schema, { procedure, uploads }) {
  const words = [`What \`${procedure}\` takes.`];
  if (uploads.length === 0) return declaration(name, schema, { isInput: true, words });
  // The content of a file may come as what files are.
  const { content, ...rest } = schema.properties;
  const file = declaration(
    name,
    { ...schema, properties: { content: { $ref: "#/components/schemas/Upload" }, ...rest } },
    { isInput: true, words },
  );
  if (!content) throw new Error(`${procedure} takes a file, and has no content`);
  return file;
}

function answerType(document, { answer, is_page, files, procedure }, name, declare) {
  if (files.length > 0 || answer === null) return "FileAnswer";
  const named = (schema, end, words) => {
    if (schema.$ref) return nameOfRef(schema.$ref);
    return schema.type === "object"
      ? declare(name + end, declaration(name + end, schema, { words: [words] }))
      : typeOf(schema);
  };
  if (!is_page) return named(answer, "Answer", `What \`${procedure}\` answers.`);
  const page = resolved(document, answer);
  const row = named(page.properties.data.items, "Row", `A row of \`${procedure}\`.`);
  const isPlain = Object.keys(page.properties).every((member) => PAGE.includes(member));
  return isPlain ? row : `${row}, ${named(answer, "Page", `A page of \`${procedure}\`.`)}`;
}
