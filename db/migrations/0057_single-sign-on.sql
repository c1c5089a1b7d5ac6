DROP INDEX "identities_person";--> statement-breakpoint
ALTER TABLE "identities" ADD COLUMN "tenant" text;--> statement-breakpoint
ALTER TABLE "identities" ADD COLUMN "last_used_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "identities" ADD CONSTRAINT "identities_person_issuer" UNIQUE("person_id","issuer");
--> statement-breakpoint
GRANT DELETE ON identities TO portal_definer;
--> statement-breakpoint
GRANT CREATE ON SCHEMA public TO portal_definer;
--> statement-breakpoint
SET LOCAL ROLE portal_definer;
--> statement-breakpoint
DROP FUNCTION find_identity(text, text, text, timestamptz);
--> statement-breakpoint
DROP FUNCTION begin_session(text, text, timestamptz, timestamptz, text, text);
--> statement-breakpoint
-- Whose a provider's subject is, and whether they come in. Only active people of the staff do: the one
-- that it is linked to, or on first use the one whose address the provider verified, if nobody else of
-- this provider is linked to them. What is refused to somebody we know is noted, once a minute at most.
CREATE FUNCTION find_identity(p_issuer text, p_tenant text, p_subject text, p_email text, p_verified boolean,
    p_now timestamptz, p_salt text)
  RETURNS TABLE (person_id uuid, name text, roles text[], organisation_id uuid, refused text)
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE v_person people; v_known boolean; v_refused text;
BEGIN
  SELECT p.* INTO v_person FROM identities i JOIN people p ON p.id = i.person_id
    WHERE i.issuer = p_issuer AND i.subject = p_subject AND i.tenant IS NOT DISTINCT FROM p_tenant;
  v_known := FOUND;
  IF NOT v_known THEN
    SELECT p.* INTO v_person FROM people p WHERE lower(p.email) = lower(p_email);
    IF NOT FOUND THEN RETURN; END IF;
  END IF;
  v_refused := CASE WHEN v_person.organisation_id IS NOT NULL THEN 'supplier'
    WHEN NOT v_person.active THEN 'inactive'
    WHEN NOT v_known AND NOT p_verified THEN 'unverified' END;
  IF v_refused IS NULL AND NOT v_known THEN
    INSERT INTO identities (person_id, issuer, subject, tenant, linked_at)
      VALUES (v_person.id, p_issuer, p_subject, p_tenant, p_now) ON CONFLICT DO NOTHING;
    IF FOUND THEN
      PERFORM set_config('app.person_id', v_person.id::text, true), set_config('app.side', 'staff', true);
      PERFORM append_event('person', v_person.id, NULL, 'person.identity_linked', 'staff', p_now,
        jsonb_strip_nulls(jsonb_build_object('issuer', p_issuer, 'tenant', p_tenant)), false, p_salt);
      PERFORM set_config('app.person_id', '', true), set_config('app.side', '', true);
    ELSIF NOT EXISTS (SELECT FROM identities i WHERE i.issuer = p_issuer AND i.subject = p_subject
        AND i.tenant IS NOT DISTINCT FROM p_tenant AND i.person_id = v_person.id) THEN
      v_refused := 'other_subject';
    END IF;
  END IF;
  IF v_refused IS NULL THEN
    UPDATE identities i SET last_used_at = p_now WHERE i.issuer = p_issuer AND i.subject = p_subject;
  ELSIF NOT EXISTS (SELECT FROM events e WHERE e.subject_id = v_person.id
      AND e.type = 'person.identity_refused' AND e.at > p_now - interval '1 minute') THEN
    PERFORM append_event('person', v_person.id, v_person.organisation_id, 'person.identity_refused', 'staff', p_now,
      jsonb_build_object('why', v_refused), false, p_salt);
  END IF;
  RETURN QUERY SELECT v_person.id, v_person.name, v_person.roles, v_person.organisation_id, v_refused;
END $$;
--> statement-breakpoint
CREATE FUNCTION begin_session(p_token_hash text, p_user_agent text, p_now timestamptz, p_expires_at timestamptz,
    p_way text, p_factor text, p_proved_at timestamptz)
  RETURNS uuid LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  INSERT INTO sessions (token_hash, person_id, user_agent, created_at, last_seen_at, expires_at, way, factor,
      proved_at, proved_by)
    SELECT p_token_hash, p.id, left(p_user_agent, 500), p_now, p_now, p_expires_at, p_way, p_factor,
      least(p_proved_at, p_now), CASE WHEN p_proved_at IS NOT NULL THEN p_way END
    FROM people p WHERE p.id = current_person() AND p.active
    RETURNING id
$$;
--> statement-breakpoint
-- The token that somebody had before they were whole opens nothing from then on.
CREATE FUNCTION renew_own_session(p_session uuid, p_token_hash text) RETURNS boolean
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  UPDATE sessions s SET token_hash = p_token_hash
    WHERE s.id = p_session AND s.person_id = current_person() AND s.ended_at IS NULL;
  RETURN FOUND;
END $$;
--> statement-breakpoint
CREATE FUNCTION identity_of(p_person uuid)
  RETURNS TABLE (linked_at timestamptz, last_used_at timestamptz)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT i.linked_at, i.last_used_at FROM identities i WHERE i.person_id = p_person AND may_look_after(p_person)
    ORDER BY i.linked_at DESC LIMIT 1
$$;
--> statement-breakpoint
CREATE FUNCTION remove_identity_of(p_person uuid, p_now timestamptz) RETURNS boolean
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF NOT may_look_after(p_person) OR p_person IS NOT DISTINCT FROM current_person() THEN RETURN false; END IF;
  DELETE FROM identities i WHERE i.person_id = p_person;
  IF NOT FOUND THEN RETURN false; END IF;
  PERFORM end_sessions_of(p_person, p_now);
  RETURN true;
END $$;
--> statement-breakpoint
DO $$
DECLARE
  visitor text[] := ARRAY['find_identity(text, text, text, text, boolean, timestamptz, text)'];
  own text[] := ARRAY['begin_session(text, text, timestamptz, timestamptz, text, text, timestamptz)',
    'renew_own_session(uuid, text)'];
  others text[] := ARRAY['identity_of(uuid)', 'remove_identity_of(uuid, timestamptz)'];
  name text;
BEGIN
  FOREACH name IN ARRAY visitor || own || others LOOP
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
