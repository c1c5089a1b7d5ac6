CREATE TABLE "guidance_versions" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"number" integer NOT NULL,
	"texts" jsonb,
	"reason" text NOT NULL,
	"published_by" uuid,
	"at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "guidance_versions_number" UNIQUE("number"),
	CONSTRAINT "guidance_versions_first" CHECK (("guidance_versions"."published_by" is null) = ("guidance_versions"."number" = 1) and ("guidance_versions"."texts" is null) = ("guidance_versions"."number" = 1))
);
--> statement-breakpoint
ALTER TABLE "applications" ADD COLUMN "guidance" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "guidance_versions" ADD CONSTRAINT "guidance_versions_published_by_people_id_fk" FOREIGN KEY ("published_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
-- What held since the portal began: its texts are those of the questions themselves.
INSERT INTO guidance_versions (number, reason, at) VALUES (1, 'As the service began', '2000-01-01T00:00:00Z');
--> statement-breakpoint
ALTER TABLE "applications" ADD CONSTRAINT "applications_guidance_guidance_versions_number_fk" FOREIGN KEY ("guidance") REFERENCES "public"."guidance_versions"("number") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE guidance_versions ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE guidance_versions FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY everybody_reads ON guidance_versions FOR SELECT
  TO portal_supplier, portal_staff, portal_system USING (true);
--> statement-breakpoint
CREATE POLICY staff_publishes ON guidance_versions FOR INSERT TO portal_staff
  WITH CHECK (published_by = (SELECT current_person()));
--> statement-breakpoint
CREATE POLICY managers_publish ON guidance_versions AS RESTRICTIVE FOR INSERT TO portal_staff
  WITH CHECK ((SELECT looks_after_people()));
--> statement-breakpoint
-- Who published it and why is for the staff. Nobody may update or delete: the history stays.
GRANT SELECT ON guidance_versions TO portal_staff, portal_system;
--> statement-breakpoint
GRANT SELECT (number, texts, at) ON guidance_versions TO portal_supplier;
--> statement-breakpoint
GRANT INSERT ON guidance_versions TO portal_staff;
