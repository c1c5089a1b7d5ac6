CREATE TABLE "spot_check_sendings" (
	"item_id" uuid NOT NULL,
	"organisation_id" uuid NOT NULL,
	"spot_check_id" uuid NOT NULL,
	"round" integer NOT NULL,
	"note" text NOT NULL,
	"sent_at" timestamp (3) with time zone NOT NULL,
	"sent_by" uuid NOT NULL,
	CONSTRAINT "spot_check_sendings_pkey" PRIMARY KEY("item_id","round")
);
--> statement-breakpoint
ALTER TABLE "spot_check_sendings" ADD CONSTRAINT "spot_check_sendings_sent_by_people_id_fk" FOREIGN KEY ("sent_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "spot_check_sendings" ADD CONSTRAINT "spot_check_sendings_item" FOREIGN KEY ("organisation_id","item_id") REFERENCES "public"."spot_check_items"("organisation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "spot_check_sendings" ADD CONSTRAINT "spot_check_sendings_check" FOREIGN KEY ("organisation_id","spot_check_id") REFERENCES "public"."spot_checks"("organisation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "spot_check_sendings_of_check" ON "spot_check_sendings" USING btree ("spot_check_id");
--> statement-breakpoint
ALTER TABLE spot_check_sendings ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
-- What was sent is in the events. The owner of the tables sees their rows for this one statement.
ALTER TABLE events NO FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE event_contents NO FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE spot_check_items NO FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
INSERT INTO spot_check_sendings (item_id, organisation_id, spot_check_id, round, note, sent_at, sent_by)
  SELECT i.id, i.organisation_id, i.spot_check_id, a.round, coalesce(
      (SELECT n->>'note' FROM jsonb_array_elements(a.contents->'notes') n WHERE n->>'onboardingId' = i.onboarding_id::text
        LIMIT 1), ''), a.at, a.actor_id
  FROM (SELECT e.subject_id, e.at, e.actor_id, c.contents,
      row_number() OVER (PARTITION BY e.subject_id ORDER BY e.sequence)::integer AS round
    FROM events e JOIN event_contents c ON c.event_id = e.id WHERE e.type = 'spot_check.answered') a
  JOIN spot_check_items i ON i.spot_check_id = a.subject_id AND i.round >= a.round
  WHERE a.actor_id IS NOT NULL AND (
    jsonb_path_exists(a.contents, '$.notes[*] ? (@.onboardingId == $id)', jsonb_build_object('id', i.onboarding_id))
    OR jsonb_path_exists(a.contents, '$.files[*] ? (@.onboardingId == $id)', jsonb_build_object('id', i.onboarding_id)));
--> statement-breakpoint
ALTER TABLE events FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE event_contents FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE spot_check_items FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE spot_check_sendings FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY staff_all ON spot_check_sendings TO portal_staff USING (true) WITH CHECK (true);
--> statement-breakpoint
CREATE POLICY supplier_own ON spot_check_sendings TO portal_supplier
  USING (organisation_id = (SELECT current_organisation()))
  WITH CHECK (organisation_id = (SELECT current_organisation()));
--> statement-breakpoint
-- A supplier sends what it is asked for now, each person in their own name.
CREATE POLICY as_sent ON spot_check_sendings AS RESTRICTIVE FOR INSERT TO portal_supplier
  WITH CHECK (sent_by = (SELECT current_person()) AND EXISTS (SELECT FROM spot_checks s
    JOIN spot_check_items i ON i.spot_check_id = s.id
    WHERE s.id = spot_check_sendings.spot_check_id AND s.state = 'open' AND s.round = spot_check_sendings.round
      AND i.id = spot_check_sendings.item_id AND i.round = s.round));
--> statement-breakpoint
GRANT SELECT ON spot_check_sendings TO portal_staff;
--> statement-breakpoint
GRANT SELECT, INSERT ON spot_check_sendings TO portal_supplier;
