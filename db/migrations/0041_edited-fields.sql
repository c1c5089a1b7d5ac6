ALTER TABLE "onboardings" ADD COLUMN "edited_fields" text[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
GRANT UPDATE (edited_fields) ON onboardings TO portal_supplier, portal_system;
--> statement-breakpoint
-- Of those that were edited since they were imported nobody wrote down which columns: so it is all of them.
-- The owner of the table sees its rows for this one statement.
ALTER TABLE onboardings NO FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
UPDATE onboardings SET edited_fields = '{name,state,lead_ods_code,go_live_on,dspt_code,aup_version,aup_alerted_on,aup_method,aup_alerted_by,aup_renewed_version,aup_renewed_on,aup_renewed_method,aup_renewed_by,contact_name,contact_email,clinical_safety}'
  WHERE edited_at > coalesce(imported_at, '-infinity');
--> statement-breakpoint
ALTER TABLE onboardings FORCE ROW LEVEL SECURITY;
