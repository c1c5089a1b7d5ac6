CREATE TABLE "calendar_versions" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"number" integer NOT NULL,
	"days" jsonb,
	"from_day" date,
	"to_day" date,
	"file_name" text,
	"sha256" text,
	"source" text NOT NULL,
	"reason" text NOT NULL,
	"published_by" uuid,
	"at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "calendar_versions_number" UNIQUE("number"),
	CONSTRAINT "calendar_versions_first" CHECK (num_nulls("calendar_versions"."published_by", "calendar_versions"."days", "calendar_versions"."from_day", "calendar_versions"."to_day", "calendar_versions"."file_name", "calendar_versions"."sha256")
        = case when "calendar_versions"."number" = 1 then 6 else 0 end),
	CONSTRAINT "calendar_versions_days" CHECK ("calendar_versions"."from_day" <= "calendar_versions"."to_day")
);
--> statement-breakpoint
ALTER TABLE "calendar_versions" ADD CONSTRAINT "calendar_versions_published_by_people_id_fk" FOREIGN KEY ("published_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
-- What held since the portal began: its days are worked out by the rules, for any year.
INSERT INTO calendar_versions (number, source, reason, at) VALUES (1,
  'Worked out by the service from the Banking and Financial Dealings Act 1971 and the royal proclamations up to 2023',
  'As the service began', '2000-01-01T00:00:00Z');
--> statement-breakpoint
ALTER TABLE calendar_versions ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE calendar_versions FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY everybody_reads ON calendar_versions FOR SELECT
  TO portal_supplier, portal_staff, portal_system USING (true);
--> statement-breakpoint
CREATE POLICY staff_publishes ON calendar_versions FOR INSERT TO portal_staff
  WITH CHECK (published_by = (SELECT current_person()));
--> statement-breakpoint
CREATE POLICY managers_publish ON calendar_versions AS RESTRICTIVE FOR INSERT TO portal_staff
  WITH CHECK ((SELECT looks_after_people()));
--> statement-breakpoint
-- Who published it and why is for the staff. Nobody may update or delete: the history stays.
GRANT SELECT ON calendar_versions TO portal_staff, portal_system;
--> statement-breakpoint
GRANT SELECT (id, number, days, from_day, to_day, at) ON calendar_versions TO portal_supplier;
--> statement-breakpoint
GRANT INSERT ON calendar_versions TO portal_staff;
--> statement-breakpoint
CREATE POLICY definer_read ON case_figures FOR SELECT TO portal_definer USING (true);
--> statement-breakpoint
GRANT SELECT (application_id, measure, on_day) ON case_figures TO portal_definer;
--> statement-breakpoint
GRANT CREATE ON SCHEMA public TO portal_definer;
--> statement-breakpoint
SET LOCAL ROLE portal_definer;
--> statement-breakpoint
-- The cases whose counted days reach over one of these: a day counts after they began, up to what was done.
CREATE FUNCTION cases_counted_over(p_days date[]) RETURNS SETOF uuid
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT c.id FROM (SELECT f.application_id AS id, max(f.on_day) AS until FROM case_figures f
      WHERE f.measure IN ('responded', 'decided') GROUP BY f.application_id) c
    JOIN applications a ON a.id = c.id
  WHERE EXISTS (SELECT FROM unnest(p_days) d WHERE d <= c.until
    AND d > (a.created_at AT TIME ZONE 'Europe/London')::date)
$$;
--> statement-breakpoint
-- Waits for a count that is under way, since that goes by the calendar before; the next goes by the new one.
CREATE FUNCTION count_again(p_days date[]) RETURNS integer
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE marked integer;
BEGIN
  IF NOT looks_after_people() THEN
    RAISE EXCEPTION 'not permitted' USING ERRCODE = 'insufficient_privilege';
  END IF;
  PERFORM pg_advisory_xact_lock(hashtextextended('figures', 0));
  INSERT INTO case_marks (application_id, at) SELECT id, now() FROM cases_counted_over(p_days) id;
  GET DIAGNOSTICS marked = ROW_COUNT;
  PERFORM enqueue('count-cases', '{}', NULL, NULL);
  RETURN marked;
END $$;
--> statement-breakpoint
REVOKE ALL ON FUNCTION cases_counted_over(date[]), count_again(date[]) FROM PUBLIC;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION cases_counted_over(date[]), count_again(date[]) TO portal_staff;
--> statement-breakpoint
RESET ROLE;
--> statement-breakpoint
REVOKE CREATE ON SCHEMA public FROM portal_definer;
