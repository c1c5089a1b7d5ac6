ALTER TABLE "messages" DROP CONSTRAINT "messages_kind";--> statement-breakpoint
ALTER TABLE "messages" ADD CONSTRAINT "messages_kind" CHECK ("messages"."kind" in ('declaration-received', 'case-waiting', 'taken-back', 'withdrawn', 'withdrawn-supplier', 'request-sent', 'request-cancelled', 'request-expired', 'request-unanswered', 'time-asked', 'time-given', 'assigned', 'unassigned', 'conflict', 'recommended', 'sent-back', 'decided', 'decided-staff', 'condition-met', 'approval-at-risk', 'review-upheld', 'reminder', 'thread-supplier', 'thread-assessor', 'spot-check-drawn', 'spot-check-answered', 'spot-check-closed', 'spot-check-asked-again', 'spot-check-cancelled', 'spot-check-reminder', 'euos-lapsed', 'sessions-ended', 'recovery-used', 'factor-reset', 'factor-set', 'factor-off', 'password-set', 'identity-linked', 'identity-removed'));
--> statement-breakpoint
GRANT CREATE ON SCHEMA public TO portal_definer;
--> statement-breakpoint
SET LOCAL ROLE portal_definer;
--> statement-breakpoint
-- Puts the job that tells of what was last written in somebody's own history, where a function of the
-- database wrote it and no command does.
CREATE FUNCTION tell_of_last(p_person uuid) RETURNS void
  LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT enqueue('tell', json_build_object('eventId', last.id), NULL, NULL)
    FROM (SELECT e.id FROM events e WHERE e.subject_id = p_person ORDER BY e.sequence DESC LIMIT 1) last
$$;
--> statement-breakpoint
REVOKE ALL ON FUNCTION tell_of_last(uuid) FROM PUBLIC;
--> statement-breakpoint
-- Whoever sets their first password was invited to, and is not told that they did.
CREATE OR REPLACE FUNCTION use_password_link(p_token_hash text, p_password_hash text, p_now timestamptz, p_salt text)
  RETURNS boolean LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE v_person uuid; v_organisation uuid; v_first boolean;
BEGIN
  UPDATE password_links l SET used_at = p_now FROM people p
    WHERE l.token_hash = p_token_hash AND l.used_at IS NULL AND l.expires_at > p_now
      AND p.id = l.person_id AND p.active
      AND NOT EXISTS (SELECT FROM organisations o WHERE o.id = p.organisation_id AND NOT o.active)
    RETURNING p.id, p.organisation_id INTO v_person, v_organisation;
  IF v_person IS NULL THEN RETURN false; END IF;
  v_first := NOT EXISTS (SELECT FROM credentials c WHERE c.person_id = v_person);
  INSERT INTO credentials (person_id, password_hash, changed_at) VALUES (v_person, p_password_hash, p_now)
    ON CONFLICT (person_id) DO UPDATE SET password_hash = excluded.password_hash, changed_at = excluded.changed_at;
  UPDATE sessions s SET ended_at = coalesce(s.ended_at, p_now), revoked = true
    WHERE s.person_id = v_person AND NOT s.revoked;
  UPDATE people p SET reset_asked_at = NULL WHERE p.id = v_person AND p.reset_asked_at IS NOT NULL;
  PERFORM append_own_event(v_person, v_organisation, 'person.password_set', p_now, p_salt);
  IF NOT v_first THEN PERFORM tell_of_last(v_person); END IF;
  RETURN true;
END $$;
--> statement-breakpoint
-- Whose account a single sign-on was linked to is told.
CREATE OR REPLACE FUNCTION find_identity(p_issuer text, p_tenant text, p_subject text, p_email text, p_verified boolean,
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
      PERFORM tell_of_last(v_person.id);
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
RESET ROLE;
--> statement-breakpoint
REVOKE CREATE ON SCHEMA public FROM portal_definer;
