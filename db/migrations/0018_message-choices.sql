CREATE TABLE "message_choices" (
	"person_id" uuid PRIMARY KEY NOT NULL,
	"ways" jsonb NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"changed_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "message_choices" ADD CONSTRAINT "message_choices_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE message_choices ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE message_choices FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
-- Everybody chooses for themselves alone; jobs read it to know how to tell them.
CREATE POLICY own ON message_choices TO portal_supplier, portal_staff
  USING (person_id = (SELECT current_person())) WITH CHECK (person_id = (SELECT current_person()));
--> statement-breakpoint
CREATE POLICY system_all ON message_choices TO portal_system USING (true) WITH CHECK (true);
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE (ways, version, changed_at) ON message_choices TO portal_supplier, portal_staff;
--> statement-breakpoint
GRANT SELECT ON message_choices TO portal_system;
