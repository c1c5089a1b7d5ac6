CREATE TABLE "job_workers" (
	"worker_id" text PRIMARY KEY NOT NULL,
	"seen_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE job_workers ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE job_workers FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
-- Whoever runs jobs: it sees the queue and its workers, and no table of the portal.
DO $$
BEGIN
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'portal_jobs') THEN
    CREATE ROLE portal_jobs NOLOGIN NOINHERIT;
  END IF;
  GRANT portal_jobs TO CURRENT_USER WITH INHERIT FALSE, SET TRUE;
END $$;
--> statement-breakpoint
GRANT USAGE ON SCHEMA public TO portal_jobs;
--> statement-breakpoint
CREATE POLICY jobs_all ON job_workers TO portal_jobs USING (true) WITH CHECK (true);
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON job_workers TO portal_jobs;
--> statement-breakpoint
-- A job exists exactly when the change does that asked for it: enqueued in the same transaction.
CREATE FUNCTION enqueue(task text, payload json, run_at timestamptz, job_key text) RETURNS void
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  PERFORM graphile_worker.add_job(enqueue.task, enqueue.payload, NULL, enqueue.run_at, NULL,
    enqueue.job_key);
END $$;
--> statement-breakpoint
REVOKE ALL ON FUNCTION enqueue(text, json, timestamptz, text) FROM PUBLIC;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION enqueue(text, json, timestamptz, text)
  TO portal_supplier, portal_staff, portal_system, portal_visitor;
--> statement-breakpoint
GRANT CREATE ON SCHEMA public TO portal_definer;
--> statement-breakpoint
ALTER FUNCTION enqueue(text, json, timestamptz, text) OWNER TO portal_definer;
--> statement-breakpoint
REVOKE CREATE ON SCHEMA public FROM portal_definer;
