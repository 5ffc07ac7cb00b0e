import { fileURLToPath } from "node:url";
import type { CreateApiKey, CreatedApiKey } from "@stowage/contract/api-keys";
import type { Scope } from "@stowage/contract/scopes";
import { createTestDatabase, type TestDatabase } from "@stowage/db/testing/test-database";
import type { FastifyBaseLogger } from "fastify";
import { pino } from "pino";
import { assemble } from "../assemble.ts";
import type { Config } from "../config.ts";
import type { Deps } from "../deps.ts";
import { checkDocumented } from "./documented-problems.ts";

const MIGRATIONS = fileURLToPath(new URL("../../../../packages/db/drizzle", import.meta.url));
export const PUBLIC_URL = "http://stowage.test";

const CONFIG: Config = {
  port: 0,
  host: "127.0.0.1",
  public_url: PUBLIC_URL,
  data_dir: "/nonexistent",
  database_url: undefined,
  postgres_bin: undefined,
  app_secret: "a secret of the tests, long enough to be taken",
  app_secret_previous: undefined,
  registration: "open",
  key_brand: "stowage",
  default_plan: "enterprise",
  valkey_url: undefined,
  smtp_url: undefined,
  mail_from: undefined,
  webhook_retry_base_ms: 10,
  webhook_allow_loopback: true,
  uv_threadpool_size: 4,
  trust_proxy: false,
  log_level: "silent",
  web_root: undefined,
};

type Method = "GET" | "POST" | "PATCH" | "DELETE" | "PUT" | "HEAD" | "OPTIONS";

export interface Ask {
  key?: string;
  cookie?: string;
  headers?: Record<string, string>;
  /** The address it comes from; default 127.0.0.1. */
  ip?: string;
  /** Sent as JSON. */
  body?: unknown;
  /** Sent as it is. */
  raw?: string;
}

export interface Answer {
  status: number;
  headers: Record<string, string | string[] | number | undefined>;
  /** The parsed JSON; tests look into it freely. */
  // biome-ignore lint/suspicious/noExplicitAny: a test asserts on the members it names
  body: any;
  text: string;
}

export interface TestServer {
  deps: Deps;
  database: TestDatabase;
  ask(method: Method, path: string, ask?: Ask): Promise<Answer>;
  /** Makes an account with its own organization, or by an invitation's token one in another's. */
  signUp(name: string, more?: { invitation?: string }): Promise<Person>;
  /** Starts listening. @returns the origin */
  listen(): Promise<string>;
  close(): Promise<void>;
}

export interface Person {
  name: string;
  email: string;
  cookie: string;
  organization_id: string;
  user_id: string;
  /** Calls as this person's browser. */
  ask(method: Method, path: string, ask?: Ask): Promise<Answer>;
  key(
    scopes: Scope[] | undefined,
    options?: Partial<Omit<CreateApiKey, "name" | "scopes">>,
  ): Promise<TestKey>;
}

export interface TestKey {
  id: string;
  key: string;
  ask(method: Method, path: string, ask?: Ask): Promise<Answer>;
}

export const TEST_PASSWORD = "correct horse battery staple";

/** A whole server on a database of its own; requests are injected, so no port is taken unless `listen` is called. */
export async function startTestServer(
  options: {
    config?: Partial<Config>;
    now?: () => number;
    log?: FastifyBaseLogger;
    /** Another server's, to be a second node beside it. */
    database?: TestDatabase;
  } = {},
): Promise<TestServer> {
  const database = options.database ?? (await createTestDatabase());
  const assembly = await assemble({
    config: { ...CONFIG, ...options.config },
    database,
    log: options.log ?? pino({ level: "silent" }),
    migrationsFolder: MIGRATIONS,
    ...(options.now && { now: options.now }),
  });

  async function ask(
    method: Method,
    path: string,
    { key, cookie, headers, ip, body, raw }: Ask = {},
  ): Promise<Answer> {
    const payload = raw ?? (body === undefined ? undefined : JSON.stringify(body));
    const url = path.startsWith("/") ? path : `/api/v1/${path}`;
    const response = await assembly.app.inject({
      method,
      url,
      headers: {
        ...(payload !== undefined && { "content-type": "application/json" }),
        ...(key !== undefined && { authorization: `Bearer ${key}` }),
        ...(cookie !== undefined && { cookie, origin: PUBLIC_URL }),
        ...headers,
      },
      ...(ip !== undefined && { remoteAddress: ip }),
      ...(payload !== undefined && { payload }),
    });
    const isProblem = String(response.headers["content-type"]).startsWith("application/problem+json");
    if (isProblem && response.payload !== "")
      checkDocumented(assembly.deps.procedures, { method, url, code: response.json().code });
    const isJson = /\bjson\b/.test(String(response.headers["content-type"])) && response.payload !== "";
    return {
      status: response.statusCode,
      headers: response.headers,
      body: isJson ? response.json() : undefined,
      text: response.payload,
    };
  }

  async function signUp(name: string, more: { invitation?: string } = {}): Promise<Person> {
    const email = `${name.toLowerCase().replaceAll(" ", ".")}@example.org`;
    const answer = await ask("POST", "auth/sign-up", {
      body: { email, password: TEST_PASSWORD, name, ...more },
    });
    if (answer.status !== 201) throw new Error(answer.text);
    const cookie = String(answer.headers["set-cookie"]).split(";")[0] ?? "";
    const asPerson: Person["ask"] = (method, path, more) => ask(method, path, { cookie, ...more });
    return {
      name,
      email,
      cookie,
      organization_id: answer.body.organization.id,
      user_id: answer.body.user.id,
      ask: asPerson,
      async key(scopes, more = {}) {
        const made = await asPerson("POST", "api-keys", { body: { name: `${name}'s key`, scopes, ...more } });
        if (made.status !== 201) throw new Error(made.text);
        const { id, key } = made.body as CreatedApiKey;
        if (key === null) throw new Error("a new key has its secret");
        return { id, key, ask: (method, path, more2) => ask(method, path, { key, ...more2 }) };
      },
    };
  }

  return {
    deps: assembly.deps,
    database,
    ask,
    signUp,
    async listen() {
      await assembly.listen();
      const address = assembly.app.server.address();
      if (address === null || typeof address === "string") throw new Error("not listening on a port");
      return `http://127.0.0.1:${address.port}`;
    },
    async close() {
      await assembly.close();
      if (!options.database) await database.drop();
    },
  };
}
