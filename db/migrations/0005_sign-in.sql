-- Signing in, sessions and passwords: every touch of these tables is one of the functions below.
-- A link made by hand would leave older links usable, so making one is a function as well.
REVOKE INSERT ON password_links FROM portal_supplier, portal_staff, portal_system;
--> statement-breakpoint
GRANT INSERT ON identities, kept_words TO portal_definer;
--> statement-breakpoint
-- Who a session's token stands for; NULL rows when it ended, ran out, or its person may not sign in.
-- Notes that the person was here, once a minute at most: the idle limit is lenient by that minute.
CREATE FUNCTION find_session(p_token_hash text, p_now timestamptz, p_idle_minutes integer)
  RETURNS TABLE (session_id uuid, person_id uuid, name text, email text, roles text[], organisation_id uuid,
    expires_at timestamptz)
  LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  WITH found AS (
    SELECT s.id, s.expires_at, s.last_seen_at, p.id AS person, p.name, p.email, p.roles, p.organisation_id AS org
    FROM sessions s JOIN people p ON p.id = s.person_id LEFT JOIN organisations o ON o.id = p.organisation_id
    WHERE s.token_hash = p_token_hash AND s.ended_at IS NULL AND s.expires_at > p_now
      AND s.last_seen_at > p_now - make_interval(mins => p_idle_minutes + 1)
      AND p.active AND (p.organisation_id IS NULL OR o.active)
  ), touched AS (
    UPDATE sessions s SET last_seen_at = p_now FROM found f
    WHERE s.id = f.id AND f.last_seen_at < p_now - interval '1 minute'
      AND s.last_seen_at < p_now - interval '1 minute'
  )
  SELECT f.id, f.person, f.name, f.email, f.roles, f.org, f.expires_at FROM found f
$$;
--> statement-breakpoint
-- Whose words a request with an ended session may still keep; not for ever.
CREATE FUNCTION find_session_owner(p_token_hash text, p_now timestamptz) RETURNS uuid
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT s.person_id FROM sessions s JOIN people p ON p.id = s.person_id
  WHERE s.token_hash = p_token_hash AND p.active AND s.last_seen_at > p_now - interval '14 days'
$$;
--> statement-breakpoint
CREATE FUNCTION keep_words(p_token_hash text, p_path text, p_sealed text, p_now timestamptz) RETURNS boolean
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE v_person uuid := find_session_owner(p_token_hash, p_now);
BEGIN
  IF v_person IS NULL OR length(p_path) > 500 OR length(p_sealed) > 500000 THEN RETURN false; END IF;
  IF (SELECT count(*) FROM kept_words k WHERE k.person_id = v_person AND k.path <> p_path) >= 50 THEN
    RETURN false;
  END IF;
  INSERT INTO kept_words (person_id, path, sealed, kept_at) VALUES (v_person, p_path, p_sealed, p_now)
    ON CONFLICT (person_id, path) DO UPDATE SET sealed = excluded.sealed, kept_at = excluded.kept_at;
  RETURN true;
END $$;
--> statement-breakpoint
CREATE FUNCTION find_credentials(p_email text)
  RETURNS TABLE (person_id uuid, name text, roles text[], organisation_id uuid, password_hash text)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT p.id, p.name, p.roles, p.organisation_id, c.password_hash
  FROM people p JOIN credentials c ON c.person_id = p.id LEFT JOIN organisations o ON o.id = p.organisation_id
  WHERE lower(p.email) = lower(p_email) AND p.active AND (p.organisation_id IS NULL OR o.active)
$$;
--> statement-breakpoint
-- Counts one attempt in a window that begins with its first, and says whether it is still within the limit.
CREATE FUNCTION count_attempt(p_key text, p_now timestamptz, p_window_seconds integer, p_most integer)
  RETURNS TABLE (allowed boolean, retry_at timestamptz)
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE v_window interval := make_interval(secs => p_window_seconds);
BEGIN
  IF random() < 0.01 THEN DELETE FROM throttles t WHERE t.window_started_at < p_now - interval '7 days'; END IF;
  RETURN QUERY INSERT INTO throttles AS t (key, window_started_at, hits) VALUES (p_key, p_now, 1)
    ON CONFLICT (key) DO UPDATE SET
      hits = CASE WHEN t.window_started_at <= p_now - v_window THEN 1 ELSE t.hits + 1 END,
      window_started_at = CASE WHEN t.window_started_at <= p_now - v_window THEN p_now ELSE t.window_started_at END
    RETURNING t.hits <= p_most, t.window_started_at + v_window;
END $$;
--> statement-breakpoint
CREATE FUNCTION forget_attempts(p_keys text[]) RETURNS void
  LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  DELETE FROM throttles WHERE key = ANY (p_keys)
$$;
--> statement-breakpoint
-- The person of an identity provider's subject. On first use the verified address of an active person
-- links it; a person who has one subject of this issuer gets no second, and nobody is ever created.
CREATE FUNCTION find_identity(p_issuer text, p_subject text, p_verified_email text, p_now timestamptz)
  RETURNS TABLE (person_id uuid, name text, roles text[], organisation_id uuid)
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF p_verified_email IS NOT NULL
    AND NOT EXISTS (SELECT FROM identities i WHERE i.issuer = p_issuer AND i.subject = p_subject) THEN
    INSERT INTO identities (person_id, issuer, subject, linked_at)
      SELECT p.id, p_issuer, p_subject, p_now FROM people p
      WHERE lower(p.email) = lower(p_verified_email) AND p.active
        AND NOT EXISTS (SELECT FROM identities i WHERE i.person_id = p.id AND i.issuer = p_issuer)
      ON CONFLICT DO NOTHING;
  END IF;
  RETURN QUERY SELECT p.id, p.name, p.roles, p.organisation_id
    FROM identities i JOIN people p ON p.id = i.person_id LEFT JOIN organisations o ON o.id = p.organisation_id
    WHERE i.issuer = p_issuer AND i.subject = p_subject AND p.active AND (p.organisation_id IS NULL OR o.active);
END $$;
--> statement-breakpoint
CREATE FUNCTION begin_session(p_token_hash text, p_user_agent text, p_now timestamptz, p_expires_at timestamptz)
  RETURNS uuid LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  INSERT INTO sessions (token_hash, person_id, user_agent, created_at, last_seen_at, expires_at)
    SELECT p_token_hash, p.id, left(p_user_agent, 500), p_now, p_now, p_expires_at
    FROM people p WHERE p.id = current_person() AND p.active
    RETURNING id
$$;
--> statement-breakpoint
-- Ends the session of a token, whoever's it is: whoever holds it may always give it up.
CREATE FUNCTION end_session_of_token(p_token_hash text, p_now timestamptz) RETURNS void
  LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  UPDATE sessions SET ended_at = p_now WHERE token_hash = p_token_hash AND ended_at IS NULL
$$;
--> statement-breakpoint
CREATE FUNCTION list_own_sessions(p_now timestamptz, p_idle_minutes integer)
  RETURNS TABLE (session_id uuid, user_agent text, created_at timestamptz, last_seen_at timestamptz)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT s.id, s.user_agent, s.created_at, s.last_seen_at FROM sessions s
  WHERE s.person_id = current_person() AND s.ended_at IS NULL AND s.expires_at > p_now
    AND s.last_seen_at > p_now - make_interval(mins => p_idle_minutes + 1)
  ORDER BY s.last_seen_at DESC, s.id LIMIT 50
$$;
--> statement-breakpoint
CREATE FUNCTION end_own_session(p_session uuid, p_now timestamptz) RETURNS boolean
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  UPDATE sessions s SET ended_at = p_now
    WHERE s.id = p_session AND s.person_id = current_person() AND s.ended_at IS NULL;
  RETURN FOUND;
END $$;
--> statement-breakpoint
CREATE FUNCTION end_own_other_sessions(p_keep uuid, p_now timestamptz) RETURNS integer
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE v_count integer;
BEGIN
  UPDATE sessions s SET ended_at = p_now
    WHERE s.person_id = current_person() AND s.id <> p_keep AND s.ended_at IS NULL AND s.expires_at > p_now;
  GET DIAGNOSTICS v_count = ROW_COUNT;
  RETURN v_count;
END $$;
--> statement-breakpoint
-- Whether the one who acts may look after this person: suppliers only their own organisation's.
CREATE FUNCTION may_look_after(p_person uuid) RETURNS boolean
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT EXISTS (SELECT FROM people p WHERE p.id = p_person AND
    (current_setting('app.side', true) IN ('staff', 'system') OR p.organisation_id = current_organisation()))
$$;
--> statement-breakpoint
CREATE FUNCTION end_sessions_of(p_person uuid, p_now timestamptz) RETURNS integer
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE v_count integer;
BEGIN
  IF NOT may_look_after(p_person) THEN RETURN 0; END IF;
  UPDATE sessions s SET ended_at = p_now WHERE s.person_id = p_person AND s.ended_at IS NULL;
  GET DIAGNOSTICS v_count = ROW_COUNT;
  RETURN v_count;
END $$;
--> statement-breakpoint
-- One usable link a person: a new one closes those before it, and answers a wish for a new password.
CREATE FUNCTION make_password_link(p_person uuid, p_token_hash text, p_now timestamptz, p_expires_at timestamptz)
  RETURNS boolean LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF NOT may_look_after(p_person) THEN RETURN false; END IF;
  UPDATE password_links l SET expires_at = p_now
    WHERE l.person_id = p_person AND l.used_at IS NULL AND l.expires_at > p_now;
  INSERT INTO password_links (token_hash, person_id, organisation_id, created_by, created_at, expires_at)
    SELECT p_token_hash, p.id, p.organisation_id, current_person(), p_now, p_expires_at
    FROM people p WHERE p.id = p_person;
  UPDATE people p SET reset_asked_at = NULL WHERE p.id = p_person AND p.reset_asked_at IS NOT NULL;
  RETURN true;
END $$;
--> statement-breakpoint
CREATE FUNCTION find_password_link(p_token_hash text, p_now timestamptz)
  RETURNS TABLE (state text, name text, email text)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT s.state, CASE WHEN s.state = 'usable' THEN s.name END, CASE WHEN s.state = 'usable' THEN s.email END
  FROM (SELECT p.name, p.email, CASE WHEN l.used_at IS NOT NULL THEN 'used'
      WHEN l.expires_at <= p_now OR NOT p.active OR NOT coalesce(o.active, true) THEN 'expired'
      ELSE 'usable' END AS state
    FROM password_links l JOIN people p ON p.id = l.person_id LEFT JOIN organisations o ON o.id = p.organisation_id
    WHERE l.token_hash = p_token_hash) s
$$;
--> statement-breakpoint
-- Writes an event of a person who has not signed in, as that person and not as whoever asks.
CREATE FUNCTION append_own_event(p_person uuid, p_organisation uuid, p_type text, p_now timestamptz, p_salt text)
  RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  PERFORM set_config('app.person_id', p_person::text, true),
    set_config('app.organisation_id', coalesce(p_organisation::text, ''), true),
    set_config('app.side', CASE WHEN p_organisation IS NULL THEN 'staff' ELSE 'supplier' END, true);
  PERFORM append_event('person', p_person, p_organisation, p_type, 'supplier', p_now, '{}'::jsonb, false, p_salt);
  PERFORM set_config('app.person_id', '', true), set_config('app.organisation_id', '', true),
    set_config('app.side', '', true);
END $$;
--> statement-breakpoint
-- Uses a link up: sets the password and ends every session, whoever holds one.
CREATE FUNCTION use_password_link(p_token_hash text, p_password_hash text, p_now timestamptz, p_salt text)
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
  UPDATE sessions s SET ended_at = p_now WHERE s.person_id = v_person AND s.ended_at IS NULL;
  UPDATE people p SET reset_asked_at = NULL WHERE p.id = v_person AND p.reset_asked_at IS NOT NULL;
  PERFORM append_own_event(v_person, v_organisation, 'person.password_set', p_now, p_salt);
  RETURN true;
END $$;
--> statement-breakpoint
CREATE FUNCTION find_own_password() RETURNS text
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT c.password_hash FROM credentials c WHERE c.person_id = current_person()
$$;
--> statement-breakpoint
-- Only over the hash that the caller proved to know, so that two changes at once cannot both win.
CREATE FUNCTION change_own_password(p_from_hash text, p_to_hash text, p_now timestamptz, p_keep_session uuid)
  RETURNS boolean LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  UPDATE credentials c SET password_hash = p_to_hash, changed_at = p_now
    WHERE c.person_id = current_person() AND c.password_hash = p_from_hash;
  IF NOT FOUND THEN RETURN false; END IF;
  UPDATE sessions s SET ended_at = p_now
    WHERE s.person_id = current_person() AND s.id <> p_keep_session AND s.ended_at IS NULL;
  RETURN true;
END $$;
--> statement-breakpoint
-- Notes for whoever looks after the person that a new password is wished for; answers nothing.
CREATE FUNCTION ask_password_reset(p_email text, p_now timestamptz, p_salt text) RETURNS void
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE v_person uuid; v_organisation uuid;
BEGIN
  UPDATE people p SET reset_asked_at = p_now
    WHERE lower(p.email) = lower(p_email) AND p.active AND p.reset_asked_at IS NULL
    RETURNING p.id, p.organisation_id INTO v_person, v_organisation;
  IF v_person IS NOT NULL THEN
    PERFORM append_own_event(v_person, v_organisation, 'person.reset_asked', p_now, p_salt);
  END IF;
END $$;
--> statement-breakpoint
DO $$
DECLARE
  visitor text[] := ARRAY['find_session(text, timestamptz, integer)', 'find_session_owner(text, timestamptz)',
    'keep_words(text, text, text, timestamptz)', 'find_credentials(text)',
    'count_attempt(text, timestamptz, integer, integer)', 'forget_attempts(text[])',
    'find_identity(text, text, text, timestamptz)', 'end_session_of_token(text, timestamptz)',
    'find_password_link(text, timestamptz)', 'use_password_link(text, text, timestamptz, text)',
    'ask_password_reset(text, timestamptz, text)'];
  own text[] := ARRAY['begin_session(text, text, timestamptz, timestamptz)', 'list_own_sessions(timestamptz, integer)',
    'end_own_session(uuid, timestamptz)', 'end_own_other_sessions(uuid, timestamptz)', 'find_own_password()',
    'change_own_password(text, text, timestamptz, uuid)'];
  others text[] := ARRAY['end_sessions_of(uuid, timestamptz)',
    'make_password_link(uuid, text, timestamptz, timestamptz)'];
  inner_ones text[] := ARRAY['may_look_after(uuid)', 'append_own_event(uuid, uuid, text, timestamptz, text)'];
  name text;
BEGIN
  GRANT CREATE ON SCHEMA public TO portal_definer;
  FOREACH name IN ARRAY visitor || own || others || inner_ones LOOP
    EXECUTE 'REVOKE ALL ON FUNCTION ' || name || ' FROM PUBLIC';
  END LOOP;
  FOREACH name IN ARRAY visitor LOOP EXECUTE 'GRANT EXECUTE ON FUNCTION ' || name || ' TO portal_visitor'; END LOOP;
  FOREACH name IN ARRAY own LOOP
    EXECUTE 'GRANT EXECUTE ON FUNCTION ' || name || ' TO portal_supplier, portal_staff';
  END LOOP;
  FOREACH name IN ARRAY others LOOP
    EXECUTE 'GRANT EXECUTE ON FUNCTION ' || name || ' TO portal_supplier, portal_staff, portal_system';
  END LOOP;
  FOREACH name IN ARRAY visitor || own || others || inner_ones LOOP
    EXECUTE 'ALTER FUNCTION ' || name || ' OWNER TO portal_definer';
  END LOOP;
  REVOKE CREATE ON SCHEMA public FROM portal_definer;
END $$;
