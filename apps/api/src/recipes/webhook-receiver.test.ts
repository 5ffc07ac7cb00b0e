import { copyFile, mkdir, mkdtemp, rm, symlink } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { Webhook } from "standardwebhooks";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type CaughtPost, catchPosts } from "../testing/caught-posts.ts";
import { pythonPath, recipePath, startTalking, type Talking } from "../testing/recipes.ts";
import { startTestServer } from "../testing/test-server.ts";

const newSecret = (letter: string) => `whsec_${Buffer.from(letter.repeat(24)).toString("base64")}`;
const SECRET = newSecret("a");
const bodyOf = (name: string) =>
  JSON.stringify({
    type: "item.low_stock",
    timestamp: "2026-03-04T12:00:00Z",
    data: { event: { seq: 7, subject_name: `½″ ${name}`, changes: {} } },
  });

let folder: string;
beforeAll(async () => {
  // Where somebody has run `npm install standardwebhooks`.
  folder = await mkdtemp(join(tmpdir(), "stowage-receiver-"));
  await mkdir(join(folder, "node_modules"));
  const library = dirname(dirname(createRequire(import.meta.url).resolve("standardwebhooks")));
  await symlink(library, join(folder, "node_modules/standardwebhooks"));
  await copyFile(recipePath("webhook-receiver/receiver-with-library.mjs"), join(folder, "receiver.mjs"));
});
afterAll(() => rm(folder, { recursive: true }));

const RECEIVERS: Record<string, () => [program: string, ...args: string[]]> = {
  "receiver.py": () => [pythonPath(), recipePath("webhook-receiver/receiver.py")],
  "receiver.mjs": () => [process.execPath, recipePath("webhook-receiver/receiver.mjs")],
  "receiver-with-library.mjs": () => [process.execPath, join(folder, "receiver.mjs")],
};

async function startReceiver([program, ...args]: [string, ...string[]], secret: string) {
  const env = { STOWAGE_WEBHOOK_SECRET: secret, PORT: "0", PYTHONIOENCODING: "utf-8" };
  const receiver = startTalking(program, args, { env });
  return { receiver, url: (await receiver.line()).replace("listening on ", "") };
}

describe.each(Object.entries(RECEIVERS))("%s", (_, command) => {
  let receiver: Talking;
  let url: string;
  beforeAll(async () => {
    ({ receiver, url } = await startReceiver(command(), SECRET));
  });
  afterAll(() => receiver.stop());

  interface Post {
    id: string;
    secrets?: string[];
    secondsAgo?: number;
    body?: string;
    headers?: Record<string, string>;
  }
  /** Posts as the server does. @returns the status */
  async function post({ id, secrets = [SECRET], secondsAgo = 0, body, headers }: Post): Promise<number> {
    const at = new Date(Date.now() - secondsAgo * 1000);
    const response = await fetch(url, {
      method: "POST",
      body: body ?? bodyOf(id),
      headers: {
        "content-type": "application/json",
        "webhook-id": id,
        "webhook-timestamp": String(Math.floor(at.getTime() / 1000)),
        "webhook-signature": secrets.map((secret) => new Webhook(secret).sign(id, at, bodyOf(id))).join(" "),
        ...headers,
      },
    });
    await response.arrayBuffer();
    return response.status;
  }

  test("acts on a genuine post, and once when it comes again", async () => {
    expect(await post({ id: "one" })).toBe(204);
    expect(await receiver.line()).toBe("item.low_stock ½″ one");
    expect(await post({ id: "one" })).toBe(204);
    expect(await post({ id: "two", secondsAgo: 200 })).toBe(204);
    expect(await receiver.line()).toBe("item.low_stock ½″ two");
    expect(receiver.errors()).toBe("");
  });

  test("takes either secret's signature while a secret is being changed", async () => {
    expect(await post({ id: "new first", secrets: [newSecret("b"), SECRET] })).toBe(204);
    expect(await receiver.line()).toBe("item.low_stock ½″ new first");
    expect(await post({ id: "old first", secrets: [SECRET, newSecret("b")] })).toBe(204);
    expect(await receiver.line()).toBe("item.low_stock ½″ old first");
  });

  test("refuses what was tampered with, is old, is from the future, or is not signed by its secret", async () => {
    const refused: Post[] = [
      { id: "body", body: bodyOf("other") },
      { id: "old", secondsAgo: 400 },
      { id: "future", secondsAgo: -400 },
      { id: "other secret", secrets: [newSecret("b")] },
      { id: "no signature", secrets: [] },
      { id: "id", headers: { "webhook-id": "another" } },
      { id: "time", headers: { "webhook-timestamp": String(Math.floor(Date.now() / 1000) - 5) } },
      { id: "no time", headers: { "webhook-timestamp": "soon" } },
      { id: "other version", headers: { "webhook-signature": "v2,AAAA v1a,AAAA v1," } },
    ];
    for (const one of refused) expect(await post(one), one.id).toBe(401);
    expect((await fetch(url, { method: "POST", body: bodyOf("bare") })).status).toBe(401);
  });
});

describe("what a trigger of the server posts", () => {
  let posts: { old: string; new: string; caught: CaughtPost[] };
  beforeAll(async () => {
    const server = await startTestServer();
    const sink = await catchPosts();
    const anna = await server.signUp("Anna");
    const trigger = { name: "All", event_types: ["item.*"], actions: [{ type: "webhook", url: sink.url }] };
    const made = (await anna.ask("POST", "triggers", { body: trigger })).body;
    await anna.ask("POST", "items", { body: { name: "½″ screws" } });
    const first = await sink.next();
    const rotated = (await anna.ask("POST", `triggers/${made.id}/rotate`, { body: {} })).body;
    await anna.ask("POST", "items", { body: { name: "Nuts" } });
    posts = {
      old: made.actions[0].secret,
      new: rotated.actions[0].secret,
      caught: [first, await sink.next()],
    };
    sink.close();
    await server.close();
  });

  const passOn = async (url: string, { headers, body }: CaughtPost) => {
    const signed = Object.entries(headers).filter(([name]) => name.startsWith("webhook-"));
    const response = await fetch(url, {
      method: "POST",
      body,
      headers: signed.map(([name, value]): [string, string] => [name, String(value)]),
    });
    return response.status;
  };

  test.each(Object.entries(RECEIVERS))(
    "%s takes it, with the old and the new secret while both hold",
    async (_, command) => {
      const [first, second] = posts.caught;
      if (!first || !second) throw new Error("two posts were caught");
      const before = await startReceiver(command(), posts.old);
      expect(await passOn(before.url, first)).toBe(204);
      expect(await before.receiver.line()).toBe("item.created ½″ screws");
      expect(await passOn(before.url, second)).toBe(204);
      expect(await before.receiver.line()).toBe("item.created Nuts");
      await before.receiver.stop();
      const after = await startReceiver(command(), posts.new);
      expect(await passOn(after.url, first)).toBe(401);
      expect(await passOn(after.url, second)).toBe(204);
      await after.receiver.stop();
    },
  );
});
