import { createHash } from "node:crypto";
import { codeFromPayload, parseCode } from "@stowage/contract/codes";
import { PUBLIC_URL } from "../../../testing/test-server.ts";
import { BEGIN } from "./open-theatre.ts";

const ID = /\b([a-z]+)_[0-7][0-9a-hjkmnp-tv-z]{25}\b/g;
const CODE = /\b[0-9A-HJKMNP-TV-Z]{7}\b/g;
const SESSION = /\b[0-9a-f]{64}\b/g;
const TIME = /\b\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z/g;
/** Members that number events. */
const SEQS = new Set(["seq", "event_seq", "event_seqs", "first_seq", "last_seq"]);
/** The same in the text of a stream or a delivery. */
const SEQ = /("seq":|^id: )[1-9]\d*/gm;
const FIRST_SEQ = 41;
const ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz";

/** What chance or this machine makes, or looks like somebody's secret, and what the examples say for it. */
const TEXTS: readonly [RegExp | string, string][] = [
  [/\bsk_stowage_(live|test)_[0-9A-Za-z]{4}\.\.\./g, "sk_stowage_$1_4fK2..."],
  [/\bsk_stowage_(live|test)_[0-9A-Za-z_]{8,}/g, "sk_stowage_$1_…"],
  [/\bwhsec_[0-9A-Za-z+/=_-]+/g, "whsec_…"],
  [/(#token=)[a-z2-7]{40}/g, "$1…"],
  [/^[a-z2-7]{40}$/g, "x".repeat(40)],
  [/^[a-z2-7]{52}$/g, "x".repeat(52)],
  [/\b[B-DF-HJ-NP-TV-XZ]{4}-[B-DF-HJ-NP-TV-XZ]{4}\b/g, "BCDF-GHJK"],
  [/^[a-z2-7]{4}(?:-[a-z2-7]{4}){3}$/g, "xxxx-xxxx-xxxx-xxxx"],
  [/\b[A-Z2-7]{32}\b/g, "JBSW…"],
  [/^\d{6}$/g, "123456"],
  [/(-s-inventory-)[0-9a-f]{6}/g, "$15f3a9c"],
  [/("request_id":")[^"]*/g, "$14fK2nX8sQ7dLw0Zt"],
  [/( d=")M[^"]*/g, "$1M4 4h7v1h-7z…"],
  [/Wait \d+ s/g, "Wait 12 s"],
  [/http:\/\/127\.0\.0\.1:\d+/g, "https://shop.example.org"],
  [PUBLIC_URL, "https://stowage.example.org"],
];

/** Members that tell of real time, or of what is counted by the way. */
const MEMBERS: Readonly<Record<string, (member: unknown) => unknown>> = {
  request_id: () => "4fK2nX8sQ7dLw0Zt",
  instance: () => "urn:request:4fK2nX8sQ7dLw0Zt",
  response_ms: (ms) => (ms === null ? null : 12),
  retry_after: () => 12,
  remaining: () => 498,
  reset: () => 1_767_607_200,
  reset_at: () => "2026-01-05T10:00:00.000Z",
  last_used_at: () => null,
  last_used_ip: () => null,
  next_cursor: (cursor) => (cursor === null ? null : "WyItc2VxIiwzNCwiZXZ0Il0"),
  expires_at: (time) => (String(time).startsWith("2026-02-04") ? "2026-02-04T09:00:00.000Z" : time), // of a session, by its own clock
};

/** Where something is shown, and when it was told. */
interface Place {
  /** What is seen there first is named after it, so that what is added elsewhere renames nothing. */
  name: string;
  /** The story's time, in Unix milliseconds. What came before is as old as the story; what is to come is as far away. */
  atMs: number;
}

/**
 * Puts what is always the same in the place of what chance made, or how much was told before: ids and label codes by the
 * place and order in which they are first seen, so that one that is told twice stays one; times by how far ahead they
 * are; numbers of events by their order.
 */
export class Placeholders {
  readonly #known = new Map<string, string>();
  readonly #counts = new Map<string, number>();

  in<Value>(value: Value, place?: Place): Value {
    const text = JSON.stringify(value);
    const seqs = place ? ranksOf(seqsIn(text)) : new Map<unknown, number>();
    const seqAt = (seq: unknown) => seqs.get(seq) ?? seq;
    return JSON.parse(text, (name, member) => {
      const shown = MEMBERS[name] ? MEMBERS[name](member) : member;
      if (SEQS.has(name)) return Array.isArray(shown) ? shown.map(seqAt) : seqAt(shown);
      return typeof shown === "string" ? this.#text(shown, place) : shown;
    }) as Value; // of the same form
  }

  #text(text: string, place?: Place): string {
    const shown = (real: string, kind: string, make: Make) => this.#shown(real, { kind, make, place });
    return TEXTS.reduce((left, [pattern, by]) => left.replaceAll(pattern, by), text)
      .replace(TIME, (time) => (place ? timeAt(time, place.atMs) : time))
      .replace(SEQ, (seq, before: string) => (place ? `${before}${FIRST_SEQ}` : seq))
      .replace(ID, (id, prefix: string) =>
        shown(id, prefix, (seed) => `${prefix}_01kf6r8x3v${symbols(seed, 16)}`),
      )
      .replace(SESSION, (id) => shown(id, "session", (seed) => seed))
      .replace(CODE, (code) => (parseCode(code) === null ? code : shown(code, "code", codeOf)));
  }

  #shown(
    real: string,
    { kind, make, place }: { kind: string; make: Make; place: Place | undefined },
  ): string {
    const known = this.#known.get(real);
    if (known !== undefined) return known;
    const where = `${kind} in ${place?.name ?? "any"}`;
    const nth = this.#counts.get(where) ?? 0;
    this.#counts.set(where, nth + 1);
    const shown = make(createHash("sha256").update(`${where} ${nth}`).digest("hex"));
    this.#known.set(real, shown);
    return shown;
  }
}

/** What is shown, from 64 hexadecimal digits that say where it is seen first. */
type Make = (seed: string) => string;

/** A time ahead stays as far ahead, to the minute; a full hour was said by somebody. */
function timeAt(time: string, atMs: number): string {
  if (Date.parse(time) % 3_600_000 === 0) return time;
  const minutesAhead = Math.max(Math.round((Date.parse(time) - atMs) / 60_000), 0);
  return new Date(BEGIN + minutesAhead * 60_000).toISOString();
}

function seqsIn(text: string): number[] {
  const found: number[] = [];
  JSON.parse(text, (name, member) => {
    if (SEQS.has(name)) found.push(...[member].flat().filter((one) => typeof one === "number"));
    return member;
  });
  return found;
}

function ranksOf(seqs: readonly number[]): Map<unknown, number> {
  const inOrder = [...new Set(seqs)].sort((one, other) => one - other);
  return new Map(inOrder.map((seq, rank) => [seq, FIRST_SEQ + rank]));
}

const codeOf = (seed: string) => codeFromPayload(symbols(seed, 6).toUpperCase());
const symbols = (seed: string, length: number) =>
  Array.from({ length }, (_, at) =>
    ALPHABET.charAt(Number.parseInt(seed.slice(2 * at, 2 * at + 2), 16) & 31),
  ).join("");
