-- What suppliers may know of others' cases: how many were decided, by the working days they were with us.
CREATE POLICY definer_read ON figure_sums FOR SELECT TO portal_definer
  USING (period = 'month' AND measure = 'our_days' AND assessor_id IS NULL);
--> statement-breakpoint
GRANT SELECT ON figure_sums TO portal_definer;
--> statement-breakpoint
CREATE FUNCTION closed_case_days(p_since date) RETURNS TABLE (days integer, cases integer)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT s.value, sum(s.cases)::integer FROM figure_sums s
  WHERE s.period = 'month' AND s.measure = 'our_days' AND s.assessor_id IS NULL AND s.starts_on >= p_since
  GROUP BY s.value
$$;
--> statement-breakpoint
REVOKE ALL ON FUNCTION closed_case_days(date) FROM PUBLIC;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION closed_case_days(date) TO portal_supplier, portal_staff;
--> statement-breakpoint
GRANT CREATE ON SCHEMA public TO portal_definer;
--> statement-breakpoint
ALTER FUNCTION closed_case_days(date) OWNER TO portal_definer;
--> statement-breakpoint
REVOKE CREATE ON SCHEMA public FROM portal_definer;
