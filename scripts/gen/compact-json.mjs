const LINE_WIDTH = 120;

/**
 * JSON in which every object and list that fits on a line stands on one: half the size, and a change is one line of a diff.
 * @param {unknown} value
 * @returns {string}
 */
export function compactJson(value, indent = "", before = 0) {
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const isList = Array.isArray(value);
  const [open, close] = isList ? "[]" : "{}";
  const members = isList ? value.map((member) => ["", member]) : Object.entries(value).map(named);
  if (members.length === 0) return open + close;
  const inner = `${indent}  `;
  const texts = members.map(([name, member]) => name + compactJson(member, inner, name.length));
  const line = isList ? `[${texts.join(", ")}]` : `{ ${texts.join(", ")} }`;
  if (indent.length + before + line.length < LINE_WIDTH && !line.includes("\n")) return line;
  return `${open}\n${texts.map((text) => inner + text).join(",\n")}\n${indent}${close}`;
}

const named = ([name, member]) => [`${JSON.stringify(name)}: `, member];
