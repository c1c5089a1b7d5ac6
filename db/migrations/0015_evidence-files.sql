CREATE TABLE "evidence_files" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"organisation_id" uuid NOT NULL,
	"application_id" uuid,
	"subject_kind" text NOT NULL,
	"subject_id" text NOT NULL,
	"name" text NOT NULL,
	"media_type" text NOT NULL,
	"size" bigint NOT NULL,
	"sha256" text NOT NULL,
	"storage_key" text NOT NULL,
	"scan" text NOT NULL,
	"scanned_at" timestamp (3) with time zone,
	"uploaded_by" uuid NOT NULL,
	"uploaded_at" timestamp (3) with time zone NOT NULL,
	"effective_from" date,
	"expires_on" date,
	"supersedes_id" uuid,
	"declared" boolean DEFAULT false NOT NULL,
	"removed_at" timestamp (3) with time zone,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "evidence_files_storage_key" UNIQUE("storage_key"),
	CONSTRAINT "evidence_files_organisation" UNIQUE("organisation_id","id"),
	CONSTRAINT "evidence_files_subject" CHECK ("evidence_files"."subject_kind" in ('question', 'condition', 'euo')),
	CONSTRAINT "evidence_files_scan" CHECK ("evidence_files"."scan" in ('waiting', 'clean', 'infected', 'not_scanned', 'failed')),
	CONSTRAINT "evidence_files_size" CHECK ("evidence_files"."size" > 0),
	CONSTRAINT "evidence_files_dates" CHECK ("evidence_files"."effective_from" <= "evidence_files"."expires_on"),
	CONSTRAINT "evidence_files_kept" CHECK (not "evidence_files"."declared" or "evidence_files"."removed_at" is null),
	CONSTRAINT "evidence_files_of_application" CHECK ("evidence_files"."application_id" is not null or "evidence_files"."subject_kind" = 'euo')
);
--> statement-breakpoint
ALTER TABLE "evidence_files" ADD CONSTRAINT "evidence_files_uploaded_by_people_id_fk" FOREIGN KEY ("uploaded_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "evidence_files" ADD CONSTRAINT "evidence_files_application" FOREIGN KEY ("organisation_id","application_id") REFERENCES "public"."applications"("organisation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "evidence_files" ADD CONSTRAINT "evidence_files_supersedes" FOREIGN KEY ("organisation_id","supersedes_id") REFERENCES "public"."evidence_files"("organisation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "evidence_files_by_application" ON "evidence_files" USING btree ("application_id","subject_kind","subject_id");--> statement-breakpoint
CREATE INDEX "evidence_files_waiting" ON "evidence_files" USING btree ("uploaded_at") WHERE scan = 'waiting';--> statement-breakpoint
ALTER TABLE evidence_files ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE evidence_files FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY supplier_own ON evidence_files TO portal_supplier
  USING (organisation_id = (SELECT current_organisation()))
  WITH CHECK (organisation_id = (SELECT current_organisation()));
--> statement-breakpoint
-- Nobody attaches in another's name, nor says of a file that it is safe: the system does.
CREATE POLICY as_received ON evidence_files AS RESTRICTIVE FOR INSERT TO portal_supplier
  WITH CHECK (uploaded_by = (SELECT current_person()) AND scan = 'waiting' AND NOT declared
    AND removed_at IS NULL);
--> statement-breakpoint
-- Staff see what was declared, and nothing of a draft.
CREATE POLICY staff_declared ON evidence_files TO portal_staff USING (declared);
--> statement-breakpoint
CREATE POLICY system_all ON evidence_files TO portal_system USING (true) WITH CHECK (true);
--> statement-breakpoint
GRANT SELECT ON evidence_files TO portal_supplier, portal_staff, portal_system;
--> statement-breakpoint
GRANT INSERT ON evidence_files TO portal_supplier;
--> statement-breakpoint
GRANT UPDATE (effective_from, expires_on, declared, removed_at, version) ON evidence_files TO portal_supplier;
--> statement-breakpoint
GRANT UPDATE (scan, scanned_at) ON evidence_files TO portal_system;
--> statement-breakpoint
-- What was declared stays declared, and what was removed stays removed.
CREATE FUNCTION guard_evidence() RETURNS trigger LANGUAGE plpgsql
  SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF OLD.declared AND NOT NEW.declared OR OLD.removed_at IS NOT NULL AND NEW IS DISTINCT FROM OLD THEN
    RAISE EXCEPTION 'no such change' USING ERRCODE = 'check_violation', CONSTRAINT = 'evidence_files_kept';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
REVOKE ALL ON FUNCTION guard_evidence() FROM PUBLIC;
--> statement-breakpoint
CREATE TRIGGER evidence_files_guard BEFORE UPDATE ON evidence_files FOR EACH ROW
  EXECUTE FUNCTION guard_evidence();
