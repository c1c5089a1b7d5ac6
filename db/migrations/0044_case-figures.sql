CREATE TABLE "case_figures" (
	"application_id" uuid NOT NULL,
	"organisation_id" uuid NOT NULL,
	"product_id" uuid NOT NULL,
	"on_day" date NOT NULL,
	"measure" text NOT NULL,
	"assessor_id" uuid,
	"label" text NOT NULL,
	"value" integer NOT NULL,
	CONSTRAINT "case_figures_measure" CHECK ("case_figures"."measure" in ('received', 'responded', 'decided', 'supplier_days', 'assessor_days', 'second_person_days', 'our_days', 'rounds', 'approved_first_time', 'withdrawn', 'asked', 'reason'))
);
--> statement-breakpoint
CREATE TABLE "case_marks" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"application_id" uuid NOT NULL,
	"at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "figure_sums" (
	"period" text NOT NULL,
	"starts_on" date NOT NULL,
	"measure" text NOT NULL,
	"assessor_id" uuid,
	"label" text NOT NULL,
	"value" integer NOT NULL,
	"cases" integer NOT NULL,
	CONSTRAINT "figure_sums_once" UNIQUE NULLS NOT DISTINCT("period","measure","assessor_id","starts_on","label","value"),
	CONSTRAINT "figure_sums_period" CHECK ("figure_sums"."period" in ('week', 'month')),
	CONSTRAINT "figure_sums_measure" CHECK ("figure_sums"."measure" in ('received', 'responded', 'decided', 'supplier_days', 'assessor_days', 'second_person_days', 'our_days', 'rounds', 'approved_first_time', 'withdrawn', 'asked', 'reason'))
);
--> statement-breakpoint
ALTER TABLE "case_figures" ADD CONSTRAINT "case_figures_assessor_id_people_id_fk" FOREIGN KEY ("assessor_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "case_figures" ADD CONSTRAINT "case_figures_application" FOREIGN KEY ("organisation_id","application_id") REFERENCES "public"."applications"("organisation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "figure_sums" ADD CONSTRAINT "figure_sums_assessor_id_people_id_fk" FOREIGN KEY ("assessor_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "case_figures_of_case" ON "case_figures" USING btree ("application_id");--> statement-breakpoint
CREATE INDEX "case_figures_of_supplier" ON "case_figures" USING btree ("organisation_id","measure","on_day");--> statement-breakpoint
CREATE INDEX "case_figures_by_day" ON "case_figures" USING btree ("measure","on_day","application_id");--> statement-breakpoint
CREATE INDEX "case_marks_in_order" ON "case_marks" USING btree ("at","id");--> statement-breakpoint
CREATE INDEX "figure_sums_empty" ON "figure_sums" USING btree ("cases") WHERE cases = 0;--> statement-breakpoint
DO $$
DECLARE name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['case_figures', 'figure_sums', 'case_marks'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', name);
    EXECUTE format('CREATE POLICY system_all ON %I TO portal_system USING (true) WITH CHECK (true)', name);
    EXECUTE format('CREATE POLICY staff_read ON %I FOR SELECT TO portal_staff USING (true)', name);
    EXECUTE format('GRANT SELECT ON %I TO portal_staff', name);
  END LOOP;
END $$;
--> statement-breakpoint
GRANT SELECT, INSERT, DELETE ON case_figures TO portal_system;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE (cases), DELETE ON figure_sums TO portal_system;
--> statement-breakpoint
GRANT SELECT, DELETE ON case_marks TO portal_system;
--> statement-breakpoint
CREATE POLICY definer_mark ON case_marks FOR INSERT TO portal_definer WITH CHECK (true);
--> statement-breakpoint
GRANT INSERT ON case_marks TO portal_definer;
--> statement-breakpoint
-- Whatever passes a case on is counted anew by a job, whoever wrote the event.
CREATE FUNCTION mark_case() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  INSERT INTO case_marks (application_id, at) VALUES (NEW.subject_id, NEW.at);
  PERFORM enqueue('count-cases', '{}', NULL, NULL);
  RETURN NULL;
END $$;
--> statement-breakpoint
REVOKE ALL ON FUNCTION mark_case() FROM PUBLIC;
--> statement-breakpoint
CREATE TRIGGER events_mark_case AFTER INSERT ON events FOR EACH ROW
  WHEN (NEW.type IN ('application.submitted', 'application.taken_back', 'request.sent', 'request.cancelled',
    'request.expired', 'decision.recommended', 'decision.recalled', 'decision.sent_back', 'decision.confirmed',
    'application.withdrawn', 'review.upheld'))
  EXECUTE FUNCTION mark_case();
--> statement-breakpoint
GRANT CREATE ON SCHEMA public TO portal_definer;
--> statement-breakpoint
ALTER FUNCTION mark_case() OWNER TO portal_definer;
--> statement-breakpoint
REVOKE CREATE ON SCHEMA public FROM portal_definer;
--> statement-breakpoint
-- What went before is counted by the first job. The owner of the tables sees their rows for this one statement.
ALTER TABLE applications NO FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE case_marks NO FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
INSERT INTO case_marks (application_id, at) SELECT id, status_at FROM applications WHERE submitted_at IS NOT NULL;
--> statement-breakpoint
ALTER TABLE case_marks FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE applications FORCE ROW LEVEL SECURITY;
