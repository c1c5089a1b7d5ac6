CREATE TABLE "deliveries" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"message_id" uuid,
	"person_id" uuid NOT NULL,
	"state" text NOT NULL,
	"attempts" integer DEFAULT 0 NOT NULL,
	"last_answer" text,
	"to_address" text,
	"kept_text" text,
	"created_at" timestamp (3) with time zone NOT NULL,
	"settled_at" timestamp (3) with time zone,
	CONSTRAINT "deliveries_once" UNIQUE("message_id"),
	CONSTRAINT "deliveries_state" CHECK ("deliveries"."state" in ('queued', 'sent', 'kept', 'failed'))
);
--> statement-breakpoint
CREATE TABLE "messages" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"person_id" uuid NOT NULL,
	"organisation_id" uuid,
	"kind" text NOT NULL,
	"cause" text NOT NULL,
	"application_id" uuid,
	"content" jsonb NOT NULL,
	"way" text NOT NULL,
	"digest_id" uuid,
	"created_at" timestamp (3) with time zone NOT NULL,
	"read_at" timestamp (3) with time zone,
	CONSTRAINT "messages_once" UNIQUE("person_id","kind","cause"),
	CONSTRAINT "messages_kind" CHECK ("messages"."kind" in ('declaration-received', 'case-waiting', 'taken-back', 'withdrawn', 'withdrawn-supplier', 'request-sent', 'request-cancelled', 'request-expired', 'request-unanswered', 'time-asked', 'time-given', 'assigned', 'unassigned', 'conflict', 'recommended', 'sent-back', 'decided', 'decided-staff', 'condition-met', 'review-upheld', 'reminder', 'thread-supplier', 'thread-assessor')),
	CONSTRAINT "messages_way" CHECK ("messages"."way" in ('at_once', 'digest', 'portal_only'))
);
--> statement-breakpoint
ALTER TABLE "deliveries" ADD CONSTRAINT "deliveries_message_id_messages_id_fk" FOREIGN KEY ("message_id") REFERENCES "public"."messages"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "deliveries" ADD CONSTRAINT "deliveries_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "messages" ADD CONSTRAINT "messages_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "messages" ADD CONSTRAINT "messages_digest_id_deliveries_id_fk" FOREIGN KEY ("digest_id") REFERENCES "public"."deliveries"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "messages" ADD CONSTRAINT "messages_colleague" FOREIGN KEY ("organisation_id","person_id") REFERENCES "public"."people"("organisation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "messages" ADD CONSTRAINT "messages_application" FOREIGN KEY ("organisation_id","application_id") REFERENCES "public"."applications"("organisation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "deliveries_in_order" ON "deliveries" USING btree ("created_at","id");--> statement-breakpoint
CREATE INDEX "deliveries_failed" ON "deliveries" USING btree ("created_at","id") WHERE state = 'failed';--> statement-breakpoint
CREATE INDEX "messages_in_order" ON "messages" USING btree ("person_id","created_at","id");--> statement-breakpoint
CREATE INDEX "messages_unread" ON "messages" USING btree ("person_id") WHERE read_at is null;--> statement-breakpoint
CREATE INDEX "messages_for_digest" ON "messages" USING btree ("person_id") WHERE way = 'digest' and digest_id is null;--> statement-breakpoint
CREATE INDEX "messages_of_digest" ON "messages" USING btree ("digest_id");
--> statement-breakpoint
DO $$
DECLARE name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['messages', 'deliveries'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', name);
    EXECUTE format('CREATE POLICY system_all ON %I TO portal_system USING (true) WITH CHECK (true)', name);
  END LOOP;
END $$;
--> statement-breakpoint
-- Everybody reads what was written to them alone, managers too.
CREATE POLICY own ON messages TO portal_supplier, portal_staff
  USING (person_id = (SELECT current_person())) WITH CHECK (person_id = (SELECT current_person()));
--> statement-breakpoint
CREATE POLICY definer_all ON messages FOR SELECT TO portal_definer USING (true);
--> statement-breakpoint
-- Whether emails arrive is for managers.
CREATE POLICY managers ON deliveries FOR SELECT TO portal_staff USING ((SELECT looks_after_people()));
--> statement-breakpoint
GRANT SELECT ON messages TO portal_supplier, portal_staff, portal_system;
--> statement-breakpoint
GRANT UPDATE (read_at) ON messages TO portal_supplier, portal_staff;
--> statement-breakpoint
GRANT INSERT, UPDATE (digest_id) ON messages TO portal_system;
--> statement-breakpoint
GRANT SELECT (person_id, read_at) ON messages TO portal_definer;
--> statement-breakpoint
GRANT SELECT ON deliveries TO portal_staff, portal_system;
--> statement-breakpoint
GRANT INSERT, UPDATE (state, attempts, last_answer, to_address, kept_text, settled_at) ON deliveries
  TO portal_system;
--> statement-breakpoint
-- How many messages somebody has not read, at most 100: every page's menu says so, in one round trip.
CREATE FUNCTION count_unread(p_person uuid) RETURNS integer
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT count(*)::integer FROM (SELECT FROM messages m
    WHERE m.person_id = p_person AND m.read_at IS NULL LIMIT 100) unread
$$;
--> statement-breakpoint
REVOKE ALL ON FUNCTION count_unread(uuid) FROM PUBLIC;
--> statement-breakpoint
GRANT CREATE ON SCHEMA public TO portal_definer;
--> statement-breakpoint
ALTER FUNCTION count_unread(uuid) OWNER TO portal_definer;
--> statement-breakpoint
REVOKE CREATE ON SCHEMA public FROM portal_definer;
