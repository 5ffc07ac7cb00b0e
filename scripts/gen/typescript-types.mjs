// JSON Schema, as far as the document uses it, printed as TypeScript. What it does not know it refuses, so that no type
// is quietly wider than the document.

/** Members that say nothing about a type. */
const SILENT = new Set(
  "description examples default title format pattern minimum maximum exclusiveMinimum exclusiveMaximum minLength maxLength minItems maxItems multipleOf propertyNames deprecated $comment example discriminator".split(
    " ",
  ),
);
const SPEAKING = new Set(
  "$ref type const enum anyOf oneOf allOf items properties required additionalProperties".split(" "),
);
const NAMES = { string: "string", number: "number", integer: "number", boolean: "boolean", null: "null" };

/**
 * A schema as a type. What callers give is taken readonly, and with `undefined` for what is left out.
 * @param {any} schema
 * @param {{ isInput?: boolean, indent?: string }} [options]
 * @returns {string}
 */
export function typeOf(schema, { isInput = false, indent = "" } = {}) {
  for (const member of Object.keys(schema))
    if (!SILENT.has(member) && !SPEAKING.has(member) && !member.startsWith("x-"))
      throw new Error(`scripts/gen/typescript-types.mjs does not know "${member}" of a schema`);
  const inner = (one, more = indent) => typeOf(one, { isInput, indent: more });
  if (schema.$ref) return nameOfRef(schema.$ref);
  if ("const" in schema) return JSON.stringify(schema.const);
  if (schema.enum) return unionOf(schema.enum.map((value) => JSON.stringify(value)));
  const parts = schema.anyOf ?? schema.oneOf;
  if (parts) return unionOf(parts.map((one) => inner(one)));
  if (schema.allOf) return schema.allOf.map((one) => inner(one)).join(" & ");
  if (Array.isArray(schema.type)) return unionOf(schema.type.map((type) => inner({ ...schema, type })));
  if (schema.type === "array") {
    const items = inner(schema.items ?? {});
    const list = /^[\w"]+$/.test(items) ? `${items}[]` : `(${items})[]`;
    return isInput ? `readonly ${list}` : list;
  }
  if (schema.type === "object") return objectOf(schema, { isInput, indent });
  return schema.type ? NAMES[schema.type] : "unknown";
}

function objectOf({ properties, required = [], additionalProperties }, { isInput, indent }) {
  if (!properties || Object.keys(properties).length === 0) {
    if (additionalProperties === false) return "Record<string, never>";
    const value =
      typeof additionalProperties === "object"
        ? typeOf(additionalProperties, { isInput, indent })
        : "unknown";
    return `Record<string, ${value}>`;
  }
  const more = `${indent}  `;
  const members = Object.entries(properties).map(([name, schema]) =>
    member({ name, schema, isRequired: required.includes(name) }, { isInput, indent: more }),
  );
  return `{\n${members.join("")}${indent}}`;
}

function member({ name, schema, isRequired }, { isInput, indent }) {
  const type = typeOf(schema, { isInput, indent });
  const optional = isRequired ? "" : "?";
  const left = isInput && !isRequired ? " | undefined" : "";
  return `${docstring(wordsOf(schema, isInput), indent)}${indent}${keyOf(name)}${optional}: ${type}${left};\n`;
}

const keyOf = (name) => (/^[A-Za-z_$][\w$]*$/.test(name) ? name : JSON.stringify(name));

/** What a member's type does not say: its meaning, and what it is if left out. */
function wordsOf(schema, isInput) {
  const left = isInput && "default" in schema ? [`Default \`${JSON.stringify(schema.default)}\`.`] : [];
  return [...(schema.description ? [schema.description] : []), ...left];
}

function unionOf(types) {
  return [...new Set(types)].join(" | ");
}

/** `#/components/schemas/Bin` → `Bin` */
export function nameOfRef(ref) {
  const [, name] = ref.match(/^#\/components\/schemas\/(\w+)$/) ?? [];
  if (!name) throw new Error(`scripts/gen/typescript-types.mjs does not follow ${ref}`);
  return name;
}

/**
 * A type with a name: an interface where it can be one.
 * @param {string} name
 * @param {any} schema
 * @param {{ isInput?: boolean, words?: string[] }} [options]
 */
export function declaration(name, schema, { isInput = false, words = [] } = {}) {
  const type = typeOf(schema, { isInput });
  const said = docstring(words.length > 0 ? words : schema.description ? [schema.description] : []);
  const isInterface = type.startsWith("{\n") && type.endsWith("\n}") && schema.type === "object";
  return isInterface
    ? `${said}export interface ${name} ${type}\n`
    : `${said}export type ${name} = ${type};\n`;
}

/** Lines as a docstring; nothing in them ends it. */
export function docstring(lines, indent = "") {
  const safe = lines.flatMap((line) => line.replaceAll("*/", "*\\/").split("\n"));
  if (safe.length === 0) return "";
  if (safe.length === 1) return `${indent}/** ${safe[0]} */\n`;
  return `${indent}/**\n${safe.map((line) => `${indent} * ${line}`.trimEnd()).join("\n")}\n${indent} */\n`;
}
