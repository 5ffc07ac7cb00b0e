import { chapter } from "./chapter.ts";

export const keys = [
  chapter("whoami", { get: {} }),
  chapter("rateLimit", { get: {} }),
  chapter("apiKeys", {
    create: {
      as: "ada",
      input: {
        name: "Scanner at the door",
        scopes: ["items:read", "items:write"],
        expires_at: "2026-07-01T00:00:00Z",
        allowed_cidrs: ["192.168.1.0/24"],
      },
    },
    list: { as: "ada", input: { q: "scanner", environment: "live" } },
    get: { as: "ada", input: ({ told }) => ({ id: told.apiKeys.create.id }) },
    update: {
      as: "ada",
      input: ({ told }) => ({ id: told.apiKeys.create.id, rate_limit: { per_minute: 30 } }),
    },
    usage: { as: "ada", input: ({ told }) => ({ id: told.apiKeys.create.id, days: 1 }) },
    log: { as: "ada", input: ({ told }) => ({ id: told.apiKeys.create.id, kind: "event", limit: 1 }) },
    explain: { input: { method: "DELETE", path: "/api/v1/bins/any" } },
    rotate: {
      as: "ada",
      input: ({ told }) => ({ id: told.apiKeys.create.id, grace_seconds: 86_400, activate: "now" }),
    },
    finishRotation: { as: "ada", input: ({ told }) => ({ id: told.apiKeys.create.id }) },
    cancelRotation: {
      as: "ada",
      input: async ({ told, ask }) => {
        const { id } = told.apiKeys.create;
        await ask("ada", "POST", `api-keys/${id}/rotate`, { activate: "first_use" });
        return { id };
      },
    },
    revoke: { as: "ada", input: ({ told }) => ({ id: told.apiKeys.create.id }) },
  }),
  chapter("handOvers", {
    begin: { input: { client_name: "stowage on ada-laptop", scopes: ["items:read"], environment: "live" } },
    look: { as: "ada", input: ({ told }) => ({ user_code: told.handOvers.begin.user_code }) },
    approve: {
      as: "ada",
      input: ({ told }) => ({
        user_code: told.handOvers.begin.user_code,
        scopes: ["items:read"],
        environment: "live",
      }),
    },
    collect: { input: ({ told }) => ({ device_code: told.handOvers.begin.device_code }) },
    refuse: {
      as: "ada",
      input: async ({ ask }) => {
        const { body } = await ask("nobody", "POST", "hand-overs", { client_name: "Somebody else's" });
        return { user_code: body.user_code };
      },
    },
  }),
  chapter("leakedKeys", { report: { input: { key: "sk_stowage_live_…" } } }),
];

/** The key ends itself, so nothing can be told by it afterwards. */
export const endOfTheKey = chapter("apiKeys", { revokeCurrent: {} });
