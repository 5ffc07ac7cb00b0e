-- Both are trusted extensions: the database's owner may create them without being a superuser.
CREATE EXTENSION IF NOT EXISTS pg_trgm;--> statement-breakpoint
CREATE EXTENSION IF NOT EXISTS btree_gin;--> statement-breakpoint
-- array_to_string is only STABLE because it calls any element type's output function; of text[] it is immutable,
-- which a generated column needs.
CREATE FUNCTION words(list text[]) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN array_to_string(list, ' ');--> statement-breakpoint
CREATE TABLE "api_key_secrets" (
	"id" text PRIMARY KEY NOT NULL,
	"api_key_id" text NOT NULL,
	"mac" text NOT NULL,
	"phc" text NOT NULL,
	"created_at" timestamptz(3) NOT NULL,
	"ends_at" timestamptz(3),
	CONSTRAINT "api_key_secrets_mac" UNIQUE("mac")
);
--> statement-breakpoint
CREATE TABLE "api_key_usage" (
	"api_key_id" text NOT NULL,
	"day" date NOT NULL,
	"requests" bigint DEFAULT 0 NOT NULL,
	"refused" bigint DEFAULT 0 NOT NULL,
	"failed" bigint DEFAULT 0 NOT NULL,
	CONSTRAINT "api_key_usage_api_key_id_day_pk" PRIMARY KEY("api_key_id","day")
);
--> statement-breakpoint
CREATE TABLE "api_keys" (
	"id" text PRIMARY KEY NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamptz(3) NOT NULL,
	"updated_at" timestamptz(3) NOT NULL,
	"organization_id" text NOT NULL,
	"workspace_id" text NOT NULL,
	"environment" text NOT NULL,
	"name" text NOT NULL,
	"description" text DEFAULT '' NOT NULL,
	"prefix" text NOT NULL,
	"scopes" text[] NOT NULL,
	"created_by" text,
	"acts_as" text NOT NULL,
	"location_ids" text[],
	"allowed_cidrs" text[],
	"rate_limit" jsonb,
	"auto_renew" boolean DEFAULT false NOT NULL,
	"expires_at" timestamptz(3),
	"disabled_at" timestamptz(3),
	"rotated_at" timestamptz(3),
	"revoked_at" timestamptz(3),
	"revocation_reason" text,
	"last_used_at" timestamptz(3),
	"last_used_ip" text,
	"epoch" bigint DEFAULT 1 NOT NULL,
	CONSTRAINT "api_keys_scopes_some" CHECK (cardinality("api_keys"."scopes") > 0)
);
--> statement-breakpoint
CREATE TABLE "requests" (
	"id" text PRIMARY KEY NOT NULL,
	"workspace_id" text NOT NULL,
	"api_key_id" text NOT NULL,
	"acts_as" text NOT NULL,
	"request_id" text NOT NULL,
	"method" text NOT NULL,
	"endpoint" text NOT NULL,
	"status" integer NOT NULL,
	"ip" text NOT NULL,
	"user_agent" text,
	"created_at" timestamptz(3) NOT NULL
);
--> statement-breakpoint
CREATE TABLE "events" (
	"id" text PRIMARY KEY NOT NULL,
	"workspace_id" text NOT NULL,
	"seq" bigint NOT NULL,
	"type" text NOT NULL,
	"subject_type" text NOT NULL,
	"subject_id" text NOT NULL,
	"subject_name" text NOT NULL,
	"actor_user_id" text,
	"actor_name" text,
	"on_behalf_of_user_id" text,
	"auth_method" text NOT NULL,
	"api_key_id" text,
	"api_key_name" text,
	"ip" text,
	"request_id" text,
	"endpoint" text,
	"changes" jsonb NOT NULL,
	"data" jsonb NOT NULL,
	"created_at" timestamptz(3) NOT NULL,
	CONSTRAINT "events_seq" UNIQUE("workspace_id","seq")
);
--> statement-breakpoint
CREATE TABLE "memberships" (
	"id" text PRIMARY KEY NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamptz(3) NOT NULL,
	"updated_at" timestamptz(3) NOT NULL,
	"organization_id" text NOT NULL,
	"user_id" text NOT NULL,
	"role" text NOT NULL,
	CONSTRAINT "memberships_organization_user" UNIQUE("organization_id","user_id"),
	CONSTRAINT "memberships_role_known" CHECK ("memberships"."role" in ('owner', 'admin', 'member', 'viewer'))
);
--> statement-breakpoint
CREATE TABLE "organizations" (
	"id" text PRIMARY KEY NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamptz(3) NOT NULL,
	"updated_at" timestamptz(3) NOT NULL,
	"name" text NOT NULL,
	"slug" text NOT NULL,
	"plan" text NOT NULL,
	"settings" jsonb DEFAULT '{}'::jsonb NOT NULL,
	CONSTRAINT "organizations_slug" UNIQUE("slug")
);
--> statement-breakpoint
CREATE TABLE "sessions" (
	"id" text PRIMARY KEY NOT NULL,
	"user_id" text NOT NULL,
	"expires_at" timestamptz(3) NOT NULL,
	"created_at" timestamptz(3) NOT NULL,
	"last_seen_at" timestamptz(3) NOT NULL,
	"ip" text,
	"user_agent" text
);
--> statement-breakpoint
CREATE TABLE "users" (
	"id" text PRIMARY KEY NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamptz(3) NOT NULL,
	"updated_at" timestamptz(3) NOT NULL,
	"email" text NOT NULL,
	"name" text NOT NULL,
	"password_hash" text NOT NULL,
	"is_instance_admin" boolean DEFAULT false NOT NULL,
	"disabled_at" timestamptz(3),
	"timezone" text DEFAULT 'UTC' NOT NULL,
	CONSTRAINT "users_email" UNIQUE("email"),
	CONSTRAINT "users_email_lower" CHECK ("users"."email" = lower("users"."email"))
);
--> statement-breakpoint
CREATE TABLE "workspaces" (
	"id" text PRIMARY KEY NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamptz(3) NOT NULL,
	"updated_at" timestamptz(3) NOT NULL,
	"organization_id" text NOT NULL,
	"environment" text NOT NULL,
	"revision" bigint DEFAULT 0 NOT NULL,
	CONSTRAINT "workspaces_organization_environment" UNIQUE("organization_id","environment"),
	CONSTRAINT "workspaces_environment_known" CHECK ("workspaces"."environment" in ('live', 'test'))
);
--> statement-breakpoint
CREATE TABLE "bins" (
	"id" text PRIMARY KEY NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamptz(3) NOT NULL,
	"updated_at" timestamptz(3) NOT NULL,
	"workspace_id" text NOT NULL,
	"code" text NOT NULL,
	"name" text NOT NULL,
	"location_id" text,
	"description" text DEFAULT '' NOT NULL,
	"tags" text[] DEFAULT '{}' NOT NULL,
	"color" text,
	"icon" text,
	"custom_fields" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"deleted_at" timestamptz(3),
	"search_text" text GENERATED ALWAYS AS (lower(name || ' ' || code || ' ' || words(tags) || ' ' || description)) STORED NOT NULL,
	CONSTRAINT "bins_tenant" UNIQUE("workspace_id","id"),
	CONSTRAINT "bins_code" UNIQUE("workspace_id","code")
);
--> statement-breakpoint
CREATE TABLE "codes" (
	"organization_id" text NOT NULL,
	"code" text NOT NULL,
	"target_type" text,
	"target_id" text,
	"batch_id" text,
	"created_at" timestamptz(3) NOT NULL,
	CONSTRAINT "codes_organization_id_code_pk" PRIMARY KEY("organization_id","code")
);
--> statement-breakpoint
CREATE TABLE "items" (
	"id" text PRIMARY KEY NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamptz(3) NOT NULL,
	"updated_at" timestamptz(3) NOT NULL,
	"workspace_id" text NOT NULL,
	"name" text NOT NULL,
	"bin_id" text,
	"location_id" text,
	"quantity" numeric(14,3) NOT NULL,
	"unit" text DEFAULT 'pcs' NOT NULL,
	"min_quantity" numeric(14,3),
	"is_low" boolean GENERATED ALWAYS AS (min_quantity is not null and quantity <= min_quantity) STORED NOT NULL,
	"barcodes" text[] DEFAULT '{}' NOT NULL,
	"sku" text,
	"external_id" text,
	"notes" text DEFAULT '' NOT NULL,
	"tags" text[] DEFAULT '{}' NOT NULL,
	"custom_fields" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"expires_on" date,
	"serial_number" text,
	"model" text,
	"manufacturer" text,
	"deleted_at" timestamptz(3),
	"search_text" text GENERATED ALWAYS AS (lower(name || ' ' || coalesce(sku, '') || ' ' || words(barcodes) || ' ' || words(tags) || ' ' || coalesce(model, '') || ' ' || coalesce(manufacturer, '') || ' ' || coalesce(serial_number, '') || ' ' || notes)) STORED NOT NULL,
	CONSTRAINT "items_quantity" CHECK ("items"."quantity" >= 0),
	CONSTRAINT "items_min_quantity" CHECK ("items"."min_quantity" >= 0),
	CONSTRAINT "items_one_place" CHECK ("items"."bin_id" is null or "items"."location_id" is null)
);
--> statement-breakpoint
CREATE TABLE "locations" (
	"id" text PRIMARY KEY NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamptz(3) NOT NULL,
	"updated_at" timestamptz(3) NOT NULL,
	"workspace_id" text NOT NULL,
	"name" text NOT NULL,
	"parent_id" text,
	"kind" text NOT NULL,
	"description" text DEFAULT '' NOT NULL,
	"path" text[] NOT NULL,
	"depth" integer NOT NULL,
	CONSTRAINT "locations_tenant" UNIQUE("workspace_id","id"),
	CONSTRAINT "locations_sibling_name" UNIQUE NULLS NOT DISTINCT("workspace_id","parent_id","name"),
	CONSTRAINT "locations_depth" CHECK ("locations"."depth" between 1 and 7 and cardinality("locations"."path") = "locations"."depth"),
	CONSTRAINT "locations_not_own_parent" CHECK ("locations"."parent_id" <> "locations"."id")
);
--> statement-breakpoint
ALTER TABLE "api_key_secrets" ADD CONSTRAINT "api_key_secrets_api_key_id_api_keys_id_fk" FOREIGN KEY ("api_key_id") REFERENCES "public"."api_keys"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "api_key_usage" ADD CONSTRAINT "api_key_usage_api_key_id_api_keys_id_fk" FOREIGN KEY ("api_key_id") REFERENCES "public"."api_keys"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "api_keys" ADD CONSTRAINT "api_keys_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "api_keys" ADD CONSTRAINT "api_keys_workspace_id_workspaces_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "api_keys" ADD CONSTRAINT "api_keys_created_by_users_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "api_keys" ADD CONSTRAINT "api_keys_acts_as_users_id_fk" FOREIGN KEY ("acts_as") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "requests" ADD CONSTRAINT "requests_api_key_id_api_keys_id_fk" FOREIGN KEY ("api_key_id") REFERENCES "public"."api_keys"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "events" ADD CONSTRAINT "events_workspace_id_workspaces_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "memberships" ADD CONSTRAINT "memberships_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "memberships" ADD CONSTRAINT "memberships_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "workspaces" ADD CONSTRAINT "workspaces_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bins" ADD CONSTRAINT "bins_workspace_id_workspaces_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bins" ADD CONSTRAINT "bins_location" FOREIGN KEY ("workspace_id","location_id") REFERENCES "public"."locations"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "codes" ADD CONSTRAINT "codes_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "items" ADD CONSTRAINT "items_workspace_id_workspaces_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "items" ADD CONSTRAINT "items_bin" FOREIGN KEY ("workspace_id","bin_id") REFERENCES "public"."bins"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "items" ADD CONSTRAINT "items_location" FOREIGN KEY ("workspace_id","location_id") REFERENCES "public"."locations"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "locations" ADD CONSTRAINT "locations_workspace_id_workspaces_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "locations" ADD CONSTRAINT "locations_parent" FOREIGN KEY ("workspace_id","parent_id") REFERENCES "public"."locations"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "api_key_secrets_key" ON "api_key_secrets" USING btree ("api_key_id");--> statement-breakpoint
CREATE INDEX "api_keys_organization" ON "api_keys" USING btree ("organization_id","created_at","id");--> statement-breakpoint
CREATE INDEX "api_keys_acts_as" ON "api_keys" USING btree ("acts_as");--> statement-breakpoint
CREATE INDEX "requests_key_time" ON "requests" USING btree ("api_key_id","created_at");--> statement-breakpoint
CREATE INDEX "events_type" ON "events" USING btree ("workspace_id","type" text_pattern_ops,"seq");--> statement-breakpoint
CREATE INDEX "events_subject" ON "events" USING btree ("workspace_id","subject_id","seq");--> statement-breakpoint
CREATE INDEX "events_key" ON "events" USING btree ("workspace_id","api_key_id","seq");--> statement-breakpoint
CREATE INDEX "events_actor" ON "events" USING btree ("workspace_id","actor_user_id","seq");--> statement-breakpoint
CREATE INDEX "memberships_user" ON "memberships" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "sessions_user" ON "sessions" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "sessions_expiry" ON "sessions" USING btree ("expires_at");--> statement-breakpoint
CREATE UNIQUE INDEX "users_one_instance_admin" ON "users" USING btree ("is_instance_admin") WHERE "users"."is_instance_admin";--> statement-breakpoint
CREATE INDEX "bins_by_updated" ON "bins" USING btree ("workspace_id","updated_at","id") WHERE "bins"."deleted_at" is null;--> statement-breakpoint
CREATE INDEX "bins_by_created" ON "bins" USING btree ("workspace_id","created_at","id") WHERE "bins"."deleted_at" is null;--> statement-breakpoint
CREATE INDEX "bins_by_name" ON "bins" USING btree ("workspace_id",lower("name"),"id") WHERE "bins"."deleted_at" is null;--> statement-breakpoint
CREATE INDEX "bins_location_id" ON "bins" USING btree ("workspace_id","location_id");--> statement-breakpoint
CREATE INDEX "bins_search" ON "bins" USING gin ("workspace_id","search_text" gin_trgm_ops);--> statement-breakpoint
CREATE INDEX "bins_tags" ON "bins" USING gin ("workspace_id","tags");--> statement-breakpoint
CREATE UNIQUE INDEX "items_external_id" ON "items" USING btree ("workspace_id","external_id") WHERE "items"."deleted_at" is null;--> statement-breakpoint
CREATE INDEX "items_by_updated" ON "items" USING btree ("workspace_id","updated_at","id") WHERE "items"."deleted_at" is null;--> statement-breakpoint
CREATE INDEX "items_by_created" ON "items" USING btree ("workspace_id","created_at","id") WHERE "items"."deleted_at" is null;--> statement-breakpoint
CREATE INDEX "items_by_name" ON "items" USING btree ("workspace_id",lower("name"),"id") WHERE "items"."deleted_at" is null;--> statement-breakpoint
CREATE INDEX "items_by_quantity" ON "items" USING btree ("workspace_id","quantity","id") WHERE "items"."deleted_at" is null;--> statement-breakpoint
CREATE INDEX "items_bin_id" ON "items" USING btree ("workspace_id","bin_id");--> statement-breakpoint
CREATE INDEX "items_location_id" ON "items" USING btree ("workspace_id","location_id");--> statement-breakpoint
CREATE INDEX "items_low" ON "items" USING btree ("workspace_id","updated_at","id") WHERE "items"."deleted_at" is null and "items"."is_low";--> statement-breakpoint
CREATE INDEX "items_search" ON "items" USING gin ("workspace_id","search_text" gin_trgm_ops);--> statement-breakpoint
CREATE INDEX "items_tags" ON "items" USING gin ("workspace_id","tags");--> statement-breakpoint
CREATE INDEX "locations_by_name" ON "locations" USING btree ("workspace_id",lower("name"),"id");--> statement-breakpoint
CREATE INDEX "locations_by_created" ON "locations" USING btree ("workspace_id","created_at","id");--> statement-breakpoint
CREATE INDEX "locations_by_updated" ON "locations" USING btree ("workspace_id","updated_at","id");--> statement-breakpoint
CREATE INDEX "locations_path" ON "locations" USING gin ("workspace_id","path");