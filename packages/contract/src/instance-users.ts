import { z } from "zod";
import { id, idRef } from "./ids.ts";
import { PageInput, pageOf } from "./lists.ts";
import { line } from "./text.ts";
import { Timestamp } from "./times.ts";

/** An account of this instance, as its admin sees it, whatever organizations the person belongs to. */
export const InstanceUser = z
  .strictObject({
    id: id("user"),
    email: z.string(),
    name: z.string(),
    is_instance_admin: z.boolean(),
    is_active: z
      .boolean()
      .describe("False while the account is disabled: nobody signs in with it, nor does a key act as it."),
    has_two_factor: z.boolean(),
    organizations: z.int().min(0).describe("How many the person belongs to."),
    created_at: Timestamp,
  })
  .meta({ id: "InstanceUser" });
export type InstanceUser = z.infer<typeof InstanceUser>;

export const ListInstanceUsers = PageInput.extend({
  q: line(200).describe("Part of a name or an address.").optional(),
});
export type ListInstanceUsers = z.infer<typeof ListInstanceUsers>;

export const InstanceUserPage = pageOf(InstanceUser);

export const UpdateInstanceUser = z.strictObject({
  id: idRef("user"),
  active: z.boolean().describe("False disables the account until it is set to true again.").optional(),
});
export type UpdateInstanceUser = z.infer<typeof UpdateInstanceUser>;
