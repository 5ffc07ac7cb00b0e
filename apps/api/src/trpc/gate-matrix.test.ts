import { Environment } from "@stowage/contract/environments";
import type { ProblemCode } from "@stowage/contract/problems";
import { Role, roleGrants } from "@stowage/contract/roles";
import { ALL_SCOPES, missingScopes } from "@stowage/contract/scopes";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { addMember } from "../testing/add-member.ts";
import { askEveryWay } from "../testing/ask-every-way.ts";
import { leastInput, WHEN_REFUSED } from "../testing/least-input.ts";
import { type Person, startTestServer, type TestKey, type TestServer } from "../testing/test-server.ts";
import { type ProcedureEntry, procedureList } from "./procedure-list.ts";
import { appRouter } from "./router.ts";

// procedure × key state × scope × role × tenant × environment, on REST, tRPC and MCP. The procedures come from the router,
// the scopes, roles and environments from the contract, the ids from the lists themselves: a new one is in by itself.
const procedures = procedureList(appRouter);
const guarded = procedures.filter(({ access }) => access.kind !== "open");
const withId = guarded.filter(({ rest }) => rest?.path.includes("{id}"));

/** Refusals that the gate alone gives; a call that got past it may still fail for what it asked. */
const OF_THE_GATE: readonly ProblemCode[] = [
  "missing_credentials",
  "malformed_authorization",
  "key_malformed",
  "key_invalid",
  "key_expired",
  "key_revoked",
  "key_rotated",
  "key_disabled",
  "owner_disabled",
  "session_expired",
  "insufficient_scope",
  "session_required",
  "ip_not_allowed",
  "csrf_rejected",
  "rate_limited",
  "internal",
  "unavailable",
];
const PAST = "past the gate";
const verdict = (code: ProblemCode | null) => (code !== null && OF_THE_GATE.includes(code) ? code : PAST);

let server: TestServer;
let anna: Person;
let stranger: Person;
let nowMs = Date.now();

beforeAll(async () => {
  server = await startTestServer({ now: () => nowMs });
  anna = await server.signUp("Anna");
  stranger = await server.signUp("Stranger");
});
afterAll(() => server.close());

/** Calls with an id of nothing, so that what gets past the gate changes nothing. */
const harmless = (
  entry: ProcedureEntry,
  credentials: { key?: string; cookie?: string; ip?: string; turn?: number },
) => askEveryWay(server, entry, { ...credentials, id: "missing" });

/** The answers that differ from what the model expects, by surface: empty when the gate is as declared. */
async function surprises(
  credentials: { key?: string; cookie?: string; turn?: number },
  expected: (entry: ProcedureEntry) => ProblemCode | typeof PAST,
): Promise<string[]> {
  const found: string[] = [];
  for (const [at, entry] of guarded.entries()) {
    if (endsItsKey(entry)) continue;
    // From many networks, since one that fails again and again is throttled.
    const turn = credentials.turn === undefined ? {} : { turn: credentials.turn + at };
    const answers = await harmless(entry, { ...credentials, ...turn, ip: `10.1.${at}.1` });
    for (const { way, code } of answers)
      if (verdict(code) !== expected(entry))
        found.push(`${way} ${entry.path}: ${code ?? "success"}, expected ${expected(entry)}`);
  }
  return found;
}

/** The one procedure that ends its caller by design; it has tests of its own. */
const endsItsKey = ({ rest }: ProcedureEntry) => rest?.path === "/api-keys/current";

test("there is something to walk", () => {
  expect(guarded.length).toBeGreaterThan(40);
  expect(withId.length).toBeGreaterThan(15);
});

describe("key states: a key that holds every scope but is over is refused everywhere, with its reason", () => {
  const overs: Record<string, { code: ProblemCode; make: () => Promise<string> }> = {
    revoked: {
      code: "key_revoked",
      make: async () => {
        const key = await anna.key(["admin:*"]);
        await anna.ask("DELETE", `api-keys/${key.id}`);
        return key.key;
      },
    },
    disabled: {
      code: "key_disabled",
      make: async () => {
        const key = await anna.key(["admin:*"]);
        await anna.ask("PATCH", `api-keys/${key.id}`, { body: { active: false } });
        return key.key;
      },
    },
    "rotated out": {
      code: "key_rotated",
      make: async () => {
        const key = await anna.key(["admin:*"]);
        expect((await anna.ask("POST", `api-keys/${key.id}/rotate`)).status).toBe(200);
        return key.key;
      },
    },
    expired: {
      code: "key_expired",
      make: async () => {
        const expires_at = new Date(nowMs + 1_000).toISOString();
        const key = await anna.key(["admin:*"], { expires_at });
        nowMs += 1_000;
        return key.key;
      },
    },
    "of a suspended member": {
      code: "owner_disabled",
      make: async () => {
        const member = await addMember(server, anna, "Suspended", "admin");
        const key = await member.key(["admin:*"]);
        await anna.ask("PATCH", `users/${member.user_id}`, { body: { active: false } });
        return key.key;
      },
    },
  };

  test.each(Object.entries(overs))("%s", async (_state, { code, make }) => {
    const key = await make();
    expect(await surprises({ key }, () => code)).toEqual([]);
  });

  test("nobody at all, and a key nobody made", async () => {
    expect(await surprises({}, () => "missing_credentials")).toEqual([]);
    const unknown = server.deps.keyFormat.mint("live");
    expect(await surprises({ key: unknown }, () => "key_invalid")).toEqual([]);
  });
});

// Every procedure under every scope, on one surface each time and on all of them over the scopes. A test key is judged by
// the same rules: of its scopes, those that read stand for all.
describe.each([
  ["live", 0, ALL_SCOPES],
  ["test", 1, ALL_SCOPES.filter((scope) => scope.endsWith(":read"))],
] as const)("K23: scopes in %s", (environment, shift, scopes) => {
  test.each(scopes)("%s alone opens what asks for it, and nothing else", async (scope) => {
    const { key } = await anna.key([scope], { environment });
    const turn = ALL_SCOPES.indexOf(scope) + shift;
    const expected = ({ access }: ProcedureEntry) => {
      if (access.kind === "session") return "session_required";
      if (access.kind === "scope" && missingScopes([scope], access.scopes).length > 0) return access.lacking;
      return PAST;
    };
    expect(await surprises({ key, turn }, expected)).toEqual([]);
  });
});

describe("K24: roles", () => {
  test.each(Role.options)(
    "a %s may do what the role says, signed in and through a key with every scope",
    async (role) => {
      const member: Person = role === "owner" ? anna : await addMember(server, anna, `The ${role}`, role);
      const forbidden = ({ access }: ProcedureEntry, isSession: boolean) =>
        access.kind === "scope" &&
        !access.scopes.every((scope) => roleGrants(role, scope)) &&
        !(isSession && access.isOwnAffair);
      const key = await keyOf(member, role);
      const found: string[] = [];
      for (const entry of guarded) {
        if (endsItsKey(entry) || entry.access.kind === "session") continue;
        for (const credentials of [{ cookie: member.cookie }, { key: key.key }])
          for (const { way, code } of await harmless(entry, credentials))
            if ((code === "role_forbidden") !== forbidden(entry, "cookie" in credentials))
              found.push(`${way} ${entry.path}: ${code ?? "success"}`);
      }
      expect(found).toEqual([]);
    },
  );

  /** A viewer makes no keys, so this one was made before the demotion. */
  async function keyOf(member: Person, role: Role): Promise<TestKey> {
    if (role === "owner") return anna.key(["admin:*"]);
    await anna.ask("PATCH", `users/${member.user_id}`, { body: { role: "admin" } });
    const key = await member.key(["admin:*"]);
    await anna.ask("PATCH", `users/${member.user_id}`, { body: { role } });
    return key;
  }
});

describe("tenants and environments", () => {
  const nounOf = (entry: ProcedureEntry) => entry.rest?.path.split("/{id}")[0] ?? "";
  const nouns = [...new Set(withId.map(nounOf))];
  /** What belongs to the organization, and so to both of its environments. */
  const isShared = ({ access }: ProcedureEntry) =>
    access.kind === "scope" && /^(users|organizations):/.test(access.scopes[0]);
  const ids = new Map<string, string>();
  const keys = new Map<string, TestKey>();
  const keyIn = (environment: Environment) => keys.get(environment)?.key ?? "";

  beforeAll(async () => {
    for (const environment of Environment.options)
      keys.set(environment, await anna.key(["admin:*"], { environment }));
    await anna.ask("POST", "sandbox/reset");
    await anna.ask("POST", "users", { body: {} });
    const body = { name: "Made by the matrix" };
    for (const noun of ["locations", "bins", "items", "projects"]) await anna.ask("POST", noun, { body });
    await anna.ask("POST", "tasks", { body: { title: "Made by the matrix" } });
    for (const environment of Environment.options)
      await anna.ask("POST", "import", {
        body: { content: "name\nBrought in", format: "csv" },
        headers: { "x-environment": environment },
      });
    for (const environment of Environment.options) await makeTrigger(environment);
    for (const environment of Environment.options)
      for (const noun of nouns) {
        const found = (await idIn(noun, environment)) ?? (await makeOne(noun, environment));
        expect(found, `no ${noun} to ask for in ${environment}: make one in this beforeAll`).toBeDefined();
        ids.set(`${environment} ${noun}`, found ?? "");
      }
  });

  /** The id of one that its list shows. */
  async function idIn(noun: string, environment: Environment): Promise<string | undefined> {
    const page = await anna.ask("GET", `/api/v1${listOf(noun, environment)}?limit=200`, {
      headers: { "x-environment": environment },
    });
    const rows: { id: string; environment?: Environment }[] = page.body.data ?? [];
    return rows.find((one) => (one.environment ?? environment) === environment)?.id;
  }

  /** Makes one with the least that its `create` takes, if it has one. */
  async function makeOne(noun: string, environment: Environment): Promise<string | undefined> {
    const create = guarded.find(({ rest }) => rest?.method === "POST" && rest.path === noun);
    if (!create) return undefined;
    const body = leastInput(create);
    const made = await anna.ask("POST", `/api/v1${noun}`, {
      body,
      headers: { "x-environment": environment },
    });
    return made.body.id;
  }

  /** Trying it out leaves a delivery. */
  async function makeTrigger(environment: Environment): Promise<void> {
    const headers = { "x-environment": environment };
    const actions = [{ type: "webhook", url: "http://127.0.0.1:9/" }];
    const body = { name: "Made by the matrix", event_types: ["item.low_stock"], actions };
    const { id } = (await anna.ask("POST", "triggers", { body, headers })).body;
    await anna.ask("POST", `triggers/${id}/test`, { headers });
  }

  /** Deliveries are listed by their trigger. */
  const listOf = (noun: string, environment: Environment) =>
    noun === "/deliveries" ? `/triggers/${ids.get(`${environment} /triggers`)}/deliveries` : noun;

  test.each(withId.map((entry) => [entry.path, entry] as const))(
    "%s: another organization's id is 404, signed in and by key, in each environment",
    async (_path, entry) => {
      for (const environment of Environment.options) {
        const id = ids.get(`${environment} ${nounOf(entry)}`) ?? "";
        const theirKey = await stranger.key(["admin:*"], { environment });
        const tries: { key?: string; cookie?: string }[] = [{ cookie: stranger.cookie }];
        if (entry.access.kind === "scope") tries.push({ key: theirKey.key });
        for (const credentials of tries)
          for (const { way, status, code } of await askEveryWay(server, entry, { ...credentials, id }))
            expect([way, status, code], status === 422 ? WHEN_REFUSED : "").toEqual([way, 404, "not_found"]);
      }
    },
  );

  test.each(
    withId.filter(({ access }) => access.kind === "scope").map((entry) => [entry.path, entry] as const),
  )("%s: K25: a key never reaches an id of the other environment", async (_path, entry) => {
    if (isShared(entry))
      return expect(ids.get(`live ${nounOf(entry)}`)).toBe(ids.get(`test ${nounOf(entry)}`));
    for (const [mine, other] of [
      ["live", "test"],
      ["test", "live"],
    ] as const) {
      const id = ids.get(`${other} ${nounOf(entry)}`) ?? "";
      for (const { way, status, code } of await askEveryWay(server, entry, { key: keyIn(mine), id })) {
        expect([way, status], status === 422 ? WHEN_REFUSED : "").toEqual([way, 404]);
        expect(["not_found", "environment_mismatch"]).toContain(code);
      }
    }
  });

  test("after all of this, everything that was asked for is still there", async () => {
    for (const noun of nouns) {
      const reader = guarded.find(({ rest }) => rest?.method === "GET" && rest.path === `${noun}/{id}`);
      if (!reader) continue;
      const { status, text } = await anna.ask("GET", `/api/v1${noun}/${ids.get(`live ${noun}`)}`);
      expect(status, text).toBe(200);
    }
  });
});
