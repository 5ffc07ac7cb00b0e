/**
 * One operation of the document, as the generators of the client libraries and of pages read it.
 * @typedef {object} Operation
 * @property {string} id  `listBins`
 * @property {string} procedure  `bins.list`
 * @property {string} noun  `bins`: where a client library keeps it
 * @property {string} verb  `list`
 * @property {"GET" | "POST" | "PATCH" | "DELETE"} method
 * @property {string} path  below the API's base, `/bins/{id}`
 * @property {string} summary
 * @property {string} description
 * @property {readonly string[]} scopes  what a key needs; empty when any credential will do, a session alone, or none
 * @property {"scope" | "any_credential" | "session" | "open"} access
 * @property {readonly Parameter[]} path_parameters  in the order of the path
 * @property {readonly Parameter[]} query
 * @property {object | null} body  JSON schema of the JSON body
 * @property {boolean} body_required
 * @property {readonly string[]} uploads  media types of a body that may be a file instead
 * @property {readonly Parameter[]} upload_query  what the query string says of such a file; a JSON body has it in itself
 * @property {number} status  of success
 * @property {object | null} answer  JSON schema of the JSON answer
 * @property {readonly string[]} files  media types of an answer that is a file or a stream
 * @property {boolean} is_page  the answer is `{ data, next_cursor }`, and more is asked for with `cursor`
 * @property {boolean} is_repeatable  takes an `Idempotency-Key`
 * @property {boolean} is_versioned  takes `If-Match`
 * @property {readonly string[]} codes  the problems that it may answer with
 */

/**
 * @typedef {object} Parameter
 * @property {string} name
 * @property {boolean} required
 * @property {object} schema
 * @property {boolean} has_commas  a list is written with commas, otherwise by repeating the parameter
 * @property {string} description
 */

const JSON_TYPE = "application/json";

/**
 * Every operation of an OpenAPI document of ours, by procedure.
 * @param {any} document
 * @returns {Operation[]}
 */
export function operationsOf(document) {
  return Object.entries(document.paths)
    .flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, operation]) =>
        operationOf(document, path, method.toUpperCase(), operation),
      ),
    )
    .sort((one, other) => (one.procedure < other.procedure ? -1 : 1));
}

/** @returns {Operation} */
function operationOf(document, path, method, operation) {
  const [noun, verb] = operation["x-procedure"].split(".");
  const parameters = (operation.parameters ?? []).map((one) => resolved(document, one));
  const inPlace = (place) => parameters.filter((one) => one.in === place).map(parameterOf);
  const ofUpload = new Set(parameters.filter((one) => one["x-upload"]).map(({ name }) => name));
  const headers = new Set(inPlace("header").map(({ name }) => name));
  const [status, response] = Object.entries(operation.responses).find(([code]) => code.startsWith("2")) ?? [];
  const success = resolved(document, response);
  const bodies = operation.requestBody?.content ?? {};
  const answers = success.content ?? {};
  const answer = answers[JSON_TYPE]?.schema ?? null;
  const names = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
  const inPath = inPlace("path");
  return {
    id: operation.operationId,
    procedure: operation["x-procedure"],
    noun,
    verb,
    method,
    path,
    summary: operation.summary,
    description: operation.description ?? "",
    scopes: operation["x-required-scopes"] ?? [],
    access: accessOf(operation),
    path_parameters: names.map((name) => inPath.find((one) => one.name === name)),
    query: inPlace("query").filter(({ name }) => /^\w+$/.test(name) && !ofUpload.has(name)), // `custom.<key>` is no name
    body: resolved(document, bodies[JSON_TYPE]?.schema) ?? null,
    body_required: operation.requestBody?.required ?? false,
    uploads: Object.keys(bodies).filter((type) => type !== JSON_TYPE),
    upload_query: inPlace("query").filter(({ name }) => ofUpload.has(name)),
    status: Number(status),
    answer,
    files: Object.keys(answers).filter((type) => type !== JSON_TYPE),
    is_page: isPage(document, answer) && inPlace("query").some(({ name }) => name === "cursor"),
    is_repeatable: headers.has("Idempotency-Key"),
    is_versioned: headers.has("If-Match"),
    codes: operation["x-problem-codes"] ?? [],
  };
}

function parameterOf({ name, required, schema, explode, description }) {
  return {
    name,
    required: required ?? false,
    schema,
    has_commas: explode === false,
    description: description ?? schema?.description ?? "",
  };
}

/** @returns {Operation["access"]} */
function accessOf(operation) {
  if (operation["x-session-only"]) return "session";
  if (operation["x-any-credential"]) return "any_credential";
  return operation["x-required-scopes"] ? "scope" : "open";
}

/** The document's shapes of what is answered, by name; those of bodies belong to their operations. */
export function answerSchemas(document) {
  const bodies = new Set(
    Object.values(document.paths)
      .flatMap((operations) => Object.values(operations))
      .map(({ requestBody }) => requestBody?.content?.[JSON_TYPE]?.schema?.$ref?.split("/").at(-1)),
  );
  return Object.fromEntries(
    Object.entries(document.components.schemas).filter(([name]) => !bodies.has(name)),
  );
}

/** Follows a `$ref` to one of the document's components: a schema, a parameter, a header or a response. */
export function resolved(document, value) {
  const [, kind, name] = value?.$ref?.match(/^#\/components\/(\w+)\/([\w.-]+)$/) ?? [];
  return kind ? document.components[kind][name] : value;
}

function isPage(document, schema) {
  const { properties = {} } = resolved(document, schema) ?? {};
  return "data" in properties && "next_cursor" in properties;
}
