import { answerSchemas, resolved } from "./operations.mjs";
import { literal, pascalCase, singular } from "./python-names.mjs";

/** Choices that are longer get a name of their own. */
const CHOICES_INLINE_MAX = 4;
const WORDS = new Set(["description", "examples", "default"]);
const SCALARS = { string: "str", integer: "int", number: "float", boolean: "bool", null: "None" };

/**
 * Type hints of JSON schemas. What has no name in the document, an object or a long choice within another shape, gets
 * one from where it stands; the same thing in several places gets the shortest of its names.
 */
export class PythonHints {
  #document;
  /** @type {Map<string, { schema: any, candidates: Set<string> }>} by what the schema says */
  #nameless = new Map();
  /** @type {Map<string, string>} */
  #names = new Map();

  /** @param {any} document */
  constructor(document) {
    this.#document = document;
  }

  /**
   * @param {any} schema
   * @param {string} owner  where it stands: `TaskStatus` for the member `status` of `Task`
   * @param {string} list  how lists of it are hinted at: `List` for what comes, `Sequence` for what goes
   * @returns {string} such as `Optional[List[shapes.Bin]]`; shapes are named with the prefix `shapes.`
   */
  hint(schema, owner, list = "List") {
    if (schema === undefined || schema === true || Object.keys(schema).length === 0) return "Any";
    if (schema.$ref) return `shapes.${schema.$ref.split("/").at(-1)}`;
    const options = schema.anyOf ?? schema.oneOf;
    if (options) return union(options.map((one) => this.hint(one, owner + variant(one, options), list)));
    if (schema.allOf?.length === 1) return this.hint(schema.allOf[0], owner, list);
    if ("const" in schema) return `Literal[${literal(schema.const)}]`;
    if (schema.enum) return this.#choice(schema, owner);
    if (Array.isArray(schema.type))
      return union(schema.type.map((type) => this.hint({ ...schema, type }, owner, list)));
    if (schema.type === "array") return `${list}[${this.hint(schema.items, singular(owner), list)}]`;
    if (schema.type === "object" || schema.properties || schema.allOf) return this.#object(schema, owner);
    return SCALARS[schema.type] ?? "Any";
  }

  #choice(schema, owner) {
    const values = schema.enum.filter((value) => value !== null);
    const choice =
      values.length > CHOICES_INLINE_MAX
        ? this.#named({ enum: values }, owner)
        : `Literal[${values.map(literal).join(", ")}]`;
    return values.length < schema.enum.length ? `Optional[${choice}]` : choice;
  }

  #object(schema, owner) {
    if (schema.properties || schema.allOf) return this.#named(schema, owner);
    return `Dict[str, ${this.hint(schema.additionalProperties || undefined, singular(owner))}]`;
  }

  #named(schema, owner) {
    const key = JSON.stringify(bare(schema));
    const known = this.#nameless.get(key);
    if (known) known.candidates.add(owner);
    else {
      this.#nameless.set(key, { schema, candidates: new Set([owner]) });
      if (!schema.enum) this.membersOf(schema, owner);
    }
    return `shapes.${this.#names.get(key) ?? owner}`;
  }

  /**
   * The members of an object, with those of all that it is made of.
   * @returns {{ name: string, schema: any, hint: string, is_required: boolean }[]}
   */
  membersOf(schema, owner, list = "List") {
    return [...flattened(this.#document, schema)].map(([name, { member, is_required }]) => ({
      name,
      schema: member,
      is_required,
      hint: this.hint(member, owner + pascalCase(name), list),
    }));
  }

  /** Gives each nameless thing its name. */
  nameAll() {
    const taken = new Set(Object.keys(answerSchemas(this.#document)));
    for (const [key, { candidates }] of this.#nameless) {
      const [name] = [...candidates]
        .sort((one, other) => one.length - other.length || (one < other ? -1 : 1))
        .filter((one) => !taken.has(one));
      if (!name) throw new Error(`Python: no name is left for ${[...candidates].join(", ")}`);
      taken.add(name);
      this.#names.set(key, name);
    }
  }

  /** What has got a name here, with its name. */
  named() {
    return [...this.#nameless].flatMap(([key, { schema }]) => {
      const name = this.#names.get(key);
      return name ? [{ name, schema }] : [];
    });
  }
}

/** Each member of an object once; of several alternatives, what only some have is not required. */
function flattened(document, schema) {
  const { properties = {}, required = [], allOf = [], anyOf, oneOf } = resolved(document, schema);
  const members = new Map(
    Object.entries(properties).map(([name, member]) => [
      name,
      { member, is_required: required.includes(name) },
    ]),
  );
  for (const part of allOf) for (const [name, one] of flattened(document, part)) members.set(name, one);
  const options = (anyOf ?? oneOf ?? []).map((one) => flattened(document, one));
  for (const option of options)
    for (const [name, { member }] of option)
      members.set(name, { member, is_required: options.every((one) => one.get(name)?.is_required) });
  return members;
}

/** What an alternative is called, by its one constant: `Webhook` of `{ type: "webhook" }`. */
function variant(schema, options) {
  const objects = options.filter((one) => one.properties);
  if (!schema.properties || objects.length === 1) return "";
  const constant = Object.values(schema.properties).find((one) => typeof one.const === "string");
  return constant ? pascalCase(constant.const) : `Option${objects.indexOf(schema) + 1}`;
}

function union(hints) {
  const kinds = [...new Set(hints)].filter((one) => one !== "None");
  if (kinds.includes("Any")) return "Any";
  const whole = kinds.length === 1 ? kinds[0] : `Union[${kinds.join(", ")}]`;
  return hints.includes("None") ? `Optional[${whole}]` : whole;
}

/** A schema without its words. */
function bare(schema) {
  if (Array.isArray(schema)) return schema.map(bare);
  if (schema === null || typeof schema !== "object") return schema;
  const said = Object.entries(schema).filter(
    // A member may be named like one of them; then it is a schema.
    ([name, value]) => !WORDS.has(name) || (typeof value === "object" && "type" in (value ?? {})),
  );
  return Object.fromEntries(said.map(([name, value]) => [name, bare(value)]));
}
