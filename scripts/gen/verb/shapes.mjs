/**
 * The contract's file of a noun with the shapes of a new verb, and what those are called. A shape that is there already
 * is taken as it is.
 */
export function withShapes(noun, plan) {
  const file = new Module(noun.contract ?? 'import { z } from "zod";\n');
  if (!noun.has(noun.one) && plan.kind !== "deed") addThing(file, noun);
  const input = `${plan.pascal}${plan.hasId ? noun.one : noun.plural}`;
  if (!noun.has(input)) file.add(input, inputOf(file, noun, plan));
  const output = outputOf(file, noun, plan);
  return { path: noun.paths.contract, text: file.text, input, output };
}

function addThing(file, { one, singular, id_kind }) {
  const id = id_kind ? `id("${id_kind}")` : "z.string()";
  if (id_kind) file.use("id", "./ids.ts");
  file.add(one, `z.strictObject({ id: ${id} }).meta({ id: "${one}" })`, `A ${singular} as callers see it.`);
}

function inputOf(file, noun, { kind, hasId }) {
  if (kind === "list") {
    file.use("PageInput", "./lists.ts");
    return "z.strictObject({ ...PageInput.shape })";
  }
  if (!hasId) return "z.strictObject({})";
  const fields = [idField(file, noun)];
  if (kind === "write" && isVersioned(noun)) {
    file.use("IfVersion", "./versions.ts");
    fields.push("if_version: IfVersion");
  }
  return `z.strictObject({ ${fields.join(", ")} })`;
}

function idField(file, { has, one, id_kind }) {
  if (has(`${one}Ref`)) return `...${one}Ref.shape`;
  if (!id_kind) return "id: z.string().min(1).max(64)";
  file.use("idRef", "./ids.ts");
  return `id: idRef("${id_kind}")`;
}

/** Whether the noun's things count their writes. */
export const isVersioned = ({ contract, one }) =>
  /\n {4}version: Version,/.test(contract?.split(`export const ${one} =`)[1]?.split("\nexport ")[0] ?? "");

function outputOf(file, noun, { kind, pascal, scope }) {
  if (kind === "deed") {
    const name = `${pascal}${noun.plural}Answer`;
    if (!noun.has(name))
      file.add(name, 'z.strictObject({ count: z.int().min(0).describe("How many it was done to.") })');
    return name;
  }
  if (kind === "read" && noun.reader?.output && scope !== "session") return noun.reader.output;
  if (kind !== "list") return noun.one;
  const page = `${noun.one}Page`;
  if (!noun.has(page)) {
    file.use("pageOf", "./lists.ts");
    file.add(page, `pageOf(${noun.one})`);
  }
  return page;
}

/** A module's text while imports and schemas are added to it. */
class Module {
  constructor(text) {
    this.text = text;
  }

  use(name, from) {
    this.text = withImport(this.text, name, from);
  }

  add(name, schema, says) {
    const words = says ? `/** ${says} */\n` : "";
    this.text = `${this.text.trimEnd()}\n\n${words}export const ${name} = ${schema};\nexport type ${name} = z.infer<typeof ${name}>;\n`;
  }
}

/** A module's text with one more import; the formatter sorts them. */
export function withImport(text, name, from) {
  const known = text.match(new RegExp(`import \\{([^}]*)\\} from "${from.replaceAll(".", "\\.")}";`));
  if (!known) return `import { ${name} } from "${from}";\n${text}`;
  const names = known[1].split(",").map((one) => one.trim());
  return names.includes(name)
    ? text
    : text.replace(known[0], `import { ${[...names.filter(Boolean), name].join(", ")} } from "${from}";`);
}
