import { parseCode } from "@stowage/contract/codes";
import type { Item } from "@stowage/contract/items";
import { conflict, invalidField, ProblemError } from "../../problems.ts";
import { meantCode } from "../codes/policy.ts";

/** What was read, as what it may be. */
export interface Reading {
  text: string;
  /** The label that it may name. */
  label: string | null;
  /** It is the address on a label, and so can be nothing else. */
  is_label_url: boolean;
}

const LABEL_URL = /^https?:\/\/[^/\s]+(?:\/[^?#\s]*)?\/c\/([^/?#\s]+)\/?(?:[?#].*)?$/i;

/**
 * A label's address counts whatever its host: labels outlive the name of a server.
 * @throws validation_failed  the address holds a mistyped code
 */
export function readingOf(text: string, pointer: string): Reading {
  const [, inUrl] = LABEL_URL.exec(text) ?? [];
  if (inUrl === undefined) return { text, label: parseCode(text), is_label_url: false };
  return { text, label: meantCode(inUrl, { location: "body", pointer }), is_label_url: true };
}

/** The spellings of one barcode: a 12-digit UPC-A is the 13-digit EAN with a zero before it, and readers differ. */
export function spellingsOf(barcode: string): string[] {
  if (/^\d{12}$/.test(barcode)) return [barcode, `0${barcode}`];
  if (/^0\d{12}$/.test(barcode)) return [barcode, barcode.slice(1)];
  return [barcode];
}

const NAMED_AT_MOST = 5;

/**
 * The one item that was meant: to count up the wrong one of several would be worse than to ask.
 * @throws conflict  naming them
 */
export function onlyOne<Found extends Pick<Item, "id" | "name">>(
  found: readonly Found[],
  what: string,
): Found | null {
  const [first, ...others] = found;
  if (!first || others.length === 0) return first ?? null;
  const names = found.slice(0, NAMED_AT_MOST).map(({ id, name }) => `${name} (${id})`);
  const more = found.length > NAMED_AT_MOST ? " and others" : "";
  throw conflict(
    `Several items have this ${what}: ${names.join(", ")}${more}. Name one by its id or its label.`,
  );
}

export function unknownCode(text: string): ProblemError {
  return new ProblemError("not_found", `Nothing here has the code ${text}.`, { suggest: "create" });
}

export function blankLabel(code: string): ProblemError {
  return new ProblemError("not_found", `The label ${code} is blank. Put it on something first.`, {
    suggest: "claim",
  });
}

/** @throws validation_failed  the action does not go without it */
export function required<Value>(value: Value | undefined, field: string, why: string): Value {
  if (value === undefined) throw invalidField(`/${field}`, "required", why);
  return value;
}
