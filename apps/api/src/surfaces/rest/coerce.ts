import type { z } from "zod";

/** Reads a path or query string as the type its schema wants; what it cannot read stays text, and the schema refuses it. */
export type Coerce = (value: unknown) => unknown;

const NUMBER = /^-?(?:0|[1-9]\d*)(?:\.\d+)?$/;

const onText =
  (read: (text: string) => unknown): Coerce =>
  (value) =>
    typeof value === "string" ? read(value) : value;

const toNumber = onText((text) => (NUMBER.test(text) ? Number(text) : text));
const toBoolean = onText((text) => (text === "true" ? true : text === "false" ? false : text));

/** Made once a field at boot. The schema itself is never touched. Null: text stays as it is. */
export function coercerOf(schema: z.ZodType): Coerce | null {
  const inner = unwrapped(schema);
  switch (inner._zod.def.type) {
    case "number":
    case "int":
      return toNumber;
    case "boolean":
      return toBoolean;
    case "array": {
      const element = coercerOf((inner as z.ZodArray<z.ZodType>).element); // by def.type
      const split = takesCommas(schema);
      return (value) => {
        if (value === undefined) return value;
        const sent = Array.isArray(value) ? value : [value];
        const list = split ? [...new Set(sent.flatMap(split))] : sent;
        return element ? list.map(element) : list;
      };
    }
    default:
      return null;
  }
}

/** `a,b` is two values where the contract says so; a value twice is one. */
function takesCommas(schema: z.ZodType): ((value: unknown) => unknown[]) | null {
  if (!hasCommas(schema)) return null;
  return (value) => (typeof value === "string" ? value.split(",").map((part) => part.trim()) : [value]);
}

/** Whether a list may be written with commas, as the contract marks it, outside or inside of optional and default. */
export function hasCommas(schema: z.ZodType): boolean {
  const { innerType } = schema._zod.def as { innerType?: z.ZodType };
  return schema.meta()?.commas === true || (innerType !== undefined && hasCommas(innerType));
}

/** The schema inside optional, default, nullable and pipes. */
function unwrapped(schema: z.ZodType): z.ZodType {
  const def = schema._zod.def as { type: string; innerType?: z.ZodType; in?: z.ZodType };
  if (def.innerType) return unwrapped(def.innerType);
  if (def.type === "pipe" && def.in) return unwrapped(def.in);
  return schema;
}
