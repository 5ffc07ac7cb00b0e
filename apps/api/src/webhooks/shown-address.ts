import { grants } from "@stowage/contract/scopes";
import type { Caller } from "../gate/caller.ts";

/** Stands for all that follows the origin of an address. */
const CUT = "/…";

/**
 * Whether a caller sees addresses whole: who may change them now. The path of a webhook is often all that its receiver asks
 * for, as at Home Assistant and Slack, and so a secret to everybody else.
 */
export function seesAddresses({ scopes }: Pick<Caller, "scopes">): boolean {
  return grants(scopes, "triggers:write");
}

/** An address as it is shown: whole, or cut after its origin (`https://example.com/…`). */
export function shownAddress(caller: Pick<Caller, "scopes">, url: string): string {
  return seesAddresses(caller) ? url : cutAddress(url);
}

/** An address that was cut is none to post to: it was read with lesser rights than it is written with. */
export function isCutAddress(url: string): boolean {
  return new URL(url).href === new URL(cutAddress(url)).href;
}

/** What a receiver answered, as it is shown: many a page of an error says which path was asked for. */
export function shownAnswer(caller: Pick<Caller, "scopes">, excerpt: string, url: string): string {
  if (seesAddresses(caller)) return excerpt;
  const { pathname, search } = new URL(url);
  const paths = [pathname + search, pathname].flatMap((path) => [path, readable(path)]);
  return paths.reduce((text, path) => (path === "/" ? text : text.replaceAll(path, CUT)), excerpt);
}

const cutAddress = (url: string): string => new URL(url).origin + CUT;

function readable(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path; // a % of its own
  }
}
