CREATE TABLE "projects" (
	"id" text PRIMARY KEY NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamptz(3) NOT NULL,
	"updated_at" timestamptz(3) NOT NULL,
	"workspace_id" text NOT NULL,
	"name" text NOT NULL,
	"description" text DEFAULT '' NOT NULL,
	"status" text NOT NULL,
	"starts_on" date,
	"due_on" date,
	"tags" text[] DEFAULT '{}' NOT NULL,
	CONSTRAINT "projects_tenant" UNIQUE("workspace_id","id"),
	CONSTRAINT "projects_status" CHECK ("projects"."status" in ('planned', 'active', 'done', 'cancelled'))
);
--> statement-breakpoint
CREATE TABLE "reservations" (
	"id" text PRIMARY KEY NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamptz(3) NOT NULL,
	"updated_at" timestamptz(3) NOT NULL,
	"workspace_id" text NOT NULL,
	"project_id" text NOT NULL,
	"item_id" text NOT NULL,
	"quantity" numeric(14,3) NOT NULL,
	"consumed" numeric(14,3) DEFAULT 0 NOT NULL,
	CONSTRAINT "reservations_project_item" UNIQUE("workspace_id","project_id","item_id"),
	CONSTRAINT "reservations_quantity" CHECK ("reservations"."quantity" > 0 and "reservations"."consumed" >= 0)
);
--> statement-breakpoint
CREATE TABLE "tasks" (
	"id" text PRIMARY KEY NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamptz(3) NOT NULL,
	"updated_at" timestamptz(3) NOT NULL,
	"workspace_id" text NOT NULL,
	"title" text NOT NULL,
	"description" text DEFAULT '' NOT NULL,
	"status" text NOT NULL,
	"priority" text NOT NULL,
	"due_on" date,
	"assignee_id" text,
	"project_id" text,
	"subject_type" text,
	"subject_id" text,
	"source" text NOT NULL,
	"completed_at" timestamptz(3),
	CONSTRAINT "tasks_status" CHECK ("tasks"."status" in ('open', 'in_progress', 'done', 'cancelled')),
	CONSTRAINT "tasks_priority" CHECK ("tasks"."priority" in ('low', 'normal', 'high', 'urgent')),
	CONSTRAINT "tasks_subject_whole" CHECK (("tasks"."subject_type" is null) = ("tasks"."subject_id" is null))
);
--> statement-breakpoint
CREATE TABLE "idempotency_keys" (
	"caller" text NOT NULL,
	"route" text NOT NULL,
	"key" text NOT NULL,
	"input_hash" text NOT NULL,
	"claim" text NOT NULL,
	"claimed_at" timestamptz(3) NOT NULL,
	"answer" jsonb,
	CONSTRAINT "idempotency_keys_caller_route_key_pk" PRIMARY KEY("caller","route","key")
);
--> statement-breakpoint
CREATE TABLE "imports" (
	"id" text PRIMARY KEY NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamptz(3) NOT NULL,
	"updated_at" timestamptz(3) NOT NULL,
	"workspace_id" text NOT NULL,
	"status" text NOT NULL,
	"format" text NOT NULL,
	"filename" text,
	"content" text,
	"rows_total" integer DEFAULT 0 NOT NULL,
	"rows_done" integer DEFAULT 0 NOT NULL,
	"created" integer DEFAULT 0 NOT NULL,
	"updated" integer DEFAULT 0 NOT NULL,
	"unchanged" integer DEFAULT 0 NOT NULL,
	"errors_total" integer DEFAULT 0 NOT NULL,
	"errors" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"columns" text[] DEFAULT '{}' NOT NULL,
	"first_seq" bigint,
	"last_seq" bigint,
	"created_by" text,
	"api_key_id" text
);
--> statement-breakpoint
ALTER TABLE "workspaces" ADD COLUMN "item_count" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "workspaces" ADD COLUMN "bin_count" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "workspaces" ADD COLUMN "location_count" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "items" ADD COLUMN "reserved" numeric(14,3) DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "items" ADD COLUMN "available" numeric(14,3) GENERATED ALWAYS AS (quantity - reserved) STORED NOT NULL;--> statement-breakpoint
ALTER TABLE "items" ADD CONSTRAINT "items_tenant" UNIQUE("workspace_id","id");--> statement-breakpoint
ALTER TABLE "projects" ADD CONSTRAINT "projects_workspace_id_workspaces_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reservations" ADD CONSTRAINT "reservations_workspace_id_workspaces_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reservations" ADD CONSTRAINT "reservations_project" FOREIGN KEY ("workspace_id","project_id") REFERENCES "public"."projects"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reservations" ADD CONSTRAINT "reservations_of_item" FOREIGN KEY ("workspace_id","item_id") REFERENCES "public"."items"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tasks" ADD CONSTRAINT "tasks_workspace_id_workspaces_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tasks" ADD CONSTRAINT "tasks_project" FOREIGN KEY ("workspace_id","project_id") REFERENCES "public"."projects"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "imports" ADD CONSTRAINT "imports_workspace_id_workspaces_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "projects_by_updated" ON "projects" USING btree ("workspace_id","updated_at","id");--> statement-breakpoint
CREATE INDEX "projects_by_created" ON "projects" USING btree ("workspace_id","created_at","id");--> statement-breakpoint
CREATE INDEX "projects_by_name" ON "projects" USING btree ("workspace_id",lower("name"),"id");--> statement-breakpoint
CREATE INDEX "projects_by_due" ON "projects" USING btree ("workspace_id",coalesce("due_on", 'infinity'::date),"id");--> statement-breakpoint
CREATE INDEX "reservations_item" ON "reservations" USING btree ("workspace_id","item_id");--> statement-breakpoint
CREATE INDEX "tasks_by_updated" ON "tasks" USING btree ("workspace_id","updated_at","id");--> statement-breakpoint
CREATE INDEX "tasks_by_created" ON "tasks" USING btree ("workspace_id","created_at","id");--> statement-breakpoint
CREATE INDEX "tasks_by_title" ON "tasks" USING btree ("workspace_id",lower("title"),"id");--> statement-breakpoint
CREATE INDEX "tasks_by_due" ON "tasks" USING btree ("workspace_id",coalesce("due_on", 'infinity'::date),"id");--> statement-breakpoint
CREATE INDEX "tasks_open" ON "tasks" USING btree ("workspace_id","due_on") WHERE "tasks"."status" in ('open', 'in_progress');--> statement-breakpoint
CREATE INDEX "tasks_assignee" ON "tasks" USING btree ("workspace_id","assignee_id");--> statement-breakpoint
CREATE INDEX "tasks_subject" ON "tasks" USING btree ("workspace_id","subject_id");--> statement-breakpoint
CREATE INDEX "idempotency_keys_by_age" ON "idempotency_keys" USING btree ("claimed_at");--> statement-breakpoint
CREATE INDEX "imports_by_created" ON "imports" USING btree ("workspace_id","created_at","id");--> statement-breakpoint
CREATE INDEX "bins_trash" ON "bins" USING btree ("workspace_id","deleted_at","id") WHERE "bins"."deleted_at" is not null;--> statement-breakpoint
CREATE INDEX "codes_target" ON "codes" USING btree ("organization_id","target_id");--> statement-breakpoint
CREATE INDEX "codes_by_created" ON "codes" USING btree ("organization_id","created_at","code");--> statement-breakpoint
CREATE INDEX "items_by_expiry" ON "items" USING btree ("workspace_id",coalesce("expires_on", 'infinity'::date),"id") WHERE "items"."deleted_at" is null;--> statement-breakpoint
CREATE INDEX "items_sku" ON "items" USING btree ("workspace_id","sku") WHERE "items"."deleted_at" is null and "items"."sku" is not null;--> statement-breakpoint
CREATE INDEX "items_barcodes" ON "items" USING gin ("workspace_id","barcodes");--> statement-breakpoint
CREATE INDEX "items_custom_fields" ON "items" USING gin ("workspace_id","custom_fields" jsonb_path_ops);--> statement-breakpoint
CREATE INDEX "items_trash" ON "items" USING btree ("workspace_id","deleted_at","id") WHERE "items"."deleted_at" is not null;--> statement-breakpoint
CREATE INDEX "codes_by_batch" ON "codes" USING btree ("organization_id","batch_id","created_at","code") WHERE "codes"."batch_id" is not null;--> statement-breakpoint
-- The words of a name, each after a space, so that a trigram index finds where a word begins. The indexes below are made
-- with it: another way to part words is another function.
CREATE FUNCTION name_words(name text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN ' ' || translate(lower(name), '-_/.,;:()[]{}<>+*=#&@!?%$^~|`"\''', '                                ');--> statement-breakpoint
CREATE INDEX "bins_name_words" ON "bins" USING gin ("workspace_id",name_words("name") gin_trgm_ops) WHERE "bins"."deleted_at" is null;--> statement-breakpoint
CREATE INDEX "items_name_words" ON "items" USING gin ("workspace_id",name_words("name") gin_trgm_ops) WHERE "items"."deleted_at" is null;--> statement-breakpoint
CREATE INDEX "locations_name_words" ON "locations" USING gin ("workspace_id",name_words("name") gin_trgm_ops);--> statement-breakpoint
CREATE INDEX "events_family" ON "events" USING btree ("workspace_id",split_part("type", '.', 1),"seq");--> statement-breakpoint
CREATE INDEX "projects_tags" ON "projects" USING gin ("workspace_id","tags");--> statement-breakpoint
-- What is kept already is counted once; from here on each change counts.
UPDATE "workspaces" SET
  "item_count" = (SELECT count(*) FROM "items" WHERE "items"."workspace_id" = "workspaces"."id" AND "items"."deleted_at" IS NULL),
  "bin_count" = (SELECT count(*) FROM "bins" WHERE "bins"."workspace_id" = "workspaces"."id" AND "bins"."deleted_at" IS NULL),
  "location_count" = (SELECT count(*) FROM "locations" WHERE "locations"."workspace_id" = "workspaces"."id");
