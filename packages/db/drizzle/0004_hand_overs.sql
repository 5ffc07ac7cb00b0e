CREATE TABLE "hand_overs" (
	"id" text PRIMARY KEY NOT NULL,
	"device_code_hash" text NOT NULL,
	"user_code" text NOT NULL,
	"client_name" text NOT NULL,
	"wished_scopes" text[],
	"wished_environment" text,
	"ip" text NOT NULL,
	"user_agent" text,
	"created_at" timestamptz(3) NOT NULL,
	"expires_at" timestamptz(3) NOT NULL,
	"asked_at" timestamptz(3),
	"approved_at" timestamptz(3),
	"approved_session_id" text,
	"approved_organization_id" text,
	"terms" jsonb,
	"refused_at" timestamptz(3),
	"collected_at" timestamptz(3),
	CONSTRAINT "hand_overs_device_code" UNIQUE("device_code_hash"),
	CONSTRAINT "hand_overs_user_code" UNIQUE("user_code"),
	CONSTRAINT "hand_overs_approved_whole" CHECK (num_nulls("hand_overs"."approved_at", "hand_overs"."approved_session_id", "hand_overs"."approved_organization_id", "hand_overs"."terms") in (0, 4)),
	CONSTRAINT "hand_overs_one_end" CHECK ("hand_overs"."refused_at" is null or "hand_overs"."approved_at" is null),
	CONSTRAINT "hand_overs_collected_if_approved" CHECK ("hand_overs"."collected_at" is null or "hand_overs"."approved_at" is not null)
);
--> statement-breakpoint
CREATE INDEX "hand_overs_expiry" ON "hand_overs" USING btree ("expires_at");