import { ID_PREFIXES, type IdKind } from "@stowage/contract/ids";
import { typeidUnboxed } from "typeid-js";

/** A fresh TypeID: the kind's prefix and a UUIDv7, so ids of one kind sort by the time they were made. */
export function newId(kind: IdKind): string {
  return typeidUnboxed(ID_PREFIXES[kind]);
}

const DIGITS = "0123456789abcdefghjkmnpqrstvwxyz";
/** Symbols that are counted on in, 5 bits each. */
const COUNTED = 5;
const COUNTS = 32 ** COUNTED;

/**
 * As many fresh TypeIDs at once, in their order: one is made, and the others count on from it in its random bits, which is
 * as unique and a tenth of the work.
 */
export function newIds(kind: IdKind, count: number): string[] {
  let first = newId(kind);
  while (numberOf(first) + count > COUNTS) first = newId(kind);
  const start = numberOf(first);
  const head = first.slice(0, -COUNTED);
  return Array.from({ length: count }, (_, at) => head + symbolsOf(start + at));
}

function numberOf(id: string): number {
  let number = 0;
  for (const symbol of id.slice(-COUNTED)) number = number * 32 + DIGITS.indexOf(symbol);
  return number;
}

function symbolsOf(number: number): string {
  let symbols = "";
  for (let rest = number, at = 0; at < COUNTED; at++, rest = Math.floor(rest / 32))
    symbols = DIGITS.charAt(rest % 32) + symbols;
  return symbols;
}
