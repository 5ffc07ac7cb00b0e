import type { FileAnswer } from "@stowage/client";
import { Command } from "commander";
import type { Context } from "../context.ts";
import { usageFailure } from "../failure.ts";
import { bodyFrom, pairsOf } from "../input-of-options.ts";
import { fileWriter } from "../io.ts";
import { jsonText } from "../output/printable.ts";
import type { ContextOf } from "./operation-group.ts";
import { collectedOf } from "./operation-options.ts";

const METHODS = ["GET", "POST", "PATCH", "DELETE"] as const;
type Method = (typeof METHODS)[number];

interface ApiOptions {
  readonly field?: string[];
  readonly query?: string[];
  readonly input?: string;
}

export function apiCommand(contextOf: ContextOf): Command {
  return new Command("api")
    .description("Calls any route of the API, for what has no command of its own. Prints what it answers.")
    .argument("<method>", METHODS.join(", "))
    .argument("<path>", "such as /bins, with or without /api/v1")
    .option(
      "-f, --field <key=text>",
      "a member of the body; key:=json for other than text, key[]=text for a list",
      collectedOf(undefined),
    )
    .option("-q, --query <key=text>", "a parameter; repeat it for several", collectedOf(undefined))
    .option("--input <file>", "the body as JSON from a file, or - for standard input")
    .action(async (method: string, path: string, options: ApiOptions, command: Command) => {
      const context = contextOf(command);
      const call = await callOf(context, method.toUpperCase(), path, options);
      if (call.method === "DELETE") await context.confirm(`DELETE ${call.path}?`);
      const { api } = await context.signedIn();
      const { signal } = context.io;
      await showAnswer(context, await api.file({ ...call, isRepeatable: method === "POST" }, { signal }));
    });
}

async function callOf(context: Context, method: string, path: string, options: ApiOptions) {
  if (!isMethod(method)) throw usageFailure(`The method is one of ${METHODS.join(", ")}.`);
  const [steps = "", search = ""] = path.split("?", 2);
  if (!staysBelow(steps))
    throw usageFailure("The path begins with /, such as /bins, and holds no address and no dots.");
  const query: Record<string, unknown> = Object.create(null);
  for (const [name, value] of [...new URLSearchParams(search), ...queryPairs(options.query ?? [])])
    query[name] = query[name] === undefined ? value : [query[name], value].flat();
  const given =
    options.input === undefined && options.field === undefined
      ? undefined
      : {
          ...(options.input !== undefined && (await bodyFrom(context, options.input))),
          ...pairsOf(options.field ?? [], "field"),
        };
  if (given && method === "GET") throw usageFailure("GET has no body: use --query.");
  const rest = steps.replace(/^\/?(api\/v1(?=\/))?\/?/, "/");
  return { method, path: rest, query, ...(given && { body: given }) };
}

/**
 * The key goes to its own server alone, and nowhere but to its API. A URL loses tabs and line breaks before its dots are
 * followed, so that a path may hold neither.
 */
function staysBelow(path: string): boolean {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is refused
  if (/[\u0000-\u0020\u007f-\u009f\\#]|\/\/|^[a-z][a-z0-9+.-]*:/i.test(path)) return false;
  return path.split("/").every((step) => !/^(\.|%2e){1,2}$/i.test(step));
}

const isMethod = (text: string): text is Method => METHODS.some((method) => method === text);

function queryPairs(texts: readonly string[]): [string, string][] {
  return texts.map((text) => {
    const at = text.indexOf("=");
    if (at < 1) throw usageFailure("--query takes key=text.");
    return [text.slice(0, at), text.slice(at + 1)];
  });
}

async function showAnswer(context: Context, answer: FileAnswer): Promise<void> {
  if (/\bjson$/.test(answer.contentType.split(";")[0] ?? "")) {
    const text = await answer.text();
    // One form for people and programs: this command is for looking at the API itself.
    return context.print(`${jsonText(JSON.parse(text), context.form === "ndjson" ? 0 : 2)}\n`);
  }
  if (context.io.stdout.isTTY && !answer.contentType.startsWith("text/"))
    throw usageFailure(`The answer is a file (${answer.contentType}).`, "Send it to one: … > file");
  const take = fileWriter(context.io.stdout);
  for await (const bytes of answer.body) await take(bytes);
}
