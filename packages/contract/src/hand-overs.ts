import { z } from "zod";
import { ApiKey, CreateApiKey } from "./api-keys.ts";
import { Environment } from "./environments.ts";
import { PRESET_NAMES } from "./presets.ts";
import { Scope, ScopeSet } from "./scopes.ts";
import { line } from "./text.ts";
import { Timestamp } from "./times.ts";

/** Minutes from a program's asking for a key until nobody can let it have one any more. */
export const HAND_OVER_MINUTES = 10;
/** Seconds that a program waits between two questions for its key. */
export const HAND_OVER_INTERVAL_SECONDS = 5;

/** Consonants alone: they spell no word by chance, and none is taken for a digit (RFC 8628, section 6.1). */
export const USER_CODE_ALPHABET = "BCDFGHJKLMNPQRSTVWXZ";
export const USER_CODE_LENGTH = 8;

/** The code that a person meant, however it was typed: `bcdf ghjk` is `BCDFGHJK`. */
export function cleanUserCode(text: string): string {
  return text.toUpperCase().replace(/[^0-9\p{L}]/gu, "");
}

/** The code as people read it: `BCDF-GHJK`. */
export function shownUserCode(code: string): string {
  return `${code.slice(0, USER_CODE_LENGTH / 2)}-${code.slice(USER_CODE_LENGTH / 2)}`;
}

/** What a program asks for. It is a wish: who approves it decides. */
export const BeginHandOver = z.strictObject({
  client_name: line(100).describe("What asks, in words that its person knows: `Stowage CLI on ada-laptop`."),
  scopes: ScopeSet.describe("What it would like to do; without it, the person chooses.").optional(),
  preset: z.enum(PRESET_NAMES).describe("A ready choice of scopes, beside those that are named.").optional(),
  environment: Environment.describe("Whose data it is for; without it, the person chooses.").optional(),
});
export type BeginHandOver = z.infer<typeof BeginHandOver>;

/** What a program shows to its person, and what it keeps to itself. */
export const BegunHandOver = z
  .strictObject({
    device_code: z.string().describe("What the program collects its key with. It is shown to nobody."),
    user_code: z
      .string()
      .describe("What the person types, such as BCDF-GHJK.")
      .meta({ examples: ["BCDF-GHJK"] }),
    verification_uri: z.string().describe("The page to type it on."),
    verification_uri_complete: z.string().describe("The same page with the code filled in."),
    expires_at: Timestamp,
    interval_seconds: z.int().min(1).describe("How long to wait before each `POST /hand-overs/collect`."),
  })
  .meta({ id: "BegunHandOver" });
export type BegunHandOver = z.infer<typeof BegunHandOver>;

export const HandOverStatus = z.enum(["pending", "approved", "refused", "expired"]);
export type HandOverStatus = z.infer<typeof HandOverStatus>;

export const CollectHandOver = z.strictObject({
  device_code: z
    .string()
    .regex(/^[a-z2-7]{52}$/, "This is not a device code.")
    .meta({ examples: ["a".repeat(52)] }),
});

/** Where the asking stands, and once it is approved, the key. */
export const CollectedHandOver = z
  .strictObject({
    status: HandOverStatus.describe(
      "`pending`: ask again. `approved`: here is the key. `refused` and `expired`: there will be none; begin again.",
    ),
    interval_seconds: z.int().min(1),
    api_key: ApiKey.nullable(),
    key: z.string().nullable().describe("The secret. It is given this once and cannot be had again."),
  })
  .meta({ id: "CollectedHandOver" });
export type CollectedHandOver = z.infer<typeof CollectedHandOver>;

/** As it is typed: case, spaces and dashes do not matter. */
export const UserCode = z
  .string()
  .max(64)
  .overwrite(cleanUserCode)
  .refine((code) => new RegExp(`^[${USER_CODE_ALPHABET}]{${USER_CODE_LENGTH}}$`).test(code), {
    error: "Expected the eight letters that the program shows, such as BCDF-GHJK.",
  })
  .meta({ examples: ["BCDF-GHJK"] });

export const HandOverByCode = z.strictObject({ user_code: UserCode });

/** Who asks for a key, as far as the server can tell. The program wrote its name itself. */
export const HandOver = z
  .strictObject({
    client_name: z.string(),
    scopes: z.array(Scope).nullable().describe("What it would like to do; null for what you choose."),
    environment: Environment.nullable(),
    ip: z.string().describe("The address that it asked from."),
    user_agent: z.string().nullable(),
    is_same_network: z.boolean().describe("Whether you are in the network that it asked from."),
    status: HandOverStatus,
    created_at: Timestamp,
    expires_at: Timestamp,
  })
  .meta({ id: "HandOver" });
export type HandOver = z.infer<typeof HandOver>;

/** What the program shall have. The organization is the one that the session is in. */
export const ApproveHandOver = CreateApiKey.pick({
  expires_at: true,
  location_ids: true,
  allowed_cidrs: true,
  rate_limit: true,
  auto_renew: true,
}).extend({
  user_code: UserCode,
  name: line(100).describe("The key's name; without it, the program's.").optional(),
  scopes: ScopeSet.describe("What the key may do, whatever was asked for."),
  environment: Environment,
});
export type ApproveHandOver = z.infer<typeof ApproveHandOver>;
