import { expect } from "vitest";
import { type Person, startTestServer, type TestKey, type TestServer } from "./test-server.ts";

type Asker = Pick<TestKey, "ask">;

/** A server with somebody on it, and a key that makes projects and reserves for them. */
export async function startReserving() {
  const server: TestServer = await startTestServer();
  const anna: Person = await server.signUp("Anna");
  const key = await anna.key(["admin:*"]);

  async function make(noun: string, body: object, who: Asker = key) {
    const made = await who.ask("POST", noun, { body });
    expect(made.status, made.text).toBe(201);
    return made.body;
  }
  const read = async (id: string) => (await key.ask("GET", `items/${id}`)).body;
  return {
    server,
    anna,
    key,
    make,
    project: (body: object = {}) => make("projects", { name: "Shed", status: "active", ...body }),
    item: (quantity: number, body: object = {}) => make("items", { name: "Board", quantity, ...body }),
    reserve: (id: string, item_id: string, quantity: number, who: Asker = key) =>
      who.ask("POST", `projects/${id}/reservations`, { body: { item_id, quantity } }),
    consume: (id: string, items?: { item_id: string; quantity: number }[]) =>
      key.ask("POST", `projects/${id}/consume`, items ? { body: { items } } : {}),
    release: (id: string, item_id: string) => key.ask("DELETE", `projects/${id}/reservations/${item_id}`),
    async setStatus(id: string, status: string) {
      const answer = await key.ask("PATCH", `projects/${id}`, { body: { status } });
      expect(answer.status, answer.text).toBe(200);
    },
    read,
    async stockOf(id: string) {
      const { quantity, reserved, available } = await read(id);
      return { quantity, reserved, available };
    },
    async picks(id: string, query = "") {
      const answer = await key.ask("GET", `projects/${id}/items${query}`);
      expect(answer.status, answer.text).toBe(200);
      return answer.body;
    },
    eventsOf: async (id: string) => (await key.ask("GET", `events?after=0&subject_id=${id}`)).body.data,
  };
}
