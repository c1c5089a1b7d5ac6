-- Counts a ledger that grew much within the transaction, so that what follows in it is planned well:
-- where the database believes a table to be empty, it takes any index of it for as good as another.
CREATE FUNCTION count_onboardings() RETURNS void
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  ANALYZE public.onboardings (organisation_id, product_id, ods_code, lead_ods_code, state, verdict);
END $$;
--> statement-breakpoint
REVOKE ALL ON FUNCTION count_onboardings() FROM PUBLIC;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION count_onboardings() TO portal_system;
