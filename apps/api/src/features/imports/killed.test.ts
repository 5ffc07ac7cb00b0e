import { randomInt } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, expect, test } from "vitest";
import { begunDataFolder } from "../../testing/begun-data.ts";
import { type ServerProcess, startServerProcess } from "../../testing/server-process.ts";
import { soak } from "../../testing/soak.ts";

const ROWS = 3_000;
const { runs: KILLS } = soak(1);
let running: ServerProcess | null = null;
const data = await begunDataFolder();
afterEach(async () => {
  await running?.stop();
  data.remove();
});

/** One server after the other on the same data, seen by one signed-in person. */
function person(cookie: { value: string }) {
  const ask = async (method: string, path: string, body?: object) => {
    const response = await fetch(`${running?.url}/api/v1/${path}`, {
      method,
      headers: {
        ...(cookie.value && { cookie: cookie.value, origin: running?.url ?? "" }),
        ...(body && { "content-type": "application/json" }),
      },
      ...(body && { body: JSON.stringify(body) }),
    });
    const set = response.headers.getSetCookie()[0]?.split(";")[0];
    if (set) cookie.value = set;
    // biome-ignore lint/suspicious/noExplicitAny: the test asserts on the members it names
    const answer: any = await response.json();
    return { status: response.status, body: answer };
  };
  return ask;
}

async function killedAfter(ms: number): Promise<void> {
  await sleep(ms);
  running?.child.kill("SIGKILL");
  running = await startServerProcess(data.path);
}

test("killed at any moment of an import or of its undo, all of it or nothing is there, and it can be finished", {
  timeout: 240_000,
}, async () => {
  running = await startServerProcess(data.path);
  const ask = person({ value: "" });
  await ask("POST", "auth/sign-up", {
    name: "Anna",
    email: "anna@example.org",
    password: "a long enough one",
  });
  const counts = async () => (await ask("GET", "items?limit=1&include_total=true")).body.total;
  const rows = Array.from({ length: ROWS }, (_, index) => `Item ${index},Home / Shelf ${index % 9}`);
  const content = ["name,location_path", ...rows].join("\n");
  const begun = await ask("POST", "import", { content, format: "csv", wait: false });
  expect(begun.status, JSON.stringify(begun.body)).toBe(200);
  const { id } = begun.body;
  const settled = async () => {
    for (;;) {
      const { body } = await ask("GET", `imports/${id}`);
      if (body.status !== "pending" && body.status !== "running") return body.status;
      // A server that was killed lets go of its claim when its connection is found dead.
      await ask("POST", `imports/${id}/resume`);
      await sleep(50);
    }
  };

  for (let kill = 0; kill < KILLS; kill++) {
    await killedAfter(randomInt(700));
    const { status } = (await ask("GET", `imports/${id}`)).body;
    expect([status, await counts()]).toEqual([status, status === "done" ? ROWS : 0]);
    if (status === "done") break;
    await ask("POST", `imports/${id}/resume`);
  }
  expect(await settled()).toBe("done");
  expect(await counts()).toBe(ROWS);

  for (let kill = 0; kill < KILLS; kill++) {
    const undoing = ask("POST", `imports/${id}/undo`).catch(() => null);
    await killedAfter(randomInt(900));
    await undoing;
    const { status } = (await ask("GET", `imports/${id}`)).body;
    expect([status, await counts()]).toEqual([status, status === "undone" ? 0 : ROWS]);
    if (status === "undone") break;
  }
  let undone = await ask("POST", `imports/${id}/undo`);
  while (undone.status === 409 && (await ask("GET", `imports/${id}`)).body.status === "done") {
    await sleep(50);
    undone = await ask("POST", `imports/${id}/undo`);
  }
  expect((await ask("GET", `imports/${id}`)).body.status).toBe("undone");
  expect(await counts()).toBe(0);
});
