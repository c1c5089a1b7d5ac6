GRANT CREATE ON SCHEMA public TO portal_definer;
--> statement-breakpoint
SET LOCAL ROLE portal_definer;
--> statement-breakpoint
-- So many links an hour are mailed in all. Addresses that nobody has do not count: a stranger who
-- makes them up would use up what those who have one may wish.
CREATE OR REPLACE FUNCTION ask_password_mail(p_email text, p_now timestamptz, p_salt text) RETURNS void
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE v_person uuid; v_organisation uuid;
BEGIN
  SELECT p.id, p.organisation_id INTO v_person, v_organisation
    FROM people p LEFT JOIN organisations o ON o.id = p.organisation_id
    WHERE lower(p.email) = lower(p_email) AND p.active AND coalesce(o.active, true);
  IF v_person IS NULL THEN RETURN; END IF;
  IF NOT (SELECT c.allowed FROM count_attempt('ask-for-password', p_now, 3600, 500) c) THEN RETURN; END IF;
  PERFORM append_own_event(v_person, v_organisation, 'person.reset_asked', p_now, p_salt);
  PERFORM add_account_mail(v_person, p_now);
END $$;
--> statement-breakpoint
RESET ROLE;
--> statement-breakpoint
REVOKE CREATE ON SCHEMA public FROM portal_definer;
