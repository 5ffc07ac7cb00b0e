import { answerSchemas } from "./operations.mjs";
import { docText, literal, wrapped } from "./python-names.mjs";

const HEAD = `"""Written by \`npm run gen api\` from the API's document. Change the server's shapes."""

from __future__ import annotations

from typing import Any, Dict, List, Literal, Optional, TypedDict, Union
`;

/**
 * Every shape of the document as Python knows it: objects as TypedDicts, choices as Literals.
 * @param {any} document
 * @param {import("./python-hints.mjs").PythonHints} hints
 */
export function shapesModule(document, hints) {
  const components = Object.entries(answerSchemas(document)).map(([name, schema]) => ({ name, schema }));
  // Walked first, as they bring the nameless ones within them.
  const ours = components.map((one) => definition(one, hints));
  const all = [...ours, ...hints.named().map((one) => definition(one, hints))].sort(byName);
  const inOrder = [...all.filter(({ is_object }) => is_object), ...all.filter(({ is_object }) => !is_object)];
  const names = all.map(({ name }) => `    ${literal(name)},\n`);
  const text = inOrder.map(({ text }) => `\n${text}`).join("");
  return `${HEAD}\n__all__ = [\n${names.join("")}]\n\n${text}`;
}

/** Within their own module shapes need no prefix. */
const local = (hint) => hint.replaceAll("shapes.", "");

const byName = (one, other) => (one.name < other.name ? -1 : 1);

function definition({ name, schema }, hints) {
  const is_object = Boolean(schema.properties || schema.allOf);
  const text = is_object ? typedDict(name, schema, hints) : alias(name, schema, hints);
  return { name, is_object, text };
}

function alias(name, schema, hints) {
  const [first, ...rest] = schema.enum ?? [];
  const values = first === undefined ? null : [first, ...rest].map((value) => `    ${literal(value)},\n`);
  const hint = values ? `Literal[\n${values.join("")}]` : local(hints.hint(schema, name));
  return `${name} = ${hint}\n`;
}

/** Members that may be missing stand in a class of their own: Python 3.9 has no other way to say so. */
function typedDict(name, schema, hints) {
  const members = hints.membersOf(schema, name);
  const required = members.filter((one) => one.is_required);
  const others = members.filter((one) => !one.is_required);
  const says = schema.description ? `    """${docText(schema.description)}"""\n\n` : "";
  if (others.length === 0) return `\nclass ${name}(TypedDict):\n${says}${body(required)}`;
  if (required.length === 0) return `\nclass ${name}(TypedDict, total=False):\n${says}${body(others)}`;
  return (
    `\nclass _Whole${name}(TypedDict):\n${body(required)}\n` +
    `\nclass ${name}(_Whole${name}, total=False):\n${says}${body(others)}`
  );
}

const body = (members) =>
  members.length === 0
    ? "    pass\n"
    : members.map(({ name, hint, schema }) => `    ${name}: ${local(hint)}\n${memberDoc(schema)}`).join("");

function memberDoc({ description }) {
  if (!description) return "";
  const lines = wrapped(docText(description), "    ", 104);
  lines[0] = `    """${lines[0].trimStart()}`;
  return `${lines.join("\n")}"""\n`;
}
