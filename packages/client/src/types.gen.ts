// Written by `npm run gen api` from docs/openapi.json. Change the procedures.
import type { Upload } from "./api.ts";

/** What `invitations.accept` takes. */
export interface AcceptInvitation {
  token: string;
}

/** A person's own account. */
export interface Account {
  /** Its id. */
  id: string;
  /** The person's address for mail. */
  email: string;
  /** Its name. */
  name: string;
  /** A time zone, such as `Europe/Vienna`. */
  timezone: string;
  /** Whether the person runs this instance. */
  is_instance_admin: boolean;
  /** Whether signing in asks for a second factor. */
  has_two_factor: boolean;
  /** When it was made. */
  created_at: string;
}

/** What `items.adjust` takes. */
export interface AdjustItem {
  /** What comes (positive) or goes (negative). */
  delta?: number | undefined;
  /** What was counted: the new quantity. */
  count?: number | undefined;
  reason?: string | undefined;
  /** Adjust only if this is still the quantity; else 409 `conflict`. */
  if_quantity?: number | undefined;
  /** Write only if the object still has this version. */
  if_version?: number | undefined;
}

/** An item after its quantity was set, and the event that says so. */
export interface AdjustedItem {
  /** Its id. */
  id: string;
  /** Its name. */
  name: string;
  /** The id of the bin that it is in. */
  bin_id: string | null;
  /** The id of the place that it is in. */
  location_id: string | null;
  quantity: number;
  /** What active projects still hold of it. */
  reserved: number;
  /** `quantity` − `reserved`; below zero when more is promised than there is. */
  available: number;
  /** What its quantity counts, such as `pcs`. */
  unit: string;
  /** At this quantity and below it is low. */
  min_quantity: number | null;
  /** Whether there is no more of it than `min_quantity`. */
  is_low: boolean;
  /** Codes on the thing or its package, to find it by. */
  barcodes: string[];
  /** The number under which it is sold or kept. */
  sku: string | null;
  /** Your own name for it. */
  external_id: string | null;
  /** Whatever is worth knowing of it. */
  notes: string;
  /** Words to find it by, distinct and in the order in which they were given. */
  tags: string[];
  /** Values of your own, by name. */
  custom_fields: Record<string, string | number | boolean | null>;
  /** The day on which it expires. */
  expires_on: string | null;
  /** The number of this one piece. */
  serial_number: string | null;
  /** What its maker calls it. */
  model: string | null;
  /** Who made it. */
  manufacturer: string | null;
  /** Counts its writes from 1; what `If-Match` and `if_version` expect. */
  version: number;
  /** When it was made. */
  created_at: string;
  /** When it was last changed. */
  updated_at: string;
  /** When it was put into the trash; null while it is kept. */
  deleted_at: string | null;
  /** The event that records it; null when nothing changed. */
  event_seq: number | null;
}

/** A key as anyone may see it: everything but the secret, which exists in the answers of create and rotate alone. */
export interface ApiKey {
  /** Its id. */
  id: string;
  /** Its name. */
  name: string;
  /** More words about it. */
  description: string;
  /** How the secret begins, to tell keys apart. */
  prefix: string;
  /** The workspace: `live`, or `test` to try things in. */
  environment: "live" | "test";
  scopes: ("locations:read" | "locations:write" | "locations:delete" | "bins:read" | "bins:write" | "bins:delete" | "items:read" | "items:write" | "items:delete" | "tasks:read" | "tasks:write" | "tasks:delete" | "projects:read" | "projects:write" | "projects:delete" | "triggers:read" | "triggers:write" | "events:read" | "users:read" | "users:write" | "organizations:read" | "organizations:write" | "api-keys:manage" | "admin:*")[];
  /** The organization's id. */
  organization_id: string;
  created_by: string | null;
  /** The id of the person whose rights the key has at the most. */
  acts_as: string;
  /** The places that the key is bound to, with all that is below them; null for everywhere. */
  location_ids: string[] | null;
  /** The networks that the key may be used from; null for any. */
  allowed_cidrs: string[] | null;
  rate_limit: {
    /** Calls within a minute. */
    per_minute?: number;
    /** Calls within an hour. */
    per_hour?: number;
  } | null;
  muted_alerts: ("authentication_failed" | "new_network" | "quota_reached" | "rotated_secret_used" | "dead_key_used")[];
  status: "active" | "disabled" | "expired" | "revoked" | "rotating";
  /** When it was made. */
  created_at: string;
  /** When it ends. */
  expires_at: string | null;
  auto_renew: boolean;
  /** When it was last used. */
  last_used_at: string | null;
  /** The address that it was last used from. */
  last_used_ip: string | null;
  /** When it last got a new secret. */
  rotated_at: string | null;
  /** When it was revoked. */
  revoked_at: string | null;
  /** Why it was revoked. */
  revocation_reason: string | null;
}

/** A row of the list: the key, its people by name, and its requests of the last 30 UTC days, today last. */
export interface ApiKeyRow {
  /** Its id. */
  id: string;
  /** Its name. */
  name: string;
  /** More words about it. */
  description: string;
  /** How the secret begins, to tell keys apart. */
  prefix: string;
  /** The workspace: `live`, or `test` to try things in. */
  environment: "live" | "test";
  scopes: ("locations:read" | "locations:write" | "locations:delete" | "bins:read" | "bins:write" | "bins:delete" | "items:read" | "items:write" | "items:delete" | "tasks:read" | "tasks:write" | "tasks:delete" | "projects:read" | "projects:write" | "projects:delete" | "triggers:read" | "triggers:write" | "events:read" | "users:read" | "users:write" | "organizations:read" | "organizations:write" | "api-keys:manage" | "admin:*")[];
  /** The organization's id. */
  organization_id: string;
  created_by: string | null;
  /** The id of the person whose rights the key has at the most. */
  acts_as: string;
  /** The places that the key is bound to, with all that is below them; null for everywhere. */
  location_ids: string[] | null;
  /** The networks that the key may be used from; null for any. */
  allowed_cidrs: string[] | null;
  rate_limit: {
    /** Calls within a minute. */
    per_minute?: number;
    /** Calls within an hour. */
    per_hour?: number;
  } | null;
  muted_alerts: ("authentication_failed" | "new_network" | "quota_reached" | "rotated_secret_used" | "dead_key_used")[];
  status: "active" | "disabled" | "expired" | "revoked" | "rotating";
  /** When it was made. */
  created_at: string;
  /** When it ends. */
  expires_at: string | null;
  auto_renew: boolean;
  /** When it was last used. */
  last_used_at: string | null;
  /** The address that it was last used from. */
  last_used_ip: string | null;
  /** When it last got a new secret. */
  rotated_at: string | null;
  /** When it was revoked. */
  revoked_at: string | null;
  /** Why it was revoked. */
  revocation_reason: string | null;
  created_by_name: string | null;
  acts_as_name: string;
  daily_requests: number[];
}

/** A key with what it did lately, and what would make it safer. */
export interface ApiKeyWithUsage {
  /** Its id. */
  id: string;
  /** Its name. */
  name: string;
  /** More words about it. */
  description: string;
  /** How the secret begins, to tell keys apart. */
  prefix: string;
  /** The workspace: `live`, or `test` to try things in. */
  environment: "live" | "test";
  scopes: ("locations:read" | "locations:write" | "locations:delete" | "bins:read" | "bins:write" | "bins:delete" | "items:read" | "items:write" | "items:delete" | "tasks:read" | "tasks:write" | "tasks:delete" | "projects:read" | "projects:write" | "projects:delete" | "triggers:read" | "triggers:write" | "events:read" | "users:read" | "users:write" | "organizations:read" | "organizations:write" | "api-keys:manage" | "admin:*")[];
  /** The organization's id. */
  organization_id: string;
  created_by: string | null;
  /** The id of the person whose rights the key has at the most. */
  acts_as: string;
  /** The places that the key is bound to, with all that is below them; null for everywhere. */
  location_ids: string[] | null;
  /** The networks that the key may be used from; null for any. */
  allowed_cidrs: string[] | null;
  rate_limit: {
    /** Calls within a minute. */
    per_minute?: number;
    /** Calls within an hour. */
    per_hour?: number;
  } | null;
  muted_alerts: ("authentication_failed" | "new_network" | "quota_reached" | "rotated_secret_used" | "dead_key_used")[];
  status: "active" | "disabled" | "expired" | "revoked" | "rotating";
  /** When it was made. */
  created_at: string;
  /** When it ends. */
  expires_at: string | null;
  auto_renew: boolean;
  /** When it was last used. */
  last_used_at: string | null;
  /** The address that it was last used from. */
  last_used_ip: string | null;
  /** When it last got a new secret. */
  rotated_at: string | null;
  /** When it was revoked. */
  revoked_at: string | null;
  /** Why it was revoked. */
  revocation_reason: string | null;
  created_by_name: string | null;
  acts_as_name: string;
  daily_requests: number[];
  usage: {
    requests_today: number;
    requests_this_month: number;
  };
  rotation: KeyRotation | null;
  advice: KeyAdvice;
}

/** What `handOvers.approve` takes. */
export interface ApproveHandOver {
  /**
   * When it ends; null for never.
   * Default `null`.
   */
  expires_at?: string | null | undefined;
  /**
   * The places that the key is bound to, with all that is below them; null for everywhere.
   * Default `null`.
   */
  location_ids?: readonly string[] | null | undefined;
  /**
   * The networks that the key may be used from; null for any.
   * Default `null`.
   */
  allowed_cidrs?: readonly string[] | null | undefined;
  /**
   * A limit below the plan's; null for the plan's.
   * Default `null`.
   */
  rate_limit?: {
    /** Calls within a minute. */
    per_minute?: number | undefined;
    /** Calls within an hour. */
    per_hour?: number | undefined;
  } | null | undefined;
  /**
   * Prolong it by its original lifetime before it ends.
   * Default `false`.
   */
  auto_renew?: boolean | undefined;
  user_code: string;
  /** The key's name; without it, the program's. */
  name?: string | undefined;
  /** What the key may do, whatever was asked for. */
  scopes: readonly ("locations:read" | "locations:write" | "locations:delete" | "bins:read" | "bins:write" | "bins:delete" | "items:read" | "items:write" | "items:delete" | "tasks:read" | "tasks:write" | "tasks:delete" | "projects:read" | "projects:write" | "projects:delete" | "triggers:read" | "triggers:write" | "events:read" | "users:read" | "users:write" | "organizations:read" | "organizations:write" | "api-keys:manage" | "admin:*")[];
  /** The workspace: `live`, or `test` to try things in. */
  environment: "live" | "test";
}

/** What `handOvers.begin` takes. */
export interface BeginHandOver {
  /** What asks, in words that its person knows: `Stowage CLI on ada-laptop`. */
  client_name: string;
  /** What it would like to do; without it, the person chooses. */
  scopes?: readonly ("locations:read" | "locations:write" | "locations:delete" | "bins:read" | "bins:write" | "bins:delete" | "items:read" | "items:write" | "items:delete" | "tasks:read" | "tasks:write" | "tasks:delete" | "projects:read" | "projects:write" | "projects:delete" | "triggers:read" | "triggers:write" | "events:read" | "users:read" | "users:write" | "organizations:read" | "organizations:write" | "api-keys:manage" | "admin:*")[] | undefined;
  /** A ready choice of scopes, beside those that are named. */
  preset?: "read_only" | "scanner" | "home_automation" | "backup" | "full_access" | undefined;
  /** Whose data it is for; without it, the person chooses. */
  environment?: "live" | "test" | undefined;
}

/** What a program shows to its person, and what it keeps to itself. */
export interface BegunHandOver {
  /** What the program collects its key with. It is shown to nobody. */
  device_code: string;
  /** What the person types, such as BCDF-GHJK. */
  user_code: string;
  /** The page to type it on. */
  verification_uri: string;
  /** The same page with the code filled in. */
  verification_uri_complete: string;
  /** When it ends. */
  expires_at: string;
  /** How long to wait before each `POST /hand-overs/collect`. */
  interval_seconds: number;
}

/** A container one can carry. `code` is what its label says. */
export interface Bin {
  /** Its id. */
  id: string;
  code: string;
  /** Its name. */
  name: string;
  /** The id of the place that it is in. */
  location_id: string | null;
  /** More words about it. */
  description: string;
  /** Words to find it by, distinct and in the order in which they were given. */
  tags: string[];
  /** A color, as `#rrggbb`. */
  color: string | null;
  /** The name of an icon. */
  icon: string | null;
  /** Values of your own, by name. */
  custom_fields: Record<string, string | number | boolean | null>;
  /** Counts its writes from 1; what `If-Match` and `if_version` expect. */
  version: number;
  /** When it was made. */
  created_at: string;
  /** When it was last changed. */
  updated_at: string;
  /** When it was put into the trash; null while it is kept. */
  deleted_at: string | null;
}

/** The bin that an item is in, in short. */
export interface BinSummary {
  /** Its id. */
  id: string;
  code: string;
  /** Its name. */
  name: string;
}

/** A bin with what `include` asked for. */
export interface BinView {
  /** Its id. */
  id: string;
  code: string;
  /** Its name. */
  name: string;
  /** The id of the place that it is in. */
  location_id: string | null;
  /** More words about it. */
  description: string;
  /** Words to find it by, distinct and in the order in which they were given. */
  tags: string[];
  /** A color, as `#rrggbb`. */
  color: string | null;
  /** The name of an icon. */
  icon: string | null;
  /** Values of your own, by name. */
  custom_fields: Record<string, string | number | boolean | null>;
  /** Counts its writes from 1; what `If-Match` and `if_version` expect. */
  version: number;
  /** When it was made. */
  created_at: string;
  /** When it was last changed. */
  updated_at: string;
  /** When it was put into the trash; null while it is kept. */
  deleted_at: string | null;
  location_path?: ({
    /** Its id. */
    id: string;
    /** Its name. */
    name: string;
  })[];
  /** Items directly in it, those in the trash left out. */
  item_count?: number;
}

/** How each operation ended, in the order in which they were sent. */
export interface BulkAnswer {
  data: BulkResult[];
  succeeded: number;
  failed: number;
}

/** What `bins.bulk` takes. */
export interface BulkBins {
  /**
   * All or nothing; else each operation that can be done is done.
   * Default `false`.
   */
  atomic?: boolean | undefined;
  operations: readonly ({
    op: "create";
    data: Record<string, unknown>;
  } | {
    op: "update";
    /** Its id. */
    id: string;
    data: Record<string, unknown>;
  } | {
    op: "delete";
    /** Its id. */
    id: string;
    data?: Record<string, unknown> | undefined;
  } | {
    op: "move";
    /** Its id. */
    id: string;
    data: Record<string, unknown>;
  } | {
    op: "restore";
    /** Its id. */
    id: string;
    data?: Record<string, unknown> | undefined;
  })[];
}

/** What `items.bulk` takes. */
export interface BulkItems {
  /**
   * All or nothing; else each operation that can be done is done.
   * Default `false`.
   */
  atomic?: boolean | undefined;
  operations: readonly ({
    op: "create";
    data: Record<string, unknown>;
  } | {
    op: "update";
    /** Its id. */
    id: string;
    data: Record<string, unknown>;
  } | {
    op: "delete";
    /** Its id. */
    id: string;
    data?: Record<string, unknown> | undefined;
  } | {
    op: "adjust";
    /** Its id. */
    id: string;
    data: Record<string, unknown>;
  } | {
    op: "move";
    /** Its id. */
    id: string;
    data: Record<string, unknown>;
  } | {
    op: "restore";
    /** Its id. */
    id: string;
    data?: Record<string, unknown> | undefined;
  } | {
    op: "upsert";
    /** Changes the item that has it, or creates one. */
    external_id: string;
    data: Record<string, unknown>;
  })[];
}

/** How one operation ended: the status and body that the single call would have had. */
export interface BulkResult {
  index: number;
  status: number;
  /** What the single call answers. */
  data?: Record<string, unknown>;
  /** The events that record it: what undo asks for. None when nothing changed. */
  event_seqs?: number[];
  error?: Problem;
}

/** What `auth.changePassword` takes. */
export interface ChangePassword {
  current_password: string;
  new_password: string;
}

/** What `auth.changePassword` answers. */
export interface ChangePasswordAnswer {
  /** Other browsers that were signed out. */
  ended_sessions: number;
}

/** What `codes.claim` takes. */
export interface ClaimCode {
  /** What kind of thing the code stands on. */
  target_type: "bin" | "item" | "location";
  /** The id of what the code stands on. */
  target_id: string;
}

/** What `handOvers.collect` takes. */
export interface CollectHandOver {
  device_code: string;
}

/** Where the asking stands, and once it is approved, the key. */
export interface CollectedHandOver {
  /** `pending`: ask again. `approved`: here is the key. `refused` and `expired`: there will be none; begin again. */
  status: "pending" | "approved" | "refused" | "expired";
  interval_seconds: number;
  api_key: ApiKey | null;
  /** The secret. It is given this once and cannot be had again. */
  key: string | null;
}

/** What `tasks.complete` takes. */
export interface CompleteTask {
  /** Write only if the object still has this version. */
  if_version?: number | undefined;
}

/** What `auth.confirm` takes. */
export interface Confirm {
  password: string;
  code?: string | undefined;
}

/** What `auth.confirm` answers. */
export interface ConfirmAnswer {
  recent_until: string;
}

/** What `projects.consume` takes. */
export interface ConsumeProjectItems {
  /** What was used; without it, all that is still reserved. */
  items?: readonly ({
    /** The item's id. */
    item_id: string;
    quantity: number;
  })[] | undefined;
}

/** A project after it used up what it had reserved. */
export interface ConsumedItems {
  project: Project;
  data: Reservation[];
  /** The number of the event that records it; what undo asks for. */
  event_seq: number | null;
}

/** One thing that is directly in a place: a place, a bin or an item. */
export interface Content {
  type: "location" | "bin" | "item";
  /** Its id. */
  id: string;
  /** Its name. */
  name: string;
  /** Of a place. */
  kind?: "site" | "building" | "room" | "area" | "shelf" | "vehicle" | "other";
  /** Of a bin. */
  code?: string;
  /** Of an item. */
  quantity?: number;
  /** Of an item. */
  unit?: string;
  /** Of an item. */
  is_low?: boolean;
}

/** What `apiKeys.create` takes. */
export interface CreateApiKey {
  /** Its name. */
  name: string;
  /**
   * More words about it.
   * Default `""`.
   */
  description?: string | undefined;
  /** What it may do; without it, all that its maker may do. */
  scopes?: readonly ("locations:read" | "locations:write" | "locations:delete" | "bins:read" | "bins:write" | "bins:delete" | "items:read" | "items:write" | "items:delete" | "tasks:read" | "tasks:write" | "tasks:delete" | "projects:read" | "projects:write" | "projects:delete" | "triggers:read" | "triggers:write" | "events:read" | "users:read" | "users:write" | "organizations:read" | "organizations:write" | "api-keys:manage" | "admin:*")[] | undefined;
  /** Without it, the maker's own. */
  environment?: "live" | "test" | undefined;
  /**
   * When it ends; null for never.
   * Default `null`.
   */
  expires_at?: string | null | undefined;
  /** Whose rights it uses: one's own, or for admins another member's. */
  acts_as?: string | undefined;
  /**
   * The places that the key is bound to, with all that is below them; null for everywhere.
   * Default `null`.
   */
  location_ids?: readonly string[] | null | undefined;
  /**
   * The networks that the key may be used from; null for any.
   * Default `null`.
   */
  allowed_cidrs?: readonly string[] | null | undefined;
  /**
   * A limit below the plan's; null for the plan's.
   * Default `null`.
   */
  rate_limit?: {
    /** Calls within a minute. */
    per_minute?: number | undefined;
    /** Calls within an hour. */
    per_hour?: number | undefined;
  } | null | undefined;
  /**
   * Prolong it by its original lifetime before it ends.
   * Default `false`.
   */
  auto_renew?: boolean | undefined;
  /**
   * False makes it disabled until it is set to true.
   * Default `true`.
   */
  active?: boolean | undefined;
}

/** What `bins.create` takes. */
export interface CreateBin {
  /** Its name. */
  name: string;
  /**
   * Where it stands; null for nowhere in particular.
   * Default `null`.
   */
  location_id?: string | null | undefined;
  /**
   * More words about it.
   * Default `""`.
   */
  description?: string | undefined;
  /**
   * Words to find it by, distinct and in the order in which they were given.
   * Default `[]`.
   */
  tags?: readonly string[] | undefined;
  /**
   * A color, as `#rrggbb`.
   * Default `null`.
   */
  color?: string | null | undefined;
  /**
   * The name of an icon.
   * Default `null`.
   */
  icon?: string | null | undefined;
  /**
   * Values of your own, by name.
   * Default `{}`.
   */
  custom_fields?: Record<string, string | number | boolean | null> | undefined;
}

/** What `imports.create` takes. */
export interface CreateImport {
  content: Upload;
  format: "ndjson" | "csv";
  /**
   * Check every row, and write nothing.
   * Default `false`.
   */
  dry_run?: boolean | undefined;
  /**
   * Answer when it is done; else at once, to be followed by GET /imports/{id}.
   * Default `true`.
   */
  wait?: boolean | undefined;
  /** The name that the file came under. */
  filename?: string | undefined;
}

/** What `items.create` takes. */
export interface CreateItem {
  /** Its name. */
  name: string;
  /**
   * The id of the bin that it is in.
   * Default `null`.
   */
  bin_id?: string | null | undefined;
  /**
   * The id of the place that it is in.
   * Default `null`.
   */
  location_id?: string | null | undefined;
  /** Default `1`. */
  quantity?: number | undefined;
  /**
   * What its quantity counts, such as `pcs`.
   * Default `"pcs"`.
   */
  unit?: string | undefined;
  /**
   * At or below it the item is low; null for never.
   * Default `null`.
   */
  min_quantity?: number | null | undefined;
  /**
   * Codes on the thing or its package, to find it by.
   * Default `[]`.
   */
  barcodes?: readonly string[] | undefined;
  /**
   * The number under which it is sold or kept.
   * Default `null`.
   */
  sku?: string | null | undefined;
  /**
   * Another system's id for it, unique in the workspace.
   * Default `null`.
   */
  external_id?: string | null | undefined;
  /**
   * Whatever is worth knowing of it.
   * Default `""`.
   */
  notes?: string | undefined;
  /**
   * Words to find it by, distinct and in the order in which they were given.
   * Default `[]`.
   */
  tags?: readonly string[] | undefined;
  /**
   * Values of your own, by name.
   * Default `{}`.
   */
  custom_fields?: Record<string, string | number | boolean | null> | undefined;
  /**
   * The day on which it expires.
   * Default `null`.
   */
  expires_on?: string | null | undefined;
  /**
   * The number of this one piece.
   * Default `null`.
   */
  serial_number?: string | null | undefined;
  /**
   * What its maker calls it.
   * Default `null`.
   */
  model?: string | null | undefined;
  /**
   * Who made it.
   * Default `null`.
   */
  manufacturer?: string | null | undefined;
}

/** What `locations.create` takes. */
export interface CreateLocation {
  /** Its name. */
  name: string;
  /**
   * The place it is in; null makes it a library.
   * Default `null`.
   */
  parent_id?: string | null | undefined;
  /** Default `"other"`. */
  kind?: "site" | "building" | "room" | "area" | "shelf" | "vehicle" | "other" | undefined;
  /**
   * More words about it.
   * Default `""`.
   */
  description?: string | undefined;
}

/** What `organizations.create` takes. */
export interface CreateOrganization {
  /** Its name. */
  name: string;
  slug?: string | undefined;
}

/** What `projects.create` takes. */
export interface CreateProject {
  /** Its name. */
  name: string;
  /**
   * More words about it.
   * Default `""`.
   */
  description?: string | undefined;
  /** Default `"planned"`. */
  status?: "planned" | "active" | "done" | "cancelled" | undefined;
  /**
   * The day on which it begins.
   * Default `null`.
   */
  starts_on?: string | null | undefined;
  /**
   * The day by which it is to be done.
   * Default `null`.
   */
  due_on?: string | null | undefined;
  /**
   * Words to find it by, distinct and in the order in which they were given.
   * Default `[]`.
   */
  tags?: readonly string[] | undefined;
}

/** What `tasks.create` takes. */
export interface CreateTask {
  title: string;
  /**
   * More words about it.
   * Default `""`.
   */
  description?: string | undefined;
  /** Default `"open"`. */
  status?: "open" | "in_progress" | "done" | "cancelled" | undefined;
  /**
   * How urgent it is.
   * Default `"normal"`.
   */
  priority?: "low" | "normal" | "high" | "urgent" | undefined;
  /**
   * The day by which it is to be done.
   * Default `null`.
   */
  due_on?: string | null | undefined;
  /**
   * A member of the organization.
   * Default `null`.
   */
  assignee_id?: string | null | undefined;
  /**
   * The id of the project that it belongs to.
   * Default `null`.
   */
  project_id?: string | null | undefined;
  /**
   * What kind of thing it is about.
   * Default `null`.
   */
  subject_type?: "item" | "bin" | "location" | null | undefined;
  /**
   * What it is about; sent together with `subject_type`.
   * Default `null`.
   */
  subject_id?: string | null | undefined;
}

/** What `triggers.create` takes. */
export interface CreateTrigger {
  /** Its name. */
  name: string;
  /** Default `true`. */
  enabled?: boolean | undefined;
  /** Types of events: `item.low_stock`, `item.*`, `*`. */
  event_types: readonly string[];
  /**
   * All must hold.
   * Default `[]`.
   */
  conditions?: readonly TriggerCondition[] | undefined;
  actions: readonly ({
    /** Its id. */
    id?: string | undefined;
    type: "webhook";
    url: string;
    /**
     * Sent with each post; null keeps a value while scheme, host and port stay.
     * Default `{}`.
     */
    headers?: Record<string, string | null> | undefined;
  } | {
    /** Its id. */
    id?: string | undefined;
    type: "create_task";
    /** Text with look-ups such as `{{subject.name}}` and `{{data.missing}}`; nothing in it runs. */
    title_template: string;
    /**
     * As the title.
     * Default `""`.
     */
    description_template?: string | undefined;
    /**
     * How urgent it is.
     * Default `"normal"`.
     */
    priority?: "low" | "normal" | "high" | "urgent" | undefined;
    /**
     * A member of the organization.
     * Default `null`.
     */
    assignee_id?: string | null | undefined;
    /** Default `null`. */
    due_in_days?: number | null | undefined;
    /**
     * For what ran low: the task follows how much is missing, and is done once the stock is back.
     * Default `false`.
     */
    close_when_resolved?: boolean | undefined;
  })[];
  /**
   * After firing it rests so long; what it let pass meanwhile is counted in the next post.
   * Default `0`.
   */
  throttle_seconds?: number | undefined;
}

/** A new key, with its secret. */
export interface CreatedApiKey {
  /** Its id. */
  id: string;
  /** Its name. */
  name: string;
  /** More words about it. */
  description: string;
  /** How the secret begins, to tell keys apart. */
  prefix: string;
  /** The workspace: `live`, or `test` to try things in. */
  environment: "live" | "test";
  scopes: ("locations:read" | "locations:write" | "locations:delete" | "bins:read" | "bins:write" | "bins:delete" | "items:read" | "items:write" | "items:delete" | "tasks:read" | "tasks:write" | "tasks:delete" | "projects:read" | "projects:write" | "projects:delete" | "triggers:read" | "triggers:write" | "events:read" | "users:read" | "users:write" | "organizations:read" | "organizations:write" | "api-keys:manage" | "admin:*")[];
  /** The organization's id. */
  organization_id: string;
  created_by: string | null;
  /** The id of the person whose rights the key has at the most. */
  acts_as: string;
  /** The places that the key is bound to, with all that is below them; null for everywhere. */
  location_ids: string[] | null;
  /** The networks that the key may be used from; null for any. */
  allowed_cidrs: string[] | null;
  rate_limit: {
    /** Calls within a minute. */
    per_minute?: number;
    /** Calls within an hour. */
    per_hour?: number;
  } | null;
  muted_alerts: ("authentication_failed" | "new_network" | "quota_reached" | "rotated_secret_used" | "dead_key_used")[];
  status: "active" | "disabled" | "expired" | "revoked" | "rotating";
  /** When it was made. */
  created_at: string;
  /** When it ends. */
  expires_at: string | null;
  auto_renew: boolean;
  /** When it was last used. */
  last_used_at: string | null;
  /** The address that it was last used from. */
  last_used_ip: string | null;
  /** When it last got a new secret. */
  rotated_at: string | null;
  /** When it was revoked. */
  revoked_at: string | null;
  /** Why it was revoked. */
  revocation_reason: string | null;
  /** The secret. It is shown this once and cannot be had again. */
  key: string | null;
}

/** A new invitation, with its link. */
export interface CreatedInvitation {
  /** Its id. */
  id: string;
  /** The person's address for mail. */
  email: string | null;
  /** What a member of the organization may do at all. */
  role: "owner" | "admin" | "member" | "viewer";
  created_by: string;
  /** When it was made. */
  created_at: string;
  /** When it ends. */
  expires_at: string;
  max_uses: number;
  uses: number;
  /** The link to hand over. It is shown this once; null in a repeated answer. */
  url: string | null;
  /** It is on its way to `email`, too. */
  mailed: boolean;
}

/** One action of a trigger, for one event. */
export interface Delivery {
  /** The `webhook-id` of each attempt. */
  id: string;
  /** The trigger's id. */
  trigger_id: string;
  /** The id of the trigger's action. */
  action_id: string;
  type: "webhook" | "create_task";
  /** The number of the event that records it; what undo asks for. */
  event_seq: number;
  /** What happened. */
  event_type: "location.created" | "location.updated" | "location.moved" | "location.deleted" | "bin.created" | "bin.updated" | "bin.moved" | "bin.deleted" | "bin.restored" | "item.created" | "item.updated" | "item.quantity_changed" | "item.moved" | "item.deleted" | "item.restored" | "item.low_stock" | "item.restocked" | "item.expiring" | "code.reserved" | "code.claimed" | "code.released" | "task.created" | "task.updated" | "task.completed" | "task.deleted" | "project.created" | "project.updated" | "project.deleted" | "project.reserved" | "project.released" | "project.consumed" | "trigger.created" | "trigger.updated" | "trigger.deleted" | "trigger.secret_rotated" | "trigger.disabled" | "import.completed" | "trash.purged" | "api_key.created" | "api_key.updated" | "api_key.revoked" | "api_key.rotated" | "api_key.rotation_activated" | "api_key.rotation_finished" | "api_key.rotation_cancelled" | "api_key.renewed" | "api_key.expiring" | "api_key.expired" | "api_key.used_from_new_network" | "api_key.authentication_failed" | "api_key.quota_reached" | "api_key.rotated_secret_used" | "api_key.dead_key_used" | "api_key.exposed" | "hand_over.approved" | "hand_over.refused" | "member.invited" | "member.joined" | "member.updated" | "member.removed" | "organization.created" | "organization.updated" | "sandbox.reset";
  /** What kind of thing it is about. */
  subject_type: string;
  /** The id of what it is about. */
  subject_id: string;
  /** The name of what it is about. */
  subject_name: string;
  status: "pending" | "succeeded" | "failed" | "cancelled";
  /** How often it was tried. */
  attempts: number;
  /** Where a webhook went; no more than its origin, followed by `/…`, for callers without `triggers:write`. */
  url: string | null;
  /** What a `create_task` made, or found open already. */
  task_id: string | null;
  /** The status of the answer. */
  response_status: number | null;
  /** The first 2,000 characters of the last answer. */
  response_excerpt: string | null;
  /** Milliseconds until the answer. */
  response_ms: number | null;
  error: "http_status" | "redirect" | "timeout" | "connection_refused" | "connection_failed" | "dns_failed" | "tls_failed" | "address_refused" | "not_allowed_in_test" | "bad_response" | "secret_unreadable" | "interrupted" | "assignee_gone" | "too_many_tasks" | "task_failed" | null;
  is_test: boolean;
  /** When it is tried again. */
  next_attempt_at: string | null;
  /** When it was last tried. */
  last_attempt_at: string | null;
  /** When it was made. */
  created_at: string;
}

/** A delivery with what was sent: no values of one's own headers, and no signature. */
export interface DeliveryView {
  /** The `webhook-id` of each attempt. */
  id: string;
  /** The trigger's id. */
  trigger_id: string;
  /** The id of the trigger's action. */
  action_id: string;
  type: "webhook" | "create_task";
  /** The number of the event that records it; what undo asks for. */
  event_seq: number;
  /** What happened. */
  event_type: "location.created" | "location.updated" | "location.moved" | "location.deleted" | "bin.created" | "bin.updated" | "bin.moved" | "bin.deleted" | "bin.restored" | "item.created" | "item.updated" | "item.quantity_changed" | "item.moved" | "item.deleted" | "item.restored" | "item.low_stock" | "item.restocked" | "item.expiring" | "code.reserved" | "code.claimed" | "code.released" | "task.created" | "task.updated" | "task.completed" | "task.deleted" | "project.created" | "project.updated" | "project.deleted" | "project.reserved" | "project.released" | "project.consumed" | "trigger.created" | "trigger.updated" | "trigger.deleted" | "trigger.secret_rotated" | "trigger.disabled" | "import.completed" | "trash.purged" | "api_key.created" | "api_key.updated" | "api_key.revoked" | "api_key.rotated" | "api_key.rotation_activated" | "api_key.rotation_finished" | "api_key.rotation_cancelled" | "api_key.renewed" | "api_key.expiring" | "api_key.expired" | "api_key.used_from_new_network" | "api_key.authentication_failed" | "api_key.quota_reached" | "api_key.rotated_secret_used" | "api_key.dead_key_used" | "api_key.exposed" | "hand_over.approved" | "hand_over.refused" | "member.invited" | "member.joined" | "member.updated" | "member.removed" | "organization.created" | "organization.updated" | "sandbox.reset";
  /** What kind of thing it is about. */
  subject_type: string;
  /** The id of what it is about. */
  subject_id: string;
  /** The name of what it is about. */
  subject_name: string;
  status: "pending" | "succeeded" | "failed" | "cancelled";
  /** How often it was tried. */
  attempts: number;
  /** Where a webhook went; no more than its origin, followed by `/…`, for callers without `triggers:write`. */
  url: string | null;
  /** What a `create_task` made, or found open already. */
  task_id: string | null;
  /** The status of the answer. */
  response_status: number | null;
  /** The first 2,000 characters of the last answer. */
  response_excerpt: string | null;
  /** Milliseconds until the answer. */
  response_ms: number | null;
  error: "http_status" | "redirect" | "timeout" | "connection_refused" | "connection_failed" | "dns_failed" | "tls_failed" | "address_refused" | "not_allowed_in_test" | "bad_response" | "secret_unreadable" | "interrupted" | "assignee_gone" | "too_many_tasks" | "task_failed" | null;
  is_test: boolean;
  /** When it is tried again. */
  next_attempt_at: string | null;
  /** When it was last tried. */
  last_attempt_at: string | null;
  /** When it was made. */
  created_at: string;
  request_headers: Record<string, string>;
  request_body: string | null;
  /** Oldest first; the last 20. */
  attempt_log: ({
    at: string;
    /** The status of the answer. */
    response_status: number | null;
    /** Milliseconds until the answer. */
    response_ms: number | null;
    error: "http_status" | "redirect" | "timeout" | "connection_refused" | "connection_failed" | "dns_failed" | "tls_failed" | "address_refused" | "not_allowed_in_test" | "bad_response" | "secret_unreadable" | "interrupted" | "assignee_gone" | "too_many_tasks" | "task_failed" | null;
  })[];
}

/** What `exports.download` takes. */
export interface DownloadExport {
  /**
   * What kind of file.
   * Default `"ndjson"`.
   */
  format?: "ndjson" | "csv" | undefined;
  /**
   * The kind of rows of a CSV.
   * Default `"items"`.
   */
  type?: "items" | "bins" | "locations" | "tasks" | "projects" | undefined;
}

/** What `twoFactor.enable` takes. */
export interface EnableTwoFactor {
  code: string;
}

/** What `sessions.endOthers` answers. */
export interface EndOtherSessionsAnswer {
  ended: number;
}

/** What `sessions.end` answers. */
export interface EndSessionAnswer {
  /** Its id. */
  id: string;
  ended: true;
}

/** One thing that happened, written with the change itself. `seq` has no gaps within a workspace. */
export interface Event {
  /** Its id. */
  id: string;
  /** The event's number; there are no gaps within a workspace. */
  seq: number;
  type: "location.created" | "location.updated" | "location.moved" | "location.deleted" | "bin.created" | "bin.updated" | "bin.moved" | "bin.deleted" | "bin.restored" | "item.created" | "item.updated" | "item.quantity_changed" | "item.moved" | "item.deleted" | "item.restored" | "item.low_stock" | "item.restocked" | "item.expiring" | "code.reserved" | "code.claimed" | "code.released" | "task.created" | "task.updated" | "task.completed" | "task.deleted" | "project.created" | "project.updated" | "project.deleted" | "project.reserved" | "project.released" | "project.consumed" | "trigger.created" | "trigger.updated" | "trigger.deleted" | "trigger.secret_rotated" | "trigger.disabled" | "import.completed" | "trash.purged" | "api_key.created" | "api_key.updated" | "api_key.revoked" | "api_key.rotated" | "api_key.rotation_activated" | "api_key.rotation_finished" | "api_key.rotation_cancelled" | "api_key.renewed" | "api_key.expiring" | "api_key.expired" | "api_key.used_from_new_network" | "api_key.authentication_failed" | "api_key.quota_reached" | "api_key.rotated_secret_used" | "api_key.dead_key_used" | "api_key.exposed" | "hand_over.approved" | "hand_over.refused" | "member.invited" | "member.joined" | "member.updated" | "member.removed" | "organization.created" | "organization.updated" | "sandbox.reset";
  /** What kind of thing it is about. */
  subject_type: string;
  /** The id of what it is about. */
  subject_id: string;
  /** The name of what it is about. */
  subject_name: string;
  actor_user_id: string | null;
  actor_name: string | null;
  /** The user whose rights a key used, when not its maker. */
  on_behalf_of_user_id: string | null;
  auth_method: "session" | "api_key" | "system";
  /** The key's id. */
  api_key_id: string | null;
  api_key_name: string | null;
  ip: string | null;
  /** The id of the call, as its answer said in `X-Request-Id`. */
  request_id: string | null;
  endpoint: string | null;
  /** The trigger whose action did it. */
  trigger_id: string | null;
  /** 0 for what people, scripts and the server do; 1 for what a trigger did after that, and so on. */
  trigger_depth: number;
  changes: Record<string, {
    old: unknown;
    new: unknown;
  }>;
  data: Record<string, unknown>;
  /** The `seq` of the event that put it back; null while it holds. */
  undone_by: number | null;
  /** When it was made. */
  created_at: string;
}

/** What `apiKeys.explain` takes. */
export interface ExplainCall {
  method: string;
  /** With or without /api/v1, such as /bins/bin_01h455vb4pex5vsknk084sn02q. */
  path: string;
}

/** What would happen to a call: its checks up to the first that fails. Nothing is run and nothing is counted. */
export interface ExplainedCall {
  allowed: boolean;
  checks: ({
    check: "route" | "credential" | "key_state" | "subject_state" | "network" | "environment" | "rate_limit" | "scope" | "role" | "bounds";
    ok: boolean;
    code?: "malformed_json" | "ambiguous_credentials" | "key_in_url" | "invalid_header" | "missing_credentials" | "malformed_authorization" | "key_malformed" | "key_invalid" | "key_expired" | "key_revoked" | "key_rotated" | "key_disabled" | "owner_disabled" | "session_expired" | "two_factor_required" | "sign_in_failed" | "insufficient_scope" | "role_forbidden" | "ip_not_allowed" | "session_required" | "recent_sign_in_required" | "escalation_denied" | "csrf_rejected" | "plan_restricted" | "not_found" | "unknown_route" | "environment_mismatch" | "method_not_allowed" | "conflict" | "rotation_in_progress" | "insufficient_stock" | "idempotency_in_flight" | "version_mismatch" | "body_too_large" | "unsupported_media_type" | "validation_failed" | "unknown_field" | "limit_reached" | "expiry_out_of_range" | "idempotency_key_reused" | "rate_limited" | "auth_throttled" | "internal" | "unavailable";
    detail?: string;
  })[];
}

/** What `apiKeys.usage` takes. */
export interface GetApiKeyUsage {
  /**
   * How many UTC days, today included.
   * Default `30`.
   */
  days?: number | undefined;
}

/** What `bins.get` takes. */
export interface GetBin {
  /** Only these members of each object, and the id. */
  fields?: readonly ("id" | "code" | "name" | "location_id" | "description" | "tags" | "color" | "icon" | "custom_fields" | "version" | "created_at" | "updated_at" | "deleted_at")[] | undefined;
  /** More members, looked up for this answer. */
  include?: readonly ("location_path" | "item_count")[] | undefined;
}

/** What `bins.labelPng` takes. */
export interface GetBinLabelPng {
  /**
   * Width in pixels (PNG) or user units (SVG).
   * Default `512`.
   */
  size?: number | undefined;
  /**
   * Print name and code beside the QR code.
   * Default `true`.
   */
  text?: boolean | undefined;
}

/** What `bins.labelSvg` takes. */
export interface GetBinLabelSvg {
  /**
   * Width in pixels (PNG) or user units (SVG).
   * Default `512`.
   */
  size?: number | undefined;
  /**
   * Print name and code beside the QR code.
   * Default `true`.
   */
  text?: boolean | undefined;
}

/** What `items.get` takes. */
export interface GetItem {
  /** Only these members of each object, and the id. */
  fields?: readonly ("id" | "name" | "bin_id" | "location_id" | "quantity" | "reserved" | "available" | "unit" | "min_quantity" | "is_low" | "barcodes" | "sku" | "external_id" | "notes" | "tags" | "custom_fields" | "expires_on" | "serial_number" | "model" | "manufacturer" | "version" | "created_at" | "updated_at" | "deleted_at")[] | undefined;
  /** More members, looked up for this answer. */
  include?: readonly ("location_path" | "bin")[] | undefined;
}

/** Who asks for a key, as far as the server can tell. The program wrote its name itself. */
export interface HandOver {
  client_name: string;
  /** What it would like to do; null for what you choose. */
  scopes: ("locations:read" | "locations:write" | "locations:delete" | "bins:read" | "bins:write" | "bins:delete" | "items:read" | "items:write" | "items:delete" | "tasks:read" | "tasks:write" | "tasks:delete" | "projects:read" | "projects:write" | "projects:delete" | "triggers:read" | "triggers:write" | "events:read" | "users:read" | "users:write" | "organizations:read" | "organizations:write" | "api-keys:manage" | "admin:*")[] | null;
  /** The workspace: `live`, or `test` to try things in. */
  environment: "live" | "test" | null;
  /** The address that it asked from. */
  ip: string;
  /** What the browser or program calls itself. */
  user_agent: string | null;
  /** Whether you are in the network that it asked from. */
  is_same_network: boolean;
  status: "pending" | "approved" | "refused" | "expired";
  /** When it was made. */
  created_at: string;
  /** When it ends. */
  expires_at: string;
}

/** One file that was brought in, all at once or not at all. */
export interface Import {
  /** Null for a dry run, of which nothing is kept. */
  id: string | null;
  status: "pending" | "running" | "done" | "failed" | "undone";
  dry_run: boolean;
  format: "ndjson" | "csv";
  /** The name that the file came under. */
  filename: string | null;
  rows_total: number;
  rows_done: number;
  created: number;
  updated: number;
  unchanged: number;
  errors_total: number;
  /** The first 200. */
  errors: RowError[];
  /** The columns of a CSV as they were understood. */
  columns: string[];
  first_seq: number | null;
  last_seq: number | null;
  created_by: string | null;
  /** When it was made. */
  created_at: string;
  /** When it was last changed. */
  updated_at: string;
}

/** An account of this instance, as its admin sees it, whatever organizations the person belongs to. */
export interface InstanceUser {
  /** Its id. */
  id: string;
  /** The person's address for mail. */
  email: string;
  /** Its name. */
  name: string;
  /** Whether the person runs this instance. */
  is_instance_admin: boolean;
  /** False while the account is disabled: nobody signs in with it, nor does a key act as it. */
  is_active: boolean;
  /** Whether signing in asks for a second factor. */
  has_two_factor: boolean;
  /** How many the person belongs to. */
  organizations: number;
  /** When it was made. */
  created_at: string;
}

/** An invitation as its organization sees it; the link is in the answer of its creation alone. */
export interface Invitation {
  /** Its id. */
  id: string;
  /** The person's address for mail. */
  email: string | null;
  /** What a member of the organization may do at all. */
  role: "owner" | "admin" | "member" | "viewer";
  created_by: string;
  /** When it was made. */
  created_at: string;
  /** When it ends. */
  expires_at: string;
  max_uses: number;
  uses: number;
}

/** What somebody with the link may know before they accept. */
export interface InvitationPreview {
  organization: {
    /** Its id. */
    id: string;
    /** Its name. */
    name: string;
  };
  /** What a member of the organization may do at all. */
  role: "owner" | "admin" | "member" | "viewer";
  /** The person's address for mail. */
  email: string | null;
  invited_by: string;
  /** When it ends. */
  expires_at: string;
  /** Whether `email` has an account here; null without `email`. */
  has_account: boolean | null;
}

/** What `members.invite` takes. */
export interface InviteMember {
  /**
   * Who alone may accept it; null for whoever has the link.
   * Default `null`.
   */
  email?: string | null | undefined;
  /**
   * What a member of the organization may do at all.
   * Default `"member"`.
   */
  role?: "admin" | "member" | "viewer" | undefined;
  /** Default `7`. */
  expires_in_days?: number | undefined;
  /** Default `1`. */
  max_uses?: number | undefined;
}

/** One kind of thing in one place: a bin, or a location, or neither (the inbox). */
export interface Item {
  /** Its id. */
  id: string;
  /** Its name. */
  name: string;
  /** The id of the bin that it is in. */
  bin_id: string | null;
  /** The id of the place that it is in. */
  location_id: string | null;
  quantity: number;
  /** What active projects still hold of it. */
  reserved: number;
  /** `quantity` − `reserved`; below zero when more is promised than there is. */
  available: number;
  /** What its quantity counts, such as `pcs`. */
  unit: string;
  /** At this quantity and below it is low. */
  min_quantity: number | null;
  /** Whether there is no more of it than `min_quantity`. */
  is_low: boolean;
  /** Codes on the thing or its package, to find it by. */
  barcodes: string[];
  /** The number under which it is sold or kept. */
  sku: string | null;
  /** Your own name for it. */
  external_id: string | null;
  /** Whatever is worth knowing of it. */
  notes: string;
  /** Words to find it by, distinct and in the order in which they were given. */
  tags: string[];
  /** Values of your own, by name. */
  custom_fields: Record<string, string | number | boolean | null>;
  /** The day on which it expires. */
  expires_on: string | null;
  /** The number of this one piece. */
  serial_number: string | null;
  /** What its maker calls it. */
  model: string | null;
  /** Who made it. */
  manufacturer: string | null;
  /** Counts its writes from 1; what `If-Match` and `if_version` expect. */
  version: number;
  /** When it was made. */
  created_at: string;
  /** When it was last changed. */
  updated_at: string;
  /** When it was put into the trash; null while it is kept. */
  deleted_at: string | null;
}

/** An item with what `include` asked for. */
export interface ItemView {
  /** Its id. */
  id: string;
  /** Its name. */
  name: string;
  /** The id of the bin that it is in. */
  bin_id: string | null;
  /** The id of the place that it is in. */
  location_id: string | null;
  quantity: number;
  /** What active projects still hold of it. */
  reserved: number;
  /** `quantity` − `reserved`; below zero when more is promised than there is. */
  available: number;
  /** What its quantity counts, such as `pcs`. */
  unit: string;
  /** At this quantity and below it is low. */
  min_quantity: number | null;
  /** Whether there is no more of it than `min_quantity`. */
  is_low: boolean;
  /** Codes on the thing or its package, to find it by. */
  barcodes: string[];
  /** The number under which it is sold or kept. */
  sku: string | null;
  /** Your own name for it. */
  external_id: string | null;
  /** Whatever is worth knowing of it. */
  notes: string;
  /** Words to find it by, distinct and in the order in which they were given. */
  tags: string[];
  /** Values of your own, by name. */
  custom_fields: Record<string, string | number | boolean | null>;
  /** The day on which it expires. */
  expires_on: string | null;
  /** The number of this one piece. */
  serial_number: string | null;
  /** What its maker calls it. */
  model: string | null;
  /** Who made it. */
  manufacturer: string | null;
  /** Counts its writes from 1; what `If-Match` and `if_version` expect. */
  version: number;
  /** When it was made. */
  created_at: string;
  /** When it was last changed. */
  updated_at: string;
  /** When it was put into the trash; null while it is kept. */
  deleted_at: string | null;
  location_path?: ({
    /** Its id. */
    id: string;
    /** Its name. */
    name: string;
  })[];
  bin?: BinSummary | null;
}

/** What would make a key safer, seen from what it did. */
export interface KeyAdvice {
  /** When counting began: the key's creation or the last change of its scopes. */
  observed_since: string;
  /** Those that its answered calls needed since then. */
  used_scopes: ("locations:read" | "locations:write" | "locations:delete" | "bins:read" | "bins:write" | "bins:delete" | "items:read" | "items:write" | "items:delete" | "tasks:read" | "tasks:write" | "tasks:delete" | "projects:read" | "projects:write" | "projects:delete" | "triggers:read" | "triggers:write" | "events:read" | "users:read" | "users:write" | "organizations:read" | "organizations:write" | "api-keys:manage" | "admin:*")[];
  /** Those it could do without; named once its use is known for 14 days, if it used any. */
  unused_scopes: ("locations:read" | "locations:write" | "locations:delete" | "bins:read" | "bins:write" | "bins:delete" | "items:read" | "items:write" | "items:delete" | "tasks:read" | "tasks:write" | "tasks:delete" | "projects:read" | "projects:write" | "projects:delete" | "triggers:read" | "triggers:write" | "events:read" | "users:read" | "users:write" | "organizations:read" | "organizations:write" | "api-keys:manage" | "admin:*")[];
  /** Days since its last call, or since its creation. */
  unused_for_days: number;
  /** Not used for 90 days. */
  is_unused: boolean;
  /** Why `auto_renew` will not prolong it as things stand. */
  not_renewed_because: "unused" | "subject_disabled" | "plan_restricted" | "lifetime_too_long" | null;
}

/** One entry of a key's log: a call that was made with it, or a change of the key itself. */
export interface KeyLogEntry {
  /** Its id. */
  id: string;
  kind: "request" | "event";
  /** When it was made. */
  created_at: string;
  /** Of an event: what happened to the key, or what it changed. */
  type: "location.created" | "location.updated" | "location.moved" | "location.deleted" | "bin.created" | "bin.updated" | "bin.moved" | "bin.deleted" | "bin.restored" | "item.created" | "item.updated" | "item.quantity_changed" | "item.moved" | "item.deleted" | "item.restored" | "item.low_stock" | "item.restocked" | "item.expiring" | "code.reserved" | "code.claimed" | "code.released" | "task.created" | "task.updated" | "task.completed" | "task.deleted" | "project.created" | "project.updated" | "project.deleted" | "project.reserved" | "project.released" | "project.consumed" | "trigger.created" | "trigger.updated" | "trigger.deleted" | "trigger.secret_rotated" | "trigger.disabled" | "import.completed" | "trash.purged" | "api_key.created" | "api_key.updated" | "api_key.revoked" | "api_key.rotated" | "api_key.rotation_activated" | "api_key.rotation_finished" | "api_key.rotation_cancelled" | "api_key.renewed" | "api_key.expiring" | "api_key.expired" | "api_key.used_from_new_network" | "api_key.authentication_failed" | "api_key.quota_reached" | "api_key.rotated_secret_used" | "api_key.dead_key_used" | "api_key.exposed" | "hand_over.approved" | "hand_over.refused" | "member.invited" | "member.joined" | "member.updated" | "member.removed" | "organization.created" | "organization.updated" | "sandbox.reset" | null;
  /** Of an event: what kind of thing it is about. */
  subject_type: string | null;
  /** The id of what it is about. */
  subject_id: string | null;
  /** As it was called at that time. */
  subject_name: string | null;
  method: string | null;
  endpoint: string | null;
  status: number | null;
  outcome: "succeeded" | "refused" | "failed" | null;
  /** Why a call was refused. */
  code: "malformed_json" | "ambiguous_credentials" | "key_in_url" | "invalid_header" | "missing_credentials" | "malformed_authorization" | "key_malformed" | "key_invalid" | "key_expired" | "key_revoked" | "key_rotated" | "key_disabled" | "owner_disabled" | "session_expired" | "two_factor_required" | "sign_in_failed" | "insufficient_scope" | "role_forbidden" | "ip_not_allowed" | "session_required" | "recent_sign_in_required" | "escalation_denied" | "csrf_rejected" | "plan_restricted" | "not_found" | "unknown_route" | "environment_mismatch" | "method_not_allowed" | "conflict" | "rotation_in_progress" | "insufficient_stock" | "idempotency_in_flight" | "version_mismatch" | "body_too_large" | "unsupported_media_type" | "validation_failed" | "unknown_field" | "limit_reached" | "expiry_out_of_range" | "idempotency_key_reused" | "rate_limited" | "auth_throttled" | "internal" | "unavailable" | null;
  auth_method: "session" | "api_key" | "system";
  actor_user_id: string | null;
  actor_name: string | null;
  on_behalf_of_user_id: string | null;
  on_behalf_of_name: string | null;
  ip: string | null;
  /** What the browser or program calls itself. */
  user_agent: string | null;
  /** The id of the call, as its answer said in `X-Request-Id`. */
  request_id: string | null;
  changes: Record<string, {
    old: unknown;
    new: unknown;
  }>;
  data: Record<string, unknown>;
}

/** A rotation that still goes on, and who uses the secret that it replaces. */
export interface KeyRotation {
  started_at: string;
  activate: "now" | "first_use";
  /** The new secret has not been used yet, so the old one has no end yet. */
  is_pending: boolean;
  grace_seconds: number;
  old_secret_ends_at: string | null;
  old_secret: {
    /** When it was last used. */
    last_used_at: string | null;
    /** The address that it was last used from. */
    last_used_ip: string | null;
    last_used_agent: string | null;
    /** Calls with the old secret since the rotation began. */
    uses: number;
  };
}

/** What a key's calls came to, by day, endpoint and client network (/24 or /48); the busiest 50 of each. */
export interface KeyUsage {
  since: string;
  until: string;
  total: {
    requests: number;
    succeeded: number;
    refused: number;
    failed: number;
  };
  days: ({
    day: string;
    requests: number;
    succeeded: number;
    refused: number;
    failed: number;
  })[];
  endpoints: ({
    endpoint: string;
    requests: number;
    succeeded: number;
    refused: number;
    failed: number;
  })[];
  networks: ({
    network: string;
    requests: number;
    succeeded: number;
    refused: number;
    failed: number;
  })[];
}

/** What is left of a sheet of labels, as far as the caller can see. */
export interface LabelBatch {
  /** The name of the sheet that it was printed on. */
  batch_id: string;
  total: number;
  /** Labels that stand on something; the others are blank. */
  claimed: number;
  /** When its last labels were reserved. */
  created_at: string;
}

/** A label's code; without a target it is printed but not yet on anything. */
export interface LabelCode {
  code: string;
  /** What kind of thing the code stands on. */
  target_type: "bin" | "item" | "location" | null;
  /** The id of what the code stands on. */
  target_id: string | null;
  /** The name of the sheet that it was printed on. */
  batch_id: string | null;
  /** When it was made. */
  created_at: string;
}

/** The same answer whether the key is real or not. */
export interface LeakedKeyReport {
  received: true;
}

/** What `organizations.leave` answers. */
export interface LeaveOrganizationAnswer {
  /** Its id. */
  id: string;
  /** When it was removed. */
  removed_at: string;
  /** Keys that acted as them and ended with it. */
  revoked_api_keys: number;
}

/** A library: a root of the tree, with what is in it and in all places below. */
export interface Library {
  /** Its id. */
  id: string;
  /** Its name. */
  name: string;
  /** The id of the place that it is in; null for a library. */
  parent_id: string | null;
  kind: "site" | "building" | "room" | "area" | "shelf" | "vehicle" | "other";
  /** More words about it. */
  description: string;
  path: string[];
  /** Its level in the tree; a library is 1. */
  depth: number;
  /** Counts its writes from 1; what `If-Match` and `if_version` expect. */
  version: number;
  /** When it was made. */
  created_at: string;
  /** When it was last changed. */
  updated_at: string;
  /** Places below it. */
  location_count: number;
  bin_count: number;
  item_count: number;
}

/** What `apiKeys.log` takes. */
export interface ListApiKeyEvents {
  /**
   * Rows a page.
   * Default `50`.
   */
  limit?: number | undefined;
  /**
   * Count all matching rows into `total`.
   * Default `false`.
   */
  include_total?: boolean | undefined;
  /** Calls with the key, or changes of it. */
  kind?: "request" | "event" | undefined;
  /** Only calls that ended so. */
  outcome?: "succeeded" | "refused" | "failed" | undefined;
  /** Only calls of this endpoint, such as `GET /bins`. */
  endpoint?: string | undefined;
  /** Only what came from this address. */
  ip?: string | undefined;
  /** Only what happened at or after this time. */
  since?: string | undefined;
  /** Only what happened before this time. */
  until?: string | undefined;
}

/** What `apiKeys.list` takes. */
export interface ListApiKeys {
  /**
   * Rows a page.
   * Default `50`.
   */
  limit?: number | undefined;
  /**
   * Count all matching rows into `total`.
   * Default `false`.
   */
  include_total?: boolean | undefined;
  /**
   * `current` is all but the ended, `ended` is revoked or expired.
   * Default `"current"`.
   */
  status?: "current" | "ended" | "all" | "active" | "disabled" | "expired" | "revoked" | "rotating" | undefined;
  /** The workspace: `live`, or `test` to try things in. */
  environment?: "live" | "test" | undefined;
  /** Only keys that act as this user. */
  acts_as?: string | undefined;
  /** Only keys without a call for so many days. */
  unused_for?: string | undefined;
  /** Only keys that end within so many days. */
  expires_within?: string | undefined;
  /** Part of a name. */
  q?: string | undefined;
}

/** What `bins.items` takes. */
export interface ListBinItems {
  /**
   * Rows a page.
   * Default `50`.
   */
  limit?: number | undefined;
  /**
   * Count all matching rows into `total`.
   * Default `false`.
   */
  include_total?: boolean | undefined;
  /**
   * The member to sort by; with `-` before it, the other way round.
   * Default `"-updated_at"`.
   */
  sort?: "name" | "-name" | "created_at" | "-created_at" | "updated_at" | "-updated_at" | "quantity" | "-quantity" | "expires_on" | "-expires_on" | undefined;
  /** Part of a name, note, tag, SKU or barcode. */
  q?: string | undefined;
  /** Repeat it for items that have all of the tags. */
  tag?: readonly string[] | undefined;
  /** Only items of which there is too little, or enough. */
  low_stock?: boolean | undefined;
  /** Only items that expire before this day; expired ones too. */
  expiring_before?: string | undefined;
  /** Only items changed at or after this time. */
  updated_since?: string | undefined;
  /** A code on the thing or its package. */
  barcode?: string | undefined;
  /** Your own name for it. */
  external_id?: string | undefined;
  /** The number under which it is sold or kept. */
  sku?: string | undefined;
  /** Only items whose custom field has this value: `key=value`; on REST also `custom.<key>=<value>`. */
  custom?: readonly string[] | undefined;
  /**
   * The trash instead of what is kept.
   * Default `false`.
   */
  deleted?: boolean | undefined;
  /** Only these members of each object, and the id. */
  fields?: readonly ("id" | "name" | "bin_id" | "location_id" | "quantity" | "reserved" | "available" | "unit" | "min_quantity" | "is_low" | "barcodes" | "sku" | "external_id" | "notes" | "tags" | "custom_fields" | "expires_on" | "serial_number" | "model" | "manufacturer" | "version" | "created_at" | "updated_at" | "deleted_at")[] | undefined;
  /** More members, looked up for this answer. */
  include?: readonly ("location_path" | "bin")[] | undefined;
}

/** What `bins.list` takes. */
export interface ListBins {
  /**
   * Rows a page.
   * Default `50`.
   */
  limit?: number | undefined;
  /**
   * Count all matching rows into `total`.
   * Default `false`.
   */
  include_total?: boolean | undefined;
  /**
   * The member to sort by; with `-` before it, the other way round.
   * Default `"-updated_at"`.
   */
  sort?: "name" | "-name" | "created_at" | "-created_at" | "updated_at" | "-updated_at" | undefined;
  /** Part of a name, description, tag or code. */
  q?: string | undefined;
  /** Only bins that stand directly in this place. */
  location_id?: string | undefined;
  /**
   * With `location_id`: also those in all places below it.
   * Default `false`.
   */
  recursive?: boolean | undefined;
  /** Repeat it for bins that have all of the tags. */
  tag?: readonly string[] | undefined;
  /** Only bins changed at or after this time. */
  updated_since?: string | undefined;
  /**
   * The trash instead of what is kept.
   * Default `false`.
   */
  deleted?: boolean | undefined;
  /** Only these members of each object, and the id. */
  fields?: readonly ("id" | "code" | "name" | "location_id" | "description" | "tags" | "color" | "icon" | "custom_fields" | "version" | "created_at" | "updated_at" | "deleted_at")[] | undefined;
  /** More members, looked up for this answer. */
  include?: readonly ("location_path" | "item_count")[] | undefined;
}

/** What `codes.list` takes. */
export interface ListCodes {
  /**
   * Rows a page.
   * Default `50`.
   */
  limit?: number | undefined;
  /**
   * Count all matching rows into `total`.
   * Default `false`.
   */
  include_total?: boolean | undefined;
  /** The name of the sheet that it was printed on. */
  batch_id?: string | undefined;
  /** Only labels that stand on something; false for blank ones. */
  claimed?: boolean | undefined;
  /** Only the labels of this thing. */
  target_id?: string | undefined;
}

/** What `events.list` takes. */
export interface ListEvents {
  /**
   * Rows a page.
   * Default `50`.
   */
  limit?: number | undefined;
  /**
   * Count all matching rows into `total`.
   * Default `false`.
   */
  include_total?: boolean | undefined;
  /** Only events with a higher `seq`, oldest first. Without it, newest first. */
  after?: number | undefined;
  /** Only events of this type, such as `item.updated`, or `item.*` for all of items. */
  type?: string | undefined;
  /** The id of what it is about. */
  subject_id?: string | undefined;
  /** The key's id. */
  api_key_id?: string | undefined;
  /** The person's id. */
  user_id?: string | undefined;
  /** Only what happened at or after this time. */
  since?: string | undefined;
  /** Seconds to wait for such an event while there is none: with `after`, for the next. */
  wait?: number | undefined;
}

/** What `imports.list` takes. */
export interface ListImports {
  /**
   * Rows a page.
   * Default `50`.
   */
  limit?: number | undefined;
  /**
   * Count all matching rows into `total`.
   * Default `false`.
   */
  include_total?: boolean | undefined;
}

/** What `instanceUsers.list` takes. */
export interface ListInstanceUsers {
  /**
   * Rows a page.
   * Default `50`.
   */
  limit?: number | undefined;
  /**
   * Count all matching rows into `total`.
   * Default `false`.
   */
  include_total?: boolean | undefined;
  /** Part of a name or an address. */
  q?: string | undefined;
}

/** What `invitations.list` takes. */
export interface ListInvitations {
  /**
   * Rows a page.
   * Default `50`.
   */
  limit?: number | undefined;
  /**
   * Count all matching rows into `total`.
   * Default `false`.
   */
  include_total?: boolean | undefined;
}

/** What `items.list` takes. */
export interface ListItems {
  /**
   * Rows a page.
   * Default `50`.
   */
  limit?: number | undefined;
  /**
   * Count all matching rows into `total`.
   * Default `false`.
   */
  include_total?: boolean | undefined;
  /**
   * The member to sort by; with `-` before it, the other way round.
   * Default `"-updated_at"`.
   */
  sort?: "name" | "-name" | "created_at" | "-created_at" | "updated_at" | "-updated_at" | "quantity" | "-quantity" | "expires_on" | "-expires_on" | undefined;
  /** Part of a name, note, tag, SKU or barcode. */
  q?: string | undefined;
  /** The bin's id or the code on its label. */
  bin_id?: string | undefined;
  /** Only items that lie directly in this place. */
  location_id?: string | undefined;
  /**
   * With `location_id`: also what lies in its bins, and in all places below it.
   * Default `false`.
   */
  recursive?: boolean | undefined;
  /** Only items that lie nowhere yet; false for those that have a place. */
  inbox?: boolean | undefined;
  /** Repeat it for items that have all of the tags. */
  tag?: readonly string[] | undefined;
  /** Only items of which there is too little, or enough. */
  low_stock?: boolean | undefined;
  /** Only items that expire before this day; expired ones too. */
  expiring_before?: string | undefined;
  /** Only items changed at or after this time. */
  updated_since?: string | undefined;
  /** A code on the thing or its package. */
  barcode?: string | undefined;
  /** Your own name for it. */
  external_id?: string | undefined;
  /** The number under which it is sold or kept. */
  sku?: string | undefined;
  /** Only items whose custom field has this value: `key=value`; on REST also `custom.<key>=<value>`. */
  custom?: readonly string[] | undefined;
  /**
   * The trash instead of what is kept.
   * Default `false`.
   */
  deleted?: boolean | undefined;
  /** Only these members of each object, and the id. */
  fields?: readonly ("id" | "name" | "bin_id" | "location_id" | "quantity" | "reserved" | "available" | "unit" | "min_quantity" | "is_low" | "barcodes" | "sku" | "external_id" | "notes" | "tags" | "custom_fields" | "expires_on" | "serial_number" | "model" | "manufacturer" | "version" | "created_at" | "updated_at" | "deleted_at")[] | undefined;
  /** More members, looked up for this answer. */
  include?: readonly ("location_path" | "bin")[] | undefined;
}

/** What `labels.batches` takes. */
export interface ListLabelBatches {
  /**
   * Rows a page.
   * Default `50`.
   */
  limit?: number | undefined;
  /**
   * Count all matching rows into `total`.
   * Default `false`.
   */
  include_total?: boolean | undefined;
}

/** What `libraries.list` takes. */
export interface ListLibraries {
  /**
   * Rows a page.
   * Default `50`.
   */
  limit?: number | undefined;
  /**
   * Count all matching rows into `total`.
   * Default `false`.
   */
  include_total?: boolean | undefined;
}

/** What `locations.contents` takes. */
export interface ListLocationContents {
  /**
   * Rows a page.
   * Default `50`.
   */
  limit?: number | undefined;
  /**
   * Count all matching rows into `total`.
   * Default `false`.
   */
  include_total?: boolean | undefined;
}

/** What `locations.list` takes. */
export interface ListLocations {
  /**
   * Rows a page.
   * Default `50`.
   */
  limit?: number | undefined;
  /**
   * Count all matching rows into `total`.
   * Default `false`.
   */
  include_total?: boolean | undefined;
  /**
   * The member to sort by; with `-` before it, the other way round.
   * Default `"name"`.
   */
  sort?: "name" | "-name" | "created_at" | "-created_at" | "updated_at" | "-updated_at" | undefined;
  /** Only the direct children of this place. */
  parent_id?: string | undefined;
  /** Only places changed at or after this time. */
  updated_since?: string | undefined;
  /** Part of a name. */
  q?: string | undefined;
}

/** What `members.list` takes. */
export interface ListMembers {
  /**
   * Rows a page.
   * Default `50`.
   */
  limit?: number | undefined;
  /**
   * Count all matching rows into `total`.
   * Default `false`.
   */
  include_total?: boolean | undefined;
  /** What a member of the organization may do at all. */
  role?: "owner" | "admin" | "member" | "viewer" | undefined;
  /** Part of a name or an address. */
  q?: string | undefined;
}

/** What `notifications.list` takes. */
export interface ListNotifications {
  /**
   * Rows a page.
   * Default `50`.
   */
  limit?: number | undefined;
  /**
   * Count all matching rows into `total`.
   * Default `false`.
   */
  include_total?: boolean | undefined;
  /**
   * Only those that are not read yet.
   * Default `false`.
   */
  unread?: boolean | undefined;
}

/** A page of `notifications.list`. */
export interface ListNotificationsPage {
  /** The rows of this page. */
  data: Notification[];
  /** How many rows match in all, if `include_total` asked for it. */
  total?: number;
  /** What `cursor` takes for the next page; null on the last one. */
  next_cursor: string | null;
  /** How many are not read yet, on whatever page. */
  unread: number;
}

/** What `organizations.list` takes. */
export interface ListOrganizations {
  /**
   * Rows a page.
   * Default `50`.
   */
  limit?: number | undefined;
  /**
   * Count all matching rows into `total`.
   * Default `false`.
   */
  include_total?: boolean | undefined;
}

/** What `projects.items` takes. */
export interface ListProjectItems {
  /**
   * Rows a page.
   * Default `50`.
   */
  limit?: number | undefined;
  /**
   * Count all matching rows into `total`.
   * Default `false`.
   */
  include_total?: boolean | undefined;
}

/** What `projects.list` takes. */
export interface ListProjects {
  /**
   * Rows a page.
   * Default `50`.
   */
  limit?: number | undefined;
  /**
   * Count all matching rows into `total`.
   * Default `false`.
   */
  include_total?: boolean | undefined;
  /**
   * The member to sort by; with `-` before it, the other way round.
   * Default `"-updated_at"`.
   */
  sort?: "name" | "-name" | "created_at" | "-created_at" | "updated_at" | "-updated_at" | "due_on" | "-due_on" | undefined;
  /** Part of a name or description. */
  q?: string | undefined;
  /** Repeat it for any of several. */
  status?: readonly ("planned" | "active" | "done" | "cancelled")[] | undefined;
  /** Repeat it for projects that have all of the tags. */
  tag?: readonly string[] | undefined;
  /** Only what was changed at or after this time. */
  updated_since?: string | undefined;
  /** Only projects that reserve it; each says its `reservation`. */
  item_id?: string | undefined;
  /** More members, looked up for this answer. */
  include?: readonly "stock"[] | undefined;
}

/** What `sessions.list` takes. */
export interface ListSessions {
  /**
   * Rows a page.
   * Default `50`.
   */
  limit?: number | undefined;
  /**
   * Count all matching rows into `total`.
   * Default `false`.
   */
  include_total?: boolean | undefined;
}

/** What `tasks.list` takes. */
export interface ListTasks {
  /**
   * Rows a page.
   * Default `50`.
   */
  limit?: number | undefined;
  /**
   * Count all matching rows into `total`.
   * Default `false`.
   */
  include_total?: boolean | undefined;
  /**
   * The member to sort by; with `-` before it, the other way round.
   * Default `"-updated_at"`.
   */
  sort?: "created_at" | "-created_at" | "updated_at" | "-updated_at" | "due_on" | "-due_on" | "title" | "-title" | undefined;
  /** Part of a title or description. */
  q?: string | undefined;
  /** Repeat it for any of several. */
  status?: readonly ("open" | "in_progress" | "done" | "cancelled")[] | undefined;
  /** Only tasks of this member. */
  assignee_id?: string | undefined;
  /** The id of the project that it belongs to. */
  project_id?: string | undefined;
  /** The id of what it is about. */
  subject_id?: string | undefined;
  /** Only tasks that are due before this day. */
  due_before?: string | undefined;
  /** Only what was changed at or after this time. */
  updated_since?: string | undefined;
}

/** What `triggers.deliveries` takes. */
export interface ListTriggerDeliveries {
  /**
   * Rows a page.
   * Default `50`.
   */
  limit?: number | undefined;
  /**
   * Count all matching rows into `total`.
   * Default `false`.
   */
  include_total?: boolean | undefined;
  /** Only deliveries that stand so. */
  status?: "pending" | "succeeded" | "failed" | "cancelled" | undefined;
}

/** What `triggers.list` takes. */
export interface ListTriggers {
  /**
   * Rows a page.
   * Default `50`.
   */
  limit?: number | undefined;
  /**
   * Count all matching rows into `total`.
   * Default `false`.
   */
  include_total?: boolean | undefined;
  /**
   * The member to sort by; with `-` before it, the other way round.
   * Default `"name"`.
   */
  sort?: "created_at" | "-created_at" | "updated_at" | "-updated_at" | "name" | "-name" | undefined;
  /** Only triggers that are on, or off. */
  enabled?: boolean | undefined;
  /** Part of a name. */
  q?: string | undefined;
}

/** A place. Roots (`parent_id: null`) are libraries; `path` lists the ids from the root to the place itself. */
export interface Location {
  /** Its id. */
  id: string;
  /** Its name. */
  name: string;
  /** The id of the place that it is in; null for a library. */
  parent_id: string | null;
  kind: "site" | "building" | "room" | "area" | "shelf" | "vehicle" | "other";
  /** More words about it. */
  description: string;
  path: string[];
  /** Its level in the tree; a library is 1. */
  depth: number;
  /** Counts its writes from 1; what `If-Match` and `if_version` expect. */
  version: number;
  /** When it was made. */
  created_at: string;
  /** When it was last changed. */
  updated_at: string;
}

/** What `handOvers.look` takes. */
export interface LookAtHandOver {
  user_code: string;
}

/** What `invitations.look` takes. */
export interface LookAtInvitation {
  token: string;
}

/** A user as a member of the calling organization. `id` is the user's. */
export interface Member {
  /** Its id. */
  id: string;
  /** The person's address for mail. */
  email: string;
  /** Its name. */
  name: string;
  /** What a member of the organization may do at all. */
  role: "owner" | "admin" | "member" | "viewer";
  /** False while the member is suspended: they may not come in, nor their keys. */
  is_active: boolean;
  /** Whether signing in asks for a second factor. */
  has_two_factor: boolean;
  joined_at: string;
  /** Keys that act as them and have not ended. */
  api_keys: number;
}

/** What `items.move` takes. */
export interface MoveItem {
  /** The bin's id or the code on its label. */
  to_bin_id?: string | null | undefined;
  to_location_id?: string | null | undefined;
  /** How much of it moves; without it, all. A part becomes an item of its own. */
  quantity?: number | undefined;
  /** Write only if the object still has this version. */
  if_version?: number | undefined;
}

/** An item after a move, and the part of it that went elsewhere. */
export interface MovedItem {
  item: Item;
  /** The part that moved, when the item was split. */
  moved_item?: Item;
  /** The number of the event that records it; what undo asks for. */
  event_seq: number | null;
}

/** Something that one person should know of, in the organization that they are in. */
export interface Notification {
  /** Its id. */
  id: string;
  type: "location.created" | "location.updated" | "location.moved" | "location.deleted" | "bin.created" | "bin.updated" | "bin.moved" | "bin.deleted" | "bin.restored" | "item.created" | "item.updated" | "item.quantity_changed" | "item.moved" | "item.deleted" | "item.restored" | "item.low_stock" | "item.restocked" | "item.expiring" | "code.reserved" | "code.claimed" | "code.released" | "task.created" | "task.updated" | "task.completed" | "task.deleted" | "project.created" | "project.updated" | "project.deleted" | "project.reserved" | "project.released" | "project.consumed" | "trigger.created" | "trigger.updated" | "trigger.deleted" | "trigger.secret_rotated" | "trigger.disabled" | "import.completed" | "trash.purged" | "api_key.created" | "api_key.updated" | "api_key.revoked" | "api_key.rotated" | "api_key.rotation_activated" | "api_key.rotation_finished" | "api_key.rotation_cancelled" | "api_key.renewed" | "api_key.expiring" | "api_key.expired" | "api_key.used_from_new_network" | "api_key.authentication_failed" | "api_key.quota_reached" | "api_key.rotated_secret_used" | "api_key.dead_key_used" | "api_key.exposed" | "hand_over.approved" | "hand_over.refused" | "member.invited" | "member.joined" | "member.updated" | "member.removed" | "organization.created" | "organization.updated" | "sandbox.reset";
  /** The workspace: `live`, or `test` to try things in. */
  environment: "live" | "test";
  /** The number of the event that records it; what undo asks for. */
  event_seq: number;
  /** What kind of thing it is about. */
  subject_type: string;
  /** The id of what it is about. */
  subject_id: string;
  /** The name of what it is about. */
  subject_name: string;
  title: string;
  body: string;
  /** When it was made. */
  created_at: string;
  read_at: string | null;
}

/** How one person is told of things in one organization. */
export interface NotificationPreferences {
  kinds: {
    /** Only items of which there is too little, or enough. */
    low_stock: {
      /** Under the bell. */
      app: boolean;
      /** By mail at once, where the server sends mail, and of the live environment alone. */
      mail: boolean;
    };
    /** Only items of which there is too little, or enough. */
    expiring: {
      /** Under the bell. */
      app: boolean;
      /** By mail at once, where the server sends mail, and of the live environment alone. */
      mail: boolean;
    };
    /** Only items of which there is too little, or enough. */
    tasks: {
      /** Under the bell. */
      app: boolean;
      /** By mail at once, where the server sends mail, and of the live environment alone. */
      mail: boolean;
    };
    /** Only items of which there is too little, or enough. */
    triggers: {
      /** Under the bell. */
      app: boolean;
      /** By mail at once, where the server sends mail, and of the live environment alone. */
      mail: boolean;
    };
    /** Only items of which there is too little, or enough. */
    api_keys: {
      /** Under the bell. */
      app: boolean;
      /** By mail at once, where the server sends mail, and of the live environment alone. */
      mail: boolean;
    };
  };
  /** One mail a day with what needs attention; none on a day without. */
  digest: "off" | "daily";
  /** When, in the person's own time zone. */
  digest_hour: number;
  /** Whether this server sends mail at all. */
  mail_available: boolean;
}

/** Who shares an inventory: people, their keys, and two workspaces, live and test. */
export interface Organization {
  /** Its id. */
  id: string;
  /** Its name. */
  name: string;
  slug: string;
  /** The caller's. */
  role: "owner" | "admin" | "member" | "viewer";
  plan: "free" | "professional" | "enterprise";
  /** What a key of it may do at the most. */
  rate_limit: {
    /** Calls within a minute. */
    per_minute: number;
    /** Calls within an hour. */
    per_hour: number;
  };
  settings: OrganizationSettings;
  /** When it was made. */
  created_at: string;
  /** Counts its writes from 1; what `If-Match` and `if_version` expect. */
  version: number;
}

/** How an organization works; each may be sent alone. */
export interface OrganizationSettings {
  /** Who may create API keys. */
  api_key_makers: "members" | "admins";
  /** Longest life of a new or extended key, in days; null for no limit. */
  api_key_days_max: number | null;
  /** How long the activity is kept. */
  event_retention_days: number;
  /** How long each call of a key is kept in its log. */
  request_retention_days: number;
  /** Hosts that triggers of the test environment may post to; to others they never do. */
  test_webhook_hosts: string[];
  /** How long what was deleted can be restored. */
  trash_days: number;
}

/** One step of the way to a thing, from the library down. */
export interface PathStep {
  type: "location" | "bin";
  /** Its id. */
  id: string;
  /** Its name. */
  name: string;
}

/** What `triggers.preview` takes. */
export interface PreviewTrigger {
  /** Types of events: `item.low_stock`, `item.*`, `*`. */
  event_types: readonly string[];
  /**
   * All must hold.
   * Default `[]`.
   */
  conditions?: readonly TriggerCondition[] | undefined;
  /** Default `[]`. */
  actions?: readonly ({
    /** Its id. */
    id?: string | undefined;
    type: "webhook";
    url: string;
    /**
     * Sent with each post; null keeps a value while scheme, host and port stay.
     * Default `{}`.
     */
    headers?: Record<string, string | null> | undefined;
  } | {
    /** Its id. */
    id?: string | undefined;
    type: "create_task";
    /** Text with look-ups such as `{{subject.name}}` and `{{data.missing}}`; nothing in it runs. */
    title_template: string;
    /**
     * As the title.
     * Default `""`.
     */
    description_template?: string | undefined;
    /**
     * How urgent it is.
     * Default `"normal"`.
     */
    priority?: "low" | "normal" | "high" | "urgent" | undefined;
    /**
     * A member of the organization.
     * Default `null`.
     */
    assignee_id?: string | null | undefined;
    /** Default `null`. */
    due_in_days?: number | null | undefined;
    /**
     * For what ran low: the task follows how much is missing, and is done once the stock is back.
     * Default `false`.
     */
    close_when_resolved?: boolean | undefined;
  })[] | undefined;
}

/** What `labels.print` takes. */
export interface PrintLabels {
  codes: readonly string[];
  /** Default `"avery_l7160"`. */
  format?: "avery_l7160" | "avery_l7163" | "avery_l7651" | "avery_5160" | "avery_5163" | "avery_22805" | "dymo_99012" | "brother_62mm" | undefined;
  /**
   * Labels of the first sheet that are already used.
   * Default `0`.
   */
  skip?: number | undefined;
}

/** RFC 9457 problem details, the body of every answer that is not 2xx. */
export interface Problem {
  type: string;
  title: string;
  status: number;
  detail: string;
  message: string;
  code: "malformed_json" | "ambiguous_credentials" | "key_in_url" | "invalid_header" | "missing_credentials" | "malformed_authorization" | "key_malformed" | "key_invalid" | "key_expired" | "key_revoked" | "key_rotated" | "key_disabled" | "owner_disabled" | "session_expired" | "two_factor_required" | "sign_in_failed" | "insufficient_scope" | "role_forbidden" | "ip_not_allowed" | "session_required" | "recent_sign_in_required" | "escalation_denied" | "csrf_rejected" | "plan_restricted" | "not_found" | "unknown_route" | "environment_mismatch" | "method_not_allowed" | "conflict" | "rotation_in_progress" | "insufficient_stock" | "idempotency_in_flight" | "version_mismatch" | "body_too_large" | "unsupported_media_type" | "validation_failed" | "unknown_field" | "limit_reached" | "expiry_out_of_range" | "idempotency_key_reused" | "rate_limited" | "auth_throttled" | "internal" | "unavailable";
  /** The id of the call, as its answer said in `X-Request-Id`. */
  request_id: string;
  instance: string;
  errors?: ({
    location: "body" | "query" | "path" | "header";
    /** JSON pointer into that part, such as /scopes/0. */
    pointer: string;
    code: string;
    message: string;
  })[];
  required_scopes?: ("locations:read" | "locations:write" | "locations:delete" | "bins:read" | "bins:write" | "bins:delete" | "items:read" | "items:write" | "items:delete" | "tasks:read" | "tasks:write" | "tasks:delete" | "projects:read" | "projects:write" | "projects:delete" | "triggers:read" | "triggers:write" | "events:read" | "users:read" | "users:write" | "organizations:read" | "organizations:write" | "api-keys:manage" | "admin:*")[];
  granted_scopes?: ("locations:read" | "locations:write" | "locations:delete" | "bins:read" | "bins:write" | "bins:delete" | "items:read" | "items:write" | "items:delete" | "tasks:read" | "tasks:write" | "tasks:delete" | "projects:read" | "projects:write" | "projects:delete" | "triggers:read" | "triggers:write" | "events:read" | "users:read" | "users:write" | "organizations:read" | "organizations:write" | "api-keys:manage" | "admin:*")[];
  missing_scopes?: ("locations:read" | "locations:write" | "locations:delete" | "bins:read" | "bins:write" | "bins:delete" | "items:read" | "items:write" | "items:delete" | "tasks:read" | "tasks:write" | "tasks:delete" | "projects:read" | "projects:write" | "projects:delete" | "triggers:read" | "triggers:write" | "events:read" | "users:read" | "users:write" | "organizations:read" | "organizations:write" | "api-keys:manage" | "admin:*")[];
  fix_url?: string;
  key_id?: string;
  expired_at?: string;
  /** When it was revoked. */
  revoked_at?: string;
  /** When it last got a new secret. */
  rotated_at?: string;
  retry_after?: number;
  violated_policies?: string[];
  current_version?: number;
  current_quantity?: number;
  /** What to do about a code that names nothing. */
  suggest?: "create" | "claim";
  /** The operation that made an atomic bulk fail. */
  failed_index?: number;
  address?: string;
}

/** Something that is made or done, and what it needs. */
export interface Project {
  /** Its id. */
  id: string;
  /** Its name. */
  name: string;
  /** More words about it. */
  description: string;
  status: "planned" | "active" | "done" | "cancelled";
  /** The day on which it begins. */
  starts_on: string | null;
  /** The day by which it is to be done. */
  due_on: string | null;
  /** Words to find it by, distinct and in the order in which they were given. */
  tags: string[];
  /** Counts its writes from 1; what `If-Match` and `if_version` expect. */
  version: number;
  /** When it was made. */
  created_at: string;
  /** When it was last changed. */
  updated_at: string;
}

/** One line of the pick list, which is sorted by place. */
export interface ProjectItem {
  /** The item's id. */
  item_id: string;
  /** The id of the project that it belongs to. */
  project_id: string;
  quantity: number;
  consumed: number;
  /** What is left of the item for this project: its quantity − what other active projects hold. Nothing of an item in the trash. */
  available: number;
  /** What the project still needs and `available` does not cover; 0 once it is done or cancelled. */
  shortage: number;
  item: Item;
  path: PathStep[];
  /** Home / Garage / Red box; empty for what lies nowhere. */
  place: string;
}

/** What a project reserves, counted. */
export interface ProjectStock {
  /** Things that it reserves. */
  items: number;
  /** Those of them that it still needs. */
  open: number;
  /** Those of them that there is too little of for it. */
  short: number;
}

/** A project with what was asked for beside it. */
export interface ProjectView {
  /** Its id. */
  id: string;
  /** Its name. */
  name: string;
  /** More words about it. */
  description: string;
  status: "planned" | "active" | "done" | "cancelled";
  /** The day on which it begins. */
  starts_on: string | null;
  /** The day by which it is to be done. */
  due_on: string | null;
  /** Words to find it by, distinct and in the order in which they were given. */
  tags: string[];
  /** Counts its writes from 1; what `If-Match` and `if_version` expect. */
  version: number;
  /** When it was made. */
  created_at: string;
  /** When it was last changed. */
  updated_at: string;
  stock?: ProjectStock;
  reservation?: Reservation;
}

/** Where the caller's two windows stand; the hour's on top. */
export interface RateLimitState {
  /** Requests that the window allows. */
  limit: number;
  /** What is left of them. */
  remaining: number;
  /** When the window starts anew, in Unix seconds. */
  reset: number;
  /** The same as a time. */
  reset_at: string;
  plan: "free" | "professional" | "enterprise";
  windows: ({
    /** Its name. */
    name: "minute" | "hour";
    /** Requests that the window allows. */
    limit: number;
    /** What is left of them. */
    remaining: number;
    /** When the window starts anew, in Unix seconds. */
    reset: number;
    /** The same as a time. */
    reset_at: string;
  })[];
}

/** What `notifications.read` takes. */
export interface ReadNotifications {
  ids?: readonly string[] | undefined;
  all?: true | undefined;
}

/** What `notifications.read` answers. */
export interface ReadNotificationsAnswer {
  unread: number;
}

/** Each opens the account once, in place of a code. They are shown this once. */
export interface RecoveryCodes {
  recovery_codes: string[];
}

/** What `handOvers.refuse` takes. */
export interface RefuseHandOver {
  user_code: string;
}

/** What `projects.release` answers. */
export interface ReleaseProjectItemAnswer {
  /** Its id. */
  id: string;
  /** When it was deleted. */
  deleted_at: string;
  /** The event that records it; what undo asks for. */
  event_seq: number;
}

/** What `account.remove` answers. */
export interface RemoveAccountAnswer {
  /** Its id. */
  id: string;
  /** When it was deleted. */
  deleted_at: string;
}

/** What `bins.remove` takes. */
export interface RemoveBin {
  /** Write only if the object still has this version. */
  if_version?: number | undefined;
}

/** What `bins.remove` answers. */
export interface RemoveBinAnswer {
  /** Its id. */
  id: string;
  /** When it was deleted. */
  deleted_at: string;
  /** The event that records it; what undo asks for. */
  event_seq: number;
}

/** What `invitations.remove` answers. */
export interface RemoveInvitationAnswer {
  /** Its id. */
  id: string;
  /** When it was deleted. */
  deleted_at: string;
}

/** What `items.remove` takes. */
export interface RemoveItem {
  /** Write only if the object still has this version. */
  if_version?: number | undefined;
}

/** What `items.remove` answers. */
export interface RemoveItemAnswer {
  /** Its id. */
  id: string;
  /** When it was deleted. */
  deleted_at: string;
  /** The event that records it; what undo asks for. */
  event_seq: number;
}

/** What `locations.remove` takes. */
export interface RemoveLocation {
  /** Where what is in it goes; without it, only an empty place can go. */
  move_to?: string | undefined;
  /** Write only if the object still has this version. */
  if_version?: number | undefined;
}

/** What `locations.remove` answers. */
export interface RemoveLocationAnswer {
  /** Its id. */
  id: string;
  /** When it was deleted. */
  deleted_at: string;
  /** The event that records it; what undo asks for. */
  event_seq: number;
}

/** What `members.remove` answers. */
export interface RemoveMemberAnswer {
  /** Its id. */
  id: string;
  /** When it was removed. */
  removed_at: string;
  /** Keys that acted as them and ended with it. */
  revoked_api_keys: number;
}

/** What `organizations.remove` answers. */
export interface RemoveOrganizationAnswer {
  /** Its id. */
  id: string;
  /** When it was deleted. */
  deleted_at: string;
}

/** What `projects.remove` takes. */
export interface RemoveProject {
  /** Write only if the object still has this version. */
  if_version?: number | undefined;
}

/** What `projects.remove` answers. */
export interface RemoveProjectAnswer {
  /** Its id. */
  id: string;
  /** When it was deleted. */
  deleted_at: string;
  /** The event that records it; what undo asks for. */
  event_seq: number;
}

/** What `tasks.remove` takes. */
export interface RemoveTask {
  /** Write only if the object still has this version. */
  if_version?: number | undefined;
}

/** What `tasks.remove` answers. */
export interface RemoveTaskAnswer {
  /** Its id. */
  id: string;
  /** When it was deleted. */
  deleted_at: string;
  /** The event that records it; what undo asks for. */
  event_seq: number;
}

/** What `triggers.remove` takes. */
export interface RemoveTrigger {
  /** Write only if the object still has this version. */
  if_version?: number | undefined;
}

/** What `triggers.remove` answers. */
export interface RemoveTriggerAnswer {
  /** Its id. */
  id: string;
  /** When it was deleted. */
  deleted_at: string;
  /** The event that records it; what undo asks for. */
  event_seq: number;
}

/** What `leakedKeys.report` takes. */
export interface ReportLeakedKey {
  key: string;
}

/** What a project needs of an item; more than there is is allowed, and said. */
export interface Reservation {
  /** The item's id. */
  item_id: string;
  /** The id of the project that it belongs to. */
  project_id: string;
  quantity: number;
  consumed: number;
  /** What is left of the item for this project: its quantity − what other active projects hold. Nothing of an item in the trash. */
  available: number;
  /** What the project still needs and `available` does not cover; 0 once it is done or cancelled. */
  shortage: number;
}

/** What `codes.reserve` takes. */
export interface ReserveCodes {
  count: number;
  /** A name for the sheet, such as its date; without it one is made. */
  batch?: string | undefined;
}

/** What `codes.reserve` answers. */
export interface ReserveCodesAnswer {
  data: LabelCode[];
}

/** What `projects.reserve` takes. */
export interface ReserveProjectItem {
  /** The item's id. */
  item_id: string;
  quantity: number;
}

/** The code with what it stands on, as far as the caller may see that. */
export interface ResolvedCode {
  code: string;
  /** What kind of thing the code stands on. */
  target_type: "bin" | "item" | "location" | null;
  /** The id of what the code stands on. */
  target_id: string | null;
  /** The name of the sheet that it was printed on. */
  batch_id: string | null;
  /** When it was made. */
  created_at: string;
  /** Null while nothing has the label. */
  target: {
    type: "bin" | "item" | "location";
    /** Its id. */
    id: string;
    /** Its name. */
    name: string;
  } | null;
}

/** What `bins.restore` takes. */
export interface RestoreBin {
  /** Write only if the object still has this version. */
  if_version?: number | undefined;
}

/** What `items.restore` takes. */
export interface RestoreItem {
  /** Write only if the object still has this version. */
  if_version?: number | undefined;
}

/** What `apiKeys.revoke` answers. */
export interface RevokeApiKeyAnswer {
  /** Its id. */
  id: string;
  /** When it was revoked. */
  revoked_at: string;
}

/** What `apiKeys.revokeCurrent` answers. */
export interface RevokeCurrentApiKeyAnswer {
  /** Its id. */
  id: string;
  /** When it was revoked. */
  revoked_at: string;
}

/** What `apiKeys.rotate` takes. */
export interface RotateApiKey {
  /**
   * How long the old secret goes on working; never past the key's end.
   * Default `0`.
   */
  grace_seconds?: number | undefined;
  /**
   * `first_use` lets the old secret work until the new one is used; then the grace begins.
   * Default `"now"`.
   */
  activate?: "now" | "first_use" | undefined;
}

/** What `triggers.rotate` takes. */
export interface RotateTrigger {
  /** Which webhook; without it, the trigger's only one. */
  action_id?: string | undefined;
  /**
   * For so long posts are signed with the former secret too.
   * Default `86400`.
   */
  grace_seconds?: number | undefined;
}

/** A fault of one row of a file: `line` counts from 1, the header included. */
export interface RowError {
  line: number;
  /** The header, or the member of an NDJSON line; null for the whole row. */
  column: string | null;
  code: string;
  message: string;
}

/** The test workspace after its reset: what the sample data hold. */
export interface SandboxReset {
  reset_at: string;
  locations: number;
  bins: number;
  items: number;
  projects: number;
  tasks: number;
}

/** What `scan.scan` takes. */
export interface Scan {
  /** A label's code or its URL, an item's barcode or SKU. */
  code: string;
  /** Default `"lookup"`. */
  action?: "lookup" | "add" | "remove" | "count" | "move" | "create" | undefined;
  /** For add and remove, default 1; for count, the new quantity; for move, a part. */
  quantity?: number | undefined;
  /** The label of a bin or place: where to move to, or to create in. */
  to_code?: string | undefined;
  /** For create: what the new item is called; default is the code. */
  name?: string | undefined;
}

/** What the code stands on, and what the scan did with it. */
export interface ScanAnswer {
  code: string;
  action: "lookup" | "add" | "remove" | "count" | "move" | "create";
  target: {
    type: "bin" | "item" | "location";
    /** Its id. */
    id: string;
    /** Its name. */
    name: string;
  };
  item?: Item;
  quantity?: number;
  /** The number of the event that records it; what undo asks for. */
  event_seq?: number | null;
}

/** What `search.search` takes. */
export interface Search {
  /** What to look for: parts of words, a code or a barcode. */
  q: string;
  /** Only hits of these kinds. */
  type?: readonly ("item" | "bin" | "location")[] | undefined;
  /**
   * Hits at the most.
   * Default `20`.
   */
  limit?: number | undefined;
}

/** What `search.search` answers. */
export interface SearchAnswer {
  /** The rows of this page. */
  data: SearchHit[];
  /** What `cursor` takes for the next page; null on the last one. */
  next_cursor: null;
}

/** One thing that was found, the best first, with its place spelled out. */
export interface SearchHit {
  type: "item" | "bin" | "location";
  /** Its id. */
  id: string;
  /** Its name. */
  name: string;
  /** Home / Garage / Red box; empty for what lies nowhere. */
  place: string;
  path: PathStep[];
  /** Of a bin. */
  code?: string;
  /** Of an item. */
  quantity?: number;
  /** Of an item. */
  unit?: string;
  /** Of an item. */
  is_low?: boolean;
  /** 1 is the name itself. */
  score: number;
}

/** A signed-in browser. `id` is a hash: it names the session and opens nothing. */
export interface Session {
  /** Its id. */
  id: string;
  /** When it was made. */
  created_at: string;
  last_seen_at: string;
  /** When it ends. */
  expires_at: string;
  ip: string | null;
  /** What the browser or program calls itself. */
  user_agent: string | null;
  is_current: boolean;
}

/** Who is signed in, and whether a stranger could make an account here. */
export interface SessionState {
  user: User | null;
  organization: {
    /** Its id. */
    id: string;
    /** Its name. */
    name: string;
    /** What a member of the organization may do at all. */
    role: "owner" | "admin" | "member" | "viewer";
  } | null;
  /** The workspace: `live`, or `test` to try things in. */
  environment: "live" | "test" | null;
  /** When it ends. */
  expires_at: string | null;
  can_sign_up: boolean;
  /** All that the person belongs to, at most 100. */
  organizations: ({
    /** Its id. */
    id: string;
    /** Its name. */
    name: string;
    /** What a member of the organization may do at all. */
    role: "owner" | "admin" | "member" | "viewer";
  })[];
  /** Until when what is delicate needs no password again. */
  recent_until: string | null;
  /** No account exists yet: the next sign-up owns this instance. */
  is_first_run: boolean;
}

/** What `auth.signIn` takes. */
export interface SignIn {
  /** The person's address for mail. */
  email: string;
  password: string;
  /** Of the second factor, for accounts that have one. */
  code?: string | undefined;
}

/** What `auth.signOut` answers. */
export interface SignOutAnswer {
  signed_out: true;
}

/** What `auth.signUp` takes. */
export interface SignUp {
  /** The person's address for mail. */
  email: string;
  password: string;
  /** Its name. */
  name: string;
  /** The token of an invitation: the account joins that organization instead of a new one. */
  invitation?: string | undefined;
}

/** What `events.stream` takes. */
export interface StreamEvents {
  /** Only events of this type, such as `item.updated`, or `item.*` for all of items. */
  type?: string | undefined;
  /** The id of what it is about. */
  subject_id?: string | undefined;
  /** The key's id. */
  api_key_id?: string | undefined;
  /** The person's id. */
  user_id?: string | undefined;
  /** Begin after this `seq`; `Last-Event-ID` goes before it. Without either, begin with what comes. */
  after?: number | undefined;
  /** End after so many seconds; 0 for what there is. Without it, the stream has no end. */
  limit_seconds?: number | undefined;
}

/** Flat counts, made for dashboards. Bounded keys get those of their places. */
export interface Summary {
  locations: number;
  bins: number;
  items: number;
  /** The sum of all quantities, whatever their units. */
  quantity: number;
  /** Only items of which there is too little, or enough. */
  low_stock: number;
  /** Items that expire today or within seven days. */
  expiring_7d: number;
  expired: number;
  open_tasks: number;
  overdue_tasks: number;
  /** Grows with every change. */
  revision: number;
  as_of: string;
}

/** What `auth.switchOrganization` takes. */
export interface SwitchOrganization {
  /** The organization's id. */
  organization_id: string;
}

/** Something to do, perhaps about a thing or within a project. */
export interface Task {
  /** Its id. */
  id: string;
  title: string;
  /** More words about it. */
  description: string;
  status: "open" | "in_progress" | "done" | "cancelled";
  /** How urgent it is. */
  priority: "low" | "normal" | "high" | "urgent";
  /** The day by which it is to be done. */
  due_on: string | null;
  assignee_id: string | null;
  /** The id of the project that it belongs to. */
  project_id: string | null;
  /** What kind of thing it is about. */
  subject_type: "item" | "bin" | "location" | null;
  /** The id of what it is about. */
  subject_id: string | null;
  source: "user" | "trigger";
  /** The trigger that made it. */
  trigger_id: string | null;
  /** It follows what is missing, and is done once the stock is back. */
  close_when_resolved: boolean;
  /** How much its item lacks to the minimum; null for a task that is not about low stock. */
  missing: number | null;
  completed_at: string | null;
  /** Counts its writes from 1; what `If-Match` and `if_version` expect. */
  version: number;
  /** When it was made. */
  created_at: string;
  /** When it was last changed. */
  updated_at: string;
}

/** What `triggers.test` takes. */
export interface TestTrigger {
  /** Which event to tell; without it, the newest that it listens to. */
  event_seq?: number | undefined;
}

/** When something happens, and it is like this, then do that. */
export interface Trigger {
  /** Its id. */
  id: string;
  /** Its name. */
  name: string;
  enabled: boolean;
  /** Why it is off: somebody turned it off, or its deliveries failed 20 times in a row. */
  disabled_reason: "person" | "failures" | null;
  event_types: string[];
  conditions: TriggerCondition[];
  actions: ({
    /** Its id. */
    id: string;
    type: "webhook";
    /** Whole for callers with `triggers:write`; for others its origin, followed by `/…`. */
    url: string;
    /** Their names; the values are kept and never shown. */
    headers: Record<string, null>;
    /** What the posts are signed with (`whsec_…`), in the one answer that makes it. */
    secret?: string;
    /** Until then posts are signed with the former secret too. */
    previous_secret_until: string | null;
  } | {
    /** Its id. */
    id: string;
    type: "create_task";
    /** Text with look-ups such as `{{subject.name}}` and `{{data.missing}}`; nothing in it runs. */
    title_template: string;
    /** As the title. */
    description_template: string;
    /** How urgent it is. */
    priority: "low" | "normal" | "high" | "urgent";
    /** A member of the organization. */
    assignee_id: string | null;
    due_in_days: number | null;
    /** For what ran low: the task follows how much is missing, and is done once the stock is back. */
    close_when_resolved: boolean;
  })[];
  throttle_seconds: number;
  failures_in_a_row: number;
  fired_count: number;
  last_fired_at: string | null;
  created_by: string | null;
  /** Counts its writes from 1; what `If-Match` and `if_version` expect. */
  version: number;
  /** When it was made. */
  created_at: string;
  /** When it was last changed. */
  updated_at: string;
}

/** One comparison. `changed` has no value: the event changed the field. `in` takes a list: the field is one of them, or for a list, holds one of them. `contains` looks for a part of a text, whatever the case, or for one member of a list. */
export interface TriggerCondition {
  /** Of what it happened to (`tags`, `custom.color`) or of the event (`data.missing`). */
  field: string;
  op: "eq" | "neq" | "lt" | "lte" | "gt" | "gte" | "in" | "contains" | "changed";
  value?: string | number | boolean | null | (string | number | boolean | null)[];
}

/** What a trigger would do; nothing is sent or written. */
export interface TriggerPreview {
  /** The newest such event, or a made-up one while there is none. */
  sample: WebhookBody;
  is_made_up: boolean;
  matches: boolean;
  tasks: ({
    title: string;
    /** More words about it. */
    description: string;
  })[];
  /** The newest 20 events of these types. */
  recent: ({
    /** The event's number; there are no gaps within a workspace. */
    seq: number;
    type: "location.created" | "location.updated" | "location.moved" | "location.deleted" | "bin.created" | "bin.updated" | "bin.moved" | "bin.deleted" | "bin.restored" | "item.created" | "item.updated" | "item.quantity_changed" | "item.moved" | "item.deleted" | "item.restored" | "item.low_stock" | "item.restocked" | "item.expiring" | "code.reserved" | "code.claimed" | "code.released" | "task.created" | "task.updated" | "task.completed" | "task.deleted" | "project.created" | "project.updated" | "project.deleted" | "project.reserved" | "project.released" | "project.consumed" | "trigger.created" | "trigger.updated" | "trigger.deleted" | "trigger.secret_rotated" | "trigger.disabled" | "import.completed" | "trash.purged" | "api_key.created" | "api_key.updated" | "api_key.revoked" | "api_key.rotated" | "api_key.rotation_activated" | "api_key.rotation_finished" | "api_key.rotation_cancelled" | "api_key.renewed" | "api_key.expiring" | "api_key.expired" | "api_key.used_from_new_network" | "api_key.authentication_failed" | "api_key.quota_reached" | "api_key.rotated_secret_used" | "api_key.dead_key_used" | "api_key.exposed" | "hand_over.approved" | "hand_over.refused" | "member.invited" | "member.joined" | "member.updated" | "member.removed" | "organization.created" | "organization.updated" | "sandbox.reset";
    /** What kind of thing it is about. */
    subject_type: string;
    /** The id of what it is about. */
    subject_id: string;
    /** The name of what it is about. */
    subject_name: string;
    /** When it was made. */
    created_at: string;
    /** Whether the conditions hold. */
    matches: boolean;
  })[];
}

/** What pressing the test button did: each webhook as it went, each task as it would be. */
export interface TriggerTest {
  /** The event that was told; null for a made-up one. */
  event_seq: number | null;
  /** Whether the conditions hold for it; the test goes out all the same. */
  matches: boolean;
  deliveries: DeliveryView[];
  tasks: ({
    title: string;
    /** More words about it. */
    description: string;
  })[];
}

/** What an authenticator app needs. It counts only once a first code was shown to be right. */
export interface TwoFactorStart {
  secret: string;
  otpauth_uri: string;
}

/** Whether signing in asks for a second factor, and how many recovery codes are left. */
export interface TwoFactorState {
  is_enabled: boolean;
  recovery_codes_left: number;
}

/** What `events.undo` takes. */
export interface UndoEvents {
  /** The key's id. */
  api_key_id?: string | undefined;
  /** What the person did signed in; what their keys did is theirs. */
  user_id?: string | undefined;
  event_seqs?: readonly number[] | undefined;
  since?: string | undefined;
  /**
   * Say what would happen, and change nothing.
   * Default `false`.
   */
  dry_run?: boolean | undefined;
}

/** What `imports.undo` takes. */
export interface UndoImport {
  /** Default `false`. */
  dry_run?: boolean | undefined;
}

/** What was put back, or would be, and what was not, with the reason. */
export interface UndoneEvents {
  undone: ({
    /** The event's number; there are no gaps within a workspace. */
    seq: number;
    type: "location.created" | "location.updated" | "location.moved" | "location.deleted" | "bin.created" | "bin.updated" | "bin.moved" | "bin.deleted" | "bin.restored" | "item.created" | "item.updated" | "item.quantity_changed" | "item.moved" | "item.deleted" | "item.restored" | "item.low_stock" | "item.restocked" | "item.expiring" | "code.reserved" | "code.claimed" | "code.released" | "task.created" | "task.updated" | "task.completed" | "task.deleted" | "project.created" | "project.updated" | "project.deleted" | "project.reserved" | "project.released" | "project.consumed" | "trigger.created" | "trigger.updated" | "trigger.deleted" | "trigger.secret_rotated" | "trigger.disabled" | "import.completed" | "trash.purged" | "api_key.created" | "api_key.updated" | "api_key.revoked" | "api_key.rotated" | "api_key.rotation_activated" | "api_key.rotation_finished" | "api_key.rotation_cancelled" | "api_key.renewed" | "api_key.expiring" | "api_key.expired" | "api_key.used_from_new_network" | "api_key.authentication_failed" | "api_key.quota_reached" | "api_key.rotated_secret_used" | "api_key.dead_key_used" | "api_key.exposed" | "hand_over.approved" | "hand_over.refused" | "member.invited" | "member.joined" | "member.updated" | "member.removed" | "organization.created" | "organization.updated" | "sandbox.reset";
    /** What kind of thing it is about. */
    subject_type: string;
    /** The id of what it is about. */
    subject_id: string;
    /** The name of what it is about. */
    subject_name: string;
    /** What putting it back changes, or would change. */
    changes: Record<string, {
      old: unknown;
      new: unknown;
    }>;
  })[];
  skipped: ({
    /** The event's number; there are no gaps within a workspace. */
    seq: number;
    type: "location.created" | "location.updated" | "location.moved" | "location.deleted" | "bin.created" | "bin.updated" | "bin.moved" | "bin.deleted" | "bin.restored" | "item.created" | "item.updated" | "item.quantity_changed" | "item.moved" | "item.deleted" | "item.restored" | "item.low_stock" | "item.restocked" | "item.expiring" | "code.reserved" | "code.claimed" | "code.released" | "task.created" | "task.updated" | "task.completed" | "task.deleted" | "project.created" | "project.updated" | "project.deleted" | "project.reserved" | "project.released" | "project.consumed" | "trigger.created" | "trigger.updated" | "trigger.deleted" | "trigger.secret_rotated" | "trigger.disabled" | "import.completed" | "trash.purged" | "api_key.created" | "api_key.updated" | "api_key.revoked" | "api_key.rotated" | "api_key.rotation_activated" | "api_key.rotation_finished" | "api_key.rotation_cancelled" | "api_key.renewed" | "api_key.expiring" | "api_key.expired" | "api_key.used_from_new_network" | "api_key.authentication_failed" | "api_key.quota_reached" | "api_key.rotated_secret_used" | "api_key.dead_key_used" | "api_key.exposed" | "hand_over.approved" | "hand_over.refused" | "member.invited" | "member.joined" | "member.updated" | "member.removed" | "organization.created" | "organization.updated" | "sandbox.reset";
    /** What kind of thing it is about. */
    subject_type: string;
    /** The id of what it is about. */
    subject_id: string;
    /** The name of what it is about. */
    subject_name: string;
    reason: "changed_since" | "already_undone" | "not_undoable" | "not_empty" | "place_gone" | "name_taken" | "not_enough_stock" | "limit_reached" | "gone";
    detail: string;
  })[];
  dry_run: boolean;
}

/** What taking an import back put back, or would, and what it did not; the lists are cut off, the totals are not. */
export interface UndoneImport {
  /** The first 500. */
  undone: ({
    /** The event's number; there are no gaps within a workspace. */
    seq: number;
    type: "location.created" | "location.updated" | "location.moved" | "location.deleted" | "bin.created" | "bin.updated" | "bin.moved" | "bin.deleted" | "bin.restored" | "item.created" | "item.updated" | "item.quantity_changed" | "item.moved" | "item.deleted" | "item.restored" | "item.low_stock" | "item.restocked" | "item.expiring" | "code.reserved" | "code.claimed" | "code.released" | "task.created" | "task.updated" | "task.completed" | "task.deleted" | "project.created" | "project.updated" | "project.deleted" | "project.reserved" | "project.released" | "project.consumed" | "trigger.created" | "trigger.updated" | "trigger.deleted" | "trigger.secret_rotated" | "trigger.disabled" | "import.completed" | "trash.purged" | "api_key.created" | "api_key.updated" | "api_key.revoked" | "api_key.rotated" | "api_key.rotation_activated" | "api_key.rotation_finished" | "api_key.rotation_cancelled" | "api_key.renewed" | "api_key.expiring" | "api_key.expired" | "api_key.used_from_new_network" | "api_key.authentication_failed" | "api_key.quota_reached" | "api_key.rotated_secret_used" | "api_key.dead_key_used" | "api_key.exposed" | "hand_over.approved" | "hand_over.refused" | "member.invited" | "member.joined" | "member.updated" | "member.removed" | "organization.created" | "organization.updated" | "sandbox.reset";
    /** What kind of thing it is about. */
    subject_type: string;
    /** The id of what it is about. */
    subject_id: string;
    /** The name of what it is about. */
    subject_name: string;
    /** What putting it back changes, or would change. */
    changes: Record<string, {
      old: unknown;
      new: unknown;
    }>;
  })[];
  /** The first 500. */
  skipped: ({
    /** The event's number; there are no gaps within a workspace. */
    seq: number;
    type: "location.created" | "location.updated" | "location.moved" | "location.deleted" | "bin.created" | "bin.updated" | "bin.moved" | "bin.deleted" | "bin.restored" | "item.created" | "item.updated" | "item.quantity_changed" | "item.moved" | "item.deleted" | "item.restored" | "item.low_stock" | "item.restocked" | "item.expiring" | "code.reserved" | "code.claimed" | "code.released" | "task.created" | "task.updated" | "task.completed" | "task.deleted" | "project.created" | "project.updated" | "project.deleted" | "project.reserved" | "project.released" | "project.consumed" | "trigger.created" | "trigger.updated" | "trigger.deleted" | "trigger.secret_rotated" | "trigger.disabled" | "import.completed" | "trash.purged" | "api_key.created" | "api_key.updated" | "api_key.revoked" | "api_key.rotated" | "api_key.rotation_activated" | "api_key.rotation_finished" | "api_key.rotation_cancelled" | "api_key.renewed" | "api_key.expiring" | "api_key.expired" | "api_key.used_from_new_network" | "api_key.authentication_failed" | "api_key.quota_reached" | "api_key.rotated_secret_used" | "api_key.dead_key_used" | "api_key.exposed" | "hand_over.approved" | "hand_over.refused" | "member.invited" | "member.joined" | "member.updated" | "member.removed" | "organization.created" | "organization.updated" | "sandbox.reset";
    /** What kind of thing it is about. */
    subject_type: string;
    /** The id of what it is about. */
    subject_id: string;
    /** The name of what it is about. */
    subject_name: string;
    reason: "changed_since" | "already_undone" | "not_undoable" | "not_empty" | "place_gone" | "name_taken" | "not_enough_stock" | "limit_reached" | "gone";
    detail: string;
  })[];
  dry_run: boolean;
  undone_total: number;
  skipped_total: number;
}

/** What `account.update` takes. */
export interface UpdateAccount {
  /** Its name. */
  name?: string | undefined;
  /** A time zone, such as `Europe/Vienna`. */
  timezone?: string | undefined;
}

/** What `apiKeys.update` takes. */
export interface UpdateApiKey {
  /** Its name. */
  name?: string | undefined;
  /** More words about it. */
  description?: string | undefined;
  /** Replaces all of its scopes. */
  scopes?: readonly ("locations:read" | "locations:write" | "locations:delete" | "bins:read" | "bins:write" | "bins:delete" | "items:read" | "items:write" | "items:delete" | "tasks:read" | "tasks:write" | "tasks:delete" | "projects:read" | "projects:write" | "projects:delete" | "triggers:read" | "triggers:write" | "events:read" | "users:read" | "users:write" | "organizations:read" | "organizations:write" | "api-keys:manage" | "admin:*")[] | undefined;
  /** A new end; null for never. */
  expires_at?: string | null | undefined;
  /** The places that the key is bound to, with all that is below them; null for everywhere. */
  location_ids?: readonly string[] | null | undefined;
  /** The networks that the key may be used from; null for any. */
  allowed_cidrs?: readonly string[] | null | undefined;
  /** A limit below the plan's; null for the plan's. */
  rate_limit?: {
    /** Calls within a minute. */
    per_minute?: number | undefined;
    /** Calls within an hour. */
    per_hour?: number | undefined;
  } | null | undefined;
  auto_renew?: boolean | undefined;
  /** Alerts that nobody wants of this key. */
  muted_alerts?: readonly ("authentication_failed" | "new_network" | "quota_reached" | "rotated_secret_used" | "dead_key_used")[] | undefined;
  /** False disables it until it is set to true again. */
  active?: boolean | undefined;
}

/** What `bins.update` takes. */
export interface UpdateBin {
  /** Its name. */
  name?: string | undefined;
  /** Where it stands; null for nowhere in particular. */
  location_id?: string | null | undefined;
  /** More words about it. */
  description?: string | undefined;
  /** Words to find it by, distinct and in the order in which they were given. */
  tags?: readonly string[] | undefined;
  /** A color, as `#rrggbb`. */
  color?: string | null | undefined;
  /** The name of an icon. */
  icon?: string | null | undefined;
  /** Values of your own, by name. */
  custom_fields?: Record<string, string | number | boolean | null> | undefined;
  /** Write only if the object still has this version. */
  if_version?: number | undefined;
}

/** What `instanceUsers.update` takes. */
export interface UpdateInstanceUser {
  /** False disables the account until it is set to true again. */
  active?: boolean | undefined;
}

/** What `items.update` takes. */
export interface UpdateItem {
  /** Its name. */
  name?: string | undefined;
  /** The id of the bin that it is in. */
  bin_id?: string | null | undefined;
  /** The id of the place that it is in. */
  location_id?: string | null | undefined;
  quantity?: number | undefined;
  /** What its quantity counts, such as `pcs`. */
  unit?: string | undefined;
  /** At or below it the item is low; null for never. */
  min_quantity?: number | null | undefined;
  /** Codes on the thing or its package, to find it by. */
  barcodes?: readonly string[] | undefined;
  /** The number under which it is sold or kept. */
  sku?: string | null | undefined;
  /** Another system's id for it, unique in the workspace. */
  external_id?: string | null | undefined;
  /** Whatever is worth knowing of it. */
  notes?: string | undefined;
  /** Words to find it by, distinct and in the order in which they were given. */
  tags?: readonly string[] | undefined;
  /** Values of your own, by name. */
  custom_fields?: Record<string, string | number | boolean | null> | undefined;
  /** The day on which it expires. */
  expires_on?: string | null | undefined;
  /** The number of this one piece. */
  serial_number?: string | null | undefined;
  /** What its maker calls it. */
  model?: string | null | undefined;
  /** Who made it. */
  manufacturer?: string | null | undefined;
  /** Write only if the object still has this version. */
  if_version?: number | undefined;
}

/** What `locations.update` takes. */
export interface UpdateLocation {
  /** Its name. */
  name?: string | undefined;
  /** The place it is in; null makes it a library. */
  parent_id?: string | null | undefined;
  kind?: "site" | "building" | "room" | "area" | "shelf" | "vehicle" | "other" | undefined;
  /** More words about it. */
  description?: string | undefined;
  /** Write only if the object still has this version. */
  if_version?: number | undefined;
}

/** What `members.update` takes. */
export interface UpdateMember {
  /** What a member of the organization may do at all. */
  role?: "owner" | "admin" | "member" | "viewer" | undefined;
  /** False suspends the member until it is set to true again. */
  active?: boolean | undefined;
}

/** What `notifications.updatePreferences` takes. */
export interface UpdateNotificationPreferences {
  /** Merged into what is there. */
  kinds?: {
    /** Only items of which there is too little, or enough. */
    low_stock?: {
      /** Under the bell. */
      app?: boolean | undefined;
      /** By mail at once, where the server sends mail, and of the live environment alone. */
      mail?: boolean | undefined;
    } | undefined;
    /** Only items of which there is too little, or enough. */
    expiring?: {
      /** Under the bell. */
      app?: boolean | undefined;
      /** By mail at once, where the server sends mail, and of the live environment alone. */
      mail?: boolean | undefined;
    } | undefined;
    /** Only items of which there is too little, or enough. */
    tasks?: {
      /** Under the bell. */
      app?: boolean | undefined;
      /** By mail at once, where the server sends mail, and of the live environment alone. */
      mail?: boolean | undefined;
    } | undefined;
    /** Only items of which there is too little, or enough. */
    triggers?: {
      /** Under the bell. */
      app?: boolean | undefined;
      /** By mail at once, where the server sends mail, and of the live environment alone. */
      mail?: boolean | undefined;
    } | undefined;
    /** Only items of which there is too little, or enough. */
    api_keys?: {
      /** Under the bell. */
      app?: boolean | undefined;
      /** By mail at once, where the server sends mail, and of the live environment alone. */
      mail?: boolean | undefined;
    } | undefined;
  } | undefined;
  /** One mail a day with what needs attention; none on a day without. */
  digest?: "off" | "daily" | undefined;
  /** When, in the person's own time zone. */
  digest_hour?: number | undefined;
}

/** What `organizations.update` takes. */
export interface UpdateOrganization {
  if_version?: number | undefined;
  /** Its name. */
  name?: string | undefined;
  slug?: string | undefined;
  /** Merged into what is there. */
  settings?: {
    /** Who may create API keys. */
    api_key_makers?: "members" | "admins" | undefined;
    /** Longest life of a new or extended key, in days; null for no limit. */
    api_key_days_max?: number | null | undefined;
    /** How long the activity is kept. */
    event_retention_days?: number | undefined;
    /** How long each call of a key is kept in its log. */
    request_retention_days?: number | undefined;
    /** Hosts that triggers of the test environment may post to; to others they never do. */
    test_webhook_hosts?: readonly string[] | undefined;
    /** How long what was deleted can be restored. */
    trash_days?: number | undefined;
  } | undefined;
  /** For the instance's admin alone. */
  plan?: "free" | "professional" | "enterprise" | undefined;
  /** A custom limit of the enterprise plan, for the instance's admin alone; null for the plan's own. */
  rate_limit?: {
    /** Calls within a minute. */
    per_minute: number;
    /** Calls within an hour. */
    per_hour: number;
  } | null | undefined;
}

/** What `projects.update` takes. */
export interface UpdateProject {
  /** Its name. */
  name?: string | undefined;
  /** More words about it. */
  description?: string | undefined;
  status?: "planned" | "active" | "done" | "cancelled" | undefined;
  /** The day on which it begins. */
  starts_on?: string | null | undefined;
  /** The day by which it is to be done. */
  due_on?: string | null | undefined;
  /** Words to find it by, distinct and in the order in which they were given. */
  tags?: readonly string[] | undefined;
  /** Write only if the object still has this version. */
  if_version?: number | undefined;
}

/** What `tasks.update` takes. */
export interface UpdateTask {
  title?: string | undefined;
  /** More words about it. */
  description?: string | undefined;
  status?: "open" | "in_progress" | "done" | "cancelled" | undefined;
  /** How urgent it is. */
  priority?: "low" | "normal" | "high" | "urgent" | undefined;
  /** The day by which it is to be done. */
  due_on?: string | null | undefined;
  /** A member of the organization. */
  assignee_id?: string | null | undefined;
  /** The id of the project that it belongs to. */
  project_id?: string | null | undefined;
  /** What kind of thing it is about. */
  subject_type?: "item" | "bin" | "location" | null | undefined;
  /** What it is about; sent together with `subject_type`. */
  subject_id?: string | null | undefined;
  /** Write only if the object still has this version. */
  if_version?: number | undefined;
}

/** What `triggers.update` takes. */
export interface UpdateTrigger {
  /** Its name. */
  name?: string | undefined;
  enabled?: boolean | undefined;
  /** Types of events: `item.low_stock`, `item.*`, `*`. */
  event_types?: readonly string[] | undefined;
  /** All must hold. */
  conditions?: readonly TriggerCondition[] | undefined;
  actions?: readonly ({
    /** Its id. */
    id?: string | undefined;
    type: "webhook";
    url: string;
    /**
     * Sent with each post; null keeps a value while scheme, host and port stay.
     * Default `{}`.
     */
    headers?: Record<string, string | null> | undefined;
  } | {
    /** Its id. */
    id?: string | undefined;
    type: "create_task";
    /** Text with look-ups such as `{{subject.name}}` and `{{data.missing}}`; nothing in it runs. */
    title_template: string;
    /**
     * As the title.
     * Default `""`.
     */
    description_template?: string | undefined;
    /**
     * How urgent it is.
     * Default `"normal"`.
     */
    priority?: "low" | "normal" | "high" | "urgent" | undefined;
    /**
     * A member of the organization.
     * Default `null`.
     */
    assignee_id?: string | null | undefined;
    /** Default `null`. */
    due_in_days?: number | null | undefined;
    /**
     * For what ran low: the task follows how much is missing, and is done once the stock is back.
     * Default `false`.
     */
    close_when_resolved?: boolean | undefined;
  })[] | undefined;
  /** After firing it rests so long; what it let pass meanwhile is counted in the next post. */
  throttle_seconds?: number | undefined;
  /** Write only if the object still has this version. */
  if_version?: number | undefined;
}

/** A person, wherever they are a member. */
export interface User {
  /** Its id. */
  id: string;
  /** The person's address for mail. */
  email: string;
  /** Its name. */
  name: string;
  /** Whether the person runs this instance. */
  is_instance_admin: boolean;
}

/** The body of a webhook, in the shape that Standard Webhooks recommends. */
export interface WebhookBody {
  type: "location.created" | "location.updated" | "location.moved" | "location.deleted" | "bin.created" | "bin.updated" | "bin.moved" | "bin.deleted" | "bin.restored" | "item.created" | "item.updated" | "item.quantity_changed" | "item.moved" | "item.deleted" | "item.restored" | "item.low_stock" | "item.restocked" | "item.expiring" | "code.reserved" | "code.claimed" | "code.released" | "task.created" | "task.updated" | "task.completed" | "task.deleted" | "project.created" | "project.updated" | "project.deleted" | "project.reserved" | "project.released" | "project.consumed" | "trigger.created" | "trigger.updated" | "trigger.deleted" | "trigger.secret_rotated" | "trigger.disabled" | "import.completed" | "trash.purged" | "api_key.created" | "api_key.updated" | "api_key.revoked" | "api_key.rotated" | "api_key.rotation_activated" | "api_key.rotation_finished" | "api_key.rotation_cancelled" | "api_key.renewed" | "api_key.expiring" | "api_key.expired" | "api_key.used_from_new_network" | "api_key.authentication_failed" | "api_key.quota_reached" | "api_key.rotated_secret_used" | "api_key.dead_key_used" | "api_key.exposed" | "hand_over.approved" | "hand_over.refused" | "member.invited" | "member.joined" | "member.updated" | "member.removed" | "organization.created" | "organization.updated" | "sandbox.reset";
  /** When it happened. */
  timestamp: string;
  data: {
    /** As `GET /events` gives it, without the address it came from. */
    event: Record<string, unknown>;
    /** What it happened to, as it was then as far as the event tells, else as it was found. */
    subject: Record<string, unknown> | null;
    trigger: {
      /** Its id. */
      id: string;
      /** Its name. */
      name: string;
    };
    /** The organization's id. */
    organization_id: string;
    /** The workspace: `live`, or `test` to try things in. */
    environment: "live" | "test";
    /** How often it was let pass since the last post, by `throttle_seconds`. */
    passed_over: number;
    /** Somebody pressed the test button. */
    test: boolean;
  };
}

/** Who the server takes the caller for. */
export interface WhoAmI {
  auth_method: "session" | "api_key";
  user: User;
  organization: {
    /** Its id. */
    id: string;
    /** Its name. */
    name: string;
    /** What a member of the organization may do at all. */
    role: "owner" | "admin" | "member" | "viewer";
  };
  /** The workspace: `live`, or `test` to try things in. */
  environment: "live" | "test";
  api_key: ApiKey | null;
  scopes: ("locations:read" | "locations:write" | "locations:delete" | "bins:read" | "bins:write" | "bins:delete" | "items:read" | "items:write" | "items:delete" | "tasks:read" | "tasks:write" | "tasks:delete" | "projects:read" | "projects:write" | "projects:delete" | "triggers:read" | "triggers:write" | "events:read" | "users:read" | "users:write" | "organizations:read" | "organizations:write" | "api-keys:manage" | "admin:*")[];
  /** What a member of the organization may do at all. */
  role: "owner" | "admin" | "member" | "viewer";
}
