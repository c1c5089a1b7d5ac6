ALTER TABLE "register_snapshots" DROP CONSTRAINT "register_snapshots_once";--> statement-breakpoint
CREATE UNIQUE INDEX "register_snapshots_once" ON "register_snapshots" USING btree ("register","sha256") WHERE state <> 'refused';
--> statement-breakpoint
GRANT CREATE ON SCHEMA public TO portal_definer;
--> statement-breakpoint
SET LOCAL ROLE portal_definer;
--> statement-breakpoint
-- The jobs of one kind in the queue; those that are not alive came to their end, and nobody runs them any more.
CREATE FUNCTION jobs_of(p_task text) RETURNS TABLE (id bigint, payload json, alive boolean)
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  RETURN QUERY SELECT j.id, j.payload, j.attempts < j.max_attempts OR j.locked_at IS NOT NULL
    FROM graphile_worker._private_jobs j JOIN graphile_worker._private_tasks t ON t.id = j.task_id
    WHERE t.identifier = p_task;
END $$;
--> statement-breakpoint
-- Lets a job that came to its end begin again, from its first attempt.
CREATE FUNCTION retry_job(p_id bigint) RETURNS void
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  PERFORM graphile_worker.reschedule_jobs(ARRAY[p_id], now(), NULL, 0, NULL);
END $$;
--> statement-breakpoint
REVOKE ALL ON FUNCTION jobs_of(text), retry_job(bigint) FROM PUBLIC;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION jobs_of(text), retry_job(bigint) TO portal_system;
--> statement-breakpoint
RESET ROLE;
--> statement-breakpoint
REVOKE CREATE ON SCHEMA public FROM portal_definer;
