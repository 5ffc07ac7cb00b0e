import type { StowageOptions } from "../options.ts";
import { Stowage } from "../stowage.ts";

export interface Asked {
  method: string;
  url: string;
  headers: Headers;
  body: unknown;
}

/** What the network does: an answer, a fault that fetch throws, or whatever a function makes of the request. */
export type Act = Response | Error | ((init: RequestInit) => Promise<Response>);

/** A client whose network does one act after the other, and then the last again; waits are noted and not waited. */
export function clientAnswered(acts: Act[], options: Partial<StowageOptions> = {}) {
  const asked: Asked[] = [];
  const waits: number[] = [];
  const fetch = async (input: string | URL | Request, init: RequestInit = {}): Promise<Response> => {
    const act = acts[Math.min(asked.length, acts.length - 1)] ?? new Error("no act");
    asked.push({
      method: init.method ?? "GET",
      url: String(input),
      headers: new Headers(init.headers),
      body: init.body,
    });
    if (act instanceof Error) throw act;
    return act instanceof Response ? act.clone() : act(init);
  };
  const stowage = new Stowage({
    apiKey: KEY,
    baseUrl: "https://stowage.example.org",
    fetch,
    runtime: {
      random: () => 1,
      now: () => Date.parse("2026-01-02T03:04:05Z"),
      sleep: async (ms, signal) => {
        signal?.throwIfAborted();
        if (ms === SILENCE_MS) return untilAborted(signal);
        waits.push(ms);
      },
    },
    ...options,
  });
  return { stowage, asked, waits };
}

/** What is listened for is never silent for so long, unless a test says so. */
const SILENCE_MS = 45_000;

export const untilAborted = (signal?: AbortSignal): Promise<never> =>
  new Promise((_, reject) => signal?.addEventListener("abort", () => reject(signal.reason)));

export const KEY = ["sk", "stowage", "live", "a".repeat(40)].join("_");

export const json = (body: unknown, status = 200, headers: Record<string, string> = {}): Response =>
  new Response(JSON.stringify(body), { status, headers: { "content-type": "application/json", ...headers } });

export const problem = (status: number, code: string, headers: Record<string, string> = {}): Response =>
  json(
    {
      type: `https://stowage.example.org/problems/${code}`,
      title: "Title",
      status,
      code,
      detail: "What it is about.",
      message: "What it is about.",
      request_id: "req12345",
      instance: "urn:request:req12345",
    },
    status,
    { "content-type": "application/problem+json", ...headers },
  );
