import { z } from "zod";
import { id, idRef } from "./ids.ts";
import { PLANS, RATE_LIMIT_MAX } from "./limits.ts";
import { PageInput, pageOf } from "./lists.ts";
import { Role } from "./roles.ts";
import { line } from "./text.ts";
import { Timestamp } from "./times.ts";

/** `hooks.example.org`, `192.168.1.10` or `[fd00::1]`, perhaps with a port; as `URL` writes it. */
const WebhookHost = z
  .string()
  .trim()
  .toLowerCase()
  .max(255)
  .refine((host) => URL.canParse(`http://${host}`) && new URL(`http://${host}`).host === host, {
    error: "Expected a host such as hooks.example.org or 192.168.1.10:8123.",
  });

/** How an organization works; each may be sent alone. */
export const OrganizationSettings = z
  .strictObject({
    api_key_makers: z.enum(["members", "admins"]).describe("Who may create API keys."),
    api_key_days_max: z
      .int()
      .min(1)
      .max(3_650)
      .nullable()
      .describe("Longest life of a new or extended key, in days; null for no limit."),
    event_retention_days: z.int().min(30).max(3_650).describe("How long the activity is kept."),
    request_retention_days: z
      .int()
      .min(1)
      .max(365)
      .describe("How long each call of a key is kept in its log."),
    test_webhook_hosts: z
      .array(WebhookHost)
      .max(20)
      .describe("Hosts that triggers of the test environment may post to; to others they never do."),
    trash_days: z.int().min(1).max(365).describe("How long what was deleted can be restored."),
  })
  .meta({ id: "OrganizationSettings" });
export type OrganizationSettings = z.infer<typeof OrganizationSettings>;

export const ORGANIZATION_SETTINGS_DEFAULT: OrganizationSettings = {
  api_key_makers: "members",
  api_key_days_max: null,
  event_retention_days: 365,
  request_retention_days: 30,
  test_webhook_hosts: [],
  trash_days: 30,
};

const RateLimit = z.strictObject({
  per_minute: z.int().min(1).max(RATE_LIMIT_MAX),
  per_hour: z.int().min(1).max(RATE_LIMIT_MAX),
});

/** Who shares an inventory: people, their keys, and two workspaces, live and test. */
export const Organization = z
  .strictObject({
    id: id("organization"),
    name: z.string(),
    slug: z.string(),
    role: Role.describe("The caller's."),
    plan: z.enum(PLANS),
    rate_limit: RateLimit.describe("What a key of it may do at the most."),
    settings: OrganizationSettings,
    created_at: Timestamp,
    version: z.int().min(1),
  })
  .meta({ id: "Organization" });
export type Organization = z.infer<typeof Organization>;

export const ListOrganizations = PageInput;
export type ListOrganizations = z.infer<typeof ListOrganizations>;
export const OrganizationPage = pageOf(Organization);
export const OrganizationRef = z.strictObject({ id: idRef("organization") });

const Slug = z
  .string()
  .trim()
  .toLowerCase()
  .regex(
    /^[a-z0-9](?:[a-z0-9-]{0,48}[a-z0-9])?$/,
    "Expected letters, digits and hyphens, such as our-workshop.",
  );

export const CreateOrganization = z.strictObject({ name: line(100), slug: Slug.optional() });
export type CreateOrganization = z.infer<typeof CreateOrganization>;

export const UpdateOrganization = z.strictObject({
  id: idRef("organization"),
  if_version: z.int().min(1).optional(),
  name: line(100).optional(),
  slug: Slug.optional(),
  settings: OrganizationSettings.partial().describe("Merged into what is there.").optional(),
  plan: z.enum(PLANS).describe("For the instance's admin alone.").optional(),
  rate_limit: RateLimit.nullable()
    .describe(
      "A custom limit of the enterprise plan, for the instance's admin alone; null for the plan's own.",
    )
    .optional(),
});
export type UpdateOrganization = z.infer<typeof UpdateOrganization>;

export const DeletedOrganization = z.strictObject({ id: id("organization"), deleted_at: Timestamp });
