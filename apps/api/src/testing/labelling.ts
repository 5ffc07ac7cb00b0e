import { expect } from "vitest";
import type { TestKey } from "./test-server.ts";

/** Whoever asks: a person or a key. */
export type Asker = Pick<TestKey, "ask">;

/** Makes a thing over REST, named at random unless its body says how. */
export async function makeThing(who: Asker, noun: string, body: object = {}) {
  const answer = await who.ask("POST", noun, { body: { name: `${noun} ${Math.random()}`, ...body } });
  expect(answer.status, answer.text).toBe(201);
  return answer.body;
}

/** Reserves blank labels. @returns their codes */
export async function reserveBlanks(who: Asker, count: number, more: object = {}): Promise<string[]> {
  const answer = await who.ask("POST", "codes", { body: { count, ...more } });
  expect(answer.status, answer.text).toBe(201);
  return answer.body.data.map(({ code }: { code: string }) => code);
}

export async function reserveBlank(who: Asker): Promise<string> {
  const [code = ""] = await reserveBlanks(who, 1);
  return code;
}

export function claimLabel(who: Asker, code: string, target_type: string, target_id: string) {
  return who.ask("POST", `codes/${code}/claim`, { body: { target_type, target_id } });
}

/** Puts a new label on a thing. @returns its code */
export async function labelOnto(who: Asker, target_type: string, target_id: string): Promise<string> {
  const code = await reserveBlank(who);
  const claimed = await claimLabel(who, code, target_type, target_id);
  expect(claimed.status, claimed.text).toBe(200);
  return code;
}
