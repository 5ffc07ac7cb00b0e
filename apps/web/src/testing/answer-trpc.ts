import { vi } from "vitest";

type Answers = Record<string, (input: unknown) => unknown>;

interface ProblemWords {
  code: string;
  status: number;
  detail: string;
  [extra: string]: unknown;
}

/** A refusal for an answer to throw: the problem that the server would send. */
export class Refusal extends Error {
  readonly problem: ProblemWords;

  constructor(problem: ProblemWords) {
    super(problem.detail);
    this.problem = problem;
  }
}

/**
 * Stands in for the server: procedures by their path (`"items.adjust"`), each answering its input. Gives the calls
 * made, in order. The network below is replaced, so that links and caches are the real ones.
 */
export function answerTrpc(procedures: Answers): { path: string; input: unknown }[] {
  const calls: { path: string; input: unknown }[] = [];
  const answer = (path: string, input: unknown) => {
    calls.push({ path, input });
    try {
      const find = procedures[path];
      if (!find)
        throw new Refusal({ code: "not_found", status: 404, detail: `No answer was given for ${path}.` });
      return { result: { data: find(input) } };
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      const { problem } = error;
      return {
        error: { message: problem.detail, code: -32600, data: { httpStatus: problem.status, path, problem } },
      };
    }
  };
  vi.stubGlobal("fetch", (url: string, init?: RequestInit) => {
    const { pathname, searchParams } = new URL(url, "http://localhost");
    const sent: unknown = JSON.parse(String(init?.body ?? searchParams.get("input") ?? "{}"));
    const paths = pathname.replace("/trpc/", "").split(",");
    const isBatch = searchParams.has("batch");
    const answers = paths.map(
      (path, index) => answer(path, isBatch ? (sent as Record<number, unknown>)[index] : sent), // a batch is sent by position
    );
    return Promise.resolve(
      new Response(JSON.stringify(isBatch ? answers : answers[0]), {
        headers: { "content-type": "application/json" },
      }),
    );
  });
  return calls;
}
