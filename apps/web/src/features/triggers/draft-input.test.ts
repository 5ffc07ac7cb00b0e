import { CreateTrigger, type Trigger } from "@stowage/contract/triggers";
import { TRPCClientError } from "@trpc/client";
import { expect, it } from "vitest";
import { readCondition, withField, withOp } from "./condition-draft.ts";
import {
  otherProblems,
  previewInput,
  problemAt,
  problemsOf,
  readDraft,
  withLostHeaders,
} from "./draft-input.ts";
import {
  draftOf,
  type HeaderDraft,
  newTask,
  newWebhook,
  STARTS,
  startingDraft,
  type TriggerDraft,
} from "./trigger-draft.ts";

const TRIGGER: Trigger = {
  id: "trg_01h455vb4pex5vsknk084sn02q",
  name: "Low stock",
  enabled: true,
  disabled_reason: null,
  event_types: ["item.low_stock"],
  conditions: [
    { field: "tags", op: "in", value: ["pantry", "fridge"] },
    { field: "is_low", op: "neq", value: false },
    { field: "expires_on", op: "eq", value: null },
    { field: "custom.volts", op: "gt", value: 11.5 },
    { field: "quantity", op: "changed" },
  ],
  actions: [
    {
      id: "act_01h455vb4pex5vsknk084sn02q",
      type: "webhook",
      url: "https://example.org/",
      headers: { Authorization: null },
      previous_secret_until: null,
    },
    {
      id: "act_01h455vb4pex5vsknk084sn02r",
      type: "create_task",
      title_template: "Buy {{subject.name}}",
      description_template: "",
      priority: "high",
      assignee_id: null,
      due_in_days: 3,
      close_when_resolved: true,
    },
  ],
  throttle_seconds: 60,
  failures_in_a_row: 0,
  fired_count: 0,
  last_fired_at: null,
  created_by: null,
  version: 1,
  created_at: "2026-01-02T03:04:05Z",
  updated_at: "2026-01-02T03:04:05Z",
};

function inputOf(draft: TriggerDraft) {
  const read = readDraft(draft);
  if ("problems" in read) throw new Error(JSON.stringify(read.problems));
  return read.input;
}

function problemsIn(draft: TriggerDraft) {
  const read = readDraft(draft);
  return "problems" in read ? read.problems : {};
}

const complete: TriggerDraft = {
  ...startingDraft("blank"),
  event_types: ["item.moved"],
  actions: [newTask(1)],
};

it("a trigger that is opened and saved is sent as it was, with the values of its headers kept", () => {
  const sent = inputOf(draftOf(TRIGGER));
  expect(sent.conditions).toEqual([
    { field: "tags", op: "in", value: ["pantry", "fridge"] },
    { field: "is_low", op: "eq", value: true },
    { field: "expires_on", op: "eq", value: null },
    { field: "custom.volts", op: "gt", value: 11.5 },
    { field: "quantity", op: "changed" },
  ]);
  const { previous_secret_until: _, ...webhook } = TRIGGER.actions[0] as Record<string, unknown>; // as it is sent
  expect(sent.actions).toEqual([webhook, TRIGGER.actions[1]]);
  expect(sent).toMatchObject({ name: "Low stock", throttle_seconds: 60 });
  expect(CreateTrigger.safeParse(sent).success).toBe(true);
});

it("a header is kept, replaced or left out", () => {
  const draft = draftOf(TRIGGER);
  const webhook = {
    ...newWebhook(1, "https://example.org/"),
    headers: [
      { key: 1, name: "Authorization", value: "", was: "kept" as const },
      { key: 2, name: " X-Room ", value: "left", was: "own" as const },
      { key: 3, name: "", value: "", was: "own" as const },
    ],
  };
  expect(inputOf({ ...draft, actions: [webhook] }).actions[0]).toMatchObject({
    headers: { Authorization: null, "X-Room": "left" },
  });
});

/** The trigger opened, its address and its header changed. */
function withWebhook(url: string, header: Partial<HeaderDraft> = {}): TriggerDraft {
  const draft = draftOf(TRIGGER);
  const actions = draft.actions.map((action) =>
    action.type === "webhook"
      ? { ...action, url, headers: action.headers.map((kept) => ({ ...kept, ...header })) }
      : action,
  );
  return { ...draft, actions };
}

it("a kept header that is to be replaced needs a value: nothing is wiped in silence", () => {
  const saved = "https://example.org/";
  expect(Object.keys(problemsIn(withWebhook(saved, { was: "replaced" })))).toEqual([
    "/actions/0/headers/1/value",
  ]);
  expect(inputOf(withWebhook(saved, { was: "replaced", value: "new" })).actions[0]).toMatchObject({
    headers: { Authorization: "new" },
  });
});

it("a header stays kept within the origin that it was meant for, and is entered again for another", () => {
  for (const same of ["https://example.org/other?x=1", " https://EXAMPLE.org:443/", "https://"])
    expect(problemsIn(withWebhook(same))["/actions/0/headers/1/value"], same).toBeUndefined();
  for (const other of ["http://example.org/", "https://example.org:8443/", "https://other.example/"]) {
    expect(Object.keys(problemsIn(withWebhook(other))), other).toEqual(["/actions/0/headers/1/value"]);
    expect(inputOf(withWebhook(other, { value: "again" })).actions[0]).toMatchObject({
      headers: { Authorization: "again" },
    });
  }
  expect(inputOf(withWebhook("https://example.org/", { value: "again" })).actions[0]).toMatchObject({
    headers: { Authorization: null },
  });
});

it("all that is missing is said at once, each at its part", () => {
  const problems = problemsIn({
    ...startingDraft("blank"),
    conditions: [{ key: 1, field: "tags", op: "contains", values: [" "], as: "text" }],
    actions: [newWebhook(1), newTask(2), newWebhook(3, "example.org")],
  });
  expect(Object.keys(problems).toSorted()).toEqual([
    "/actions/0/url",
    "/actions/1/title_template",
    "/actions/2/url",
    "/conditions/0/field",
    "/event_types",
  ]);
  expect(problemAt(problems, "/conditions/0")).toMatch(/no such field/);
  expect(otherProblems(problems)).toEqual([]);
});

it("a number is read with a comma, and what is none is not sent", () => {
  const condition = { key: 1, field: "quantity", op: "lt", as: "text" } as const;
  expect(readCondition({ ...condition, values: ["2,5"] }, ["item"])).toEqual({
    condition: { field: "quantity", op: "lt", value: 2.5 },
  });
  expect(readCondition({ ...condition, values: ["few"] }, ["item"])).toMatchObject({ part: "value" });
});

it("another field keeps the comparison where it makes sense, and never the value", () => {
  const before = { key: 1, field: "quantity", op: "gte", values: ["3"], as: "text" } as const;
  const draft = { ...before, values: [...before.values] };
  expect(withField(draft, "min_quantity", ["item"])).toMatchObject({ op: "gte", values: [] });
  expect(withField(draft, "is_low", ["item"])).toMatchObject({ op: "eq", values: ["yes"] });
  expect(withOp({ ...draft, op: "in", values: ["1", "2"] }, "eq").values).toEqual(["1"]);
  expect(withOp(draft, "changed").values).toEqual([]);
});

it("without a name, a trigger is called by what it says", () => {
  const task = { ...newTask(1), title_template: "Look" };
  expect(inputOf({ ...complete, actions: [task] }).name).toBe("An item is moved → make the task “Look”");
});

it("each starting point needs no more than an address", () => {
  for (const start of STARTS.filter((each) => each !== "blank")) {
    const draft = startingDraft(start, "item_01h455vb4pex5vsknk084sn02q");
    const actions = draft.actions.map((action) =>
      action.type === "webhook" && action.url === "" ? { ...action, url: "https://example.org/" } : action,
    );
    const sent = inputOf({ ...draft, actions });
    expect(CreateTrigger.safeParse(sent).error?.issues, start).toBeUndefined();
    expect(sent.conditions).toEqual([
      { field: "event.subject_id", op: "eq", value: "item_01h455vb4pex5vsknk084sn02q" },
    ]);
  }
});

it("what is not complete is not previewed, and the rest is", () => {
  expect(previewInput(startingDraft("blank"))).toBeNull();
  const task = { ...newTask(2), title_template: "Look" };
  const draft: TriggerDraft = {
    ...complete,
    conditions: [
      { key: 1, field: "tags", op: "contains", values: [], as: "text" },
      { key: 2, field: "name", op: "eq", values: ["Box"], as: "text" },
    ],
    actions: [newWebhook(1), task, newTask(3)],
  };
  expect(previewInput(draft)).toMatchObject({
    conditions: [{ field: "name", op: "eq", value: "Box" }],
    actions: [{ type: "create_task", title_template: "Look" }],
  });
});

it("what the server says stands at the part that it names, a header's at its row", () => {
  const draft: TriggerDraft = {
    ...complete,
    actions: [
      {
        ...newWebhook(1, "https://example.org/"),
        headers: [
          { key: 4, name: "X-A", value: "", was: "kept" },
          { key: 7, name: "host", value: "", was: "own" },
        ],
      },
    ],
  };
  const errors = [
    { location: "body", pointer: "/actions/0/headers/Host", code: "custom", message: "Ours." },
    { location: "body", pointer: "/actions/0/headers/X-A", code: "no_value_kept", message: "Send one." },
    { location: "body", pointer: "/actions/0/url", code: "custom", message: "Not there." },
    { location: "body", pointer: "/if_version", code: "custom", message: "Nowhere to show." },
  ];
  const problem = { code: "validation_failed", status: 422, detail: "No.", errors };
  const error = new TRPCClientError("No.", {
    result: { error: { code: -32600, message: "No.", data: { problem } } },
  });
  const problems = problemsOf(error, draft);
  expect(problemAt(problems, "/actions/0/headers/7")).toBe("Ours.");
  expect(problems["/actions/0/headers/4/value"]).toBe("Send one.");
  expect(problems["/actions/0/headers/4"]).toBeUndefined();
  const again = withLostHeaders(draft, problems);
  expect(Object.keys(problemsIn(again))).toEqual(["/actions/0/headers/4/value"]);
  expect(problemAt(problems, "/actions/0/url")).toBe("Not there.");
  expect(otherProblems(problems)).toEqual(["Nowhere to show."]);
});
