import { z } from "zod";
import { Environment } from "./environments.ts";
import { id } from "./ids.ts";
import { PASSWORD_LENGTH_MAX, PASSWORD_LENGTH_MIN } from "./limits.ts";
import { PageInput, pageOf } from "./lists.ts";
import { Role } from "./roles.ts";
import { line } from "./text.ts";
import { Timestamp } from "./times.ts";

/** Compared without regard to case, as people type addresses. */
export const Email = z
  .string()
  .max(254)
  .overwrite((text) => text.trim().normalize("NFC").toLowerCase())
  .pipe(z.email());

/** Taken as typed: never trimmed or normalised beyond what the hash does. */
const NewPassword = z.string().min(PASSWORD_LENGTH_MIN).max(PASSWORD_LENGTH_MAX);

export const SignUp = z.strictObject({ email: Email, password: NewPassword, name: line(100) });
export type SignUp = z.infer<typeof SignUp>;

export const SignIn = z.strictObject({ email: Email, password: z.string().min(1).max(PASSWORD_LENGTH_MAX) });
export type SignIn = z.infer<typeof SignIn>;

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

export const ListSessions = PageInput.omit({ include_total: true });
export type ListSessions = z.infer<typeof ListSessions>;

export const SessionPage = pageOf(Session);

export const SessionRef = z.strictObject({
  id: z.string().regex(/^[0-9a-f]{64}$/, "Expected a session's id."),
});

export const EndedSession = z.strictObject({ id: z.string(), ended: z.literal(true) });
