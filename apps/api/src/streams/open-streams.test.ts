import { once } from "node:events";
import { expect, test } from "vitest";
import { OpenStreams } from "./open-streams.ts";

const ANNA = { id: "anna", organization_id: "workshop" };
const MAX = { id: "max", organization_id: "workshop" };
const STRANGER = { id: "eve", organization_id: "elsewhere" };
const CHUNK = "x".repeat(10_000);

/** Endless, and tells how much of it was made and whether it was left. */
function endless() {
  const made = { chunks: 0, isLeft: false };
  async function* chunks() {
    try {
      for (;;) {
        made.chunks++;
        yield CHUNK;
      }
    } finally {
      made.isLeft = true;
    }
  }
  return { made, chunks };
}

test("what a slow reader does not take is not made", async () => {
  const streams = new OpenStreams({ perCaller: 1, perOrganization: 1, inAll: 1 });
  const { made, chunks } = endless();
  const stream = streams.open(ANNA, chunks);
  for (let took = 1; took <= 5; took++) {
    if (stream.readableLength === 0) await once(stream, "readable");
    stream.read(CHUNK.length);
    await new Promise(setImmediate);
    expect(made.chunks).toBeLessThan(took + 10);
  }
  stream.destroy();
  await once(stream, "close");
  expect([made.isLeft, streams.size]).toEqual([true, 0]);
});

test("a caller has so many and no more, so have an organization and all; what ended counts no longer", async () => {
  const streams = new OpenStreams({ perCaller: 2, perOrganization: 3, inAll: 4 });
  const { chunks } = endless();
  const first = streams.open(ANNA, chunks);
  streams.open(ANNA, chunks);
  expect(() => streams.open(ANNA, chunks)).toThrow("2 streams");
  streams.open(MAX, chunks);
  expect(() => streams.open(MAX, chunks)).toThrow("organization has 3 streams");
  streams.open(STRANGER, chunks);
  expect(() => streams.open(STRANGER, chunks)).toThrow("server has 4 streams");
  first.destroy();
  await once(first, "close");
  streams.open(MAX, chunks);
  expect(streams.size).toBe(4);
});

test("when the server stops, whoever waits comes to the end, and whoever takes nothing is cut off", async () => {
  const streams = new OpenStreams({ perCaller: 2, perOrganization: 2, inAll: 2 });
  const waiting = streams.open(ANNA, async function* (signal) {
    yield "first";
    await new Promise((resolve) => signal.addEventListener("abort", resolve));
  });
  const idle = streams.open(ANNA, endless().chunks);
  idle.read(1); // and nothing more
  const told: string[] = [];
  waiting.on("data", (part) => told.push(String(part)));
  await once(waiting, "data");
  await once(idle, "readable");
  const ended = Promise.all([once(waiting, "end"), once(idle, "close")]);
  streams.close();
  await ended;
  expect([told, streams.size]).toEqual([["first"], 0]);
});
