import { createHash } from "node:crypto";
import { prepared } from "@stowage/db/prepared";
import { workspaces } from "@stowage/db/schema/identity";
import { eq, sql } from "drizzle-orm";
import { instantNow } from "../deps.ts";
import { VERSION } from "../version.ts";
import type { ScopedContext } from "./context.ts";
import type { ProcedureMeta } from "./rest-meta.ts";

/**
 * What an answer about the workspace depends on, as part of an `ETag`: the revision, read before the answer is made so
 * that the tag is never newer than that, whose eyes it is for, and this program.
 */
export async function revisionTag(ctx: ScopedContext, kind: ProcedureMeta["revision"]): Promise<string> {
  const { caller, reach, deps } = ctx;
  const revision = await (kind === "organization" ? organizationRevision(ctx) : workspaceRevision(ctx));
  const eyes = [
    VERSION,
    reach.workspace_id,
    caller.role,
    [...caller.scopes].sort(),
    reach.location_ids && { places: [...reach.location_ids].sort(), key: reach.api_key_id },
    kind === "day" && instantNow(deps).slice(0, 10),
  ];
  return `r${revision}-${hashOf(JSON.stringify(eyes))}`;
}

async function workspaceRevision({ db, workspace_id }: ScopedContext): Promise<number> {
  const query = prepared(db, "revision", (prepare) =>
    prepare
      .select({ revision: workspaces.revision })
      .from(workspaces)
      .where(eq(workspaces.id, sql.placeholder("workspace_id"))),
  );
  const [row] = await query.execute({ workspace_id });
  return row?.revision ?? 0;
}

/** Of all its environments. None ever falls, so the same sum says that each is the same. */
async function organizationRevision({ db, caller }: ScopedContext): Promise<number> {
  const query = prepared(db, "organization_revision", (prepare) =>
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
