/** @typedef {readonly string[]} Words */

const KEYWORDS = new Set(
  (
    "False None True and as assert async await break class continue def del elif else except finally for from global " +
    "if import in is lambda nonlocal not or pass raise return self try while with yield"
  ).split(" "),
);

/** `apiKeys` → `api_keys`. */
export const snakeCase = (name) => name.replace(/([a-z0-9])([A-Z])/g, "$1_$2").toLowerCase();

/** `rate_limit`, `api-keys:read` and `apiKeys` → `RateLimit`, `ApiKeysRead`, `ApiKeys`. */
export const pascalCase = (name) =>
  name
    .split(/[^A-Za-z0-9]+/)
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join("");

/** One of several: `scopes` → `scope`, `entries` → `entry`; `address` stays. */
export const singular = (name) => name.replace(/ies$/, "y").replace(/([^s])s$/, "$1");

/** A name that Python lets an argument have: `from` → `from_`. */
export const argumentName = (name) => (KEYWORDS.has(name) ? `${name}_` : name);

/** A value as Python writes it. */
export function literal(value) {
  if (value === null) return "None";
  if (typeof value === "boolean") return value ? "True" : "False";
  return JSON.stringify(value);
}

/** Words in lines of at most so many characters, indented. */
export function wrapped(text, indent, width = 110) {
  const lines = [];
  let line = "";
  for (const word of text.split(/\s+/).filter(Boolean)) {
    if (line && indent.length + line.length + 1 + word.length > width) {
      lines.push(line);
      line = word;
    } else line = line ? `${line} ${word}` : word;
  }
  return [...lines, line].filter(Boolean).map((one) => indent + one);
}

/** Text that may stand within a docstring. */
export const docText = (text) => text.replace(/\\/g, "\\\\").replace(/"""/g, '\\"\\"\\"');
