CREATE TABLE "judging_changes" (
	"run_id" uuid NOT NULL,
	"organisation_id" uuid NOT NULL,
	"onboarding_id" uuid NOT NULL,
	"change" text NOT NULL,
	"before" text NOT NULL,
	"after" text NOT NULL,
	CONSTRAINT "judging_changes_run_id_organisation_id_onboarding_id_change_pk" PRIMARY KEY("run_id","organisation_id","onboarding_id","change"),
	CONSTRAINT "judging_changes_change" CHECK ("judging_changes"."change" in ('lapsed', 'failing', 'passing', 'otherwise', 'vanished', 'renamed'))
);
--> statement-breakpoint
CREATE TABLE "judging_runs" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"cause" text NOT NULL,
	"snapshot_id" uuid,
	"state" text NOT NULL,
	"total" integer DEFAULT 0 NOT NULL,
	"judged" integer DEFAULT 0 NOT NULL,
	"after_id" uuid,
	"asked_at" timestamp (3) with time zone NOT NULL,
	"ended_at" timestamp (3) with time zone,
	CONSTRAINT "judging_runs_cause" CHECK ("judging_runs"."cause" in ('register', 'aup', 'clock')),
	CONSTRAINT "judging_runs_state" CHECK ("judging_runs"."state" in ('waiting', 'running', 'done'))
);
--> statement-breakpoint
ALTER TABLE "judging_changes" ADD CONSTRAINT "judging_changes_run_id_judging_runs_id_fk" FOREIGN KEY ("run_id") REFERENCES "public"."judging_runs"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "judging_changes" ADD CONSTRAINT "judging_changes_onboarding" FOREIGN KEY ("organisation_id","onboarding_id") REFERENCES "public"."onboardings"("organisation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "judging_runs" ADD CONSTRAINT "judging_runs_snapshot_id_register_snapshots_id_fk" FOREIGN KEY ("snapshot_id") REFERENCES "public"."register_snapshots"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "judging_runs_by_snapshot" ON "judging_runs" USING btree ("snapshot_id","asked_at");--> statement-breakpoint
CREATE INDEX "judging_runs_open" ON "judging_runs" USING btree ("asked_at") WHERE state <> 'done';
--> statement-breakpoint
DO $$
DECLARE name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['judging_runs', 'judging_changes'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', name);
    EXECUTE format('CREATE POLICY staff_all ON %I TO portal_staff USING (true) WITH CHECK (true)', name);
    EXECUTE format('CREATE POLICY system_all ON %I TO portal_system USING (true) WITH CHECK (true)', name);
  END LOOP;
END $$;
--> statement-breakpoint
GRANT SELECT, INSERT ON judging_runs TO portal_staff, portal_system;
--> statement-breakpoint
GRANT UPDATE (state, total, judged, after_id, ended_at) ON judging_runs TO portal_system;
--> statement-breakpoint
GRANT SELECT ON judging_changes TO portal_staff, portal_system;
--> statement-breakpoint
GRANT INSERT ON judging_changes TO portal_system;
