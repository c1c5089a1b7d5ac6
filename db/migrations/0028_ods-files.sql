CREATE TABLE "ods_organisations" (
	"code" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"address" text NOT NULL,
	"postcode" text NOT NULL,
	"role" text NOT NULL,
	"active" boolean,
	"opened_on" date,
	"closed_on" date,
	"as_of" date NOT NULL,
	"source" text NOT NULL,
	"snapshot_id" uuid,
	"looked_up_at" timestamp (3) with time zone,
	CONSTRAINT "ods_organisations_source" CHECK ("ods_organisations"."source" in ('file', 'api')),
	CONSTRAINT "ods_organisations_from" CHECK (("ods_organisations"."source" = 'file') = ("ods_organisations"."snapshot_id" is not null) and ("ods_organisations"."source" = 'api') = ("ods_organisations"."looked_up_at" is not null)),
	CONSTRAINT "ods_organisations_unknown" CHECK ("ods_organisations"."active" is not null or "ods_organisations"."source" = 'api')
);
--> statement-breakpoint
CREATE TABLE "ods_rows" (
	"snapshot_id" uuid NOT NULL,
	"code" text NOT NULL,
	"line" integer NOT NULL,
	"name" text NOT NULL,
	"address" text NOT NULL,
	"postcode" text NOT NULL,
	"opened_on" date,
	"closed_on" date,
	"status" text NOT NULL,
	"sub_type" text NOT NULL,
	"active" boolean NOT NULL,
	CONSTRAINT "ods_rows_pkey" PRIMARY KEY("snapshot_id","code"),
	CONSTRAINT "ods_rows_status" CHECK ("ods_rows"."status" in ('A', 'C', 'D', 'P', ''))
);
--> statement-breakpoint
ALTER TABLE "register_snapshots" DROP CONSTRAINT "register_snapshots_register";--> statement-breakpoint
ALTER TABLE "ods_organisations" ADD CONSTRAINT "ods_organisations_snapshot_id_register_snapshots_id_fk" FOREIGN KEY ("snapshot_id") REFERENCES "public"."register_snapshots"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ods_rows" ADD CONSTRAINT "ods_rows_snapshot_id_register_snapshots_id_fk" FOREIGN KEY ("snapshot_id") REFERENCES "public"."register_snapshots"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "register_snapshots" ADD CONSTRAINT "register_snapshots_register" CHECK ("register_snapshots"."register" in ('dspt', 'ods_practices', 'ods_pharmacies', 'ods_trusts', 'ods_sites', 'ods_other'));--> statement-breakpoint
DO $$
DECLARE name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['ods_rows', 'ods_organisations'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', name);
    EXECUTE format('CREATE POLICY system_all ON %I TO portal_system USING (true) WITH CHECK (true)', name);
    EXECUTE format('CREATE POLICY definer_all ON %I TO portal_definer USING (true) WITH CHECK (true)', name);
  END LOOP;
END $$;
--> statement-breakpoint
-- What ODS says is public: everybody reads the newest of it, and nobody but the system writes it.
CREATE POLICY public_read ON ods_organisations FOR SELECT TO portal_staff, portal_supplier USING (true);
--> statement-breakpoint
CREATE POLICY definer_read ON register_snapshots FOR SELECT TO portal_definer USING (true);
--> statement-breakpoint
GRANT SELECT ON ods_organisations TO portal_staff, portal_supplier;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE ON ods_organisations TO portal_system, portal_definer;
--> statement-breakpoint
GRANT SELECT, INSERT ON ods_rows TO portal_system;
--> statement-breakpoint
GRANT SELECT ON ods_rows TO portal_definer;
--> statement-breakpoint
GRANT SELECT (id, register, as_of, state) ON register_snapshots TO portal_definer;
--> statement-breakpoint
GRANT CREATE ON SCHEMA public TO portal_definer;
--> statement-breakpoint
SET LOCAL ROLE portal_definer;
--> statement-breakpoint
-- Brings the rows of an ODS file that is ready into what is known of each code, but for the codes of
-- which something newer is known; on the same day the API's answer stays.
CREATE FUNCTION use_ods_snapshot(p_id uuid, p_role text) RETURNS bigint
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE known bigint;
BEGIN
  INSERT INTO ods_organisations AS o (code, name, address, postcode, role, active, opened_on,
      closed_on, as_of, source, snapshot_id)
    SELECT r.code, r.name, r.address, r.postcode, p_role, r.active, r.opened_on, r.closed_on,
      s.as_of, 'file', s.id
    FROM register_snapshots s JOIN ods_rows r ON r.snapshot_id = s.id
    WHERE s.id = p_id AND s.state = 'ready'
    ON CONFLICT (code) DO UPDATE SET name = excluded.name, address = excluded.address,
      postcode = excluded.postcode, role = excluded.role, active = excluded.active,
      opened_on = excluded.opened_on, closed_on = excluded.closed_on, as_of = excluded.as_of,
      source = excluded.source, snapshot_id = excluded.snapshot_id, looked_up_at = NULL
    WHERE o.as_of < excluded.as_of OR o.as_of = excluded.as_of AND o.source = 'file';
  GET DIAGNOSTICS known = ROW_COUNT;
  RETURN known;
END $$;
--> statement-breakpoint
REVOKE ALL ON FUNCTION use_ods_snapshot(uuid, text) FROM PUBLIC;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION use_ods_snapshot(uuid, text) TO portal_staff, portal_system;
--> statement-breakpoint
RESET ROLE;
--> statement-breakpoint
REVOKE CREATE ON SCHEMA public FROM portal_definer;
