import type { Database } from "@stowage/db/open-database";
import type { Deps } from "../deps.ts";
import type { Call } from "../gate/call.ts";
import type { Caller, Reach, SessionCaller, StrayCaller, WorkspaceId } from "../gate/caller.ts";

/** What a surface hands to a procedure. */
export interface Context {
  deps: Deps;
  call: Call;
}

/** What an open procedure works with: nobody is known to be calling. */
export interface OpenContext extends Context {
  db: Database["db"];
}

/** What a verb works with once the gate has let the caller in. */
export interface ScopedContext extends OpenContext {
  caller: Caller;
  /** The tenant filter of every query. */
  workspace_id: WorkspaceId;
  /** The filter of every query for things: the tenant's, within the bounds of a key. */
  reach: Reach;
}

/** What a verb works with that is a person's own affair: there need be no organization. */
export interface PersonContext extends OpenContext {
  caller: SessionCaller | StrayCaller;
}
