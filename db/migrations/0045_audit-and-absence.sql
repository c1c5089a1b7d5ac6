CREATE TABLE "absences" (
	"person_id" uuid PRIMARY KEY NOT NULL,
	"until" date NOT NULL,
	"set_by" uuid NOT NULL,
	"set_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "absences" ADD CONSTRAINT "absences_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "absences" ADD CONSTRAINT "absences_set_by_people_id_fk" FOREIGN KEY ("set_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "decisions_by_day" ON "decisions" USING btree ("decided_at");--> statement-breakpoint
CREATE INDEX "events_by_type" ON "events" USING btree ("type","at","id");--> statement-breakpoint
CREATE INDEX "events_by_actor" ON "events" USING btree ("actor_id","type","at","id");--> statement-breakpoint
CREATE INDEX "events_of_organisation" ON "events" USING btree ("organisation_id","type","at","id");
--> statement-breakpoint
ALTER TABLE absences ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE absences FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY staff_all ON absences TO portal_staff USING (true) WITH CHECK (true);
--> statement-breakpoint
CREATE POLICY system_all ON absences TO portal_system USING (true);
--> statement-breakpoint
-- Somebody of the staff is absent by their own word, or by that of whoever looks after people.
CREATE POLICY looked_after_new ON absences AS RESTRICTIVE FOR INSERT TO portal_staff
  WITH CHECK (set_by = (SELECT current_person())
    AND (person_id = (SELECT current_person()) OR (SELECT looks_after_people()))
    AND EXISTS (SELECT FROM people p WHERE p.id = absences.person_id AND p.organisation_id IS NULL));
--> statement-breakpoint
CREATE POLICY looked_after ON absences AS RESTRICTIVE FOR UPDATE TO portal_staff USING (true)
  WITH CHECK (set_by = (SELECT current_person())
    AND (person_id = (SELECT current_person()) OR (SELECT looks_after_people())));
--> statement-breakpoint
GRANT SELECT ON absences TO portal_staff, portal_system;
--> statement-breakpoint
GRANT INSERT, UPDATE (until, set_by, set_at) ON absences TO portal_staff;
--> statement-breakpoint
-- Somebody can always look after people. Two who remove each other at once wait in one order: the
-- lock is the one that commands take, and what the first one left is read after it.
CREATE FUNCTION keep_last_manager() RETURNS trigger LANGUAGE plpgsql
  SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  PERFORM pg_advisory_xact_lock(hashtextextended('people of the staff', 0));
  IF NOT EXISTS (SELECT FROM people p WHERE p.organisation_id IS NULL AND p.active AND p.id <> OLD.id
    AND 'manager' = ANY (p.roles)) THEN
    RAISE EXCEPTION 'the last manager' USING ERRCODE = 'check_violation', CONSTRAINT = 'people_last_manager';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
REVOKE ALL ON FUNCTION keep_last_manager() FROM PUBLIC;
--> statement-breakpoint
CREATE TRIGGER people_keep_last_manager BEFORE UPDATE ON people FOR EACH ROW
  WHEN (OLD.organisation_id IS NULL AND OLD.active AND 'manager' = ANY (OLD.roles)
    AND NOT (NEW.active AND 'manager' = ANY (NEW.roles)))
  EXECUTE FUNCTION keep_last_manager();
