import { type Answer, type Person, startTestServer } from "./test-server.ts";

type Asker = Pick<Person, "ask">;

/** Somebody whose scripts do things that are then undone. */
export async function startUndoing() {
  let clock = Date.parse("2026-03-01T10:00:00Z");
  const server = await startTestServer({ now: () => clock });
  const ann = await server.signUp("Ann Otter");
  const read = async (path: string) => (await ann.ask("GET", path)).body;
  return {
    server,
    ann,
    /** A second later. @returns that moment */
    later() {
      clock += 1_000;
      return new Date(clock).toISOString();
    },
    /** A key that may do everything, to do what is then undone. */
    script: () => ann.key(["admin:*"]),
    /** @throws the answer, if it was refused */
    async undone(body: unknown, by: Asker = ann): Promise<Answer["body"]> {
      const answer = await by.ask("POST", "events/undo", { body });
      if (answer.status !== 200) throw new Error(answer.text);
      return answer.body;
    },
    read,
    /** The newest event of a thing. */
    newest: async (subject_id: string) => (await read(`events?subject_id=${subject_id}&limit=1`)).data[0],
  };
}

/** Makes a thing. @throws the answer, if it was refused */
export async function made(by: Asker, path: string, body: unknown): Promise<Answer["body"]> {
  const answer = await by.ask("POST", path, { body });
  if (answer.status !== 201) throw new Error(answer.text);
  return answer.body;
}

export const reasons = (body: Answer["body"]) => body.skipped.map((one: { reason: string }) => one.reason);
export const types = (list: { type: string }[]) => list.map(({ type }) => type);
