import type { ProcedureEntry } from "../../trpc/procedure-list.ts";
import type { Input } from "./ways.ts";

/** More than there is of anything. */
const TOO_MUCH = 1_000_000;

/** Inputs of a good form that a rule of the inventory refuses, from one that is taken; by procedure. */
const RULES: Readonly<Record<string, (good: Input) => Input[]>> = {
  "locations.create": (good) => [good], // a sibling has the name
  "locations.remove": ({ id }) => [{ id, move_to: id }],
  "bins.bulk": ({ operations }) => [
    { atomic: true, operations: [...asList(operations), { op: "delete", id: "missing" }] },
  ],
  "items.create": (good) => [{ ...good, external_id: "shop-42" }],
  "items.adjust": ({ id }) => [{ id, delta: -TOO_MUCH }, { id, delta: 1, if_quantity: TOO_MUCH }, { id }],
  "items.move": (good) => [{ ...good, quantity: TOO_MUCH }],
  "items.bulk": ({ operations }) => [
    { operations: [...asList(operations), { op: "adjust", id: "missing", data: { delta: -1 } }] },
    { atomic: true, operations: [...asList(operations), { op: "move", id: "missing", data: {} }] },
  ],
  "projects.reserve": (good) => [{ ...good, quantity: TOO_MUCH * TOO_MUCH }],
  "projects.consume": ({ id }) => [{ id, items: [{ item_id: "missing", quantity: 1 }] }],
  "events.undo": () => [{ event_seqs: [TOO_MUCH] }, {}],
  "imports.create": () => [{ format: "csv", content: "name,quantity\nNut,many\n" }],
  "codes.claim": (good) => [{ ...good, target_id: "missing" }],
};

const asList = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);

/** What a rule refuses of a procedure beside the edges of its fields: stale versions, stock that is not there, names that are taken. */
export function refusedByRule({ path, fields }: ProcedureEntry, good: Input): Input[] {
  const stale = "if_version" in fields ? [{ ...good, if_version: TOO_MUCH }] : [];
  return [...stale, ...(RULES[path]?.(good) ?? [])];
}
