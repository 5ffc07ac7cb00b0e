import { createHash } from "node:crypto";
import { prepared } from "@stowage/db/prepared";
import { quick } from "@stowage/db/quick";
import { workspaces } from "@stowage/db/schema/identity";
import { eq, sql } from "drizzle-orm";
import { instantNow } from "../deps.ts";
import type { Caller } from "../gate/caller.ts";
import { VERSION } from "../version.ts";
import type { ScopedContext } from "./context.ts";
import type { ProcedureMeta } from "./rest-meta.ts";

/** Who sees the answer, as far as that changes it; worked out once a caller, since a cached key is one for long. */
const eyesOf = new WeakMap<Caller, string>();

/**
 * What an answer about the workspace depends on, as part of an `ETag`: the revision, read before the answer is made so
 * that the tag is never newer than that, whose eyes it is for, and this program. Where the caller compares it with
 * nothing (`isCompared`), a revision seen a moment ago will do, and nothing is awaited.
 */
export function revisionTag(
  ctx: ScopedContext,
  kind: ProcedureMeta["revision"],
  isCompared: boolean,
): string | Promise<string> {
  const { deps, workspace_id } = ctx;
  if (kind === "organization")
    return organizationRevision(ctx).then((revision) => tagOf(ctx, kind, revision));
  const recent = isCompared ? null : deps.revisions.recent(workspace_id);
  if (recent !== null) return tagOf(ctx, kind, recent);
  return workspaceRevision(ctx).then((revision) => tagOf(ctx, kind, revision));
}

function tagOf({ caller, deps }: ScopedContext, kind: ProcedureMeta["revision"], revision: number): string {
  const eyes = eyesOf.get(caller) ?? newEyesOf(caller);
  const day = kind === "day" ? `-${instantNow(deps).slice(0, 10)}` : "";
  return `r${revision}-${eyes}${day}`;
}

function newEyesOf(caller: Caller): string {
  const { reach, role, scopes } = caller;
  const eyes = hashOf(
    JSON.stringify([
      VERSION,
      reach.workspace_id,
      role,
      [...scopes].sort(),
      reach.location_ids && { places: [...reach.location_ids].sort(), key: reach.api_key_id },
    ]),
  );
  eyesOf.set(caller, eyes);
  return eyes;
}

async function workspaceRevision({ db, deps, workspace_id }: ScopedContext): Promise<number> {
  const query = prepared(quick(db), "revision", (prepare) =>
    prepare
      .select({ revision: workspaces.revision })
      .from(workspaces)
      .where(eq(workspaces.id, sql.placeholder("workspace_id"))),
  );
  const [row] = await query.execute({ workspace_id });
  const revision = row?.revision ?? 0;
  deps.revisions.learn(workspace_id, revision);
  return revision;
}

/** Of all its environments. None ever falls, so the same sum says that each is the same. */
async function organizationRevision({ db, caller }: ScopedContext): Promise<number> {
  const query = prepared(quick(db), "organization_revision", (prepare) =>
    prepare
      .select({ revision: sql`sum(${workspaces.revision})`.mapWith(Number) })
      .from(workspaces)
      .where(eq(workspaces.organization_id, sql.placeholder("organization_id"))),
  );
  const [row] = await query.execute({ organization_id: caller.organization.id });
  return row?.revision ?? 0;
}

/** Names a text for as long as it stays the same. */
export function hashOf(text: string): string {
  return createHash("sha256").update(text).digest("base64url").slice(0, 16);
}

/** Whether `If-None-Match` names the tag. Weak and strong tags are compared alike (RFC 9110, 13.1.2). */
export function matches(header: string | undefined, tag: string): boolean {
  if (header === undefined) return false;
  if (header.trim() === "*") return true;
  const opaque = tag.replace(/^W\//, "");
  return [...header.matchAll(/"[^"]*"/g)].some(([named]) => named === opaque);
}
