ALTER TABLE "sessions" ADD COLUMN "revoked" boolean DEFAULT false NOT NULL;
--> statement-breakpoint
GRANT CREATE ON SCHEMA public TO portal_definer;
--> statement-breakpoint
SET LOCAL ROLE portal_definer;
--> statement-breakpoint
-- Words are kept of a session that ended by itself or was signed out, never of one that was taken away.
CREATE OR REPLACE FUNCTION find_session_owner(p_token_hash text, p_now timestamptz) RETURNS uuid
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT s.person_id FROM sessions s JOIN people p ON p.id = s.person_id
  WHERE s.token_hash = p_token_hash AND p.active AND NOT s.revoked AND s.last_seen_at > p_now - interval '14 days'
$$;
--> statement-breakpoint
CREATE OR REPLACE FUNCTION end_sessions_of(p_person uuid, p_now timestamptz) RETURNS integer
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE v_count integer;
BEGIN
  IF NOT may_look_after(p_person) THEN RETURN 0; END IF;
  UPDATE sessions s SET ended_at = p_now, revoked = true WHERE s.person_id = p_person AND s.ended_at IS NULL;
  GET DIAGNOSTICS v_count = ROW_COUNT;
  UPDATE sessions s SET revoked = true WHERE s.person_id = p_person AND NOT s.revoked;
  RETURN v_count;
END $$;
--> statement-breakpoint
-- A new password takes away those that had ended before as well: whoever holds one may be why.
CREATE OR REPLACE FUNCTION use_password_link(p_token_hash text, p_password_hash text, p_now timestamptz, p_salt text)
  RETURNS boolean LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE v_person uuid; v_organisation uuid;
BEGIN
  UPDATE password_links l SET used_at = p_now FROM people p
    WHERE l.token_hash = p_token_hash AND l.used_at IS NULL AND l.expires_at > p_now
      AND p.id = l.person_id AND p.active
      AND NOT EXISTS (SELECT FROM organisations o WHERE o.id = p.organisation_id AND NOT o.active)
    RETURNING p.id, p.organisation_id INTO v_person, v_organisation;
  IF v_person IS NULL THEN RETURN false; END IF;
  INSERT INTO credentials (person_id, password_hash, changed_at) VALUES (v_person, p_password_hash, p_now)
    ON CONFLICT (person_id) DO UPDATE SET password_hash = excluded.password_hash, changed_at = excluded.changed_at;
  UPDATE sessions s SET ended_at = coalesce(s.ended_at, p_now), revoked = true
    WHERE s.person_id = v_person AND NOT s.revoked;
  UPDATE people p SET reset_asked_at = NULL WHERE p.id = v_person AND p.reset_asked_at IS NOT NULL;
  PERFORM append_own_event(v_person, v_organisation, 'person.password_set', p_now, p_salt);
  RETURN true;
END $$;
--> statement-breakpoint
CREATE OR REPLACE FUNCTION change_own_password(p_from_hash text, p_to_hash text, p_now timestamptz, p_keep_session uuid)
  RETURNS boolean LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  UPDATE credentials c SET password_hash = p_to_hash, changed_at = p_now
    WHERE c.person_id = current_person() AND c.password_hash = p_from_hash;
  IF NOT FOUND THEN RETURN false; END IF;
  UPDATE sessions s SET ended_at = coalesce(s.ended_at, p_now), revoked = true
    WHERE s.person_id = current_person() AND s.id <> p_keep_session AND NOT s.revoked;
  RETURN true;
END $$;
--> statement-breakpoint
RESET ROLE;
--> statement-breakpoint
REVOKE CREATE ON SCHEMA public FROM portal_definer;
