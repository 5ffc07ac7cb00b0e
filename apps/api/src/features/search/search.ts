import { Search, SearchAnswer, type SearchHit } from "@stowage/contract/search";
import type { ScopedContext } from "../../trpc/context.ts";
import { scoped } from "../../trpc/procedures.ts";
import { rest } from "../../trpc/rest-meta.ts";
import { locationPaths } from "../locations/store.ts";
import { askedFor, scoreOf, type Tier, typoScoreOf } from "./policy.ts";
import {
  alike,
  answering,
  binsOf,
  type Candidate,
  type Kind,
  mended,
  type Scope,
  searching,
  targetOfLabel,
} from "./store.ts";

type Scored = Candidate & { score: number };

const KINDS: readonly Kind[] = ["item", "bin", "location"];
/** Asked in this order, and only until there is enough. */
const STAGES: readonly (readonly Tier[])[] = [["exact", "prefix"], ["words"], ["contains"], ["elsewhere"]];
/** Fewer hits than this, none of which is the very thing, and names with a typo's worth of difference are added. */
const ENOUGH = 5;

/**
 * Finds items, bins and places, the best first: what is named so (also by label, barcode, SKU or external id), then
 * names that begin so, whose words do, that hold it, things that hold it elsewhere, and names that differ by a typo. All words
 * must match. A word of one or two letters is looked for where words begin. The trash is left out.
 */
export const search = scoped(["bins:read", "items:read"])
  .meta(rest("GET /search", "Search everything", { revision: true }))
  .input(Search)
  .output(SearchAnswer)
  .query(async ({ ctx, input }) => {
    const found = await searching(ctx.db, (tx) => find(ctx, input, tx));
    const best = found.sort(byScore).slice(0, input.limit);
    return { data: await spelledOut(ctx, best), next_cursor: null };
  });

async function find({ caller, reach }: ScopedContext, input: Search, tx: Scope["tx"]): Promise<Scored[]> {
  const asked = askedFor(input.q);
  const labelled = asked.code === null ? null : await targetOfLabel(tx, caller.organization.id, asked.code);
  const scope: Scope = { tx, reach, asked, labelled, limit: input.limit };
  const kinds = KINDS.filter((kind) => input.type?.includes(kind) ?? true);
  const found = new Map<string, Scored>();
  const add = (candidates: readonly Candidate[], scored: (name: string) => number) => {
    for (const candidate of candidates) {
      const score = scored(candidate.name);
      if (score > (found.get(candidate.id)?.score ?? 0)) found.set(candidate.id, { ...candidate, score });
    }
  };

  for (const tiers of STAGES) {
    const ways = tiers.flatMap((tier) => kinds.map((kind) => ({ tier, kind })));
    const answers = await Promise.all(ways.map(({ tier, kind }) => answering(scope, kind, tier)));
    for (const [index, { tier }] of ways.entries())
      add(answers[index] ?? [], (name) => scoreOf(tier, asked, name));
    if (found.size >= input.limit) return [...found.values()];
  }
  const hits = [...found.values()];
  if (hits.length >= ENOUGH || hits.some(({ score }) => score === 1)) return hits;
  const typoScore = (name: string) => typoScoreOf(asked, name) ?? 0;
  add((await Promise.all(kinds.map((kind) => mended(scope, kind)))).flat(), typoScore);
  if (found.size === 0) add((await Promise.all(kinds.map((kind) => alike(scope, kind)))).flat(), typoScore);
  return [...found.values()];
}

function byScore(a: Scored, b: Scored): number {
  return b.score - a.score || (a.name < b.name ? -1 : a.name > b.name ? 1 : a.id < b.id ? -1 : 1);
}

/** With the way to each, as far as the caller can see it. */
async function spelledOut({ db, reach }: ScopedContext, found: readonly Scored[]): Promise<SearchHit[]> {
  const binIds = found.flatMap(({ bin_id }) => bin_id ?? []);
  const bins = new Map((await binsOf(db, reach, binIds)).map((bin) => [bin.id, bin]));
  const placeOf = ({ bin_id, location_id }: Scored) => bins.get(bin_id ?? "")?.location_id ?? location_id;
  const paths = await locationPaths(db, reach, new Set(found.flatMap((hit) => placeOf(hit) ?? [])));
  return found.map((hit) => {
    const bin = bins.get(hit.bin_id ?? "");
    const path: SearchHit["path"] = [
      ...(paths.get(placeOf(hit) ?? "") ?? []).map((step) => ({ type: "location" as const, ...step })),
      ...(bin ? [{ type: "bin" as const, id: bin.id, name: bin.name }] : []),
    ];
    const { bin_id: _, location_id: __, score, ...rest } = hit;
    return {
      ...rest,
      path,
      place: path.map(({ name }) => name).join(" / "),
      score: Math.round(score * 1e4) / 1e4,
    };
  });
}
