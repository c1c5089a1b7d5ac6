ALTER TABLE "settings" DROP CONSTRAINT "settings_name";--> statement-breakpoint
ALTER TABLE "settings" DROP CONSTRAINT "settings_value";--> statement-breakpoint
ALTER TABLE "applications" ADD COLUMN "requests_most" integer DEFAULT 3 NOT NULL;--> statement-breakpoint
ALTER TABLE "settings" ADD CONSTRAINT "settings_name" CHECK ("settings"."name" in ('target_days', 'request_days', 'requests_most'));--> statement-breakpoint
ALTER TABLE "settings" ADD CONSTRAINT "settings_value" CHECK ((name = 'target_days' and value between 1 and 60) or (name = 'request_days' and value between 1 and 60) or (name = 'requests_most' and value between 1 and 10));--> statement-breakpoint
-- What held since the portal began; written by the owner, whom FORCE would hold to the policies as well.
ALTER TABLE settings NO FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
INSERT INTO settings (name, number, value, in_force_on, reason, at) VALUES
  ('requests_most', 1, 3, '2000-01-01', 'As the service began', '2000-01-01T00:00:00Z');
--> statement-breakpoint
ALTER TABLE settings FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
-- Only managers change what holds for everybody, also past the portal's own check.
CREATE POLICY managers_change ON settings AS RESTRICTIVE FOR INSERT TO portal_staff
  WITH CHECK ((SELECT looks_after_people()));
