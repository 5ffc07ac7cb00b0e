import type { KeyUse } from "../workers/alike-uses.ts";

/** A good call of a key as the meter is told of it, with what a test says otherwise. */
export const keyUse = (over: Partial<KeyUse> = {}): KeyUse => ({
  workspace_id: "workspace",
  api_key_id: "key",
  secret_id: "secret",
  acts_as: "user",
  request_id: "request-1",
  method: "GET",
  endpoint: "GET /bins",
  status: 200,
  code: null,
  scopes: ["bins:read"],
  ip: "10.0.0.7",
  user_agent: "curl",
  at: Date.parse("2026-03-31T23:59:59.999Z"),
  ...over,
});
