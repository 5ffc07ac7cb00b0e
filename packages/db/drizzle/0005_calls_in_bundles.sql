CREATE TABLE "api_key_calls" (
	"id" text PRIMARY KEY NOT NULL,
	"workspace_id" text NOT NULL,
	"api_key_id" text NOT NULL,
	"acts_as" text NOT NULL,
	"method" text NOT NULL,
	"endpoint" text NOT NULL,
	"status" integer NOT NULL,
	"code" text,
	"ip" text NOT NULL,
	"user_agent" text,
	"first_at" timestamptz(3) NOT NULL,
	"last_at" timestamptz(3) NOT NULL,
	"request_ids" text[] NOT NULL,
	"offsets_ms" integer[] NOT NULL,
	CONSTRAINT "api_key_calls_in_one_second" CHECK ("api_key_calls"."last_at" < "api_key_calls"."first_at" + interval '1 second'),
	CONSTRAINT "api_key_calls_alike" CHECK (cardinality("api_key_calls"."request_ids") = cardinality("api_key_calls"."offsets_ms"))
);
--> statement-breakpoint
INSERT INTO "api_key_calls" ("id", "workspace_id", "api_key_id", "acts_as", "method", "endpoint", "status", "code", "ip", "user_agent", "first_at", "last_at", "request_ids", "offsets_ms")
SELECT "id", "workspace_id", "api_key_id", "acts_as", "method", "endpoint", "status", "code", "ip", "user_agent", "created_at", "created_at", array["request_id"], array[0] FROM "requests";--> statement-breakpoint
DROP TABLE "requests";--> statement-breakpoint
ALTER TABLE "api_key_calls" ADD CONSTRAINT "api_key_calls_api_key_id_api_keys_id_fk" FOREIGN KEY ("api_key_id") REFERENCES "public"."api_keys"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "api_key_calls_key_time" ON "api_key_calls" USING btree ("api_key_id","last_at","id");