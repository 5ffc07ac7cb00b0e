import { afterEach, describe, expect, it } from "vitest";
import { type Action, currentActions, registerActions } from "./actions.ts";

const action = (id: string, label: string): Action => ({ id, label, section: "Add", run: () => {} });
const labels = () => currentActions().map(({ label }) => label);

describe("the registry of actions", () => {
  const undo: (() => void)[] = [];
  afterEach(() => {
    for (const unregister of undo.splice(0)) unregister();
  });

  it("prefers a page's action over the frame's of the same id, whichever came first", () => {
    undo.push(registerActions([action("create", "page")]));
    undo.push(registerActions([action("create", "frame"), action("go", "go")], "frame"));
    expect(labels()).toEqual(["page", "go"]);
  });

  it("gives the frame's action back when the page is left", () => {
    undo.push(registerActions([action("create", "frame")], "frame"));
    const leave = registerActions([action("create", "page")]);
    leave();
    expect(labels()).toEqual(["frame"]);
  });
});
