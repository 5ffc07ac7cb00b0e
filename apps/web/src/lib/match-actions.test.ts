import { expect, it } from "vitest";
import type { Action } from "./actions.ts";
import { matchActions } from "./match-actions.ts";

const action = (label: string, keywords?: string[]): Action => ({
  id: label,
  label,
  section: "Go to",
  ...(keywords && { keywords }),
  run: () => {},
});
const ACTIONS = [
  action("Go to Items"),
  action("Add item"),
  action("Sign out", ["log out"]),
  action("Use the light theme"),
];
const labels = (typed: string) => matchActions(ACTIONS, typed).map(({ label }) => label);

it("an action whose label begins as typed comes first, then those whose words do", () => {
  expect(labels("item")).toEqual(["Go to Items", "Add item"]);
  expect(labels("add")).toEqual(["Add item"]);
  expect(labels("li")).toEqual(["Use the light theme"]);
  expect(labels("go")).toEqual(["Go to Items"]);
});

it("all words must be there, in any order, and keywords count", () => {
  expect(labels("theme light")).toEqual(["Use the light theme"]);
  expect(labels("log out")).toEqual(["Sign out"]);
  expect(labels("light item")).toEqual([]);
});

it("nothing typed matches everything, in its own order", () => {
  expect(labels(" ")).toEqual(ACTIONS.map(({ label }) => label));
});
