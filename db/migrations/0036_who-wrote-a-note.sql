ALTER TABLE "spot_check_items" ADD COLUMN "note_by" uuid;--> statement-breakpoint
ALTER TABLE "spot_check_items" ADD COLUMN "note_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "spot_check_items" ADD CONSTRAINT "spot_check_items_note_by_people_id_fk" FOREIGN KEY ("note_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
-- Nobody writes a note in another's name.
CREATE POLICY as_written ON spot_check_items AS RESTRICTIVE FOR UPDATE TO portal_supplier
  USING (true) WITH CHECK (note_by = (SELECT current_person()));
--> statement-breakpoint
GRANT UPDATE (note_by, note_at) ON spot_check_items TO portal_supplier;
