import { readFileSync } from "node:fs";
import { text as textOf } from "node:stream/consumers";
import type { Context } from "./context.ts";
import { usageFailure } from "./failure.ts";
import type { Field, Thing } from "./operation.ts";
import { idOf } from "./things.ts";

export type Input = Record<string, unknown>;
/** Options as they were given: a text, several, or yes and no. */
export type Given = Readonly<Record<string, unknown>>;

/** What the wire calls the given options, with names looked up. What was not given is left out. */
export async function inputOf(context: Context, fields: readonly Field[], given: Given): Promise<Input> {
  const input: Input = {};
  for (const field of fields) {
    const value = given[field.name];
    if (value !== undefined) input[field.name] = await wireValueOf(context, field, value);
  }
  return input;
}

async function wireValueOf(
  context: Context,
  { kind, thing, option }: Field,
  value: unknown,
): Promise<unknown> {
  if (kind === "list") {
    const texts = Array.isArray(value) ? value.map(String) : [String(value)];
    return thing ? Promise.all(texts.map((text) => lookedUp(context, thing, text))) : texts;
  }
  if (kind === "numbers")
    return (Array.isArray(value) ? value : [value]).map((one) => numberOf(String(one), option));
  if (kind === "number") return numberOf(String(value), option);
  if (kind === "pairs") return pairsOf(Array.isArray(value) ? value.map(String) : [String(value)], option);
  if (kind === "json") return jsonOf(String(value), `--${option}`);
  if (kind === "flag") return value;
  return thing ? lookedUp(context, thing, String(value)) : String(value);
}

const lookedUp = (context: Context, thing: Thing, text: string) => idOf(context, thing, text);

export function numberOf(text: string, option: string): number {
  if (/^-?(\d+(\.\d*)?|\.\d+)$/.test(text.trim())) return Number(text);
  throw usageFailure(`--${option} takes a number.`);
}

/**
 * `key=text` and `key:=json`, each once or, with `[]` at the key's end, as members of a list.
 * @throws Failure  one is written otherwise
 */
export function pairsOf(texts: readonly string[], option: string): Input {
  const pairs: Input = {};
  for (const text of texts) {
    const [, key, isMany, isJson, value] = /^([\w.-]+?)(\[\])?(:)?=([\s\S]*)$/.exec(text) ?? [];
    if (key === undefined || value === undefined || key === "__proto__")
      throw usageFailure(`--${option} takes key=text or key:=json.`);
    const one = isJson ? jsonOf(value, `--${option} ${key}`) : value;
    const list = pairs[key];
    pairs[key] = isMany ? [...(Array.isArray(list) ? list : []), one] : one;
  }
  return pairs;
}

/** A body from a file, or with `-` from standard input. */
export async function bodyFrom(context: Context, file: string): Promise<Input> {
  const body = jsonOf(await contentOf(context, file), "--input");
  if (typeof body !== "object" || body === null || Array.isArray(body))
    throw usageFailure("--input takes a JSON object.");
  return body as Input; // by the line above
}

export async function contentOf({ io }: Context, file: string): Promise<string> {
  if (file === "-") return textOf(io.stdin);
  try {
    return readFileSync(file, "utf8");
  } catch {
    throw usageFailure(`The file ${file} cannot be read.`);
  }
}

function jsonOf(text: string, what: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw usageFailure(`${what} takes JSON, and this is none.`);
  }
}
