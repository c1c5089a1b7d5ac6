CREATE TABLE "succession_ends" (
	"succession_id" uuid PRIMARY KEY NOT NULL,
	"reason" text NOT NULL,
	"ended_by" uuid NOT NULL,
	"ended_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "successions" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"predecessor_id" uuid NOT NULL,
	"successor_id" uuid NOT NULL,
	"effective_on" date NOT NULL,
	"reason" text NOT NULL,
	"evidence" text,
	"recorded_by" uuid NOT NULL,
	"recorded_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "successions_itself" CHECK ("successions"."predecessor_id" <> "successions"."successor_id")
);
--> statement-breakpoint
ALTER TABLE "succession_ends" ADD CONSTRAINT "succession_ends_succession_id_successions_id_fk" FOREIGN KEY ("succession_id") REFERENCES "public"."successions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "succession_ends" ADD CONSTRAINT "succession_ends_ended_by_people_id_fk" FOREIGN KEY ("ended_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "successions" ADD CONSTRAINT "successions_predecessor_id_organisations_id_fk" FOREIGN KEY ("predecessor_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "successions" ADD CONSTRAINT "successions_successor_id_organisations_id_fk" FOREIGN KEY ("successor_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "successions" ADD CONSTRAINT "successions_recorded_by_people_id_fk" FOREIGN KEY ("recorded_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "successions_predecessor" ON "successions" USING btree ("predecessor_id");--> statement-breakpoint
CREATE INDEX "successions_successor" ON "successions" USING btree ("successor_id");--> statement-breakpoint
ALTER TABLE successions ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE successions FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE succession_ends ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE succession_ends FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY staff_reads ON successions FOR SELECT TO portal_staff USING (true);
--> statement-breakpoint
CREATE POLICY staff_reads ON succession_ends FOR SELECT TO portal_staff USING (true);
--> statement-breakpoint
CREATE POLICY system_reads ON successions FOR SELECT TO portal_system USING (true);
--> statement-breakpoint
CREATE POLICY system_reads ON succession_ends FOR SELECT TO portal_system USING (true);
--> statement-breakpoint
CREATE POLICY definer_reads ON successions FOR SELECT TO portal_definer USING (true);
--> statement-breakpoint
CREATE POLICY definer_reads ON succession_ends FOR SELECT TO portal_definer USING (true);
--> statement-breakpoint
CREATE POLICY manager_records ON successions FOR INSERT TO portal_staff
  WITH CHECK (recorded_by = (SELECT current_person()) AND (SELECT looks_after_people()));
--> statement-breakpoint
CREATE POLICY manager_ends ON succession_ends FOR INSERT TO portal_staff
  WITH CHECK (ended_by = (SELECT current_person()) AND (SELECT looks_after_people()));
--> statement-breakpoint
-- Both sides learn what they may through functions; nobody may update or delete.
GRANT SELECT ON successions, succession_ends TO portal_staff, portal_system, portal_definer;
--> statement-breakpoint
GRANT INSERT ON successions, succession_ends TO portal_staff;
--> statement-breakpoint
CREATE TRIGGER successions_append_only BEFORE UPDATE OR DELETE ON successions
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER succession_ends_append_only BEFORE UPDATE OR DELETE ON succession_ends
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
GRANT CREATE ON SCHEMA public TO portal_definer;
--> statement-breakpoint
SET LOCAL ROLE portal_definer;
--> statement-breakpoint
-- The organisations that one is the successor of, near or far, by what stands. UNION ends any ring.
CREATE FUNCTION predecessors_of(p_organisation uuid) RETURNS SETOF uuid
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  WITH RECURSIVE chain(id) AS (
    SELECT s.predecessor_id FROM successions s WHERE s.successor_id = p_organisation
      AND NOT EXISTS (SELECT FROM succession_ends e WHERE e.succession_id = s.id)
    UNION
    SELECT s.predecessor_id FROM chain c JOIN successions s ON s.successor_id = c.id
      WHERE NOT EXISTS (SELECT FROM succession_ends e WHERE e.succession_id = s.id)
  ) SELECT id FROM chain
$$;
--> statement-breakpoint
-- One successor at a time, and no ring, should a command ever forget it. Two at once wait in one order.
CREATE FUNCTION guard_succession() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  PERFORM pg_advisory_xact_lock(hashtextextended('successions', 0));
  IF EXISTS (SELECT FROM successions s WHERE s.predecessor_id = NEW.predecessor_id
      AND NOT EXISTS (SELECT FROM succession_ends e WHERE e.succession_id = s.id)) THEN
    RAISE EXCEPTION 'two successors' USING ERRCODE = 'check_violation', CONSTRAINT = 'successions_one';
  END IF;
  IF NEW.successor_id IN (SELECT predecessors_of(NEW.predecessor_id)) THEN
    RAISE EXCEPTION 'a ring' USING ERRCODE = 'check_violation', CONSTRAINT = 'successions_ring';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
RESET ROLE;
--> statement-breakpoint
CREATE TRIGGER successions_guard BEFORE INSERT ON successions FOR EACH ROW EXECUTE FUNCTION guard_succession();
--> statement-breakpoint
SET LOCAL ROLE portal_definer;
--> statement-breakpoint
REVOKE ALL ON FUNCTION predecessors_of(uuid), guard_succession() FROM PUBLIC;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION predecessors_of(uuid) TO portal_staff, portal_system;
--> statement-breakpoint
RESET ROLE;
--> statement-breakpoint
REVOKE CREATE ON SCHEMA public FROM portal_definer;
