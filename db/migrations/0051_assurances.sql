CREATE TABLE "assurance_counts" (
	"until" date NOT NULL,
	"cause" text,
	"approvals" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "assurances" (
	"approval_id" uuid PRIMARY KEY NOT NULL,
	"organisation_id" uuid NOT NULL,
	"until" date NOT NULL,
	"cause" text,
	CONSTRAINT "assurances_cause" CHECK ("assurances"."cause" in ('dspt_edition', 'agreement_anniversary', 'certificate'))
);
--> statement-breakpoint
ALTER TABLE "assurances" ADD CONSTRAINT "assurances_approval" FOREIGN KEY ("organisation_id","approval_id") REFERENCES "public"."approvals"("organisation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "assurances_in_order" ON "assurances" USING btree ("until","approval_id");
--> statement-breakpoint
DO $$
DECLARE name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['assurances', 'assurance_counts'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format('CREATE POLICY staff_all ON %I TO portal_staff USING (true) WITH CHECK (true)', name);
    EXECUTE format('CREATE POLICY system_all ON %I TO portal_system USING (true) WITH CHECK (true)', name);
  END LOOP;
END $$;
--> statement-breakpoint
CREATE POLICY definer_count ON assurance_counts FOR INSERT TO portal_definer WITH CHECK (true);
--> statement-breakpoint
GRANT INSERT ON assurance_counts TO portal_definer;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE (until, cause), DELETE ON assurances TO portal_staff, portal_system;
--> statement-breakpoint
GRANT SELECT ON assurance_counts TO portal_staff, portal_system;
--> statement-breakpoint
GRANT INSERT, DELETE ON assurance_counts TO portal_system;
--> statement-breakpoint
CREATE FUNCTION count_assurances() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF TG_OP <> 'INSERT' THEN
    INSERT INTO assurance_counts SELECT until, cause, -count(*) FROM earlier GROUP BY 1, 2;
  END IF;
  IF TG_OP <> 'DELETE' THEN
    INSERT INTO assurance_counts SELECT until, cause, count(*) FROM changed GROUP BY 1, 2;
  END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
REVOKE ALL ON FUNCTION count_assurances() FROM PUBLIC;
--> statement-breakpoint
CREATE TRIGGER assurances_added AFTER INSERT ON assurances REFERENCING NEW TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION count_assurances();
--> statement-breakpoint
CREATE TRIGGER assurances_moved AFTER UPDATE ON assurances REFERENCING OLD TABLE AS earlier NEW TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION count_assurances();
--> statement-breakpoint
CREATE TRIGGER assurances_ended AFTER DELETE ON assurances REFERENCING OLD TABLE AS earlier
  FOR EACH STATEMENT EXECUTE FUNCTION count_assurances();
--> statement-breakpoint
GRANT CREATE ON SCHEMA public TO portal_definer;
--> statement-breakpoint
ALTER FUNCTION count_assurances() OWNER TO portal_definer;
--> statement-breakpoint
REVOKE CREATE ON SCHEMA public FROM portal_definer;
--> statement-breakpoint
-- As each was judged last; one that never was is by the next day's judging. The owner of the tables sees
-- their rows for this one statement.
DO $$
DECLARE name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['approvals', 'judged_approvals'] LOOP
    EXECUTE format('ALTER TABLE %I NO FORCE ROW LEVEL SECURITY', name);
  END LOOP;
  INSERT INTO assurances (approval_id, organisation_id, until, cause)
    SELECT a.id, a.organisation_id,
      coalesce((j.standing->'assured'->>'until')::date, (a.began_at AT TIME ZONE 'Europe/London')::date),
      j.standing->'assured'->>'cause'
    FROM judged_approvals j JOIN approvals a ON a.id = j.approval_id WHERE a.status = 'in_force';
  FOREACH name IN ARRAY ARRAY['approvals', 'judged_approvals', 'assurances', 'assurance_counts'] LOOP
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', name);
  END LOOP;
END $$;
