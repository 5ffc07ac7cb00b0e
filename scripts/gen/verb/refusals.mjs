import { EMPTY_WORDS } from "../../house/features.mjs";
import { textIfAny } from "./project.mjs";
import { nearest, singularOf } from "./words.mjs";

const KEBAB = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/;
const PARTS = ["router", "store", "policy"];
/** What no constant is called in a module. */
const LANGUAGE =
  /^(arguments|await|break|case|catch|class|const|continue|debugger|default|delete|do|else|enum|eval|export|extends|false|finally|for|function|if|implements|import|in|instanceof|interface|let|new|null|package|private|protected|public|return|static|super|switch|this|throw|true|try|typeof|var|void|while|with|yield)$/;
/** It is written into comments, strings and pages of several languages, and ends none of them. */
const SUMMARY = /^[A-Z][\p{L}\p{N} ,;:'’()–-]*[\p{L}\p{N})]$/u;
const SUMMARY_LENGTH_MAX = 80;
const ROUTE = /^(GET|POST|PATCH|DELETE) ((?:\/(?:[a-z0-9][a-z0-9.-]*|\{[a-z_]+\}))+)$/;

/**
 * Why a verb cannot be begun like this, each with what to do instead; empty when it can.
 * @param {import("./wishes.mjs").Wishes} wishes
 */
export function refusals(wishes, project, noun) {
  const problems = [...nameRefusals(wishes), ...scopeRefusals(wishes, project), ...summaryRefusals(wishes)];
  return problems.length > 0 ? problems : routeRefusals(wishes, project, noun);
}

function nameRefusals({ noun, verb }) {
  const problems = [];
  for (const [what, word] of [
    ["noun", noun],
    ["verb", verb],
  ])
    if (!KEBAB.test(word))
      problems.push(`The ${what} "${word}" is not in kebab-case: write label-svg, not labelSvg.`);
  if (EMPTY_WORDS.test(verb) || PARTS.includes(verb))
    problems.push(
      `"${verb}" does not say what happens. Take a word that does, such as list, get, move or revoke.`,
    );
  if (LANGUAGE.test(verb))
    problems.push(
      `"${verb}" is a word of the language, and no constant's name. Take another, such as remove.`,
    );
  if (singularOf(noun) === noun && !textIfAny(`apps/api/src/features/${noun}/router.ts`))
    problems.push(`A noun is a plural, like its folder and its route: not "${noun}", but "${noun}s".`);
  const file = `apps/api/src/features/${noun}/${verb}.ts`;
  if (textIfAny(file) !== null)
    problems.push(`${file} is there already. Choose another verb, or change that one.`);
  return problems;
}

function scopeRefusals({ scope }, { scopes }) {
  if (scope === "any" || scope === "session") return [];
  if (scope === "open")
    return ["What strangers may call needs a reason. Begin with a scope, then put open() there and say why."];
  return scope
    .split(",")
    .filter((one) => !scopes.includes(one))
    .map(
      (one) =>
        `There is no scope "${one}". Did you mean ${nearest(one, scopes)}? A new one is an entry of SCOPES in packages/contract/src/scopes.ts; "any" is for any credential, "session" for signed-in people alone.`,
    );
}

function summaryRefusals({ summary }) {
  return SUMMARY.test(summary) && summary.length <= SUMMARY_LENGTH_MAX
    ? []
    : [
        `The summary begins with a capital, has no full stop, and is made of words alone, ${SUMMARY_LENGTH_MAX} letters at the most: "Merge a bin into another".`,
      ];
}

function routeRefusals({ noun, verb, route }, { operations }, { segments, router }) {
  const [, method, path] = route.match(ROUTE) ?? [];
  if (!path) return [`"${route}" is no route. Write it as "POST /${noun}/{id}/${verb}".`];
  const [, first] = path.split("/");
  const expected = segments.length > 0 ? segments : [noun];
  if (!expected.includes(first))
    return [`The routes of ${noun} begin with /${expected.join(" or /")}, and so does this one.`];
  const parameters = path.match(/\{\w+\}/g) ?? [];
  if (parameters.some((one) => one !== "{id}") || parameters.length > 1)
    return [`A route names at most one thing, as {id}. What else it needs comes in the input.`];
  if (router === null && (parameters.length > 0 || `${method} ${path}` === `POST /${noun}`))
    return [
      `${noun} is new, and nothing has made one yet. Begin with its list: npm run gen verb -- ${noun} list --route "GET /${noun}"`,
    ];
  return operations
    .filter((operation) => operation.method === method && meets(operation.path, path))
    .map((operation) =>
      operation.path.replace(/\{\w+\}/g, "{}") === path.replace(/\{\w+\}/g, "{}")
        ? `${method} ${operation.path} is there already: ${operation.procedure}.`
        : `${method} ${path} and ${method} ${operation.path} (${operation.procedure}) shadow one another. Choose another path, such as /${first}/{id}/${verb}.`,
    );
}

/** Whether one address can be of both paths. */
function meets(one, other) {
  const [ours, theirs] = [one.split("/"), other.split("/")];
  return (
    ours.length === theirs.length &&
    ours.every((part, at) => part === theirs[at] || part.startsWith("{") || theirs[at].startsWith("{"))
  );
}
