import { z } from "zod";
import { Email } from "./accounts.ts";
import { id, idRef } from "./ids.ts";
import { INVITATION_DAYS_DEFAULT, INVITATION_DAYS_MAX } from "./limits.ts";
import { PageInput, pageOf } from "./lists.ts";
import { Role } from "./roles.ts";
import { Timestamp } from "./times.ts";

/** An invitation as its organization sees it; the link is in the answer of its creation alone. */
export const Invitation = z
  .strictObject({
    id: id("invitation"),
    email: z.string().nullable(),
    role: Role,
    created_by: id("user"),
    created_at: Timestamp,
    expires_at: Timestamp,
    max_uses: z.int().min(1),
    uses: z.int().min(0),
  })
  .meta({ id: "Invitation" });
export type Invitation = z.infer<typeof Invitation>;

export const InviteMember = z.strictObject({
  email: Email.nullable().default(null).describe("Who alone may accept it; null for whoever has the link."),
  role: Role.exclude(["owner"]).default("member"),
  expires_in_days: z.int().min(1).max(INVITATION_DAYS_MAX).default(INVITATION_DAYS_DEFAULT),
  max_uses: z.int().min(1).max(100).default(1),
});
export type InviteMember = z.infer<typeof InviteMember>;

/** A new invitation, with its link. */
export const CreatedInvitation = Invitation.extend({
  url: z
    .string()
    .nullable()
    .describe("The link to hand over. It is shown this once; null in a repeated answer."),
  mailed: z.boolean().describe("It is on its way to `email`, too."),
}).meta({ id: "CreatedInvitation" });
export type CreatedInvitation = z.infer<typeof CreatedInvitation>;

export const ListInvitations = PageInput;
export type ListInvitations = z.infer<typeof ListInvitations>;
export const InvitationPage = pageOf(Invitation);
export const InvitationRef = z.strictObject({ id: idRef("invitation") });
export const DeletedInvitation = z.strictObject({ id: id("invitation"), deleted_at: Timestamp });

/** The part of the link after `#token=`. */
export const InvitationToken = z.string().regex(/^[a-z2-7]{40}$/, "This is not the token of an invitation.");
export const InvitationByToken = z.strictObject({ token: InvitationToken });

/** What somebody with the link may know before they accept. */
export const InvitationPreview = z
  .strictObject({
    organization: z.strictObject({ id: id("organization"), name: z.string() }),
    role: Role,
    email: z.string().nullable(),
    invited_by: z.string(),
    expires_at: Timestamp,
    has_account: z
      .boolean()
      .nullable()
      .describe("Whether `email` has an account here; null without `email`."),
  })
  .meta({ id: "InvitationPreview" });
export type InvitationPreview = z.infer<typeof InvitationPreview>;
