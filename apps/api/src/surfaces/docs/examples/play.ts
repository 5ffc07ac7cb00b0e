import type { Answer, TestServer } from "../../../testing/test-server.ts";
import { type ProcedureEntry, procedureList } from "../../../trpc/procedure-list.ts";
import { appRouter } from "../../../trpc/router.ts";
import type { Example } from "../example.ts";
import type { Actor, Stage, Step, ToldChapter } from "./chapter.ts";
import { type Parts, partsOf, requestOf } from "./request-of.ts";

const HERE = "apps/api/src/surfaces/docs/examples";

export interface Played {
  entry: ProcedureEntry;
  example: Example;
  answer: Answer;
  /** By the story's clock. */
  atMs: number;
}

/** A stage, and how its actors send what a step says. */
export interface Theatre {
  stage: Stage;
  /** How an actor asks, with what they are known by; a key's holder also by the key itself. */
  visitor(as: Actor): Pick<TestServer, "ask"> & { key: string | undefined };
  /** Lets a second go by. */
  pass(): void;
  /** Resolves once everything has followed that follows by itself. */
  settled(): Promise<void>;
  send(as: Actor, method: string, url: string, body: unknown): Promise<Answer>;
}

/** Plays every step of the story, one after the other. */
export async function play(story: readonly ToldChapter[], theatre: Theatre): Promise<Played[]> {
  const entries = new Map(procedureList(appRouter).map((entry) => [entry.path, entry]));
  const played: Played[] = [];
  for (const { noun, steps } of story)
    for (const [verb, step] of Object.entries(steps)) {
      const entry = entries.get(`${noun}.${verb}`);
      if (!entry) throw new Error(`${noun}.${verb}: there is no such procedure`);
      const done = await playStep(entry, step, theatre);
      played.push(done);
      noteTold(theatre.stage, noun, verb, done.answer.body);
    }
  return played;
}

async function playStep(
  entry: ProcedureEntry,
  step: Step<unknown>,
  { stage, send }: Theatre,
): Promise<Played> {
  const input = await inputOf(step, stage);
  const { method, url, body } = requestOf(entry, input);
  const answer = await send(step.as ?? usualActor(entry), method, url, body);
  if (answer.status !== entry.rest?.status)
    throw new Error(`${entry.path} needs a step of its own in ${HERE}: ${answer.status} ${answer.text}`);
  return {
    entry,
    answer,
    atMs: stage.now(),
    example: { ...given(partsOf(entry, input)), ...answered(answer) },
  };
}

/** A step's input; inputs are objects, by their type in a chapter. */
export async function inputOf(step: Step<unknown>, stage: Stage): Promise<Record<string, unknown>> {
  const input = typeof step.input === "function" ? await step.input(stage) : step.input;
  return (input ?? {}) as Record<string, unknown>;
}

/** What there is of it. */
function given({ path, query, body }: Parts): Partial<Example> {
  return {
    ...(Object.keys(path).length > 0 && { path }),
    ...(Object.keys(query).length > 0 && { query }),
    ...(body !== undefined && { body }),
  };
}

function answered({ body, text, headers }: Answer): Partial<Example> {
  if (body !== undefined) return { answer: body };
  const media_type = String(headers["content-type"]).split(";")[0] ?? "";
  const isText = /^(?:text\/|image\/svg|application\/x-ndjson)/.test(media_type);
  return { media_type, ...(isText && { answer: text }) };
}

export function usualActor({ access }: ProcedureEntry): Actor {
  if (access.kind === "open") return "nobody";
  return access.kind === "session" ? "ada" : "key";
}

/** Remembers what an operation answered, for the steps after it. */
export function noteTold({ told }: Stage, noun: string, verb: string, body: unknown): void {
  const soFar = told as Record<string, Record<string, unknown>>; // filled as the story goes on
  soFar[noun] = { ...soFar[noun], [verb]: body };
}
