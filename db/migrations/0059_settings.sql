CREATE TABLE "settings" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"name" text NOT NULL,
	"number" integer NOT NULL,
	"value" integer NOT NULL,
	"in_force_on" date NOT NULL,
	"reason" text NOT NULL,
	"changed_by" uuid,
	"at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "settings_number" UNIQUE("name","number"),
	CONSTRAINT "settings_name" CHECK ("settings"."name" in ('target_days', 'request_days')),
	CONSTRAINT "settings_value" CHECK ((name = 'target_days' and value between 1 and 60) or (name = 'request_days' and value between 1 and 60)),
	CONSTRAINT "settings_changed_by" CHECK (("settings"."changed_by" is null) = ("settings"."number" = 1))
);
--> statement-breakpoint
ALTER TABLE "event_chains" DROP CONSTRAINT "event_chains_kind";--> statement-breakpoint
ALTER TABLE "events" DROP CONSTRAINT "events_kind";--> statement-breakpoint
ALTER TABLE "settings" ADD CONSTRAINT "settings_changed_by_people_id_fk" FOREIGN KEY ("changed_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "event_chains" ADD CONSTRAINT "event_chains_kind" CHECK ("event_chains"."subject_kind" in ('application', 'organisation', 'person', 'register', 'onboarding', 'import', 'aup', 'spot_check', 'setting'));--> statement-breakpoint
ALTER TABLE "events" ADD CONSTRAINT "events_kind" CHECK ("events"."subject_kind" in ('application', 'organisation', 'person', 'register', 'onboarding', 'import', 'aup', 'spot_check', 'setting'));
--> statement-breakpoint
-- What held since the portal began.
INSERT INTO settings (name, number, value, in_force_on, reason, at) VALUES
  ('target_days', 1, 10, '2000-01-01', 'As the service began', '2000-01-01T00:00:00Z'),
  ('request_days', 1, 10, '2000-01-01', 'As the service began', '2000-01-01T00:00:00Z');
--> statement-breakpoint
ALTER TABLE settings ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE settings FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY everybody_reads ON settings FOR SELECT
  TO portal_supplier, portal_staff, portal_system, portal_visitor USING (true);
--> statement-breakpoint
CREATE POLICY staff_changes ON settings FOR INSERT TO portal_staff
  WITH CHECK (changed_by = (SELECT current_person()));
--> statement-breakpoint
-- Who changed it and why is for the staff. Nobody may update or delete: the history stays.
GRANT SELECT ON settings TO portal_staff, portal_system;
--> statement-breakpoint
GRANT SELECT (name, number, value, in_force_on, at) ON settings TO portal_supplier, portal_visitor;
--> statement-breakpoint
GRANT INSERT ON settings TO portal_staff;
