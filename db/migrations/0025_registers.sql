CREATE TABLE "register_refusals" (
	"snapshot_id" uuid NOT NULL,
	"line" integer NOT NULL,
	"reason" text NOT NULL,
	"text" text NOT NULL,
	CONSTRAINT "register_refusals_pkey" PRIMARY KEY("snapshot_id","line")
);
--> statement-breakpoint
CREATE TABLE "register_rows" (
	"snapshot_id" uuid NOT NULL,
	"code" text NOT NULL,
	"line" integer NOT NULL,
	"name" text NOT NULL,
	"status" text NOT NULL,
	"edition" text,
	"level" text,
	"published_on" date,
	"sector" text NOT NULL,
	"board" text NOT NULL,
	CONSTRAINT "register_rows_pkey" PRIMARY KEY("snapshot_id","code")
);
--> statement-breakpoint
CREATE TABLE "register_snapshots" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"register" text NOT NULL,
	"file_name" text NOT NULL,
	"size" bigint NOT NULL,
	"sha256" text NOT NULL,
	"storage_key" text NOT NULL,
	"as_of" date NOT NULL,
	"complete" boolean NOT NULL,
	"state" text NOT NULL,
	"problem" text,
	"rows" integer DEFAULT 0 NOT NULL,
	"refused" integer DEFAULT 0 NOT NULL,
	"statuses" jsonb,
	"uploaded_by" uuid NOT NULL,
	"uploaded_at" timestamp (3) with time zone NOT NULL,
	"read_at" timestamp (3) with time zone,
	"confirmed_by" uuid,
	"confirmed_at" timestamp (3) with time zone,
	CONSTRAINT "register_snapshots_storage_key" UNIQUE("storage_key"),
	CONSTRAINT "register_snapshots_once" UNIQUE("register","sha256"),
	CONSTRAINT "register_snapshots_register" CHECK ("register_snapshots"."register" in ('dspt')),
	CONSTRAINT "register_snapshots_state" CHECK ("register_snapshots"."state" in ('waiting', 'to_confirm', 'ready', 'refused')),
	CONSTRAINT "register_snapshots_size" CHECK ("register_snapshots"."size" > 0)
);
--> statement-breakpoint
ALTER TABLE "event_chains" DROP CONSTRAINT "event_chains_kind";--> statement-breakpoint
ALTER TABLE "events" DROP CONSTRAINT "events_kind";--> statement-breakpoint
ALTER TABLE "register_refusals" ADD CONSTRAINT "register_refusals_snapshot_id_register_snapshots_id_fk" FOREIGN KEY ("snapshot_id") REFERENCES "public"."register_snapshots"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "register_rows" ADD CONSTRAINT "register_rows_snapshot_id_register_snapshots_id_fk" FOREIGN KEY ("snapshot_id") REFERENCES "public"."register_snapshots"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "register_snapshots" ADD CONSTRAINT "register_snapshots_uploaded_by_people_id_fk" FOREIGN KEY ("uploaded_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "register_snapshots" ADD CONSTRAINT "register_snapshots_confirmed_by_people_id_fk" FOREIGN KEY ("confirmed_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "register_rows_by_code" ON "register_rows" USING btree ("code");--> statement-breakpoint
CREATE INDEX "register_rows_by_name" ON "register_rows" USING gin ("name" gin_trgm_ops);--> statement-breakpoint
CREATE INDEX "register_snapshots_latest" ON "register_snapshots" USING btree ("register","as_of","uploaded_at") WHERE state = 'ready';--> statement-breakpoint
CREATE INDEX "register_snapshots_in_order" ON "register_snapshots" USING btree ("uploaded_at","id");--> statement-breakpoint
ALTER TABLE "event_chains" ADD CONSTRAINT "event_chains_kind" CHECK ("event_chains"."subject_kind" in ('application', 'organisation', 'person', 'register'));--> statement-breakpoint
ALTER TABLE "events" ADD CONSTRAINT "events_kind" CHECK ("events"."subject_kind" in ('application', 'organisation', 'person', 'register'));
--> statement-breakpoint
DO $$
DECLARE name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['register_snapshots', 'register_rows', 'register_refusals'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', name);
    EXECUTE format('CREATE POLICY staff_all ON %I TO portal_staff USING (true) WITH CHECK (true)', name);
    EXECUTE format('CREATE POLICY system_all ON %I TO portal_system USING (true) WITH CHECK (true)', name);
  END LOOP;
END $$;
--> statement-breakpoint
-- The register is public: suppliers are shown what it says, once it is in use.
CREATE POLICY public_ready ON register_snapshots FOR SELECT TO portal_supplier USING (state = 'ready');
--> statement-breakpoint
CREATE POLICY public_rows ON register_rows FOR SELECT TO portal_supplier USING (true);
--> statement-breakpoint
CREATE POLICY as_uploaded ON register_snapshots AS RESTRICTIVE FOR INSERT TO portal_staff
  WITH CHECK (state = 'waiting' AND uploaded_by = (SELECT current_person()) AND confirmed_by IS NULL);
--> statement-breakpoint
GRANT SELECT ON register_snapshots, register_rows, register_refusals TO portal_staff, portal_system;
--> statement-breakpoint
GRANT SELECT (id, register, as_of, complete, state, rows, sha256, uploaded_at) ON register_snapshots TO portal_supplier;
--> statement-breakpoint
GRANT SELECT ON register_rows TO portal_supplier;
--> statement-breakpoint
GRANT INSERT, UPDATE (state, confirmed_by, confirmed_at) ON register_snapshots TO portal_staff;
--> statement-breakpoint
GRANT UPDATE (state, problem, rows, refused, statuses, read_at) ON register_snapshots TO portal_system;
--> statement-breakpoint
GRANT INSERT ON register_rows, register_refusals TO portal_system;
--> statement-breakpoint
-- A snapshot is read once and confirmed once, by somebody of the staff, and says the same ever after.
CREATE FUNCTION guard_snapshot() RETURNS trigger LANGUAGE plpgsql
  SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF NOT (OLD.state = 'waiting' AND current_setting('app.side', true) = 'system'
    OR OLD.state = 'to_confirm' AND NEW.state = 'ready'
      AND NEW.confirmed_by IS NOT DISTINCT FROM current_person()) THEN
    RAISE EXCEPTION 'no such change' USING ERRCODE = 'check_violation', CONSTRAINT = 'register_snapshots_kept';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
REVOKE ALL ON FUNCTION guard_snapshot() FROM PUBLIC;
--> statement-breakpoint
CREATE TRIGGER register_snapshots_guard BEFORE UPDATE ON register_snapshots FOR EACH ROW
  EXECUTE FUNCTION guard_snapshot();
