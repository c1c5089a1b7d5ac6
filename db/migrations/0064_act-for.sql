ALTER TABLE "sessions" ADD COLUMN "acting_for" uuid;--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_acting_for_organisations_id_fk" FOREIGN KEY ("acting_for") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
GRANT CREATE ON SCHEMA public TO portal_definer;
--> statement-breakpoint
SET LOCAL ROLE portal_definer;
--> statement-breakpoint
DROP FUNCTION find_session(text, timestamptz, integer, boolean);
--> statement-breakpoint
-- Who has fully signed in, and for whom they act: their own organisation, or the one that they chose
-- while it stands that it is part of theirs. Looked up with each request, so an end ends it.
CREATE FUNCTION find_session(p_token_hash text, p_now timestamptz, p_idle_minutes integer, p_required boolean)
  RETURNS TABLE (session_id uuid, person_id uuid, name text, email text, roles text[], organisation_id uuid,
    expires_at timestamptz, proved_at timestamptz, proved_by text, home_id uuid, home_name text, acting_name text,
    has_predecessors boolean)
  LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  WITH found AS (
    SELECT s.id, s.expires_at, s.last_seen_at, s.proved_at, s.proved_by,
      p.id AS person, p.name, p.email, p.roles, p.organisation_id AS org, o.name AS org_name,
      (SELECT a.id FROM organisations a WHERE a.id = s.acting_for AND a.active
        AND a.id IN (SELECT predecessors_of(p.organisation_id))) AS acting
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
  SELECT f.id, f.person, f.name, f.email, f.roles, coalesce(f.acting, f.org), f.expires_at, f.proved_at, f.proved_by,
    f.org, f.org_name, (SELECT a.name FROM organisations a WHERE a.id = f.acting),
    f.org IS NOT NULL AND EXISTS (SELECT FROM successions s WHERE s.successor_id = f.org
      AND NOT EXISTS (SELECT FROM succession_ends e WHERE e.succession_id = s.id))
  FROM found f
$$;
--> statement-breakpoint
-- Of the person who acts: the organisations that are part of their own now, near or far.
CREATE FUNCTION list_own_predecessors() RETURNS TABLE (organisation_id uuid, name text, ods_code text)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT o.id, o.name, o.ods_code FROM people p, predecessors_of(p.organisation_id) c, organisations o
  WHERE p.id = current_person() AND p.active AND o.id = c AND o.active ORDER BY lower(o.name), o.id
$$;
--> statement-breakpoint
-- What the organisation that is acted for is part of now, for its own people too.
CREATE FUNCTION own_successor() RETURNS text
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT o.name FROM successions s JOIN organisations o ON o.id = s.successor_id
  WHERE s.predecessor_id = current_organisation()
    AND NOT EXISTS (SELECT FROM succession_ends e WHERE e.succession_id = s.id)
$$;
--> statement-breakpoint
-- Chooses for whom one's own session acts from now on; null is one's own organisation. Its history says
-- who begins to act for it.
CREATE FUNCTION act_for(p_session uuid, p_organisation uuid, p_now timestamptz, p_salt text) RETURNS boolean
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE v_home uuid; v_name text;
BEGIN
  SELECT p.organisation_id, o.name INTO v_home, v_name FROM people p JOIN organisations o ON o.id = p.organisation_id
    WHERE p.id = current_person() AND p.active AND o.active;
  IF v_home IS NULL OR p_organisation IS NOT NULL AND NOT EXISTS (SELECT FROM organisations o
    WHERE o.id = p_organisation AND o.active AND o.id IN (SELECT predecessors_of(v_home))) THEN RETURN false; END IF;
  UPDATE sessions s SET acting_for = p_organisation
    WHERE s.id = p_session AND s.person_id = current_person() AND s.ended_at IS NULL AND s.expires_at > p_now
      AND (s.factor IS NOT NULL OR NOT has_factor(s.person_id));
  IF NOT FOUND THEN RETURN false; END IF;
  IF p_organisation IS NOT NULL THEN
    PERFORM set_config('app.organisation_id', p_organisation::text, true);
    PERFORM append_event('organisation', p_organisation, p_organisation, 'organisation.acted_for', 'supplier', p_now,
      jsonb_build_object('successor', v_name), false, p_salt);
    PERFORM set_config('app.organisation_id', v_home::text, true);
  END IF;
  RETURN true;
END $$;
--> statement-breakpoint
-- Somebody of another organisation who did something for this one: its history names them.
CREATE FUNCTION acted_here(p_person uuid) RETURNS boolean
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT EXISTS (SELECT FROM events e WHERE e.actor_id = p_person AND e.organisation_id = current_organisation()
    AND e.type = 'organisation.acted_for')
$$;
--> statement-breakpoint
-- The name of somebody's organisation where they acted for another one, which is part of it; else null.
CREATE FUNCTION other_organisation(p_own uuid, p_here uuid) RETURNS text
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT o.name FROM organisations o WHERE o.id = p_own AND p_own <> p_here
    AND EXISTS (SELECT FROM successions s WHERE s.successor_id = p_own)
$$;
--> statement-breakpoint
DO $$
DECLARE name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['find_session(text, timestamptz, integer, boolean)', 'list_own_predecessors()',
    'own_successor()', 'act_for(uuid, uuid, timestamptz, text)', 'acted_here(uuid)',
    'other_organisation(uuid, uuid)'] LOOP
    EXECUTE 'REVOKE ALL ON FUNCTION ' || name || ' FROM PUBLIC';
  END LOOP;
  GRANT EXECUTE ON FUNCTION find_session(text, timestamptz, integer, boolean) TO portal_visitor;
  GRANT EXECUTE ON FUNCTION list_own_predecessors(), own_successor(), act_for(uuid, uuid, timestamptz, text),
    acted_here(uuid) TO portal_supplier;
  GRANT EXECUTE ON FUNCTION other_organisation(uuid, uuid) TO portal_supplier, portal_staff;
END $$;
--> statement-breakpoint
RESET ROLE;
--> statement-breakpoint
REVOKE CREATE ON SCHEMA public FROM portal_definer;
--> statement-breakpoint
-- One's own row, and those of whom the history of this organisation tells that they act for it.
CREATE POLICY through_succession ON people FOR SELECT TO portal_supplier
  USING (id = (SELECT current_person()) OR acted_here(id));
