CREATE TABLE "aup_versions" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"version" text NOT NULL,
	"version_key" text NOT NULL,
	"in_force_from" date NOT NULL,
	"note" text DEFAULT '' NOT NULL,
	"published_by" uuid NOT NULL,
	"published_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "aup_versions_once" UNIQUE("version_key"),
	CONSTRAINT "aup_versions_day" UNIQUE("in_force_from")
);
--> statement-breakpoint
CREATE TABLE "onboarding_checks" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"organisation_id" uuid NOT NULL,
	"onboarding_id" uuid NOT NULL,
	"checked_on" date NOT NULL,
	"checked_by" text DEFAULT '' NOT NULL,
	"code" text NOT NULL,
	"status" text NOT NULL,
	"edition" text,
	"level" text,
	"published_on" date,
	"recorded_by" uuid NOT NULL,
	"recorded_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "onboarding_checks_once" UNIQUE NULLS NOT DISTINCT("onboarding_id","checked_on","code","status","published_on")
);
--> statement-breakpoint
CREATE TABLE "onboardings" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"organisation_id" uuid NOT NULL,
	"product_id" uuid NOT NULL,
	"ods_code" text COLLATE "C" NOT NULL,
	"name" text NOT NULL,
	"name_key" text COLLATE "C" GENERATED ALWAYS AS (lower(regexp_replace(btrim(name), '^the\s+', '', 'i'))) STORED NOT NULL,
	"address" text DEFAULT '' NOT NULL,
	"state" text NOT NULL,
	"state_on" date NOT NULL,
	"state_reason" text DEFAULT '' NOT NULL,
	"go_live_on" date,
	"lead_ods_code" text,
	"dspt_code" text,
	"aup_version" text,
	"aup_alerted_on" date,
	"aup_method" text DEFAULT '' NOT NULL,
	"aup_alerted_by" text DEFAULT '' NOT NULL,
	"aup_acknowledged_on" date,
	"contact_name" text DEFAULT '' NOT NULL,
	"contact_email" text DEFAULT '' NOT NULL,
	"clinical_safety" text DEFAULT '' NOT NULL,
	"override_reason" text,
	"overridden_by" uuid,
	"overridden_at" timestamp (3) with time zone,
	"verdict" text NOT NULL,
	"reasons" text[] NOT NULL,
	"flags" text[] NOT NULL,
	"import_id" uuid,
	"imported_at" timestamp (3) with time zone,
	"edited_at" timestamp (3) with time zone,
	"edited_by" uuid,
	"created_at" timestamp (3) with time zone NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "onboardings_organisation" UNIQUE("organisation_id","id"),
	CONSTRAINT "onboardings_code" UNIQUE("organisation_id","ods_code","product_id"),
	CONSTRAINT "onboardings_state" CHECK ("onboardings"."state" in ('planned', 'live', 'suspended', 'disconnected', 'cancelled')),
	CONSTRAINT "onboardings_verdict" CHECK ("onboardings"."verdict" in ('ready', 'not_proven', 'not_ready', 'lapsed')),
	CONSTRAINT "onboardings_ods_code" CHECK ("onboardings"."ods_code" ~ '^[A-Z0-9]{1,9}$'),
	CONSTRAINT "onboardings_lead" CHECK ("onboardings"."lead_ods_code" <> "onboardings"."ods_code"),
	CONSTRAINT "onboardings_went_live" CHECK ("onboardings"."state" in ('planned', 'cancelled') or "onboardings"."go_live_on" is not null),
	CONSTRAINT "onboardings_override" CHECK (("onboardings"."override_reason" is null) = ("onboardings"."overridden_by" is null))
);
--> statement-breakpoint
ALTER TABLE "event_chains" DROP CONSTRAINT "event_chains_kind";--> statement-breakpoint
ALTER TABLE "events" DROP CONSTRAINT "events_kind";--> statement-breakpoint
ALTER TABLE "products" ADD COLUMN "available_from" date;--> statement-breakpoint
ALTER TABLE "aup_versions" ADD CONSTRAINT "aup_versions_published_by_people_id_fk" FOREIGN KEY ("published_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "onboarding_checks" ADD CONSTRAINT "onboarding_checks_recorded_by_people_id_fk" FOREIGN KEY ("recorded_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "onboarding_checks" ADD CONSTRAINT "onboarding_checks_onboarding" FOREIGN KEY ("organisation_id","onboarding_id") REFERENCES "public"."onboardings"("organisation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "onboardings" ADD CONSTRAINT "onboardings_overridden_by_people_id_fk" FOREIGN KEY ("overridden_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "onboardings" ADD CONSTRAINT "onboardings_edited_by_people_id_fk" FOREIGN KEY ("edited_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "onboardings" ADD CONSTRAINT "onboardings_product" FOREIGN KEY ("organisation_id","product_id") REFERENCES "public"."products"("organisation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "onboardings_in_order" ON "onboardings" USING btree ("organisation_id","name_key","id");--> statement-breakpoint
CREATE INDEX "onboardings_by_verdict" ON "onboardings" USING btree ("organisation_id","verdict","name_key","id");--> statement-breakpoint
CREATE INDEX "onboardings_by_state" ON "onboardings" USING btree ("organisation_id","state","name_key","id");--> statement-breakpoint
CREATE INDEX "onboardings_by_lead" ON "onboardings" USING btree ("organisation_id","product_id","lead_ods_code") WHERE lead_ods_code is not null;--> statement-breakpoint
ALTER TABLE "event_chains" ADD CONSTRAINT "event_chains_kind" CHECK ("event_chains"."subject_kind" in ('application', 'organisation', 'person', 'register', 'onboarding', 'import', 'aup', 'spot_check'));--> statement-breakpoint
ALTER TABLE "events" ADD CONSTRAINT "events_kind" CHECK ("events"."subject_kind" in ('application', 'organisation', 'person', 'register', 'onboarding', 'import', 'aup', 'spot_check'));
--> statement-breakpoint
DO $$
DECLARE name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['onboardings', 'onboarding_checks', 'aup_versions'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', name);
    EXECUTE format('CREATE POLICY staff_all ON %I TO portal_staff USING (true) WITH CHECK (true)', name);
    EXECUTE format('CREATE POLICY system_all ON %I TO portal_system USING (true) WITH CHECK (true)', name);
  END LOOP;
  FOREACH name IN ARRAY ARRAY['onboardings', 'onboarding_checks'] LOOP
    EXECUTE format('CREATE POLICY supplier_own ON %I TO portal_supplier
      USING (organisation_id = (SELECT current_organisation()))
      WITH CHECK (organisation_id = (SELECT current_organisation()))', name);
  END LOOP;
END $$;
--> statement-breakpoint
CREATE POLICY public_versions ON aup_versions FOR SELECT TO portal_supplier USING (true);
--> statement-breakpoint
-- Nobody writes in another's name.
CREATE POLICY as_themselves ON onboardings AS RESTRICTIVE FOR INSERT TO portal_supplier
  WITH CHECK (overridden_by IS NULL AND (edited_by IS NULL OR edited_by = (SELECT current_person())));
--> statement-breakpoint
CREATE POLICY as_themselves ON onboarding_checks AS RESTRICTIVE FOR INSERT TO portal_supplier
  WITH CHECK (recorded_by = (SELECT current_person()));
--> statement-breakpoint
CREATE POLICY as_themselves ON aup_versions AS RESTRICTIVE FOR INSERT TO portal_staff
  WITH CHECK (published_by = (SELECT current_person()));
--> statement-breakpoint
GRANT SELECT ON onboardings, onboarding_checks TO portal_supplier, portal_staff, portal_system;
--> statement-breakpoint
GRANT SELECT ON aup_versions TO portal_supplier, portal_staff, portal_system;
--> statement-breakpoint
GRANT INSERT ON onboardings, onboarding_checks TO portal_supplier;
--> statement-breakpoint
GRANT INSERT ON aup_versions TO portal_staff;
--> statement-breakpoint
GRANT UPDATE (name, address, state, state_on, state_reason, go_live_on, lead_ods_code, dspt_code, aup_version,
  aup_alerted_on, aup_method, aup_alerted_by, aup_acknowledged_on, contact_name, contact_email, clinical_safety,
  override_reason, overridden_by, overridden_at, verdict, reasons, flags, import_id, imported_at, edited_at,
  edited_by, version) ON onboardings TO portal_supplier;
--> statement-breakpoint
GRANT UPDATE (verdict, reasons, flags) ON onboardings TO portal_system;
--> statement-breakpoint
-- The machine of the onboarding, as the rules have it; an override is written once, by whoever writes it.
CREATE FUNCTION guard_onboarding() RETURNS trigger LANGUAGE plpgsql
  SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF OLD.state <> NEW.state AND (OLD.state, NEW.state) NOT IN (('planned', 'live'), ('planned', 'cancelled'),
      ('live', 'suspended'), ('live', 'disconnected'), ('suspended', 'live'), ('suspended', 'disconnected')) THEN
    RAISE EXCEPTION 'no such move' USING ERRCODE = 'check_violation', CONSTRAINT = 'onboardings_moves';
  END IF;
  IF (OLD.override_reason, OLD.overridden_by, OLD.overridden_at)
      IS DISTINCT FROM (NEW.override_reason, NEW.overridden_by, NEW.overridden_at)
    AND (OLD.overridden_by IS NOT NULL OR NEW.overridden_by IS DISTINCT FROM current_person()) THEN
    RAISE EXCEPTION 'no such override' USING ERRCODE = 'check_violation', CONSTRAINT = 'onboardings_overrides';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
REVOKE ALL ON FUNCTION guard_onboarding() FROM PUBLIC;
--> statement-breakpoint
CREATE TRIGGER onboardings_guard BEFORE UPDATE ON onboardings FOR EACH ROW
  WHEN (OLD.state IS DISTINCT FROM NEW.state OR OLD.override_reason IS DISTINCT FROM NEW.override_reason
    OR OLD.overridden_by IS DISTINCT FROM NEW.overridden_by OR OLD.overridden_at IS DISTINCT FROM NEW.overridden_at)
  EXECUTE FUNCTION guard_onboarding();
