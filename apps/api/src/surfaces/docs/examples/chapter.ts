import type { inferRouterInputs, inferRouterOutputs } from "@trpc/server";
import type { Answer, Person, TestServer } from "../../../testing/test-server.ts";
import type { AppRouter } from "../../../trpc/router.ts";

type Inputs = inferRouterInputs<AppRouter>;
type Outputs = inferRouterOutputs<AppRouter>;
export type Noun = keyof Inputs;

/**
 * Who plays a part: Ada, the owner and admin of the instance, in her browser or by her key, live or test, or the spare
 * one that outlives the story; Ben, a member; a newcomer, who has only just signed up; or nobody.
 */
export type Actor = "ada" | "key" | "spare key" | "test key" | "ben" | "newcomer" | "nobody";

/** What a step can see and do. */
export interface Stage {
  /** What each operation answered that was played so far. */
  told: Outputs;
  people: { readonly ada: Person; readonly ben: Person };
  database: TestServer["database"];
  /** Calls beside the story, for what it needs and does not tell. */
  ask(as: Actor, method: "GET" | "POST" | "PATCH" | "DELETE", path: string, body?: object): Promise<Answer>;
  /** Where webhooks arrive. */
  hook_url: string;
  /** The story's clock, in Unix milliseconds. */
  now(): number;
}

/** One operation, called as its example in the document shows. */
export interface Step<Input> {
  /** By default the key, or who else may call it. */
  as?: Actor;
  /** The whole input; the route says what of it goes into path, query and body. */
  input?: Input | ((stage: Stage) => Input | Promise<Input>);
}

export type Chapter<Of extends Noun> = { [Verb in keyof Inputs[Of]]?: Step<Inputs[Of][Verb]> };

export interface ToldChapter {
  noun: Noun;
  steps: Readonly<Record<string, Step<unknown>>>;
}

/** Steps of one noun, played in the order in which they stand. */
export function chapter<Of extends Noun>(noun: Of, steps: NoInfer<Chapter<Of>>): ToldChapter {
  return { noun, steps: steps as Readonly<Record<string, Step<unknown>>> }; // the same, with each input forgotten
}
