import { workspaces } from "@stowage/db/schema/identity";
import { codes, locations } from "@stowage/db/schema/inventory";
import { type SQL, sql } from "drizzle-orm";

/** The ids of a place and of all below it, for the list's `workspace_id` and `location_id`. */
export const placesBelow: SQL = sql`(select ${locations.id} from ${locations}
  where ${locations.workspace_id} = ${sql.placeholder("workspace_id")}
    and ${locations.path} @> array[${sql.placeholder("location_id")}]::text[])`;

/** The bin that a label names, for the `workspace_id` and `code` of a statement: any label of it, not only its first. */
export const binOfCode: SQL = sql`(select ${codes.target_id} from ${codes}
  where ${codes.organization_id} = (select ${workspaces.organization_id} from ${workspaces}
      where ${workspaces.id} = ${sql.placeholder("workspace_id")})
    and ${codes.code} = ${sql.placeholder("code")} and ${codes.target_type} = 'bin')`;
