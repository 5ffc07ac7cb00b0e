import { expect, test } from "vitest";
import { sampleFacts } from "./recent-events.ts";
import { checkTemplate, renderedBlock, renderedLine } from "./templates.ts";

const { event, subject } = sampleFacts(["item.low_stock"], "2026-01-02T03:04:05.000Z");
const facts = (more: object = {}) => ({ event, subject: { ...subject, ...more } });

test("look-ups are filled in, lists with commas, and what is not there is left out", () => {
  const template =
    "Buy {{data.missing}} {{ subject.unit }} of {{subject.name}} ({{subject.tags}}){{subject.sku}}";
  expect(renderedLine(template, facts({ tags: ["pantry", "dry"] }), 200)).toBe(
    "Buy 3 kg of Coffee beans (pantry, dry)",
  );
});

test("nothing runs: what is filled in is text, also when it looks like a template", () => {
  expect(renderedLine("{{subject.name}}", facts({ name: "{{event.id}} {1+1}" }), 200)).toBe(
    "{{event.id}} {1+1}",
  );
  expect(renderedLine("{{subject.constructor}}{{event.__proto__}}{{data.constructor}}", facts(), 200)).toBe(
    "{{event.__proto__}}",
  );
});

test("a text is one clean line, or several, and never longer than it may be", () => {
  const name = `A\n\u202eB${"x".repeat(500)}`;
  expect(renderedLine("{{subject.name}}", facts({ name }), 200)).toBe(`A B${"x".repeat(197)}`);
  expect(renderedBlock("one\n{{subject.name}}", facts({ name: "a\nb" }), 8)).toBe("one\na\nb");
});

test.each([
  "{{name}}",
  "{{subject.name + 1}}",
  "{{constructor.constructor}}",
  "{{}}",
  "{{event.a.b.c.d}}",
  "{{#each items}}",
])("%s is no look-up", (template) => {
  expect(() => checkTemplate(template, "/actions/0/title_template")).toThrow("is no look-up");
});

test("braces that are none are plain text", () => {
  expect(() => checkTemplate("a { b } {{subject.name}} }}", "/t")).not.toThrow();
});

test("a text that is cut amid a character loses the whole of it", () => {
  const name = "\u{1f600}".repeat(120);
  const line = renderedLine("Buy x{{subject.name}}", facts({ name }), 200);
  expect(line).toBe(`Buy x${"\u{1f600}".repeat(97)}`);
});
