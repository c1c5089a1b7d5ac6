ALTER TABLE "approvals" ADD CONSTRAINT "approvals_organisation" UNIQUE("organisation_id","id");--> statement-breakpoint
CREATE TABLE "approval_changes" (
	"run_id" uuid NOT NULL,
	"organisation_id" uuid NOT NULL,
	"approval_id" uuid NOT NULL,
	"change" text NOT NULL,
	"before" text NOT NULL,
	"after" text NOT NULL,
	CONSTRAINT "approval_changes_pkey" PRIMARY KEY("run_id","approval_id","change"),
	CONSTRAINT "approval_changes_change" CHECK ("approval_changes"."change" in ('assurance_ended', 'newly_stale', 'vanished', 'assured_shorter', 'differs', 'renamed', 'newly_passing', 'assured_longer', 'appeared'))
);
--> statement-breakpoint
CREATE TABLE "judged_approvals" (
	"approval_id" uuid PRIMARY KEY NOT NULL,
	"organisation_id" uuid NOT NULL,
	"standing" jsonb NOT NULL
);
--> statement-breakpoint
ALTER TABLE "messages" DROP CONSTRAINT "messages_kind";--> statement-breakpoint
ALTER TABLE "judging_runs" ADD COLUMN "aup_version_id" uuid;--> statement-breakpoint
ALTER TABLE "judging_runs" ADD COLUMN "approvals" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "judging_runs" ADD COLUMN "approvals_judged" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "judging_runs" ADD COLUMN "after_approval_id" uuid;--> statement-breakpoint
ALTER TABLE "judging_runs" ADD COLUMN "found" jsonb;--> statement-breakpoint
ALTER TABLE "approval_changes" ADD CONSTRAINT "approval_changes_run_id_judging_runs_id_fk" FOREIGN KEY ("run_id") REFERENCES "public"."judging_runs"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "approval_changes" ADD CONSTRAINT "approval_changes_approval" FOREIGN KEY ("organisation_id","approval_id") REFERENCES "public"."approvals"("organisation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "judged_approvals" ADD CONSTRAINT "judged_approvals_approval" FOREIGN KEY ("organisation_id","approval_id") REFERENCES "public"."approvals"("organisation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "judging_runs" ADD CONSTRAINT "judging_runs_aup_version_id_aup_versions_id_fk" FOREIGN KEY ("aup_version_id") REFERENCES "public"."aup_versions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "judging_runs_by_aup_version" ON "judging_runs" USING btree ("aup_version_id");--> statement-breakpoint
CREATE INDEX "judging_runs_in_order" ON "judging_runs" USING btree ("asked_at","id");--> statement-breakpoint
ALTER TABLE "messages" ADD CONSTRAINT "messages_kind" CHECK ("messages"."kind" in ('declaration-received', 'case-waiting', 'taken-back', 'withdrawn', 'withdrawn-supplier', 'request-sent', 'request-cancelled', 'request-expired', 'request-unanswered', 'time-asked', 'time-given', 'assigned', 'unassigned', 'conflict', 'recommended', 'sent-back', 'decided', 'decided-staff', 'condition-met', 'approval-at-risk', 'review-upheld', 'reminder', 'thread-supplier', 'thread-assessor', 'spot-check-drawn', 'spot-check-answered', 'spot-check-closed', 'euos-lapsed'));
--> statement-breakpoint
DO $$
DECLARE name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['approval_changes', 'judged_approvals'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', name);
    EXECUTE format('CREATE POLICY system_all ON %I TO portal_system USING (true) WITH CHECK (true)', name);
  END LOOP;
END $$;
--> statement-breakpoint
CREATE POLICY staff_all ON approval_changes TO portal_staff USING (true) WITH CHECK (true);
--> statement-breakpoint
GRANT SELECT ON approval_changes TO portal_staff, portal_system;
--> statement-breakpoint
GRANT INSERT ON approval_changes TO portal_system;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE (standing) ON judged_approvals TO portal_system;
--> statement-breakpoint
GRANT UPDATE (approvals, approvals_judged, after_approval_id, found) ON judging_runs TO portal_system;
