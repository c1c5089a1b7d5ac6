-- Rows of a case repeat what its events say: what is taken out of an event goes from them as well.
DO $$
DECLARE name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['staff_notes', 'question_reviews', 'information_requests',
    'information_request_items', 'unlocked_questions', 'conflicts_of_interest', 'recommendations',
    'decisions', 'conditions'] LOOP
    EXECUTE format('CREATE POLICY definer_all ON %I TO portal_definer USING (true) WITH CHECK (true)', name);
  END LOOP;
END $$;
--> statement-breakpoint
GRANT SELECT (application_id, body), UPDATE (body) ON staff_notes TO portal_definer;
--> statement-breakpoint
GRANT SELECT (application_id, note_to_supplier, version), UPDATE (note_to_supplier, version)
  ON question_reviews TO portal_definer;
--> statement-breakpoint
GRANT SELECT (id, application_id, message, extension_reason), UPDATE (message, extension_reason)
  ON information_requests TO portal_definer;
--> statement-breakpoint
GRANT SELECT (request_id, note), UPDATE (note) ON information_request_items TO portal_definer;
--> statement-breakpoint
GRANT SELECT (application_id, reason), UPDATE (reason) ON unlocked_questions, conflicts_of_interest
  TO portal_definer;
--> statement-breakpoint
GRANT SELECT (application_id, reasons, conditions, settled_note), UPDATE (reasons, conditions, settled_note)
  ON recommendations TO portal_definer;
--> statement-breakpoint
GRANT SELECT (id, application_id, reasons), UPDATE (reasons) ON decisions TO portal_definer;
--> statement-breakpoint
GRANT SELECT (decision_id, text), UPDATE (text) ON conditions TO portal_definer;
--> statement-breakpoint
GRANT CREATE ON SCHEMA public TO portal_definer;
--> statement-breakpoint
SET LOCAL ROLE portal_definer;
--> statement-breakpoint
-- What people typed into an event, wherever in its contents it stands.
CREATE FUNCTION typed_words(p_contents jsonb) RETURNS text[]
  LANGUAGE sql IMMUTABLE SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT coalesce(array_agg(DISTINCT w.found #>> '{}'), '{}')
  FROM unnest(ARRAY['reason', 'reasons', 'note', 'noteToSupplier', 'body', 'message', 'text']) key,
    jsonb_path_query(p_contents, ('strict $.**.' || key)::jsonpath, '{}', true) w (found)
  WHERE jsonb_typeof(w.found) = 'string' AND btrim(w.found #>> '{}') <> ''
$$;
--> statement-breakpoint
-- Takes words out of the rows of one case; a declaration is frozen, and keeps its own.
CREATE FUNCTION take_out_words(p_application uuid, p_words text[]) RETURNS void
  LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE c_gone CONSTANT text := 'The words were taken out.';
BEGIN
  UPDATE staff_notes SET body = c_gone WHERE application_id = p_application AND body = ANY (p_words);
  -- An open page that still holds the words finds the verdict changed.
  UPDATE question_reviews SET note_to_supplier = c_gone, version = version + 1
    WHERE application_id = p_application AND note_to_supplier = ANY (p_words);
  UPDATE information_requests SET message = c_gone
    WHERE application_id = p_application AND message = ANY (p_words);
  UPDATE information_requests SET extension_reason = c_gone
    WHERE application_id = p_application AND extension_reason = ANY (p_words);
  UPDATE information_request_items SET note = c_gone WHERE note = ANY (p_words)
    AND request_id IN (SELECT r.id FROM information_requests r WHERE r.application_id = p_application);
  UPDATE unlocked_questions SET reason = c_gone
    WHERE application_id = p_application AND reason = ANY (p_words);
  UPDATE conflicts_of_interest SET reason = c_gone
    WHERE application_id = p_application AND reason = ANY (p_words);
  UPDATE recommendations SET reasons = c_gone
    WHERE application_id = p_application AND reasons = ANY (p_words);
  UPDATE recommendations SET settled_note = c_gone
    WHERE application_id = p_application AND settled_note = ANY (p_words);
  UPDATE recommendations SET conditions = (SELECT jsonb_agg(CASE WHEN c.one ->> 'text' = ANY (p_words)
      THEN jsonb_set(c.one, '{text}', to_jsonb(c_gone)) ELSE c.one END ORDER BY c.place)
      FROM jsonb_array_elements(conditions) WITH ORDINALITY c (one, place))
    WHERE application_id = p_application
      AND EXISTS (SELECT FROM jsonb_array_elements(conditions) c (one) WHERE c.one ->> 'text' = ANY (p_words));
  UPDATE decisions SET reasons = c_gone WHERE application_id = p_application AND reasons = ANY (p_words);
  UPDATE conditions SET text = c_gone WHERE text = ANY (p_words)
    AND decision_id IN (SELECT d.id FROM decisions d WHERE d.application_id = p_application);
END $$;
--> statement-breakpoint
REVOKE ALL ON FUNCTION typed_words(jsonb), take_out_words(uuid, text[]) FROM PUBLIC;
--> statement-breakpoint
CREATE OR REPLACE FUNCTION redact_event(p_redaction uuid, p_at timestamptz) RETURNS boolean
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE v_event uuid; v_subject uuid; v_words text[];
BEGIN
  SELECT event_id INTO v_event FROM redactions
    WHERE id = p_redaction AND done_by IS NOT NULL AND done_by <> asked_by;
  IF v_event IS NULL OR coalesce(current_setting('app.side', true), '') <> 'staff' THEN RETURN false; END IF;
  SELECT e.subject_id, typed_words(c.contents) INTO v_subject, v_words
    FROM events e JOIN event_contents c ON c.event_id = e.id WHERE e.id = v_event;
  UPDATE event_contents SET contents = NULL, salt = NULL, redacted_at = p_at
    WHERE event_id = v_event AND redacted_at IS NULL;
  IF NOT FOUND THEN RETURN false; END IF;
  PERFORM take_out_words(v_subject, v_words);
  RETURN true;
END $$;
--> statement-breakpoint
RESET ROLE;
--> statement-breakpoint
REVOKE CREATE ON SCHEMA public FROM portal_definer;
