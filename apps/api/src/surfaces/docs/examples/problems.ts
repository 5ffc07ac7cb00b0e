import { BODY_BYTES_MAX } from "@stowage/contract/limits";
import type { ProblemCode } from "@stowage/contract/problems";
import type { Answer, Ask, TestKey } from "../../../testing/test-server.ts";
import type { Stage } from "./chapter.ts";

export interface Refusing {
  stage: Stage;
  /** A key that may read items, once a minute. */
  reader: TestKey;
  ask(method: "GET" | "POST" | "PATCH" | "DELETE", path: string, ask?: Ask): Promise<Answer>;
  /** A key that may do everything. */
  key: string;
}

/** How the common problems come about, in the order in which they are asked for. */
export const REFUSALS: Partial<Record<ProblemCode, (refusing: Refusing) => Promise<Answer>>> = {
  missing_credentials: ({ ask }) => ask("GET", "bins"),
  malformed_authorization: ({ ask }) => ask("GET", "bins", { headers: { authorization: "Basic YTpi" } }),
  key_malformed: ({ ask }) => ask("GET", "bins", { key: "sk_stowage_live_…" }),
  insufficient_scope: ({ reader }) => reader.ask("DELETE", "bins/any"),
  rate_limited: ({ reader }) => reader.ask("GET", "items"),
  session_required: ({ ask, key }) => ask("GET", "auth/account", { key }),
  not_found: ({ ask, key }) => ask("GET", "items/item_that_was_removed", { key }),
  conflict: ({ ask, key, stage }) => ask("DELETE", `locations/${stage.told.locations.create.id}`, { key }),
  version_mismatch: ({ ask, key, stage }) =>
    ask("PATCH", `items/${stage.told.items.create.id}`, { key, body: { if_version: 1, name: "10 kΩ" } }),
  insufficient_stock: ({ ask, key, stage }) =>
    ask("POST", `items/${stage.told.items.create.id}/adjust`, { key, body: { delta: -100_000 } }),
  malformed_json: ({ ask, key }) => ask("POST", "bins", { key, raw: "{name: Box}" }),
  body_too_large: ({ ask, key }) => ask("POST", "bins", { key, raw: " ".repeat(BODY_BYTES_MAX + 1) }),
  unsupported_media_type: ({ ask, key }) =>
    ask("POST", "bins", { key, raw: "name=Box", headers: { "content-type": "text/plain" } }),
  validation_failed: ({ ask, key }) => ask("POST", "bins", { key, body: { name: "" } }),
  unknown_field: ({ ask, key }) => ask("POST", "bins", { key, body: { name: "Box", colour: "red" } }),
};
