ALTER TABLE "messages" DROP CONSTRAINT "messages_kind";--> statement-breakpoint
ALTER TABLE "spot_checks" DROP CONSTRAINT "spot_checks_state";--> statement-breakpoint
ALTER TABLE "spot_check_items" ADD COLUMN "round" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "spot_check_items" ADD COLUMN "note_round" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "spot_check_marks" ADD COLUMN "round" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "spot_checks" ADD COLUMN "round" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "spot_checks" ADD COLUMN "round_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "spot_checks" ADD COLUMN "cancelled_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "spot_checks" ADD COLUMN "cancelled_by" uuid;--> statement-breakpoint
ALTER TABLE "spot_checks" ADD COLUMN "cancel_reason" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "spot_checks" ADD CONSTRAINT "spot_checks_cancelled_by_people_id_fk" FOREIGN KEY ("cancelled_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "messages" ADD CONSTRAINT "messages_kind" CHECK ("messages"."kind" in ('declaration-received', 'case-waiting', 'taken-back', 'withdrawn', 'withdrawn-supplier', 'request-sent', 'request-cancelled', 'request-expired', 'request-unanswered', 'time-asked', 'time-given', 'assigned', 'unassigned', 'conflict', 'recommended', 'sent-back', 'decided', 'decided-staff', 'condition-met', 'approval-at-risk', 'review-upheld', 'reminder', 'thread-supplier', 'thread-assessor', 'spot-check-drawn', 'spot-check-answered', 'spot-check-closed', 'spot-check-asked-again', 'spot-check-cancelled', 'spot-check-reminder', 'euos-lapsed'));--> statement-breakpoint
ALTER TABLE "spot_checks" ADD CONSTRAINT "spot_checks_round" CHECK (("spot_checks"."round" = 1) = ("spot_checks"."round_at" is null));--> statement-breakpoint
ALTER TABLE "spot_checks" ADD CONSTRAINT "spot_checks_cancelled" CHECK (("spot_checks"."state" = 'cancelled') = ("spot_checks"."cancelled_at" is not null)
        and ("spot_checks"."state" = 'cancelled') = ("spot_checks"."cancel_reason" <> ''));--> statement-breakpoint
ALTER TABLE "spot_checks" ADD CONSTRAINT "spot_checks_state" CHECK ("spot_checks"."state" in ('open', 'answered', 'closed', 'cancelled'));
--> statement-breakpoint
-- What is asked for again shows its mark to the supplier, and is all that it may write on.
DROP POLICY supplier_own_closed ON spot_check_marks;
--> statement-breakpoint
CREATE POLICY supplier_own_told ON spot_check_marks FOR SELECT TO portal_supplier
  USING (organisation_id = (SELECT current_organisation())
    AND (EXISTS (SELECT FROM spot_checks s WHERE s.id = spot_check_id AND s.state = 'closed')
      OR EXISTS (SELECT FROM spot_check_items i WHERE i.id = item_id AND i.round > spot_check_marks.round)));
--> statement-breakpoint
DROP POLICY while_open ON spot_check_items;
--> statement-breakpoint
CREATE POLICY while_open ON spot_check_items AS RESTRICTIVE FOR UPDATE TO portal_supplier
  USING (EXISTS (SELECT FROM spot_checks s WHERE s.id = spot_check_id AND s.state = 'open'
    AND s.round = spot_check_items.round));
--> statement-breakpoint
DROP POLICY as_marked ON spot_check_marks;
--> statement-breakpoint
CREATE POLICY as_marked ON spot_check_marks AS RESTRICTIVE FOR INSERT TO portal_staff
  WITH CHECK (marked_by = (SELECT current_person()) AND EXISTS (SELECT FROM spot_checks s
    WHERE s.id = spot_check_id AND s.state NOT IN ('closed', 'cancelled')));
--> statement-breakpoint
DROP POLICY while_marked ON spot_check_marks;
--> statement-breakpoint
CREATE POLICY while_marked ON spot_check_marks AS RESTRICTIVE FOR UPDATE TO portal_staff
  USING (EXISTS (SELECT FROM spot_checks s WHERE s.id = spot_check_id AND s.state NOT IN ('closed', 'cancelled')))
  WITH CHECK (marked_by = (SELECT current_person()));
--> statement-breakpoint
GRANT SELECT (round, round_at, cancelled_at, cancel_reason) ON spot_checks TO portal_supplier;
--> statement-breakpoint
GRANT SELECT (round) ON spot_check_marks TO portal_supplier;
--> statement-breakpoint
GRANT UPDATE (note_round) ON spot_check_items TO portal_supplier;
--> statement-breakpoint
GRANT UPDATE (due_on, message, round, round_at, cancelled_at, cancelled_by, cancel_reason) ON spot_checks
  TO portal_staff;
--> statement-breakpoint
GRANT UPDATE (round) ON spot_check_items TO portal_staff;
--> statement-breakpoint
GRANT UPDATE (round) ON spot_check_marks TO portal_staff;
--> statement-breakpoint
-- The supplier answers each request once; staff ask again, finish or cancel, each in their own name.
CREATE OR REPLACE FUNCTION guard_spot_check() RETURNS trigger LANGUAGE plpgsql
  SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  staff boolean := current_setting('app.side', true) = 'staff';
BEGIN
  IF NOT (OLD.state = 'open' AND NEW.state = 'answered' AND current_setting('app.side', true) = 'supplier'
      AND NEW.answered_by IS NOT DISTINCT FROM current_person()
    OR OLD.state = 'answered' AND NEW.state = 'open' AND staff AND NEW.round = OLD.round + 1
    OR OLD.state = 'open' AND NEW.state = 'open' AND staff AND NEW.round = OLD.round
    OR OLD.state IN ('open', 'answered') AND staff
      AND (NEW.state = 'closed' AND NEW.closed_by IS NOT DISTINCT FROM current_person()
        OR NEW.state = 'cancelled' AND NEW.cancelled_by IS NOT DISTINCT FROM current_person())) THEN
    RAISE EXCEPTION 'no such move' USING ERRCODE = 'check_violation', CONSTRAINT = 'spot_checks_moves';
  END IF;
  IF NOT staff AND (OLD.round, OLD.round_at, OLD.due_on, OLD.message, OLD.cancelled_at)
      IS DISTINCT FROM (NEW.round, NEW.round_at, NEW.due_on, NEW.message, NEW.cancelled_at) THEN
    RAISE EXCEPTION 'no such move' USING ERRCODE = 'check_violation', CONSTRAINT = 'spot_checks_moves';
  END IF;
  RETURN NEW;
END $$;
