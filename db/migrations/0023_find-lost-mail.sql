CREATE INDEX "deliveries_queued" ON "deliveries" USING btree ("id") WHERE state = 'queued';
--> statement-breakpoint
GRANT CREATE ON SCHEMA public TO portal_definer;
--> statement-breakpoint
SET LOCAL ROLE portal_definer;
--> statement-breakpoint
-- Emails that wait and that no job will send: it came to its end, as by a worker that died in its last attempt.
CREATE FUNCTION find_lost_mail() RETURNS SETOF uuid
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  RETURN QUERY SELECT d.id FROM deliveries d WHERE d.state = 'queued' AND d.id::text NOT IN
    (SELECT j.payload ->> 'deliveryId' FROM graphile_worker._private_jobs j
      JOIN graphile_worker._private_tasks t ON t.id = j.task_id
      WHERE t.identifier = 'send-mail' AND j.payload ->> 'deliveryId' IS NOT NULL
        AND (j.attempts < j.max_attempts OR j.locked_at IS NOT NULL));
END $$;
--> statement-breakpoint
REVOKE ALL ON FUNCTION find_lost_mail() FROM PUBLIC;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION find_lost_mail() TO portal_system;
--> statement-breakpoint
RESET ROLE;
--> statement-breakpoint
REVOKE CREATE ON SCHEMA public FROM portal_definer;
