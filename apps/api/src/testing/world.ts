import type { Item } from "@stowage/contract/items";
import { expect } from "vitest";
import type { Operation, Step } from "./operations.ts";
import type { Answer, Person } from "./test-server.ts";

type Ask = Person["ask"];

/** What was acknowledged of one item: what had been asked, and the state that the answer told. */
export interface Told {
  operation: Operation;
  state: Item;
  /** The part that a move split off. */
  part: Item | undefined;
}

/** A few things that several callers work on at once, and all that they were told. */
export interface World {
  items: string[];
  bins: string[];
  told: Told[];
  /** The ids of what was deleted, once for each time. */
  deleted: string[];
  event_seqs: number[];
}

/** Others may have taken it away, or taken from it; nothing else is a reason to refuse. */
const REFUSALS = [404, 409];

export async function makeWorld(ask: Ask): Promise<World> {
  const world: World = { items: [], bins: [], told: [], deleted: [], event_seqs: [] };
  for (let n = 0; n < 3; n++) world.bins.push((await ask("POST", "bins", { body: { name: "Bin" } })).body.id);
  for (let n = 0; n < 4; n++) {
    const operation = { op: "create", bin: n % 3, quantity: 5 } as const;
    const answer = await ask("POST", "items", { body: dataOf(world, operation) });
    world.items.push(answer.body.id);
    note(world, operation, answer);
  }
  return world;
}

/** Does one thing, and keeps what was answered. */
export async function take(world: World, ask: Ask, step: Step): Promise<void> {
  if (step.kind === "bin") return takeBin(world, ask, step);
  if (step.kind === "bulk") return takeBulk(world, ask, step);
  const { operation } = step;
  const [method, verb] = ROUTES[operation.op];
  const path = operation.op === "create" ? "items" : `items/${world.items[operation.item]}${verb}`;
  const body = method === "DELETE" ? {} : { body: dataOf(world, operation) };
  note(world, operation, await ask(method, path, body));
}

const ROUTES = {
  create: ["POST", ""],
  rename: ["PATCH", ""],
  add: ["POST", "/adjust"],
  count: ["POST", "/adjust"],
  move: ["POST", "/move"],
  delete: ["DELETE", ""],
  restore: ["POST", "/restore"],
} as const;

const BULK_OPS = {
  create: "create",
  rename: "update",
  add: "adjust",
  count: "adjust",
  move: "move",
  delete: "delete",
  restore: "restore",
} as const;

function dataOf({ bins }: World, operation: Operation): object {
  switch (operation.op) {
    case "create":
      return { name: "0", quantity: operation.quantity, min_quantity: 2, bin_id: bins[operation.bin] };
    case "rename":
      return { name: String(operation.name) };
    case "add":
      return { delta: operation.delta };
    case "count":
      return { count: operation.count };
    case "move": {
      const { quantity } = operation;
      return { to_bin_id: bins[operation.bin], ...(quantity !== null && { quantity }) };
    }
    default:
      return {};
  }
}

async function takeBulk(world: World, ask: Ask, step: Extract<Step, { kind: "bulk" }>): Promise<void> {
  const operations = step.operations.map((operation) => ({
    op: BULK_OPS[operation.op],
    ...(operation.op !== "create" && { id: world.items[operation.item] }),
    data: dataOf(world, operation),
  }));
  const answer = await ask("POST", "items/bulk", { body: { atomic: step.atomic, operations } });
  if (step.atomic && answer.status !== 200) {
    expect(REFUSALS, answer.text).toContain(answer.status);
    expect(answer.body.failed_index).toBeLessThan(operations.length);
    return;
  }
  expect(answer.status, answer.text).toBe(200);
  for (const [index, operation] of step.operations.entries()) {
    const { status, data, error } = answer.body.data[index];
    note(world, operation, { status, body: data, text: JSON.stringify(error) });
  }
}

const BIN_ROUTES = {
  create: ["POST", null],
  rename: ["PATCH", ""],
  delete: ["DELETE", ""],
  restore: ["POST", "/restore"],
} as const;

async function takeBin(
  { bins }: World,
  ask: Ask,
  { op, bin }: Extract<Step, { kind: "bin" }>,
): Promise<void> {
  const [method, verb] = BIN_ROUTES[op];
  const path = verb === null ? "bins" : `bins/${bins[bin]}${verb}`;
  const answer = await ask(method, path, verb ? {} : method === "DELETE" ? {} : { body: { name: op } });
  expect([200, 201, ...REFUSALS], answer.text).toContain(answer.status);
}

type Ended = Pick<Answer, "status" | "body" | "text">;

function note(world: World, operation: Operation, { status, body, text }: Ended): void {
  expect([200, 201, ...REFUSALS], text).toContain(status);
  if (status >= 300) return;
  if (operation.op === "delete") return void world.deleted.push(body.id);
  const { event_seq, ...answered } = body;
  if (typeof event_seq === "number") world.event_seqs.push(event_seq);
  const { item: state, moved_item: part } = operation.op === "move" ? body : { item: answered };
  world.told.push({ operation, state, part });
  if (!part) return;
  const split = { op: "create", bin: 0, quantity: part.quantity } as const;
  world.told.push({ operation: split, state: part, part: undefined });
}
