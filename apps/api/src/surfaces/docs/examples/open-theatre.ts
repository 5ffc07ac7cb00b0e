import { addMember } from "../../../testing/add-member.ts";
import { startTestServer } from "../../../testing/test-server.ts";
import { allDelivered } from "../../../testing/told.ts";
import { startWebhookReceiver } from "../../../testing/webhook-receiver.ts";
import type { Actor, Stage } from "./chapter.ts";
import type { Theatre } from "./play.ts";
import type { Refusing } from "./problems.ts";

/** When the story begins. */
export const BEGIN = Date.parse("2026-01-05T09:00:00.000Z");

/** A server of its own for the story, whose clock moves on by a second with each step. */
export async function openTheatre(): Promise<Theatre & Refusing & { close(): Promise<void> }> {
  let nowMs = BEGIN;
  const server = await startTestServer({ now: () => nowMs });
  const receiver = await startWebhookReceiver();
  const ada = await server.signUp("Ada");
  const ben = await addMember(server, ada, "Ben", "member");
  const key = await ada.key(["admin:*"], { expires_at: "2027-01-01T00:00:00Z" });
  const testKey = await ada.key(["admin:*"], { environment: "test" });
  const spare = await ada.key(["admin:*"]);
  const reader = await ada.key(["items:read"], { rate_limit: { per_minute: 1 } });
  const cookies: Partial<Record<Actor, string>> = { ada: ada.cookie, ben: ben.cookie };
  const keys: Partial<Record<Actor, string>> = {
    key: key.key,
    "spare key": spare.key,
    "test key": testKey.key,
  };

  const visitor: Theatre["visitor"] = (as) => ({
    key: keys[as],
    async ask(method, url, asked) {
      const [cookie, secret] = [cookies[as], keys[as]];
      const answer = await server.ask(method, url, {
        ...(cookie !== undefined && { cookie }),
        ...(secret !== undefined && { key: secret }),
        ...asked,
      });
      const set = answer.headers["set-cookie"];
      if (set !== undefined && as !== "nobody") cookies[as] = String(set).split(";")[0] ?? "";
      return answer;
    },
  });
  /** So that what follows by itself has the time of what it follows. */
  const settled = async () => {
    await server.deps.background.settled("import");
    await allDelivered(server);
  };
  const send: Theatre["send"] = async (as, method, url, body) => {
    nowMs += 1_000;
    const answer = await visitor(as).ask(method as "GET", url, { ...(body !== undefined && { body }) });
    await settled();
    return answer;
  };
  const stage: Stage = {
    told: {} as Stage["told"], // filled as the story goes on
    people: { ada, ben },
    database: server.database,
    hook_url: `${receiver.origin}/stowage`,
    now: () => nowMs,
    async ask(as, method, path, body) {
      const answer = await send(as, method, path, body);
      if (answer.status >= 300) throw new Error(`${method} ${path}: ${answer.text}`);
      return answer;
    },
  };
  return {
    stage,
    send,
    visitor,
    pass: () => {
      nowMs += 1_000;
    },
    settled,
    reader,
    key: spare.key,
    ask: server.ask,
    async close() {
      await receiver.close();
      await server.close();
    },
  };
}
