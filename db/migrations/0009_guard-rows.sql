-- What commands promise is held by the database as well, should a command ever forget it.
GRANT CREATE ON SCHEMA public TO portal_definer;
--> statement-breakpoint
SET LOCAL ROLE portal_definer;
--> statement-breakpoint
-- Whether the one who acts looks after people: administrators of suppliers, managers of the staff.
CREATE FUNCTION looks_after_people() RETURNS boolean
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT coalesce(current_setting('app.side', true), '') = 'system' OR EXISTS (SELECT FROM people p
    WHERE p.id = current_person() AND p.active AND p.organisation_id IS NOT DISTINCT FROM current_organisation()
      AND CASE current_setting('app.side', true) WHEN 'supplier' THEN 'administrator' WHEN 'staff' THEN 'manager' END
        = ANY (p.roles))
$$;
--> statement-breakpoint
REVOKE ALL ON FUNCTION looks_after_people() FROM PUBLIC;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION looks_after_people() TO portal_supplier, portal_staff;
--> statement-breakpoint
CREATE OR REPLACE FUNCTION may_look_after(p_person uuid) RETURNS boolean
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT looks_after_people() AND EXISTS (SELECT FROM people p WHERE p.id = p_person AND
    (current_setting('app.side', true) IN ('staff', 'system') OR p.organisation_id = current_organisation()))
$$;
--> statement-breakpoint
-- Keeps the latest fifty places, so that forgotten ones never keep out what somebody types today.
CREATE OR REPLACE FUNCTION keep_words(p_token_hash text, p_path text, p_sealed text, p_now timestamptz)
  RETURNS boolean LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE v_person uuid := find_session_owner(p_token_hash, p_now);
BEGIN
  IF v_person IS NULL OR length(p_path) > 500 OR length(p_sealed) > 500000 THEN RETURN false; END IF;
  DELETE FROM kept_words WHERE id IN (SELECT k.id FROM kept_words k
    WHERE k.person_id = v_person AND k.path <> p_path ORDER BY k.kept_at DESC, k.id OFFSET 49);
  INSERT INTO kept_words (person_id, path, sealed, kept_at) VALUES (v_person, p_path, p_sealed, p_now)
    ON CONFLICT (person_id, path) DO UPDATE SET sealed = excluded.sealed, kept_at = excluded.kept_at;
  RETURN true;
END $$;
--> statement-breakpoint
RESET ROLE;
--> statement-breakpoint
REVOKE CREATE ON SCHEMA public FROM portal_definer;
--> statement-breakpoint
GRANT DELETE ON kept_words TO portal_definer;
--> statement-breakpoint
-- People are written by whoever looks after them. USING stays open: a lock for reading needs it.
CREATE POLICY looked_after_new ON people AS RESTRICTIVE FOR INSERT TO portal_supplier, portal_staff
  WITH CHECK ((SELECT looks_after_people()));
--> statement-breakpoint
CREATE POLICY looked_after ON people AS RESTRICTIVE FOR UPDATE TO portal_supplier, portal_staff
  USING (true) WITH CHECK ((SELECT looks_after_people()));
--> statement-breakpoint
REVOKE UPDATE ON people FROM portal_supplier, portal_staff, portal_system;
--> statement-breakpoint
GRANT UPDATE (roles, active, reset_asked_at, version) ON people TO portal_supplier, portal_staff, portal_system;
--> statement-breakpoint
-- Suppliers begin with a draft, and its dates and round move with its status alone.
CREATE POLICY begins_as_draft ON applications AS RESTRICTIVE FOR INSERT TO portal_supplier
  WITH CHECK (status = 'draft' AND round = 1 AND version = 1 AND requests_sent = 0 AND assignee_id IS NULL
    AND submitted_at IS NULL AND due_on IS NULL AND created_by = (SELECT current_person()));
--> statement-breakpoint
CREATE FUNCTION guard_supplier_changes() RETURNS trigger LANGUAGE plpgsql
  SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF coalesce(current_setting('app.side', true), '') = 'supplier' AND (
    NEW.round NOT IN (OLD.round, OLD.round
      + CASE WHEN OLD.status = 'information_requested' AND NEW.status = 'submitted' THEN 1 ELSE 0 END)
    OR NEW.status = OLD.status AND (NEW.submitted_at, NEW.due_on, NEW.status_at)
      IS DISTINCT FROM (OLD.submitted_at, OLD.due_on, OLD.status_at)
    OR NEW.status NOT IN ('submitted', 'draft') AND NEW.submitted_at IS DISTINCT FROM OLD.submitted_at) THEN
    RAISE EXCEPTION 'no such change' USING ERRCODE = 'check_violation', CONSTRAINT = 'applications_supplier_changes';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER applications_guard_supplier BEFORE UPDATE ON applications FOR EACH ROW
  EXECUTE FUNCTION guard_supplier_changes();
--> statement-breakpoint
-- A declaration is its signatory's own, of the round just submitted, with the words that the event hashed.
CREATE POLICY as_submitted ON declarations AS RESTRICTIVE FOR INSERT TO portal_supplier
  WITH CHECK (signatory_id = (SELECT current_person())
    AND EXISTS (SELECT FROM applications a WHERE a.id = declarations.application_id AND a.status = 'submitted'
      AND a.round = declarations.round AND a.submitted_at = declarations.submitted_at)
    AND EXISTS (SELECT FROM people p WHERE p.id = declarations.signatory_id AND p.active
      AND 'signatory' = ANY (p.roles))
    AND EXISTS (SELECT FROM events e JOIN event_contents c ON c.event_id = e.id
      WHERE e.subject_id = declarations.application_id AND e.sequence = declarations.chain_sequence
        AND e.hash = declarations.chain_head AND e.type = 'application.submitted'
        AND e.supplier_actor_id = declarations.signatory_id
        AND c.contents ->> 'declaration' = hash_contents('', declarations.frozen)));
--> statement-breakpoint
-- A decision is confirmed by the one who acts, over the recommendation of somebody else.
CREATE POLICY by_second_person ON decisions AS RESTRICTIVE FOR INSERT TO portal_staff
  WITH CHECK (confirmed_by = (SELECT current_person())
    AND EXISTS (SELECT FROM recommendations r WHERE r.id = decisions.recommendation_id
      AND r.application_id = decisions.application_id AND r.outcome = decisions.outcome
      AND r.recommended_by <> decisions.confirmed_by));
--> statement-breakpoint
-- Every event is linked into the chain of a subject that exists, of that kind and that organisation.
CREATE FUNCTION guard_event_subject() RETURNS trigger LANGUAGE plpgsql
  SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM event_chains c WHERE c.subject_id = NEW.subject_id
      AND c.subject_kind = NEW.subject_kind AND c.organisation_id IS NOT DISTINCT FROM NEW.organisation_id)
    OR NEW.subject_kind = 'person' AND NOT EXISTS (SELECT FROM people p
      WHERE p.id = NEW.subject_id AND p.organisation_id IS NOT DISTINCT FROM NEW.organisation_id)
    OR NEW.subject_kind = 'organisation' AND NOT EXISTS (SELECT FROM organisations o
      WHERE o.id = NEW.subject_id AND o.id = NEW.organisation_id) THEN
    RAISE EXCEPTION 'an event of no such subject' USING ERRCODE = 'foreign_key_violation';
  END IF;
  IF NEW.actor_side = 'supplier' AND NEW.audience <> 'supplier' THEN
    RAISE EXCEPTION 'an event of the staff' USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER events_guard_subject BEFORE INSERT ON events FOR EACH ROW EXECUTE FUNCTION guard_event_subject();
--> statement-breakpoint
REVOKE ALL ON FUNCTION guard_supplier_changes(), guard_event_subject() FROM PUBLIC;
