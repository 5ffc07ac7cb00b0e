import { homedir } from "node:os";
import { join, resolve } from "node:path";
import { z } from "zod";

/**
 * Whose X-Forwarded-For is believed: nobody's, that of so many proxies in a row, that of the proxies at these addresses
 * or networks, or everybody's.
 */
function trustOf(text: string): boolean | number | string {
  if (text === "true" || text === "false") return text === "true";
  return /^\d{1,2}$/.test(text) ? Number(text) : text;
}

/** Every setting there is. All are optional; `.env.example` explains them. */
const Environment = z.object({
  PORT: z.coerce.number().int().min(0).max(65_535).default(4870),
  HOST: z.string().min(1).default("127.0.0.1"),
  PUBLIC_URL: z
    .url({ protocol: /^https?$/ })
    .refine(
      (url) => ["", "/"].includes(new URL(url).pathname) && !/[?#]/.test(url),
      "Scheme and host alone, without a path.",
    )
    .optional(),
  DATA_DIR: z.string().min(1).optional(),
  DATABASE_URL: z.string().min(1).optional(),
  STOWAGE_PG_BIN: z.string().min(1).optional(),
  APP_SECRET: z.string().optional(),
  APP_SECRET_PREVIOUS: z.string().optional(),
  REGISTRATION: z.enum(["first", "open", "closed"]).default("first"),
  KEY_BRAND: z
    .string()
    .regex(/^[a-z0-9]{0,20}$/)
    .default("stowage"),
  DEFAULT_PLAN: z.enum(["free", "professional", "enterprise"]).default("professional"),
  VALKEY_URL: z.url({ protocol: /^(redis|rediss|valkey|valkeys)$/ }).optional(),
  SMTP_URL: z.url({ protocol: /^smtps?$/ }).optional(),
  MAIL_FROM: z.string().min(3).max(320).optional(),
  WEBHOOK_RETRY_BASE_MS: z.coerce.number().int().min(1).max(3_600_000).default(10_000),
  WEBHOOK_ALLOW_LOOPBACK: z.stringbool({ truthy: ["true", "1"], falsy: ["false", "0"] }).default(false),
  UV_THREADPOOL_SIZE: z.coerce.number().int().min(1).max(1_024).default(4), // libuv's own
  TRUST_PROXY: z.string().default("false").transform(trustOf),
  LOG_LEVEL: z.enum(["fatal", "error", "warn", "info", "debug", "trace", "silent"]).default("info"),
  WEB_ROOT: z.string().min(1).optional(),
});

export interface Config {
  port: number;
  host: string;
  /** Origin that users see, without a trailing slash; null until the port is known. */
  public_url: string | null;
  data_dir: string;
  database_url: string | undefined;
  postgres_bin: string | undefined;
  app_secret: string | undefined;
  app_secret_previous: string | undefined;
  registration: "first" | "open" | "closed";
  key_brand: string;
  default_plan: "free" | "professional" | "enterprise";
  /** Where several servers count rate limits together; undefined for each alone. */
  valkey_url: string | undefined;
  /** Where mail goes out; undefined for no mail. */
  smtp_url: string | undefined;
  mail_from: string | undefined;
  /** Milliseconds from a webhook's first failure to its second attempt; later gaps are multiples of it. */
  webhook_retry_base_ms: number;
  /** Whether webhooks may go to this machine itself. */
  webhook_allow_loopback: boolean;
  /** Threads that Node.js does look-ups of names, files and password hashes in; it alone sets them up, before we run. */
  uv_threadpool_size: number;
  trust_proxy: boolean | number | string;
  log_level: string;
  web_root: string | undefined;
}

/** Reads the settings from the environment; a bad one stops the start with a sentence that names it. */
export function readConfig(environment: NodeJS.ProcessEnv = process.env): Config {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ""));
  const parsed = Environment.safeParse(given);
  if (!parsed.success) {
    const lines = parsed.error.issues.map((issue) => `  ${issue.path.join(".")}: ${issue.message}`);
    throw new Error(`These settings cannot be used:\n${lines.join("\n")}`);
  }
  const settings = parsed.data;
  return {
    port: settings.PORT,
    host: settings.HOST,
    public_url: settings.PUBLIC_URL?.replace(/\/+$/, "") ?? null,
    data_dir: resolve(settings.DATA_DIR ?? defaultDataDir(given)),
    database_url: settings.DATABASE_URL,
    postgres_bin: settings.STOWAGE_PG_BIN,
    app_secret: settings.APP_SECRET,
    app_secret_previous: settings.APP_SECRET_PREVIOUS,
    registration: settings.REGISTRATION,
    // An empty KEY_BRAND is a choice of its own: plain sk_live_… keys.
    key_brand: environment.KEY_BRAND === "" ? "" : settings.KEY_BRAND,
    default_plan: settings.DEFAULT_PLAN,
    valkey_url: settings.VALKEY_URL,
    smtp_url: settings.SMTP_URL,
    mail_from: settings.MAIL_FROM,
    webhook_retry_base_ms: settings.WEBHOOK_RETRY_BASE_MS,
    webhook_allow_loopback: settings.WEBHOOK_ALLOW_LOOPBACK,
    uv_threadpool_size: settings.UV_THREADPOOL_SIZE,
    trust_proxy: settings.TRUST_PROXY,
    log_level: settings.LOG_LEVEL,
    web_root: settings.WEB_ROOT && resolve(settings.WEB_ROOT),
  };
}

function defaultDataDir(environment: NodeJS.ProcessEnv): string {
  if (process.getuid?.() === 0) return "/var/lib/stowage";
  return join(environment.XDG_DATA_HOME ?? join(homedir(), ".local/share"), "stowage");
}
