import { z } from "zod";
import { Environment } from "./environments.ts";
import { id, idRef } from "./ids.ts";
import { PASSWORD_LENGTH_MAX, PASSWORD_LENGTH_MIN } from "./limits.ts";
import { PageInput, pageOf } from "./lists.ts";
import { Role } from "./roles.ts";
import { composed, line } from "./text.ts";
import { Timestamp } from "./times.ts";
import { SecondFactor } from "./two-factor.ts";

/** Compared without regard to case, as people type addresses. */
export const Email = z
  .string()
  .max(254)
  .overwrite((text) => composed(text.trim()).toLowerCase())
  .pipe(z.email());

/** Taken as typed: never trimmed or normalised beyond what the hash does. */
const NewPassword = z.string().min(PASSWORD_LENGTH_MIN).max(PASSWORD_LENGTH_MAX);

export const SignUp = z.strictObject({
  email: Email,
  password: NewPassword,
  name: line(100),
  invitation: z
    .string()
    .max(100)
    .describe("The token of an invitation: the account joins that organization instead of a new one.")
    .optional(),
});
export type SignUp = z.infer<typeof SignUp>;

/** Whatever somebody types for a password that exists. */
const Password = z.string().min(1).max(PASSWORD_LENGTH_MAX);

export const SignIn = z.strictObject({
  email: Email,
  password: Password,
  code: SecondFactor.describe("Of the second factor, for accounts that have one.").optional(),
});
export type SignIn = z.infer<typeof SignIn>;

/** The password once more, so that something delicate may be done for a while. */
export const ConfirmSession = z.strictObject({ password: Password, code: SecondFactor.optional() });
export type ConfirmSession = z.infer<typeof ConfirmSession>;

/** Until when what is delicate may be done without confirming again. */
export const SessionConfirmed = z.strictObject({ recent_until: Timestamp });

export const ChangePassword = z.strictObject({ current_password: Password, new_password: NewPassword });
export type ChangePassword = z.infer<typeof ChangePassword>;

export const PasswordChanged = z.strictObject({
  ended_sessions: z.int().min(0).describe("Other browsers that were signed out."),
});

export const UpdateAccount = z.strictObject({
  name: line(100).optional(),
  timezone: z
    .string()
    .max(64)
    .refine(isTimeZone, { error: "Expected a time zone such as Europe/Berlin." })
    .optional(),
});
export type UpdateAccount = z.infer<typeof UpdateAccount>;

function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat("en", { timeZone: name }).resolvedOptions().timeZone !== "";
  } catch {
    return false;
  }
}

export const SwitchOrganization = z.strictObject({ organization_id: idRef("organization") });

/** A person, wherever they are a member. */
export const User = z
  .strictObject({ id: id("user"), email: z.string(), name: z.string(), is_instance_admin: z.boolean() })
  .meta({ id: "User" });
export type User = z.infer<typeof User>;

export const OrganizationSummary = z.strictObject({ id: id("organization"), name: z.string(), role: Role });
export type OrganizationSummary = z.infer<typeof OrganizationSummary>;

/** Who is signed in, and whether a stranger could make an account here. */
export const SessionState = z
  .strictObject({
    user: User.nullable(),
    organization: OrganizationSummary.nullable(),
    environment: Environment.nullable(),
    expires_at: Timestamp.nullable(),
    can_sign_up: z.boolean(),
    organizations: z.array(OrganizationSummary).describe("All that the person belongs to, at most 100."),
    recent_until: Timestamp.nullable().describe("Until when what is delicate needs no password again."),
    is_first_run: z.boolean().describe("No account exists yet: the next sign-up owns this instance."),
  })
  .meta({ id: "SessionState" });
export type SessionState = z.infer<typeof SessionState>;

export const SignedOut = z.strictObject({ signed_out: z.literal(true) });

/** A signed-in browser. `id` is a hash: it names the session and opens nothing. */
export const Session = z
  .strictObject({
    id: z.string(),
    created_at: Timestamp,
    last_seen_at: Timestamp,
    expires_at: Timestamp,
    ip: z.string().nullable(),
    user_agent: z.string().nullable(),
    is_current: z.boolean(),
  })
  .meta({ id: "Session" });
export type Session = z.infer<typeof Session>;

export const ListSessions = PageInput;
export type ListSessions = z.infer<typeof ListSessions>;

export const SessionPage = pageOf(Session);

export const SessionRef = z.strictObject({
  id: z.string().regex(/^[0-9a-f]{64}$/, "Expected a session's id."),
});

export const EndedSessions = z.strictObject({ ended: z.int().min(0) });

/** A person's own account. */
export const Account = z
  .strictObject({
    id: id("user"),
    email: z.string(),
    name: z.string(),
    timezone: z.string(),
    is_instance_admin: z.boolean(),
    has_two_factor: z.boolean(),
    created_at: Timestamp,
  })
  .meta({ id: "Account" });
export type Account = z.infer<typeof Account>;

export const DeletedAccount = z.strictObject({ id: id("user"), deleted_at: Timestamp });

export const EndedSession = z.strictObject({ id: z.string(), ended: z.literal(true) });
