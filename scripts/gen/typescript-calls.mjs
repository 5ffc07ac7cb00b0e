import { docstring } from "./typescript-types.mjs";

/** @typedef {import("./operations.mjs").Operation} Operation */
/** @typedef {import("./typescript.mjs").Shape} Shape */

const EVENT_STREAM = "text/event-stream";
/** What the client cannot cause, or what another line of the docstring says. */
const UNSAID = new Set(
  "session_required csrf_rejected malformed_json unsupported_media_type insufficient_scope".split(" "),
);
/** What each record of a stream is; the document has no word for that. */
const STREAMED = { "events.stream": "Event" };

/**
 * The module with one class a noun, one method an operation, and `Nouns`, which has them all.
 * @param {Map<Operation, Shape>} shapes
 * @param {string[]} types  the names that the types' module exports
 */
export function calls(shapes, types) {
  const operations = [...shapes.keys()];
  const everywhere = sharedCodes(operations);
  const nouns = [...new Set(operations.map(({ noun }) => noun))];
  const classes = nouns.map((noun) => {
    const methods = [...shapes]
      .filter(([operation]) => operation.noun === noun)
      .map(([operation, shape]) => method(operation, shape, everywhere));
    return `/** The calls of \`stowage.${noun}\`. */\nexport class ${className(noun)} extends Noun {\n${methods.join("\n")}}\n`;
  });
  const body = `${classes.join("\n")}\n${all(nouns)}`;
  const used = types.filter((name) => new RegExp(`[<:,] ?${name}\\b`).test(body)).sort();
  return `${imports(body)}import type {\n${used.map((name) => `  ${name},\n`).join("")}} from "./types.gen.ts";

class Noun {
  protected readonly api: Api;

  constructor(api: Api) {
    this.api = api;
  }
}

${body}`;
}

function imports(body) {
  const from = [
    ["Api", "./api.ts"],
    ["FileAnswer", "./file-answer.ts"],
    ["CallOptions", "./options.ts"],
    ["PagePromise", "./page-promise.ts"],
  ].filter(([name]) => name === "Api" || new RegExp(`\\b${name}\\b`).test(body));
  const types = from.map(([name, path]) => `import type { ${name} } from "${path}";\n`).join("");
  const asFile = body.includes("asFile(") ? 'import { asFile } from "./as-file.ts";\n' : "";
  return `${asFile}${types}import { segment } from "./query-string.ts";\n`;
}

const className = (noun) => `${noun.charAt(0).toUpperCase()}${noun.slice(1)}Calls`;

function all(nouns) {
  const fields = nouns.map((noun) => `  readonly ${noun}: ${className(noun)};\n`).join("");
  const made = nouns.map((noun) => `    this.${noun} = new ${className(noun)}(api);\n`).join("");
  return `/** Every noun of the API, each with its calls. */\nexport class Nouns {\n${fields}\n  constructor(api: Api) {\n${made}  }\n}\n`;
}

/** @param {Operation} operation @param {Shape} shape */
function method(operation, shape, everywhere) {
  const { verb } = operation;
  const { input, input_required } = shape;
  const parameters = [
    ...operation.path_parameters.map(({ name }) => `${camelCase(name)}: string`),
    ...(input ? [`input: ${input}${input_required ? "" : " = {}"}`] : []),
    "options?: CallOptions",
  ];
  const { type, text } = sending(operation, shape);
  return `${docstring(words(operation, everywhere), "  ")}  ${verb}(${parameters.join(", ")}): ${type} {\n    return ${text};\n  }\n`;
}

/** How the operation is asked, and what is given. */
function sending(operation, { input, answer }) {
  const { method: verb, files, is_page, procedure } = operation;
  const path = pathOf(operation);
  const query = input ? "input" : "{}";
  if (files.includes(EVENT_STREAM)) {
    const row = STREAMED[procedure];
    if (!row) throw new Error(`scripts/gen/typescript-calls.mjs does not know what ${procedure} streams`);
    return {
      type: `AsyncGenerator<${row}, void, undefined>`,
      text: `this.api.events(${path}, ${query}, options)`,
    };
  }
  if (is_page) return { type: `PagePromise<${answer}>`, text: `this.api.page(${path}, ${query}, options)` };
  const call = [
    `method: "${verb}"`,
    `path: ${path}`,
    ...inputMember(operation, input),
    ...(operation.is_repeatable ? ["isRepeatable: true"] : []),
  ];
  const how = answer === "FileAnswer" ? "file" : "json";
  return { type: `Promise<${answer}>`, text: `this.api.${how}({ ${call.join(", ")} }, options)` };
}

function inputMember({ body, uploads }, input) {
  if (!input) return [];
  if (uploads.length > 0) return [`...asFile(input, ${JSON.stringify(mediaTypes(body, uploads))})`];
  return [body ? "body: input" : "query: input"];
}

/** `{ csv: "text/csv" }`: a file's format is the end of its media type. */
function mediaTypes(body, uploads) {
  return Object.fromEntries(
    body.properties.format.enum.map((format) => [format, uploads.find((type) => type.endsWith(format))]),
  );
}

function pathOf({ path, path_parameters }) {
  if (path_parameters.length === 0) return JSON.stringify(path);
  return `\`${path.replace(/\{(\w+)\}/g, (_, name) => `\${segment(${camelCase(name)})}`)}\``;
}

const camelCase = (name) => name.replace(/_(\w)/g, (_, letter) => letter.toUpperCase());

/** Codes that any call with a key may be answered with. */
function sharedCodes(operations) {
  const scoped = operations.filter(({ access }) => access === "scope");
  return new Set(scoped[0].codes.filter((code) => scoped.every(({ codes }) => codes.includes(code))));
}

/** @param {Operation} operation */
function words({ summary, description, access, scopes, path_parameters, codes }, everywhere) {
  const own = codes.filter((code) => !everywhere.has(code) && !UNSAID.has(code));
  const named = path_parameters.filter((one) => one.description);
  return [
    `${summary}.`,
    ...(description ? ["", ...wrapped(description)] : []),
    "",
    rights(access, scopes),
    ...named.map(({ name, description: what }) => `@param ${camelCase(name)} ${what}`),
    ...(own.length > 0
      ? wrapped(`@throws {StowageError} ${own.map((code) => `\`${code}\``).join(", ")}`)
      : []),
  ];
}

function rights(access, scopes) {
  if (access === "session") return "For signed-in people alone: with a key it is 403 `session_required`.";
  if (access === "open") return "Needs no key.";
  if (access === "any_credential") return "Any key will do.";
  return `Scopes: ${scopes.map((scope) => `\`${scope}\``).join(", ")}.`;
}

function wrapped(text) {
  const lines = [""];
  for (const word of text.split(" ")) {
    const line = `${lines.at(-1)} ${word}`.trim();
    if (line.length > 110) lines.push(word);
    else lines[lines.length - 1] = line;
  }
  return lines;
}
