CREATE TABLE "supplier_figures" (
	"organisation_id" uuid PRIMARY KEY NOT NULL,
	"name_key" text NOT NULL,
	"live" integer DEFAULT 0 NOT NULL,
	"lapsed" integer DEFAULT 0 NOT NULL,
	"not_ready" integer DEFAULT 0 NOT NULL,
	"not_proven" integer DEFAULT 0 NOT NULL,
	"overridden" integer DEFAULT 0 NOT NULL,
	"outdated" integer DEFAULT 0 NOT NULL,
	"spot_done" integer DEFAULT 0 NOT NULL,
	"spot_failed" integer DEFAULT 0 NOT NULL,
	"trouble" integer GENERATED ALWAYS AS (lapsed + not_ready + not_proven) STORED NOT NULL
);
--> statement-breakpoint
CREATE TABLE "supplier_marks" (
	"organisation_id" uuid NOT NULL,
	"marked_at" timestamp (3) with time zone DEFAULT clock_timestamp() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "supplier_figures" ADD CONSTRAINT "supplier_figures_supplier" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "supplier_figures_worst" ON "supplier_figures" USING btree ((-trouble),"name_key","organisation_id");--> statement-breakpoint
CREATE INDEX "supplier_marks_of_supplier" ON "supplier_marks" USING btree ("organisation_id");--> statement-breakpoint
CREATE INDEX "supplier_marks_in_order" ON "supplier_marks" USING btree ("marked_at");
--> statement-breakpoint
DO $$
DECLARE name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['supplier_figures', 'supplier_marks'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format('CREATE POLICY staff_all ON %I TO portal_staff USING (true) WITH CHECK (true)', name);
    EXECUTE format('CREATE POLICY system_all ON %I TO portal_system USING (true) WITH CHECK (true)', name);
    EXECUTE format('CREATE POLICY definer_all ON %I TO portal_definer USING (true) WITH CHECK (true)', name);
  END LOOP;
END $$;
--> statement-breakpoint
CREATE POLICY system_all ON spot_check_marks TO portal_system USING (true);
--> statement-breakpoint
GRANT SELECT (item_id, organisation_id, spot_check_id, satisfactory) ON spot_check_marks TO portal_system;
--> statement-breakpoint
GRANT SELECT ON supplier_figures, supplier_marks TO portal_staff, portal_system;
--> statement-breakpoint
GRANT INSERT, UPDATE ON supplier_figures TO portal_system;
--> statement-breakpoint
GRANT DELETE ON supplier_marks TO portal_system;
--> statement-breakpoint
GRANT INSERT, SELECT (organisation_id, name_key), UPDATE (name_key) ON supplier_figures TO portal_definer;
--> statement-breakpoint
GRANT INSERT ON supplier_marks TO portal_definer;
--> statement-breakpoint
CREATE FUNCTION keep_supplier_name() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  INSERT INTO supplier_figures (organisation_id, name_key) VALUES (NEW.id, lower(NEW.name))
    ON CONFLICT (organisation_id) DO UPDATE SET name_key = excluded.name_key;
  RETURN NULL;
END $$;
--> statement-breakpoint
-- The suppliers of every row that was written.
CREATE FUNCTION mark_suppliers() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  INSERT INTO supplier_marks (organisation_id) SELECT organisation_id FROM changed GROUP BY 1;
  IF FOUND THEN PERFORM enqueue('count-suppliers', '{}', NULL, NULL); END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
-- Those of which something is otherwise that is counted.
CREATE FUNCTION mark_suppliers_of_changed() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  INSERT INTO supplier_marks (organisation_id) SELECT organisation_id FROM (
    SELECT id, organisation_id, state, verdict, overridden_by IS NULL, flags @> '{aup_outdated}' FROM changed
    EXCEPT ALL
    SELECT id, organisation_id, state, verdict, overridden_by IS NULL, flags @> '{aup_outdated}' FROM earlier) c
  GROUP BY 1;
  IF FOUND THEN PERFORM enqueue('count-suppliers', '{}', NULL, NULL); END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
DO $$
DECLARE name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['onboardings', 'spot_checks', 'spot_check_items', 'spot_check_marks'] LOOP
    EXECUTE format('CREATE TRIGGER %I AFTER INSERT ON %I REFERENCING NEW TABLE AS changed FOR EACH STATEMENT
      EXECUTE FUNCTION mark_suppliers()', name || '_counted', name);
  END LOOP;
  FOREACH name IN ARRAY ARRAY['spot_checks', 'spot_check_marks'] LOOP
    EXECUTE format('CREATE TRIGGER %I AFTER UPDATE ON %I REFERENCING NEW TABLE AS changed FOR EACH STATEMENT
      EXECUTE FUNCTION mark_suppliers()', name || '_counted_again', name);
  END LOOP;
END $$;
--> statement-breakpoint
CREATE TRIGGER onboardings_counted_again AFTER UPDATE ON onboardings
  REFERENCING OLD TABLE AS earlier NEW TABLE AS changed FOR EACH STATEMENT
  EXECUTE FUNCTION mark_suppliers_of_changed();
--> statement-breakpoint
CREATE TRIGGER organisations_named AFTER INSERT OR UPDATE OF name ON organisations FOR EACH ROW
  EXECUTE FUNCTION keep_supplier_name();
--> statement-breakpoint
REVOKE ALL ON FUNCTION keep_supplier_name(), mark_suppliers(), mark_suppliers_of_changed() FROM PUBLIC;
--> statement-breakpoint
GRANT CREATE ON SCHEMA public TO portal_definer;
--> statement-breakpoint
ALTER FUNCTION keep_supplier_name() OWNER TO portal_definer;
--> statement-breakpoint
ALTER FUNCTION mark_suppliers() OWNER TO portal_definer;
--> statement-breakpoint
ALTER FUNCTION mark_suppliers_of_changed() OWNER TO portal_definer;
--> statement-breakpoint
REVOKE CREATE ON SCHEMA public FROM portal_definer;
--> statement-breakpoint
-- What is there is counted here. The owner of the tables sees their rows for this one statement.
DO $$
DECLARE name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['organisations', 'onboardings', 'spot_checks', 'spot_check_items', 'spot_check_marks'] LOOP
    EXECUTE format('ALTER TABLE %I NO FORCE ROW LEVEL SECURITY', name);
  END LOOP;
  INSERT INTO supplier_figures (organisation_id, name_key, live, lapsed, not_ready, not_proven, overridden, outdated,
    spot_done, spot_failed)
  SELECT o.id, lower(o.name), coalesce(e.live, 0), coalesce(e.lapsed, 0), coalesce(e.not_ready, 0),
    coalesce(e.not_proven, 0), coalesce(e.overridden, 0), coalesce(e.outdated, 0), coalesce(s.done, 0),
    coalesce(s.failed, 0)
  FROM organisations o
    LEFT JOIN (SELECT organisation_id, count(*) FILTER (WHERE state = 'live') AS live,
        count(*) FILTER (WHERE state = 'live' AND verdict = 'lapsed') AS lapsed,
        count(*) FILTER (WHERE state = 'live' AND verdict = 'not_ready') AS not_ready,
        count(*) FILTER (WHERE state = 'live' AND verdict = 'not_proven') AS not_proven,
        count(*) FILTER (WHERE overridden_by IS NOT NULL) AS overridden,
        count(*) FILTER (WHERE flags @> '{aup_outdated}') AS outdated
      FROM onboardings GROUP BY 1) e ON e.organisation_id = o.id
    LEFT JOIN (SELECT c.organisation_id, count(*) AS done, count(*) FILTER (WHERE EXISTS (
          SELECT FROM spot_check_items i LEFT JOIN spot_check_marks m ON m.item_id = i.id
          WHERE i.spot_check_id = c.id AND m.satisfactory IS NOT TRUE)) AS failed
      FROM spot_checks c WHERE c.state = 'closed' GROUP BY 1) s ON s.organisation_id = o.id;
  FOREACH name IN ARRAY ARRAY['organisations', 'onboardings', 'spot_checks', 'spot_check_items', 'spot_check_marks',
      'supplier_figures', 'supplier_marks'] LOOP
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', name);
  END LOOP;
END $$;
