CREATE TABLE "spot_check_items" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"organisation_id" uuid NOT NULL,
	"spot_check_id" uuid NOT NULL,
	"onboarding_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"state_then" text NOT NULL,
	"verdict_then" text NOT NULL,
	"note" text DEFAULT '' NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "spot_check_items_organisation" UNIQUE("organisation_id","id"),
	CONSTRAINT "spot_check_items_position" UNIQUE("spot_check_id","position"),
	CONSTRAINT "spot_check_items_once" UNIQUE("spot_check_id","onboarding_id"),
	CONSTRAINT "spot_check_items_state" CHECK ("spot_check_items"."state_then" in ('planned', 'live', 'suspended', 'disconnected', 'cancelled')),
	CONSTRAINT "spot_check_items_verdict" CHECK ("spot_check_items"."verdict_then" in ('ready', 'not_proven', 'not_ready', 'lapsed'))
);
--> statement-breakpoint
CREATE TABLE "spot_check_marks" (
	"item_id" uuid PRIMARY KEY NOT NULL,
	"organisation_id" uuid NOT NULL,
	"spot_check_id" uuid NOT NULL,
	"satisfactory" boolean NOT NULL,
	"reason" text DEFAULT '' NOT NULL,
	"staff_note" text DEFAULT '' NOT NULL,
	"marked_by" uuid NOT NULL,
	"marked_at" timestamp (3) with time zone NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "spot_check_marks_reason" CHECK ("spot_check_marks"."satisfactory" or "spot_check_marks"."reason" <> '')
);
--> statement-breakpoint
CREATE TABLE "spot_checks" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"organisation_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"frame" text NOT NULL,
	"product_id" uuid,
	"frame_count" integer NOT NULL,
	"frame_text" text NOT NULL,
	"frame_sha256" text NOT NULL,
	"size" integer NOT NULL,
	"seed" text NOT NULL,
	"drawn_on" date NOT NULL,
	"drawn_at" timestamp (3) with time zone NOT NULL,
	"drawn_by" uuid NOT NULL,
	"due_on" date NOT NULL,
	"message" text DEFAULT '' NOT NULL,
	"state" text NOT NULL,
	"answered_at" timestamp (3) with time zone,
	"answered_by" uuid,
	"closed_at" timestamp (3) with time zone,
	"closed_by" uuid,
	CONSTRAINT "spot_checks_organisation" UNIQUE("organisation_id","id"),
	CONSTRAINT "spot_checks_number" UNIQUE("organisation_id","number"),
	CONSTRAINT "spot_checks_seed" UNIQUE("organisation_id","seed"),
	CONSTRAINT "spot_checks_state" CHECK ("spot_checks"."state" in ('open', 'answered', 'closed')),
	CONSTRAINT "spot_checks_frame" CHECK ("spot_checks"."frame" in ('live', 'held')),
	CONSTRAINT "spot_checks_size" CHECK ("spot_checks"."size" between 1 and 50),
	CONSTRAINT "spot_checks_answered" CHECK (("spot_checks"."answered_at" is null) = ("spot_checks"."answered_by" is null)),
	CONSTRAINT "spot_checks_closed" CHECK (("spot_checks"."state" = 'closed') = ("spot_checks"."closed_at" is not null))
);
--> statement-breakpoint
ALTER TABLE "messages" DROP CONSTRAINT "messages_kind";--> statement-breakpoint
ALTER TABLE "spot_check_items" ADD CONSTRAINT "spot_check_items_check" FOREIGN KEY ("organisation_id","spot_check_id") REFERENCES "public"."spot_checks"("organisation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "spot_check_items" ADD CONSTRAINT "spot_check_items_onboarding" FOREIGN KEY ("organisation_id","onboarding_id") REFERENCES "public"."onboardings"("organisation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "spot_check_marks" ADD CONSTRAINT "spot_check_marks_marked_by_people_id_fk" FOREIGN KEY ("marked_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "spot_check_marks" ADD CONSTRAINT "spot_check_marks_item" FOREIGN KEY ("organisation_id","item_id") REFERENCES "public"."spot_check_items"("organisation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "spot_check_marks" ADD CONSTRAINT "spot_check_marks_check" FOREIGN KEY ("organisation_id","spot_check_id") REFERENCES "public"."spot_checks"("organisation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "spot_checks" ADD CONSTRAINT "spot_checks_drawn_by_people_id_fk" FOREIGN KEY ("drawn_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "spot_checks" ADD CONSTRAINT "spot_checks_answered_by_people_id_fk" FOREIGN KEY ("answered_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "spot_checks" ADD CONSTRAINT "spot_checks_closed_by_people_id_fk" FOREIGN KEY ("closed_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "spot_checks" ADD CONSTRAINT "spot_checks_supplier" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "spot_checks" ADD CONSTRAINT "spot_checks_product" FOREIGN KEY ("organisation_id","product_id") REFERENCES "public"."products"("organisation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "spot_check_items_of_onboarding" ON "spot_check_items" USING btree ("onboarding_id");--> statement-breakpoint
CREATE INDEX "spot_check_marks_of_check" ON "spot_check_marks" USING btree ("spot_check_id");--> statement-breakpoint
CREATE INDEX "evidence_files_of_onboarding" ON "evidence_files" USING btree ("subject_id") WHERE subject_kind = 'euo';--> statement-breakpoint
CREATE INDEX "onboardings_counted" ON "onboardings" USING btree ("organisation_id","state","verdict");--> statement-breakpoint
CREATE INDEX "onboardings_overridden" ON "onboardings" USING btree ("organisation_id") WHERE overridden_by is not null;--> statement-breakpoint
CREATE INDEX "onboardings_aup_outdated" ON "onboardings" USING btree ("organisation_id") WHERE flags @> '{aup_outdated}'::text[];--> statement-breakpoint
ALTER TABLE "messages" ADD CONSTRAINT "messages_kind" CHECK ("messages"."kind" in ('declaration-received', 'case-waiting', 'taken-back', 'withdrawn', 'withdrawn-supplier', 'request-sent', 'request-cancelled', 'request-expired', 'request-unanswered', 'time-asked', 'time-given', 'assigned', 'unassigned', 'conflict', 'recommended', 'sent-back', 'decided', 'decided-staff', 'condition-met', 'review-upheld', 'reminder', 'thread-supplier', 'thread-assessor', 'spot-check-drawn', 'spot-check-answered', 'spot-check-closed'));
--> statement-breakpoint
DO $$
DECLARE name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['spot_checks', 'spot_check_items', 'spot_check_marks'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', name);
    EXECUTE format('CREATE POLICY staff_all ON %I TO portal_staff USING (true) WITH CHECK (true)', name);
  END LOOP;
  FOREACH name IN ARRAY ARRAY['spot_checks', 'spot_check_items'] LOOP
    EXECUTE format('CREATE POLICY system_all ON %I TO portal_system USING (true)', name);
    EXECUTE format('CREATE POLICY supplier_own ON %I TO portal_supplier
      USING (organisation_id = (SELECT current_organisation()))
      WITH CHECK (organisation_id = (SELECT current_organisation()))', name);
  END LOOP;
END $$;
--> statement-breakpoint
-- What was found is told once the spot check is finished.
CREATE POLICY supplier_own_closed ON spot_check_marks FOR SELECT TO portal_supplier
  USING (organisation_id = (SELECT current_organisation())
    AND EXISTS (SELECT FROM spot_checks s WHERE s.id = spot_check_id AND s.state = 'closed'));
--> statement-breakpoint
-- Nobody draws or marks in another's name, and a finished check stays as it is.
CREATE POLICY as_drawn ON spot_checks AS RESTRICTIVE FOR INSERT TO portal_staff
  WITH CHECK (drawn_by = (SELECT current_person()) AND state = 'open' AND answered_at IS NULL);
--> statement-breakpoint
CREATE POLICY as_drawn ON spot_check_items AS RESTRICTIVE FOR INSERT TO portal_staff
  WITH CHECK (EXISTS (SELECT FROM spot_checks s WHERE s.id = spot_check_id AND s.state = 'open'
    AND s.drawn_by = (SELECT current_person())));
--> statement-breakpoint
CREATE POLICY while_open ON spot_check_items AS RESTRICTIVE FOR UPDATE TO portal_supplier
  USING (EXISTS (SELECT FROM spot_checks s WHERE s.id = spot_check_id AND s.state = 'open'));
--> statement-breakpoint
CREATE POLICY as_marked ON spot_check_marks AS RESTRICTIVE FOR INSERT TO portal_staff
  WITH CHECK (marked_by = (SELECT current_person())
    AND EXISTS (SELECT FROM spot_checks s WHERE s.id = spot_check_id AND s.state <> 'closed'));
--> statement-breakpoint
CREATE POLICY while_marked ON spot_check_marks AS RESTRICTIVE FOR UPDATE TO portal_staff
  USING (EXISTS (SELECT FROM spot_checks s WHERE s.id = spot_check_id AND s.state <> 'closed'))
  WITH CHECK (marked_by = (SELECT current_person()));
--> statement-breakpoint
GRANT SELECT ON spot_checks, spot_check_items, spot_check_marks TO portal_staff;
--> statement-breakpoint
GRANT SELECT ON spot_checks, spot_check_items TO portal_system;
--> statement-breakpoint
GRANT SELECT (id, organisation_id, number, frame, product_id, frame_count, frame_sha256, size, seed, drawn_on,
  due_on, message, state, answered_at, answered_by, closed_at) ON spot_checks TO portal_supplier;
--> statement-breakpoint
GRANT SELECT ON spot_check_items TO portal_supplier;
--> statement-breakpoint
GRANT SELECT (item_id, organisation_id, spot_check_id, satisfactory, reason) ON spot_check_marks TO portal_supplier;
--> statement-breakpoint
GRANT INSERT, UPDATE (state, closed_at, closed_by) ON spot_checks TO portal_staff;
--> statement-breakpoint
GRANT INSERT ON spot_check_items TO portal_staff;
--> statement-breakpoint
GRANT INSERT, UPDATE (satisfactory, reason, staff_note, marked_by, marked_at, version) ON spot_check_marks
  TO portal_staff;
--> statement-breakpoint
GRANT UPDATE (state, answered_at, answered_by) ON spot_checks TO portal_supplier;
--> statement-breakpoint
GRANT UPDATE (note, version) ON spot_check_items TO portal_supplier;
--> statement-breakpoint
-- The machine of the spot check: the supplier answers it once, and staff finish it once.
CREATE FUNCTION guard_spot_check() RETURNS trigger LANGUAGE plpgsql
  SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF NOT (OLD.state = 'open' AND NEW.state = 'answered' AND current_setting('app.side', true) = 'supplier'
      AND NEW.answered_by IS NOT DISTINCT FROM current_person()
    OR OLD.state IN ('open', 'answered') AND NEW.state = 'closed' AND current_setting('app.side', true) = 'staff'
      AND NEW.closed_by IS NOT DISTINCT FROM current_person()) THEN
    RAISE EXCEPTION 'no such move' USING ERRCODE = 'check_violation', CONSTRAINT = 'spot_checks_moves';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
REVOKE ALL ON FUNCTION guard_spot_check() FROM PUBLIC;
--> statement-breakpoint
CREATE TRIGGER spot_checks_guard BEFORE UPDATE ON spot_checks FOR EACH ROW
  EXECUTE FUNCTION guard_spot_check();
