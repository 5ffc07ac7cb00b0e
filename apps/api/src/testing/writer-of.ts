import type { OrganizationId, Reach, WorkspaceId } from "../gate/caller.ts";
import type { Writer } from "../inventory/writing.ts";
import type { Person, TestServer } from "./test-server.ts";

/** A person as the gate lets them in to live data, for tests below the surfaces. */
export async function writerOf(
  { database, deps }: Pick<TestServer, "database" | "deps">,
  { organization_id, user_id, name }: Person,
): Promise<Writer> {
  const [workspace] = await database.sql`select id from workspaces
    where organization_id = ${organization_id} and environment = 'live'`;
  const workspace_id = workspace?.id as WorkspaceId; // stands in for the gate
  const writer = {
    db: database.db,
    deps,
    call: { exchange: { ip: "127.0.0.1", request_id: "test" }, endpoint: "test" },
    caller: {
      auth_method: "session",
      user: { id: user_id, name },
      organization: { id: organization_id as OrganizationId },
    },
    workspace_id,
    reach: { workspace_id, location_ids: null, api_key_id: null } as unknown as Reach,
  };
  return writer as unknown as Writer; // as much of a caller as writing looks at
}
