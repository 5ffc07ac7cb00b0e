import type { ProblemCode } from "@stowage/contract/problems";
import type { Scope } from "@stowage/contract/scopes";

/** One finished call of a known key, as the log keeps it. */
export interface KeyUse {
  workspace_id: string;
  api_key_id: string;
  /** Which of the key's secrets was presented. */
  secret_id: string;
  acts_as: string;
  request_id: string;
  method: string;
  /** One of ours: `GET /bins/{id}`, `trpc bins.get`. Never text of the caller's. */
  endpoint: string;
  status: number;
  /** Why it was refused or failed; null when it was neither. */
  code: ProblemCode | null;
  /** The scopes that it needed; none where any credential will do. */
  scopes: readonly Scope[];
  ip: string;
  user_agent: string | null;
  /** Unix milliseconds. */
  at: number;
}

/** Uses within one second that differ in nothing but their time and the request's id: a row of the log. */
export interface AlikeUses extends Readonly<Omit<KeyUse, "request_id" | "at">> {
  /** In the order in which they were recorded; as many times. */
  readonly request_ids: readonly string[];
  readonly times: readonly number[];
  /** Unix milliseconds. */
  readonly first_at: number;
  readonly last_at: number;
}

interface Growing extends AlikeUses {
  readonly request_ids: string[];
  readonly times: number[];
  first_at: number;
  last_at: number;
}

const SECOND_MS = 1_000;
/** Uses that one bundle takes: from about 2 kB on, PostgreSQL would keep a part of its row elsewhere. */
const BUNDLE_MAX = 60;
/** Bundles of one secret that are looked through for those alike; whoever varies what they send must not make it slow. */
const LOOKED_THROUGH = 8;

/**
 * Uses that wait to be written, bundled as they come. A script asks for the same again and again: bundles keep two values of
 * a use instead of thirteen, and whoever reads them looks at each kind once.
 */
export class WaitingUses {
  #bundles: AlikeUses[] = [];
  readonly #growing = new Map<string, Growing[]>();
  #count = 0;

  /** Uses, not bundles. */
  get count(): number {
    return this.#count;
  }

  add(use: KeyUse): void {
    const bundle = this.#bundleFor(use);
    bundle.request_ids.push(use.request_id);
    bundle.times.push(use.at);
    bundle.first_at = Math.min(bundle.first_at, use.at);
    bundle.last_at = Math.max(bundle.last_at, use.at);
    this.#count++;
  }

  /** Takes the oldest, of about as many uses. */
  take(about: number): AlikeUses[] {
    let uses = 0;
    let bundles = 0;
    for (; bundles < this.#bundles.length && uses < about; bundles++)
      uses += this.#bundles[bundles]?.times.length ?? 0;
    const taken = this.#bundles.slice(0, bundles);
    this.#bundles = this.#bundles.slice(bundles);
    this.#growing.clear(); // what was taken grows no more
    this.#count -= uses;
    return taken;
  }

  /** Before all others. */
  putBack(taken: readonly AlikeUses[]): void {
    this.#bundles = [...taken, ...this.#bundles];
    this.#count += usesIn(taken);
  }

  #bundleFor(use: KeyUse): Growing {
    const known = this.#growing.get(use.secret_id);
    if (known) {
      for (let at = known.length - 1; at >= 0; at--) {
        const bundle = known[at];
        if (bundle && bundle.times.length < BUNDLE_MAX && isAlike(bundle, use)) return bundle;
      }
    }
    const { request_id: _id, at, ...rest } = use;
    const bundle: Growing = { ...rest, request_ids: [], times: [], first_at: at, last_at: at };
    this.#bundles.push(bundle);
    if (!known) this.#growing.set(use.secret_id, [bundle]);
    else {
      if (known.length === LOOKED_THROUGH) known.shift();
      known.push(bundle);
    }
    return bundle;
  }
}

/** Uses, not bundles. */
export const usesIn = (bundles: readonly AlikeUses[]): number =>
  bundles.reduce((uses, { times }) => uses + times.length, 0);

function isAlike(bundle: AlikeUses, use: KeyUse): boolean {
  return (
    bundle.endpoint === use.endpoint &&
    bundle.status === use.status &&
    bundle.code === use.code &&
    bundle.ip === use.ip &&
    bundle.user_agent === use.user_agent &&
    bundle.method === use.method &&
    bundle.acts_as === use.acts_as &&
    bundle.api_key_id === use.api_key_id &&
    bundle.workspace_id === use.workspace_id &&
    secondOf(bundle.first_at) === secondOf(use.at) &&
    isSame(bundle.scopes, use.scopes)
  );
}

const secondOf = (at: number): number => Math.floor(at / SECOND_MS);

const isSame = (one: readonly Scope[], other: readonly Scope[]): boolean =>
  one === other || (one.length === other.length && one.every((scope, at) => scope === other[at]));
