CREATE TABLE "api_key_networks" (
	"api_key_id" text NOT NULL,
	"network" text NOT NULL,
	"first_seen_at" timestamptz(3) NOT NULL,
	CONSTRAINT "api_key_networks_api_key_id_network_pk" PRIMARY KEY("api_key_id","network")
);
--> statement-breakpoint
CREATE TABLE "api_key_notices" (
	"api_key_id" text NOT NULL,
	"notice" text NOT NULL,
	"occasion" text NOT NULL,
	"created_at" timestamptz(3) NOT NULL,
	CONSTRAINT "api_key_notices_api_key_id_notice_occasion_pk" PRIMARY KEY("api_key_id","notice","occasion")
);
--> statement-breakpoint
CREATE TABLE "api_key_scope_usage" (
	"api_key_id" text NOT NULL,
	"scope" text NOT NULL,
	"last_used_at" timestamptz(3) NOT NULL,
	CONSTRAINT "api_key_scope_usage_api_key_id_scope_pk" PRIMARY KEY("api_key_id","scope")
);
--> statement-breakpoint
CREATE TABLE "api_key_usage_details" (
	"api_key_id" text NOT NULL,
	"day" date NOT NULL,
	"endpoint" text NOT NULL,
	"network" text NOT NULL,
	"outcome" text NOT NULL,
	"requests" bigint NOT NULL,
	CONSTRAINT "api_key_usage_details_api_key_id_day_endpoint_network_outcome_pk" PRIMARY KEY("api_key_id","day","endpoint","network","outcome")
);
--> statement-breakpoint
CREATE TABLE "invitations" (
	"id" text PRIMARY KEY NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamptz(3) NOT NULL,
	"updated_at" timestamptz(3) NOT NULL,
	"organization_id" text NOT NULL,
	"email" text,
	"role" text NOT NULL,
	"token_hash" text NOT NULL,
	"created_by" text NOT NULL,
	"expires_at" timestamptz(3) NOT NULL,
	"max_uses" integer NOT NULL,
	"uses" integer DEFAULT 0 NOT NULL,
	CONSTRAINT "invitations_token" UNIQUE("token_hash"),
	CONSTRAINT "invitations_uses" CHECK ("invitations"."uses" between 0 and "invitations"."max_uses")
);
--> statement-breakpoint
CREATE TABLE "mails" (
	"id" text PRIMARY KEY NOT NULL,
	"to_address" text NOT NULL,
	"subject" text NOT NULL,
	"body_sealed" text NOT NULL,
	"created_at" timestamptz(3) NOT NULL,
	"attempts" integer DEFAULT 0 NOT NULL,
	"next_attempt_at" timestamptz(3),
	"sent_at" timestamptz(3),
	"last_error" text
);
--> statement-breakpoint
CREATE TABLE "notifications" (
	"id" text PRIMARY KEY NOT NULL,
	"user_id" text NOT NULL,
	"organization_id" text NOT NULL,
	"workspace_id" text NOT NULL,
	"type" text NOT NULL,
	"event_seq" bigint NOT NULL,
	"subject_type" text NOT NULL,
	"subject_id" text NOT NULL,
	"subject_name" text NOT NULL,
	"title" text NOT NULL,
	"body" text NOT NULL,
	"created_at" timestamptz(3) NOT NULL,
	"read_at" timestamptz(3)
);
--> statement-breakpoint
DROP INDEX "requests_key_time";--> statement-breakpoint
ALTER TABLE "api_key_secrets" ADD COLUMN "prefix" text;--> statement-breakpoint
ALTER TABLE "api_key_secrets" ADD COLUMN "activated_at" timestamptz(3);--> statement-breakpoint
UPDATE "api_key_secrets" SET "activated_at" = "created_at";--> statement-breakpoint
ALTER TABLE "api_key_secrets" ADD COLUMN "last_used_at" timestamptz(3);--> statement-breakpoint
ALTER TABLE "api_key_secrets" ADD COLUMN "last_used_ip" text;--> statement-breakpoint
ALTER TABLE "api_key_secrets" ADD COLUMN "last_used_agent" text;--> statement-breakpoint
ALTER TABLE "api_key_secrets" ADD COLUMN "uses" bigint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "api_keys" ADD COLUMN "lifetime_seconds" bigint;--> statement-breakpoint
UPDATE "api_keys" SET "lifetime_seconds" = greatest(1, extract(epoch from "expires_at" - "created_at")::bigint) WHERE "expires_at" IS NOT NULL;--> statement-breakpoint
ALTER TABLE "api_keys" ADD COLUMN "scopes_set_at" timestamptz(3);--> statement-breakpoint
ALTER TABLE "api_keys" ADD COLUMN "rotation_started_at" timestamptz(3);--> statement-breakpoint
ALTER TABLE "api_keys" ADD COLUMN "rotation_ends_at" timestamptz(3);--> statement-breakpoint
ALTER TABLE "api_keys" ADD COLUMN "rotation_grace_seconds" integer;--> statement-breakpoint
ALTER TABLE "api_keys" ADD COLUMN "muted_alerts" text[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE "requests" ADD COLUMN "code" text;--> statement-breakpoint
ALTER TABLE "memberships" ADD COLUMN "disabled_at" timestamptz(3);--> statement-breakpoint
ALTER TABLE "organizations" ADD COLUMN "rate_limit" jsonb;--> statement-breakpoint
ALTER TABLE "sessions" ADD COLUMN "authenticated_at" timestamptz(3);--> statement-breakpoint
UPDATE "sessions" SET "authenticated_at" = "created_at";--> statement-breakpoint
ALTER TABLE "sessions" ALTER COLUMN "authenticated_at" SET NOT NULL;--> statement-breakpoint
ALTER TABLE "sessions" ADD COLUMN "organization_id" text;--> statement-breakpoint
ALTER TABLE "users" ADD COLUMN "deleted_at" timestamptz(3);--> statement-breakpoint
ALTER TABLE "users" ADD COLUMN "totp_sealed" text;--> statement-breakpoint
ALTER TABLE "users" ADD COLUMN "totp_enabled_at" timestamptz(3);--> statement-breakpoint
ALTER TABLE "users" ADD COLUMN "totp_last_step" bigint;--> statement-breakpoint
ALTER TABLE "users" ADD COLUMN "recovery_code_macs" text[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE "api_key_networks" ADD CONSTRAINT "api_key_networks_api_key_id_api_keys_id_fk" FOREIGN KEY ("api_key_id") REFERENCES "public"."api_keys"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "api_key_notices" ADD CONSTRAINT "api_key_notices_api_key_id_api_keys_id_fk" FOREIGN KEY ("api_key_id") REFERENCES "public"."api_keys"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "api_key_scope_usage" ADD CONSTRAINT "api_key_scope_usage_api_key_id_api_keys_id_fk" FOREIGN KEY ("api_key_id") REFERENCES "public"."api_keys"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "api_key_usage_details" ADD CONSTRAINT "api_key_usage_details_api_key_id_api_keys_id_fk" FOREIGN KEY ("api_key_id") REFERENCES "public"."api_keys"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invitations" ADD CONSTRAINT "invitations_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invitations" ADD CONSTRAINT "invitations_created_by_users_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notifications" ADD CONSTRAINT "notifications_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notifications" ADD CONSTRAINT "notifications_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notifications" ADD CONSTRAINT "notifications_workspace_id_workspaces_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "invitations_organization" ON "invitations" USING btree ("organization_id","created_at","id");--> statement-breakpoint
CREATE INDEX "mails_due" ON "mails" USING btree ("next_attempt_at") WHERE "mails"."next_attempt_at" is not null;--> statement-breakpoint
CREATE INDEX "notifications_user" ON "notifications" USING btree ("user_id","organization_id","created_at","id");--> statement-breakpoint
CREATE INDEX "notifications_unread" ON "notifications" USING btree ("user_id","organization_id") WHERE "notifications"."read_at" is null;--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "api_keys_expiry" ON "api_keys" USING btree ("expires_at") WHERE "api_keys"."revoked_at" is null and "api_keys"."expires_at" is not null;--> statement-breakpoint
CREATE INDEX "requests_key_time" ON "requests" USING btree ("api_key_id","created_at","id");--> statement-breakpoint
CREATE INDEX "events_about_key" ON "events" USING btree ("subject_id","created_at","id") WHERE "events"."subject_type" = 'api_key';--> statement-breakpoint
CREATE INDEX "events_by_key" ON "events" USING btree ("api_key_id","created_at","id") WHERE "events"."api_key_id" is not null;