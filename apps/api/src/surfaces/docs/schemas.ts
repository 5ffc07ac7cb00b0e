import { MEMBER_WORDS, PAGE_WORDS } from "./member-words.ts";
import { SCHEMA_DOCS } from "./schema-docs.gen.ts";

interface Schema {
  [member: string]: unknown;
}

/**
 * Writes every schema of a document as people and generators expect it: objects whose names are known have `properties`,
 * a time is a `date-time` that ends in `Z`, without the calendar as a pattern, and no bound is said that is JavaScript's.
 */
export function plainSchemas(part: unknown): void {
  if (typeof part !== "object" || part === null) return;
  for (const member of Object.values(part)) plainSchemas(member);
  const schema = part as Schema; // any object at all; what is none has none of these members
  nameProperties(schema);
  if (schema.format === "date-time" && schema.pattern) schema.pattern = "Z$";
  if (schema.format === "date" && schema.pattern) delete schema.pattern;
  if (schema.maximum === Number.MAX_SAFE_INTEGER) delete schema.maximum;
  if (schema.minimum === Number.MIN_SAFE_INTEGER) delete schema.minimum;
}

/** Says of each shape, member and parameter what it means: its own words, or what the contract and we say of its name. */
export function describeSchemas(document: { components?: object; paths?: object }): void {
  const { schemas = {} } = (document.components ?? {}) as { schemas?: Record<string, Schema> };
  for (const [name, schema] of Object.entries(schemas))
    if (SCHEMA_DOCS[name]) schema.description = SCHEMA_DOCS[name];
  describeMembers(document);
}

function describeMembers(part: unknown): void {
  if (typeof part !== "object" || part === null) return;
  const schema = part as Schema; // any object at all; what is none has none of these members
  for (const [name, member] of Object.entries(schema))
    if (name !== "example" && name !== "examples") describeMembers(member);
  const isParameter = schema.in === "query" || schema.in === "path";
  if (isParameter) describe(schema.schema, MEMBER_WORDS[String(schema.name)]);
  if (schema.type !== "object") return;
  const members = (schema.properties ?? {}) as Record<string, Schema>;
  const isPage = "data" in members && "next_cursor" in members;
  for (const [name, member] of Object.entries(members))
    describe(member, (isPage ? PAGE_WORDS[name] : undefined) ?? MEMBER_WORDS[name]);
}

function describe(part: unknown, words: string | undefined): void {
  const schema = part as Schema;
  if (words && schema.$ref === undefined) schema.description ??= words;
}

function nameProperties(schema: Schema): void {
  const { propertyNames, additionalProperties } = schema;
  const names = (propertyNames as Schema | undefined)?.enum;
  if (!Array.isArray(names)) return;
  delete schema.propertyNames;
  schema.properties = Object.fromEntries(names.map((name) => [name, additionalProperties]));
  schema.additionalProperties = false;
}
