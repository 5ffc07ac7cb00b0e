CREATE TABLE "item_notices" (
	"workspace_id" text NOT NULL,
	"item_id" text NOT NULL,
	"expires_on" date NOT NULL,
	"days" integer NOT NULL,
	"created_at" timestamptz(3) NOT NULL,
	CONSTRAINT "item_notices_pkey" PRIMARY KEY("workspace_id","item_id","expires_on","days")
);
--> statement-breakpoint
CREATE TABLE "notification_preferences" (
	"user_id" text NOT NULL,
	"organization_id" text NOT NULL,
	"kinds" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"digest" text NOT NULL,
	"digest_hour" integer NOT NULL,
	"digest_on" date,
	"updated_at" timestamptz(3) NOT NULL,
	CONSTRAINT "notification_preferences_pkey" PRIMARY KEY("user_id","organization_id")
);
--> statement-breakpoint
CREATE TABLE "deliveries" (
	"id" text PRIMARY KEY NOT NULL,
	"workspace_id" text NOT NULL,
	"trigger_id" text NOT NULL,
	"action_id" text NOT NULL,
	"type" text NOT NULL,
	"event_seq" bigint NOT NULL,
	"event_type" text NOT NULL,
	"subject_type" text NOT NULL,
	"subject_id" text NOT NULL,
	"subject_name" text NOT NULL,
	"status" text NOT NULL,
	"attempts" integer DEFAULT 0 NOT NULL,
	"attempts_left" integer NOT NULL,
	"url" text,
	"task_id" text,
	"request_headers" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"request_body" text,
	"response_status" integer,
	"response_excerpt" text,
	"response_ms" integer,
	"error" text,
	"attempt_log" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"is_test" boolean DEFAULT false NOT NULL,
	"next_attempt_at" timestamptz(3),
	"last_attempt_at" timestamptz(3),
	"created_at" timestamptz(3) NOT NULL,
	CONSTRAINT "deliveries_status" CHECK ("deliveries"."status" in ('pending', 'succeeded', 'failed', 'cancelled'))
);
--> statement-breakpoint
CREATE TABLE "triggers" (
	"id" text PRIMARY KEY NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamptz(3) NOT NULL,
	"updated_at" timestamptz(3) NOT NULL,
	"workspace_id" text NOT NULL,
	"name" text NOT NULL,
	"enabled" boolean NOT NULL,
	"disabled_reason" text,
	"event_types" text[] NOT NULL,
	"conditions" jsonb NOT NULL,
	"actions" jsonb NOT NULL,
	"throttle_seconds" integer NOT NULL,
	"failures_in_a_row" integer DEFAULT 0 NOT NULL,
	"fired_count" integer DEFAULT 0 NOT NULL,
	"last_fired_at" timestamptz(3),
	"passed_over" integer DEFAULT 0 NOT NULL,
	"after_seq" bigint NOT NULL,
	"created_by" text,
	CONSTRAINT "triggers_tenant" UNIQUE("workspace_id","id"),
	CONSTRAINT "triggers_throttle" CHECK ("triggers"."throttle_seconds" >= 0)
);
--> statement-breakpoint
ALTER TABLE "events" ADD COLUMN "trigger_id" text;--> statement-breakpoint
ALTER TABLE "events" ADD COLUMN "trigger_depth" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "workspaces" ADD COLUMN "trigger_count" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "tasks" ADD COLUMN "trigger_id" text;--> statement-breakpoint
ALTER TABLE "tasks" ADD COLUMN "close_when_resolved" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "tasks" ADD COLUMN "missing" numeric(14,3);--> statement-breakpoint
ALTER TABLE "item_notices" ADD CONSTRAINT "item_notices_workspace_id_workspaces_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notification_preferences" ADD CONSTRAINT "notification_preferences_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notification_preferences" ADD CONSTRAINT "notification_preferences_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "deliveries" ADD CONSTRAINT "deliveries_workspace_id_workspaces_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "deliveries" ADD CONSTRAINT "deliveries_trigger" FOREIGN KEY ("workspace_id","trigger_id") REFERENCES "public"."triggers"("workspace_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "triggers" ADD CONSTRAINT "triggers_workspace_id_workspaces_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "notification_preferences_digest" ON "notification_preferences" USING btree ("digest_on") WHERE "notification_preferences"."digest" = 'daily';--> statement-breakpoint
CREATE INDEX "deliveries_of_trigger" ON "deliveries" USING btree ("workspace_id","trigger_id","created_at","id");--> statement-breakpoint
CREATE INDEX "deliveries_by_status" ON "deliveries" USING btree ("workspace_id","trigger_id","status","created_at","id");--> statement-breakpoint
CREATE INDEX "deliveries_task" ON "deliveries" USING btree ("task_id") WHERE "deliveries"."task_id" is not null;--> statement-breakpoint
CREATE INDEX "deliveries_ended" ON "deliveries" USING btree ("created_at") WHERE "deliveries"."status" <> 'pending';--> statement-breakpoint
CREATE INDEX "triggers_by_name" ON "triggers" USING btree ("workspace_id",lower("name"),"id");--> statement-breakpoint
CREATE INDEX "tasks_restock" ON "tasks" USING btree ("workspace_id","subject_id") WHERE "tasks"."source" = 'trigger' and "tasks"."status" in ('open', 'in_progress');