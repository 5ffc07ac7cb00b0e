import { hash } from "@node-rs/argon2";
import type { Environment } from "@stowage/contract/environments";
import type { Role } from "@stowage/contract/roles";
import { newId } from "@stowage/db/new-id";
import type { Db } from "@stowage/db/open-database";
import { api_key_secrets, api_keys } from "@stowage/db/schema/api-keys";
import { memberships, organizations, users, workspaces } from "@stowage/db/schema/identity";
import { createKeyFormat } from "../key-format.ts";
import { newKeySecret } from "../key-store.ts";
import { derivePepper, type Peppers } from "../pepper.ts";

export const testFormat = createKeyFormat("stowage");
export const testPeppers: Peppers = {
  current: derivePepper("a secret for tests, 32 characters"),
  previous: null,
};
export const testMoment = "2026-01-02T03:04:05.678Z";

const times = { created_at: testMoment, updated_at: testMoment };

/** A user of the name, who cannot sign in. */
export async function insertUser(db: Db, name: string): Promise<string> {
  const id = newId("user");
  await db.insert(users).values({ id, email: `${id}@example.org`, name, password_hash: "none", ...times });
  return id;
}

/** An organization with both workspaces and one member. */
export async function insertOrganization(db: Db, memberId: string, role: Role = "member") {
  const id = newId("organization");
  await db.insert(organizations).values({ id, name: "Workshop", slug: id, plan: "professional", ...times });
  await insertMember(db, id, memberId, role);
  const workspaceIds = { live: newId("workspace"), test: newId("workspace") };
  for (const environment of ["live", "test"] as const) {
    await db
      .insert(workspaces)
      .values({ id: workspaceIds[environment], organization_id: id, environment, ...times });
  }
  return { id, workspaceIds };
}

export async function insertMember(db: Db, organization_id: string, user_id: string, role: Role) {
  await db.insert(memberships).values({ id: newId("membership"), organization_id, user_id, role, ...times });
}

export interface InsertedKey {
  readonly id: string;
  readonly key: string;
  readonly secretId: string;
  readonly mac: string;
  readonly phc: string;
}

/** A key with a true secret. */
export async function insertKey(
  db: Db,
  options: {
    readonly organization: Awaited<ReturnType<typeof insertOrganization>>;
    readonly actsAs: string;
    readonly environment?: Environment;
    readonly peppers?: Peppers;
    readonly row?: Partial<typeof api_keys.$inferInsert>;
    /** Store a hash that is cheap to verify, for tests that are about something else than hashing. */
    readonly isCheap?: boolean;
  },
): Promise<InsertedKey> {
  const { organization, actsAs, environment = "live", peppers = testPeppers, row } = options;
  const secret = await newKeySecret({ format: testFormat, peppers, environment });
  const phc = options.isCheap ? await hash(secret.key, { memoryCost: 64, timeCost: 1 }) : secret.phc;
  const id = newId("api_key");
  await db.insert(api_keys).values({
    id,
    organization_id: organization.id,
    workspace_id: organization.workspaceIds[environment],
    environment,
    name: "Scanner",
    prefix: secret.prefix,
    scopes: ["bins:read", "items:write"],
    created_by: actsAs,
    acts_as: actsAs,
    ...times,
    ...row,
  });
  const { key, mac } = secret;
  const secretId = newId("api_key_secret");
  const secretTimes = { created_at: testMoment, activated_at: testMoment };
  await db.insert(api_key_secrets).values({ id: secretId, api_key_id: id, mac, phc, ...secretTimes });
  return { id, key, secretId, mac, phc };
}
