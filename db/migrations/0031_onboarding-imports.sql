CREATE TABLE "onboarding_import_changes" (
	"import_id" uuid NOT NULL,
	"organisation_id" uuid NOT NULL,
	"onboarding_id" uuid NOT NULL,
	"line" integer NOT NULL,
	"before" jsonb NOT NULL,
	CONSTRAINT "onboarding_import_changes_pkey" PRIMARY KEY("onboarding_id","import_id")
);
--> statement-breakpoint
CREATE TABLE "onboarding_import_refusals" (
	"import_id" uuid NOT NULL,
	"organisation_id" uuid NOT NULL,
	"line" integer NOT NULL,
	"reasons" text[] NOT NULL,
	CONSTRAINT "onboarding_import_refusals_pkey" PRIMARY KEY("import_id","line")
);
--> statement-breakpoint
CREATE UNLOGGED TABLE "onboarding_import_rows" (
	"import_id" uuid NOT NULL,
	"organisation_id" uuid NOT NULL,
	"line" integer NOT NULL,
	"reasons" text[] NOT NULL,
	"ods_code" text COLLATE "C",
	"name" text,
	"product_id" uuid,
	"state" text,
	"lead_ods_code" text COLLATE "C",
	"go_live_on" date,
	"dspt_code" text,
	"status" text,
	"edition" text,
	"level" text,
	"published_on" date,
	"checked_on" date,
	"checked_by" text,
	"aup_version" text,
	"aup_alerted_on" date,
	"aup_method" text,
	"aup_alerted_by" text,
	"contact_name" text,
	"contact_email" text,
	"clinical_safety" text,
	CONSTRAINT "onboarding_import_rows_pkey" PRIMARY KEY("import_id","line")
);
--> statement-breakpoint
CREATE TABLE "onboarding_imports" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"organisation_id" uuid NOT NULL,
	"file_name" text NOT NULL,
	"size" bigint NOT NULL,
	"sha256" text NOT NULL,
	"storage_key" text NOT NULL,
	"state" text NOT NULL,
	"attempt" integer DEFAULT 0 NOT NULL,
	"rows_read" integer DEFAULT 0 NOT NULL,
	"added" integer DEFAULT 0 NOT NULL,
	"changed" integer DEFAULT 0 NOT NULL,
	"edited" integer DEFAULT 0 NOT NULL,
	"same" integer DEFAULT 0 NOT NULL,
	"refused" integer DEFAULT 0 NOT NULL,
	"preview" jsonb,
	"problem" text,
	"replace_edited" boolean DEFAULT false NOT NULL,
	"uploaded_by" uuid NOT NULL,
	"uploaded_at" timestamp (3) with time zone NOT NULL,
	"checked_at" timestamp (3) with time zone,
	"confirmed_by" uuid,
	"confirmed_at" timestamp (3) with time zone,
	"ended_at" timestamp (3) with time zone,
	CONSTRAINT "onboarding_imports_storage_key" UNIQUE("storage_key"),
	CONSTRAINT "onboarding_imports_organisation" UNIQUE("organisation_id","id"),
	CONSTRAINT "onboarding_imports_state" CHECK ("onboarding_imports"."state" in ('waiting', 'checking', 'preview', 'applying', 'done', 'refused', 'given_up')),
	CONSTRAINT "onboarding_imports_size" CHECK ("onboarding_imports"."size" > 0)
);
--> statement-breakpoint
ALTER TABLE "onboarding_import_changes" ADD CONSTRAINT "onboarding_import_changes_import" FOREIGN KEY ("organisation_id","import_id") REFERENCES "public"."onboarding_imports"("organisation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "onboarding_import_changes" ADD CONSTRAINT "onboarding_import_changes_onboarding" FOREIGN KEY ("organisation_id","onboarding_id") REFERENCES "public"."onboardings"("organisation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "onboarding_import_refusals" ADD CONSTRAINT "onboarding_import_refusals_import" FOREIGN KEY ("organisation_id","import_id") REFERENCES "public"."onboarding_imports"("organisation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "onboarding_imports" ADD CONSTRAINT "onboarding_imports_uploaded_by_people_id_fk" FOREIGN KEY ("uploaded_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "onboarding_imports" ADD CONSTRAINT "onboarding_imports_confirmed_by_people_id_fk" FOREIGN KEY ("confirmed_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "onboarding_imports" ADD CONSTRAINT "onboarding_imports_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "onboarding_imports_in_order" ON "onboarding_imports" USING btree ("organisation_id","uploaded_at","id");--> statement-breakpoint
DO $$
DECLARE name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['onboarding_imports', 'onboarding_import_rows', 'onboarding_import_refusals',
    'onboarding_import_changes'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', name);
    EXECUTE format('CREATE POLICY system_all ON %I TO portal_system USING (true) WITH CHECK (true)', name);
    EXECUTE format('CREATE POLICY supplier_own ON %I TO portal_supplier
      USING (organisation_id = (SELECT current_organisation()))
      WITH CHECK (organisation_id = (SELECT current_organisation()))', name);
  END LOOP;
END $$;
--> statement-breakpoint
CREATE POLICY as_uploaded ON onboarding_imports AS RESTRICTIVE FOR INSERT TO portal_supplier
  WITH CHECK (state = 'waiting' AND uploaded_by = (SELECT current_person()) AND confirmed_by IS NULL);
--> statement-breakpoint
GRANT SELECT ON onboarding_imports, onboarding_import_rows, onboarding_import_refusals, onboarding_import_changes
  TO portal_supplier, portal_system;
--> statement-breakpoint
GRANT INSERT, UPDATE (state, confirmed_by, confirmed_at, replace_edited) ON onboarding_imports TO portal_supplier;
--> statement-breakpoint
GRANT UPDATE (state, attempt, rows_read, added, changed, edited, same, refused, preview, problem, checked_at,
  ended_at) ON onboarding_imports TO portal_system;
--> statement-breakpoint
GRANT INSERT, DELETE ON onboarding_import_rows TO portal_system;
--> statement-breakpoint
GRANT INSERT ON onboarding_import_refusals, onboarding_import_changes TO portal_system;
--> statement-breakpoint
-- The import's job writes what its supplier confirmed.
GRANT INSERT ON onboardings, onboarding_checks TO portal_system;
--> statement-breakpoint
GRANT UPDATE (name, state, state_on, state_reason, go_live_on, lead_ods_code, dspt_code, aup_version,
  aup_alerted_on, aup_method, aup_alerted_by, contact_name, contact_email, clinical_safety, import_id,
  imported_at, version) ON onboardings TO portal_system;
--> statement-breakpoint
-- People decide about a preview, once; everything else is the jobs'. What ended stays as it is.
CREATE FUNCTION guard_import() RETURNS trigger LANGUAGE plpgsql
  SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF OLD.state IN ('done', 'refused', 'given_up')
    OR NOT (current_setting('app.side', true) = 'system' AND NEW.confirmed_by IS NOT DISTINCT FROM OLD.confirmed_by
      OR OLD.state = 'preview' AND NEW.state IN ('applying', 'given_up')
        AND NEW.confirmed_by IS NOT DISTINCT FROM current_person()) THEN
    RAISE EXCEPTION 'no such change' USING ERRCODE = 'check_violation', CONSTRAINT = 'onboarding_imports_kept';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
REVOKE ALL ON FUNCTION guard_import() FROM PUBLIC;
--> statement-breakpoint
CREATE TRIGGER onboarding_imports_guard BEFORE UPDATE ON onboarding_imports FOR EACH ROW
  EXECUTE FUNCTION guard_import();
