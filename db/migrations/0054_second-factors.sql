CREATE TABLE "recovery_codes" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"person_id" uuid NOT NULL,
	"code_hash" text NOT NULL,
	"made_at" timestamp (3) with time zone NOT NULL,
	"used_at" timestamp (3) with time zone,
	CONSTRAINT "recovery_codes_code" UNIQUE("person_id","code_hash")
);
--> statement-breakpoint
CREATE TABLE "second_factors" (
	"person_id" uuid PRIMARY KEY NOT NULL,
	"sealed" text,
	"set_at" timestamp (3) with time zone,
	"last_step" bigint,
	"pending" text,
	"pending_at" timestamp (3) with time zone,
	CONSTRAINT "second_factors_set" CHECK (("second_factors"."sealed" is null) = ("second_factors"."set_at" is null))
);
--> statement-breakpoint
ALTER TABLE "sessions" ADD COLUMN "way" text;--> statement-breakpoint
ALTER TABLE "sessions" ADD COLUMN "factor" text;--> statement-breakpoint
ALTER TABLE "sessions" ADD COLUMN "proved_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "sessions" ADD COLUMN "proved_by" text;--> statement-breakpoint
ALTER TABLE "recovery_codes" ADD CONSTRAINT "recovery_codes_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "second_factors" ADD CONSTRAINT "second_factors_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE second_factors ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE second_factors FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE recovery_codes ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE recovery_codes FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY definer_all ON second_factors TO portal_definer USING (true) WITH CHECK (true);
--> statement-breakpoint
CREATE POLICY definer_all ON recovery_codes TO portal_definer USING (true) WITH CHECK (true);
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE ON second_factors TO portal_definer;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON recovery_codes TO portal_definer;
--> statement-breakpoint
GRANT CREATE ON SCHEMA public TO portal_definer;
--> statement-breakpoint
SET LOCAL ROLE portal_definer;
--> statement-breakpoint
DROP FUNCTION find_session(text, timestamptz, integer);
--> statement-breakpoint
DROP FUNCTION begin_session(text, text, timestamptz, timestamptz);
--> statement-breakpoint
DROP FUNCTION list_own_sessions(timestamptz, integer);
--> statement-breakpoint
CREATE FUNCTION has_factor(p_person uuid) RETURNS boolean
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT EXISTS (SELECT FROM second_factors f WHERE f.person_id = p_person AND f.sealed IS NOT NULL)
$$;
--> statement-breakpoint
-- Who has fully signed in. Whoever has a second factor has given it on this session; somebody of the
-- staff who must have one and has none is not signed in yet, whichever page or action asks.
CREATE FUNCTION find_session(p_token_hash text, p_now timestamptz, p_idle_minutes integer, p_required boolean)
  RETURNS TABLE (session_id uuid, person_id uuid, name text, email text, roles text[], organisation_id uuid,
    expires_at timestamptz, proved_at timestamptz, proved_by text)
  LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  WITH found AS (
    SELECT s.id, s.expires_at, s.last_seen_at, s.proved_at, s.proved_by,
      p.id AS person, p.name, p.email, p.roles, p.organisation_id AS org
    FROM sessions s JOIN people p ON p.id = s.person_id LEFT JOIN organisations o ON o.id = p.organisation_id
    WHERE s.token_hash = p_token_hash AND s.ended_at IS NULL AND s.expires_at > p_now
      AND s.last_seen_at > p_now - make_interval(mins => p_idle_minutes + 1)
      AND p.active AND (p.organisation_id IS NULL OR o.active)
      AND (coalesce(s.factor = 'provider', false) OR CASE WHEN has_factor(p.id) THEN s.factor IS NOT NULL
        ELSE NOT (p_required AND p.organisation_id IS NULL) END)
  ), touched AS (
    UPDATE sessions s SET last_seen_at = p_now FROM found f
    WHERE s.id = f.id AND f.last_seen_at < p_now - interval '1 minute'
      AND s.last_seen_at < p_now - interval '1 minute'
  )
  SELECT f.id, f.person, f.name, f.email, f.roles, f.org, f.expires_at, f.proved_at, f.proved_by FROM found f
$$;
--> statement-breakpoint
-- Who gave the right password a moment ago and still owes the rest: the code, or setting it up.
CREATE FUNCTION find_half_session(p_token_hash text, p_now timestamptz, p_required boolean)
  RETURNS TABLE (session_id uuid, person_id uuid, name text, email text, roles text[], organisation_id uuid, owes text)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT s.id, p.id, p.name, p.email, p.roles, p.organisation_id,
    CASE WHEN has_factor(p.id) THEN 'code' ELSE 'set_up' END
  FROM sessions s JOIN people p ON p.id = s.person_id LEFT JOIN organisations o ON o.id = p.organisation_id
  WHERE s.token_hash = p_token_hash AND s.ended_at IS NULL AND s.expires_at > p_now
    AND s.created_at > p_now - interval '10 minutes'
    AND p.active AND (p.organisation_id IS NULL OR o.active)
    AND s.factor IS DISTINCT FROM 'provider'
    AND CASE WHEN has_factor(p.id) THEN s.factor IS NULL ELSE p_required AND p.organisation_id IS NULL END
$$;
--> statement-breakpoint
-- A password alone keeps no words for somebody who has a second factor.
CREATE OR REPLACE FUNCTION find_session_owner(p_token_hash text, p_now timestamptz) RETURNS uuid
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT s.person_id FROM sessions s JOIN people p ON p.id = s.person_id
  WHERE s.token_hash = p_token_hash AND p.active AND NOT s.revoked AND s.last_seen_at > p_now - interval '14 days'
    AND (s.factor IS NOT NULL OR NOT has_factor(p.id))
$$;
--> statement-breakpoint
CREATE FUNCTION begin_session(p_token_hash text, p_user_agent text, p_now timestamptz, p_expires_at timestamptz,
    p_way text, p_factor text)
  RETURNS uuid LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  INSERT INTO sessions (token_hash, person_id, user_agent, created_at, last_seen_at, expires_at, way, factor,
      proved_at, proved_by)
    SELECT p_token_hash, p.id, left(p_user_agent, 500), p_now, p_now, p_expires_at, p_way, p_factor, p_now, p_way
    FROM people p WHERE p.id = current_person() AND p.active
    RETURNING id
$$;
--> statement-breakpoint
CREATE FUNCTION list_own_sessions(p_now timestamptz, p_idle_minutes integer)
  RETURNS TABLE (session_id uuid, user_agent text, created_at timestamptz, last_seen_at timestamptz, way text,
    factor text)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT s.id, s.user_agent, s.created_at, s.last_seen_at, s.way, s.factor FROM sessions s
  WHERE s.person_id = current_person() AND s.ended_at IS NULL AND s.expires_at > p_now
    AND s.last_seen_at > p_now - make_interval(mins => p_idle_minutes + 1)
    AND (s.factor IS NOT NULL OR NOT has_factor(s.person_id) OR s.created_at > p_now - interval '10 minutes')
  ORDER BY s.last_seen_at DESC, s.id LIMIT 50
$$;
--> statement-breakpoint
-- Whether one's own session may still do something about the second factor: it gave it, or owes none
-- that is set, or is young enough to give it. p_within asks for a proof as young as that as well.
CREATE FUNCTION own_session_stands(p_session uuid, p_now timestamptz, p_within interval) RETURNS boolean
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT EXISTS (SELECT FROM sessions s JOIN people p ON p.id = s.person_id
    WHERE s.id = p_session AND s.person_id = current_person() AND p.active
      AND s.ended_at IS NULL AND s.expires_at > p_now
      AND CASE WHEN p_within IS NULL
        THEN s.factor IS NOT NULL OR s.created_at > p_now - interval '10 minutes'
        ELSE (s.factor IS NOT NULL OR NOT has_factor(s.person_id)) AND s.proved_at > p_now - p_within END)
$$;
--> statement-breakpoint
CREATE FUNCTION find_own_factor()
  RETURNS TABLE (sealed text, set_at timestamptz, last_step bigint, pending text, pending_at timestamptz,
    codes_left integer)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT f.sealed, f.set_at, f.last_step, f.pending, f.pending_at, (SELECT count(*)::integer FROM recovery_codes c
    WHERE c.person_id = f.person_id AND c.used_at IS NULL)
  FROM second_factors f WHERE f.person_id = current_person()
$$;
--> statement-breakpoint
CREATE FUNCTION factor_set_at(p_person uuid) RETURNS timestamptz
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT f.set_at FROM second_factors f WHERE f.person_id = p_person AND may_look_after(p_person)
$$;
--> statement-breakpoint
-- Keeps a secret that is being shown; two tabs get the same one, so that either may be finished.
CREATE FUNCTION begin_own_factor(p_session uuid, p_pending text, p_now timestamptz) RETURNS text
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE v_kept text;
BEGIN
  IF NOT own_session_stands(p_session, p_now, interval '10 minutes') THEN RETURN NULL; END IF;
  INSERT INTO second_factors AS f (person_id, pending, pending_at) VALUES (current_person(), p_pending, p_now)
    ON CONFLICT (person_id) DO UPDATE SET
      pending = CASE WHEN f.pending_at > p_now - interval '10 minutes' THEN f.pending ELSE p_pending END,
      pending_at = CASE WHEN f.pending_at > p_now - interval '10 minutes' THEN f.pending_at ELSE p_now END
    RETURNING f.pending INTO v_kept;
  RETURN v_kept;
END $$;
--> statement-breakpoint
-- Puts the secret in force that the caller proved to hold: once, and every other session ends.
CREATE FUNCTION confirm_own_factor(p_session uuid, p_pending text, p_step bigint, p_hashes text[], p_now timestamptz)
  RETURNS boolean LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF NOT own_session_stands(p_session, p_now, interval '20 minutes') THEN RETURN false; END IF;
  UPDATE second_factors f SET sealed = f.pending, set_at = p_now, last_step = p_step, pending = NULL,
      pending_at = NULL
    WHERE f.person_id = current_person() AND f.pending = p_pending AND f.pending_at > p_now - interval '20 minutes';
  IF NOT FOUND THEN RETURN false; END IF;
  DELETE FROM recovery_codes c WHERE c.person_id = current_person();
  INSERT INTO recovery_codes (person_id, code_hash, made_at) SELECT current_person(), h, p_now FROM unnest(p_hashes) h;
  UPDATE sessions s SET factor = 'app', proved_at = p_now, proved_by = 'app' WHERE s.id = p_session;
  UPDATE sessions s SET ended_at = p_now
    WHERE s.person_id = current_person() AND s.id <> p_session AND s.ended_at IS NULL;
  RETURN true;
END $$;
--> statement-breakpoint
-- A code's time step counts once: of two posts at the same instant one finds it taken.
CREATE FUNCTION accept_own_code(p_session uuid, p_sealed text, p_step bigint, p_now timestamptz) RETURNS boolean
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF NOT own_session_stands(p_session, p_now, NULL) THEN RETURN false; END IF;
  UPDATE second_factors f SET last_step = p_step
    WHERE f.person_id = current_person() AND f.sealed = p_sealed
      AND (f.last_step IS NULL OR f.last_step < p_step);
  IF NOT FOUND THEN RETURN false; END IF;
  UPDATE sessions s SET factor = coalesce(s.factor, 'app'), proved_at = p_now, proved_by = 'app'
    WHERE s.id = p_session;
  RETURN true;
END $$;
--> statement-breakpoint
CREATE FUNCTION use_own_recovery_code(p_session uuid, p_hash text, p_now timestamptz) RETURNS boolean
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF NOT own_session_stands(p_session, p_now, NULL) OR NOT has_factor(current_person()) THEN RETURN false; END IF;
  UPDATE recovery_codes c SET used_at = p_now
    WHERE c.person_id = current_person() AND c.code_hash = p_hash AND c.used_at IS NULL;
  IF NOT FOUND THEN RETURN false; END IF;
  UPDATE sessions s SET factor = coalesce(s.factor, 'recovery'), proved_at = p_now, proved_by = 'recovery'
    WHERE s.id = p_session;
  RETURN true;
END $$;
--> statement-breakpoint
CREATE FUNCTION make_own_recovery_codes(p_session uuid, p_hashes text[], p_now timestamptz) RETURNS boolean
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF NOT own_session_stands(p_session, p_now, interval '5 minutes') OR NOT has_factor(current_person())
    THEN RETURN false; END IF;
  DELETE FROM recovery_codes c WHERE c.person_id = current_person();
  INSERT INTO recovery_codes (person_id, code_hash, made_at) SELECT current_person(), h, p_now FROM unnest(p_hashes) h;
  RETURN true;
END $$;
--> statement-breakpoint
CREATE FUNCTION clear_factor(p_person uuid) RETURNS boolean
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  DELETE FROM recovery_codes c WHERE c.person_id = p_person;
  UPDATE second_factors f SET sealed = NULL, set_at = NULL, last_step = NULL, pending = NULL, pending_at = NULL
    WHERE f.person_id = p_person AND f.sealed IS NOT NULL;
  RETURN FOUND;
END $$;
--> statement-breakpoint
CREATE FUNCTION remove_own_factor(p_session uuid, p_now timestamptz) RETURNS boolean
  LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT own_session_stands(p_session, p_now, interval '5 minutes') AND clear_factor(current_person())
$$;
--> statement-breakpoint
-- Somebody else's, by whoever looks after people or runs the service; their sessions end.
CREATE FUNCTION reset_factor_of(p_person uuid, p_now timestamptz) RETURNS boolean
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF NOT may_look_after(p_person) OR p_person IS NOT DISTINCT FROM current_person() THEN RETURN false; END IF;
  IF current_setting('app.side', true) = 'staff' AND NOT looks_after_people() THEN RETURN false; END IF;
  IF NOT clear_factor(p_person) THEN RETURN false; END IF;
  PERFORM end_sessions_of(p_person, p_now);
  RETURN true;
END $$;
--> statement-breakpoint
-- The password proves it only for somebody who has nothing better.
CREATE FUNCTION prove_own_session(p_session uuid, p_now timestamptz) RETURNS boolean
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF has_factor(current_person()) THEN RETURN false; END IF;
  UPDATE sessions s SET proved_at = p_now, proved_by = 'password'
    WHERE s.id = p_session AND s.person_id = current_person() AND s.ended_at IS NULL AND s.expires_at > p_now;
  RETURN FOUND;
END $$;
--> statement-breakpoint
DO $$
DECLARE
  visitor text[] := ARRAY['find_session(text, timestamptz, integer, boolean)',
    'find_half_session(text, timestamptz, boolean)'];
  own text[] := ARRAY['begin_session(text, text, timestamptz, timestamptz, text, text)',
    'list_own_sessions(timestamptz, integer)', 'find_own_factor()', 'begin_own_factor(uuid, text, timestamptz)',
    'confirm_own_factor(uuid, text, bigint, text[], timestamptz)',
    'accept_own_code(uuid, text, bigint, timestamptz)', 'use_own_recovery_code(uuid, text, timestamptz)',
    'make_own_recovery_codes(uuid, text[], timestamptz)', 'remove_own_factor(uuid, timestamptz)',
    'prove_own_session(uuid, timestamptz)'];
  others text[] := ARRAY['reset_factor_of(uuid, timestamptz)', 'factor_set_at(uuid)'];
  inner_ones text[] := ARRAY['has_factor(uuid)', 'own_session_stands(uuid, timestamptz, interval)',
    'clear_factor(uuid)'];
  name text;
BEGIN
  FOREACH name IN ARRAY visitor || own || others || inner_ones LOOP
    EXECUTE 'REVOKE ALL ON FUNCTION ' || name || ' FROM PUBLIC';
  END LOOP;
  FOREACH name IN ARRAY visitor LOOP EXECUTE 'GRANT EXECUTE ON FUNCTION ' || name || ' TO portal_visitor'; END LOOP;
  FOREACH name IN ARRAY own LOOP
    EXECUTE 'GRANT EXECUTE ON FUNCTION ' || name || ' TO portal_supplier, portal_staff';
  END LOOP;
  FOREACH name IN ARRAY others LOOP
    EXECUTE 'GRANT EXECUTE ON FUNCTION ' || name || ' TO portal_staff, portal_system';
  END LOOP;
END $$;
--> statement-breakpoint
RESET ROLE;
--> statement-breakpoint
REVOKE CREATE ON SCHEMA public FROM portal_definer;
