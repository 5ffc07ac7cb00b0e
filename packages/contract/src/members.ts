import { z } from "zod";
import { id, idRef } from "./ids.ts";
import { PageInput, pageOf } from "./lists.ts";
import { Role } from "./roles.ts";
import { line } from "./text.ts";
import { Timestamp } from "./times.ts";

/** A user as a member of the calling organization. `id` is the user's. */
export const Member = z
  .strictObject({
    id: id("user"),
    email: z.string(),
    name: z.string(),
    role: Role,
    is_active: z
      .boolean()
      .describe("False while the member is suspended: they may not come in, nor their keys."),
    has_two_factor: z.boolean(),
    joined_at: Timestamp,
    api_keys: z.int().min(0).describe("Keys that act as them and have not ended."),
  })
  .meta({ id: "Member" });
export type Member = z.infer<typeof Member>;

export const ListMembers = PageInput.extend({
  role: Role.optional(),
  q: line(200).describe("Part of a name or an address.").optional(),
});
export type ListMembers = z.infer<typeof ListMembers>;

export const MemberPage = pageOf(Member);

export const MemberRef = z.strictObject({ id: idRef("user") });

export const UpdateMember = z.strictObject({
  id: idRef("user"),
  role: Role.optional(),
  active: z.boolean().describe("False suspends the member until it is set to true again.").optional(),
});
export type UpdateMember = z.infer<typeof UpdateMember>;

export const RemovedMember = z.strictObject({
  id: id("user"),
  removed_at: Timestamp,
  revoked_api_keys: z.int().min(0).describe("Keys that acted as them and ended with it."),
});
export type RemovedMember = z.infer<typeof RemovedMember>;
