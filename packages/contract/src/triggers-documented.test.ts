/// <reference types="node" />
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { DeliveryError } from "./deliveries.ts";
import { EVENT_TYPES, Event } from "./events.ts";
import { DELIVERY_ATTEMPTS_MAX, DELIVERY_KEPT_DAYS, WORKSPACE_TRIGGERS_MAX } from "./limits.ts";
import { PRESETS } from "./presets.ts";
import { EVENT_FIELDS, type FieldKind, OPS_OF_KIND, SUBJECT_FIELDS } from "./trigger-fields.ts";
import { WebhookBody } from "./triggers.ts";

const read = (name: string) => readFileSync(new URL(`../../../docs/${name}`, import.meta.url), "utf8");
const page = read("triggers-and-webhooks.md");

/** The cells of the tables below a heading, without heads and rules. */
function rows(text: string, heading: string): string[][] {
  const section = text.split(`\n## ${heading}\n`)[1]?.split("\n## ")[0] ?? "";
  const tables = section.split("\n").filter((line) => line.startsWith("| "));
  return tables
    .filter((line, place) => !line.startsWith("| ---") && !tables[place + 1]?.startsWith("| ---"))
    .map((line) => line.slice(2, -2).split(" | "));
}

const codesIn = (cell = "") => Array.from(cell.matchAll(/`([^`]+)`/g), ([, code = ""]) => code);

test("the page about triggers explains every type of event, in the order of the list", () => {
  expect(rows(page, "What it listens to").map(([type]) => codesIn(type)[0])).toEqual([...EVENT_TYPES]);
});

test("the page about triggers names every field of a condition, and how it is compared", () => {
  const named = rows(page, "Conditions").filter((row) => row.length === 3);
  const fields: [string, Record<string, FieldKind>][] = [
    ...Object.entries(SUBJECT_FIELDS),
    ["event", EVENT_FIELDS],
  ];
  const expected = fields.flatMap(([of, kinds]) =>
    Object.entries(kinds).map(([field, kind]) => `${of} ${field} ${kind}`),
  );
  const found = named.flatMap(([of, kind, cell]) => codesIn(cell).map((field) => `${of} ${field} ${kind}`));
  expect(found.sort()).toEqual(expected.sort());
});

test("the page about triggers names every comparison of each kind of field", () => {
  const named = rows(page, "Conditions").filter((row) => row.length === 2);
  expect(Object.fromEntries(named.map(([kind, ops]) => [kind, codesIn(ops)]))).toEqual(OPS_OF_KIND);
});

test("the page about triggers explains why a delivery fails, and no other reason", () => {
  const errors = rows(page, "Retries").map(([error]) => codesIn(error)[0]);
  expect(errors).toEqual([...DeliveryError.options]);
});

test("the page about triggers shows a post as it is, with every field of an event that is told outside", () => {
  const { data } = WebhookBody.parse(JSON.parse(page.match(/```json\n(.*?)```/s)?.[1] ?? ""));
  const { ip: _ip, undone_by: _undone, ...told } = Event.shape;
  expect(Object.keys(data.event)).toEqual(Object.keys(told));
});

test("the page about triggers tells the limits that hold", () => {
  const limits = Object.fromEntries(rows(page, "Limits"));
  expect(limits).toMatchObject({
    "triggers in a workspace": String(WORKSPACE_TRIGGERS_MAX),
    "attempts of a delivery": String(DELIVERY_ATTEMPTS_MAX),
    "a delivery is kept, after it was last tried": `${DELIVERY_KEPT_DAYS} days`,
  });
});

test("the recipes name presets that there are, and their scopes as they are", () => {
  const recipes = read("recipes/README.md");
  const presets = rows(recipes, "The key").map(([name, label, scopes]) => [
    codesIn(name)[0],
    label,
    codesIn(scopes)[0]?.split(" "),
  ]);
  expect(presets).toHaveLength(4);
  for (const [name, label, scopes] of presets) {
    const preset = PRESETS[String(name) as keyof typeof PRESETS];
    expect([name, label, scopes]).toEqual([name, preset.label, [...preset.scopes]]);
  }
});
