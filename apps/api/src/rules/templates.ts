import { cleanBlock, cleanLine } from "@stowage/contract/text";
import { invalidField } from "../problems.ts";
import { type Facts, looked } from "./facts.ts";

const LOOK_UP = /\{\{(.*?)\}\}/gs;
const PATH = /^(event|subject|data)(\.[a-z][a-z0-9_]{0,49}){1,3}$/;

/**
 * A template's look-ups are paths into what happened, and nothing else is understood.
 * @throws validation_failed  something else stands in braces
 */
export function checkTemplate(template: string, pointer: string): void {
  for (const [whole, inner = ""] of template.matchAll(LOOK_UP))
    if (!PATH.test(inner.trim()))
      throw invalidField(
        pointer,
        "invalid_template",
        `${whole} is no look-up. Expected one such as {{subject.name}}, {{data.missing}} or {{event.type}}.`,
      );
}

/** A template's text as one line, with what is not there left out. Cleaned again once it is cut, perhaps amid a character. */
export function renderedLine(template: string, facts: Facts, max: number): string {
  return cleanLine(cleanLine(filled(template, facts)).slice(0, max));
}

/** The same, of several lines. */
export function renderedBlock(template: string, facts: Facts, max: number): string {
  return cleanBlock(cleanBlock(filled(template, facts)).slice(0, max));
}

/** What is put in is not looked at again, so nobody's text becomes a look-up. */
function filled(template: string, facts: Facts): string {
  return template.replaceAll(LOOK_UP, (whole, inner: string) => {
    const path = inner.trim();
    return PATH.test(path) ? written(looked(facts, path.split("."))) : whole;
  });
}

function written(value: unknown): string {
  if (value === null || value === undefined) return "";
  if (Array.isArray(value)) return value.map(written).join(", ");
  return typeof value === "object" ? "" : String(value);
}
