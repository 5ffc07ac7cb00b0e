import { resolved } from "./operations.mjs";
import { argumentName, docText, literal, pascalCase, snakeCase, wrapped } from "./python-names.mjs";

const HEAD = `"""Written by \`npm run gen api\` from the API's document. Change the server's procedures."""

from __future__ import annotations

from typing import Any, Dict, List, Literal, Optional, Sequence, Union

from . import _generated_shapes as shapes
from ._caller import Caller
from ._files import FileAnswer, Upload
from ._given import NOT_GIVEN, Maybe, path_segment, with_commas
from ._paging import Pages
from ._streams import EventStream

`;
const STREAM = "text/event-stream";

/**
 * A method for each operation, gathered by noun, and the class that has all nouns.
 * @param {any} document
 * @param {import("./operations.mjs").Operation[]} operations
 * @param {import("./python-hints.mjs").PythonHints} hints
 */
export function operationsModule(document, operations, hints) {
  const common = commonCodes(operations);
  const nouns = [...new Set(operations.map(({ noun }) => noun))];
  const classes = nouns.map((noun) => {
    const methods = operations
      .filter((one) => one.noun === noun)
      .map((one) =>
        method(document, { ...one, codes: one.codes.filter((code) => !common.has(code)) }, hints),
      );
    return `\nclass ${pascalCase(noun)}Calls(_Calls):\n${methods.join("\n")}\n`;
  });
  const attributes = nouns.map(
    (noun) => `        self.${snakeCase(noun)} = ${pascalCase(noun)}Calls(caller)\n`,
  );
  return `${HEAD}
class _Calls:
    def __init__(self, caller: Caller) -> None:
        self._caller = caller

${classes.join("")}
class Operations:
    """
    Every call of the API, by its noun.

${wrapped(`Problems that each of them may have: ${[...common].join(", ")}.`, "    ").join("\n")}
    """

    def __init__(self, caller: Caller) -> None:
        self._caller = caller
${attributes.join("")}`;
}

/** The problems that every call with a key may have; each method names its own. */
function commonCodes(operations) {
  const [first = [], ...others] = operations
    .filter(({ access }) => access === "scope")
    .map(({ codes }) => codes);
  return new Set(first.filter((code) => others.every((codes) => codes.includes(code))));
}

/** @param {import("./operations.mjs").Operation} operation */
function method(document, operation, hints) {
  const owner = pascalCase(operation.noun) + pascalCase(operation.verb);
  const kind = kindOf(operation);
  const args = [
    ...operation.path_parameters.map((one) => pathArgument(one)),
    ...kind.first,
    ...queryArguments(kind.query, owner, hints),
    ...(kind.has_body ? bodyArguments(operation.body, owner, hints) : []),
    ...callArguments(operation),
  ];
  refuseDoubles(operation, args);
  const before = args.filter((one) => one.is_positional).map(declared);
  const after = args.filter((one) => !one.is_positional);
  const signature = [...before, ...(after.length > 0 ? ["*"] : []), ...after.map(declared)];
  const answer = kind.answer(owner, hints, document);
  return [
    `    def ${argumentName(snakeCase(operation.verb))}(`,
    ...["self", ...signature].map((one) => `        ${one},`),
    `    ) -> ${answer}:`,
    ...docstring(operation, args),
    `        return self._caller.${kind.call}(`,
    ...passed(operation, kind, args).map((one) => `            ${one},`),
    "        )",
    "",
  ].join("\n");
}

const declared = ({ python, hint, fallback }) => `${python}: ${hint}${fallback ? ` = ${fallback}` : ""}`;

/** What kind of call it is: which of the caller's methods makes it, of what, and what comes of it. */
function kindOf(operation) {
  const { files, uploads, query, is_page, body } = operation;
  const plain = { first: [], query, has_body: body !== null };
  if (files.includes(STREAM)) return { ...plain, call: "stream", answer: () => "EventStream[shapes.Event]" };
  if (files.length > 0) return { ...plain, call: "file", answer: () => "FileAnswer" };
  if (is_page) return { ...plain, call: "pages", answer: pagesHint(operation) };
  const answer = (owner, hints) => hints.hint(operation.answer ?? {}, `${owner}Answer`);
  if (uploads.length === 0) return { ...plain, call: "json", answer };
  const types = `Literal[${uploads.map(literal).join(", ")}]`;
  const first = [
    {
      python: "file",
      hint: "Upload",
      is_positional: true,
      says: "Text, bytes, a `pathlib.Path` or an open file.",
    },
    {
      python: "media_type",
      hint: `Optional[${types}]`,
      fallback: "None",
      says: "What it is; known by itself for a file whose name says so.",
    },
  ];
  return { first, query: operation.upload_query, has_body: false, call: "upload", answer };
}

function pagesHint({ answer }) {
  return (owner, hints, document) => {
    const { properties } = resolved(document, answer);
    return `Pages[${hints.hint(properties.data.items, `${owner}Row`)}]`;
  };
}

const pathArgument = ({ name, description }) => ({
  name,
  python: argumentName(name),
  hint: "str",
  place: "path",
  is_positional: true,
  says: description,
});

function queryArguments(query, owner, hints) {
  return query.map(({ name, schema, required, has_commas, description }) => {
    const hint = hints.hint(schema, owner + pascalCase(name), "Sequence");
    return {
      name,
      python: argumentName(name),
      hint: required ? hint : `Optional[${hint}]`,
      fallback: required ? null : "None",
      place: "query",
      has_commas,
      says: description,
    };
  });
}

function bodyArguments(body, owner, hints) {
  const members = hints.membersOf(body, owner, "Sequence");
  // The required ones first, as they stand in the reader's way.
  return [...members.filter((one) => one.is_required), ...members.filter((one) => !one.is_required)].map(
    ({ name, schema, hint, is_required }) => ({
      name,
      python: argumentName(name),
      hint: is_required ? hint : `Maybe[${hint}]`,
      fallback: is_required ? null : "NOT_GIVEN",
      place: "body",
      says: schema.description ?? "",
    }),
  );
}

function callArguments({ is_repeatable, is_versioned }) {
  const key = {
    python: "idempotency_key",
    hint: "Optional[str]",
    says: "A name of your own for this call, instead of a random one.",
  };
  const match = {
    python: "if_match",
    hint: "Union[int, str, None]",
    says: "The `version` that it expects to replace, or its ETag.",
  };
  return [...(is_repeatable ? [key] : []), ...(is_versioned ? [match] : [])].map((one) => ({
    ...one,
    fallback: "None",
  }));
}

function refuseDoubles({ procedure }, args) {
  const names = args.map(({ python }) => python);
  const double = names.find((name, index) => names.indexOf(name) !== index);
  if (double) throw new Error(`Python: ${procedure} would have two arguments named ${double}`);
}

/** The call within a method. */
function passed(operation, { call, has_body }, args) {
  const inPlace = (place) => args.filter((one) => one.place === place);
  const path = pathOf(operation, inPlace("path"));
  const query = dictionary(inPlace("query"));
  if (call === "pages" || call === "stream") return [path, query];
  return [
    literal(operation.method),
    path,
    ...(call === "upload"
      ? ["file=file", "media_type=media_type", `media_types=(${operation.uploads.map(literal).join(", ")})`]
      : []),
    ...(inPlace("query").length > 0 || call === "upload" ? [`query=${query}`] : []),
    ...(has_body ? [`body=${dictionary(inPlace("body"))}`] : []),
    ...(operation.is_repeatable ? ["idempotency_key=idempotency_key", "is_repeatable=True"] : []),
    ...(operation.is_versioned ? ["if_match=if_match"] : []),
  ];
}

function pathOf({ path }, args) {
  if (args.length === 0) return literal(path);
  const filled = args.reduce(
    (text, { name, python }) => text.replace(`{${name}}`, `{path_segment(${python})}`),
    path,
  );
  return `f${literal(filled)}`;
}

function dictionary(args) {
  const entries = args.map(
    ({ name, python, has_commas }) =>
      `                ${literal(name)}: ${has_commas ? `with_commas(${python})` : python},\n`,
  );
  return entries.length === 0 ? "{}" : `{\n${entries.join("")}            }`;
}

function docstring(operation, args) {
  const explained = args.filter(({ says }) => says);
  const paragraphs = [
    wrapped(docText(`${operation.summary}.`), "        "),
    operation.description ? wrapped(docText(operation.description), "        ") : [],
    wrapped(access(operation), "        "),
    explained.flatMap(({ python, says }) => {
      const [first, ...rest] = wrapped(docText(`\`${python}\`: ${singleLine(says)}`), "            ");
      return [first.slice(4), ...rest];
    }),
    wrapped(operation.codes.length > 0 ? `Problems: ${operation.codes.join(", ")}.` : "", "        "),
  ];
  const lines = paragraphs.filter((one) => one.length > 0).flatMap((one) => ["", ...one]);
  return ['        """', ...lines.slice(1), '        """'];
}

const singleLine = (text) => text.replace(/\s+/g, " ");

function access({ access, scopes }) {
  if (access === "scope") return `Needs ${scopes.map((scope) => `\`${scope}\``).join(", ")}.`;
  if (access === "session")
    return "Only for a person who is signed in: a key is refused with `session_required`.";
  return access === "open" ? "Open to all." : "Any key will do.";
}
