-- What was declared stays declared, with its dates, and what was removed stays removed.
CREATE OR REPLACE FUNCTION guard_evidence() RETURNS trigger LANGUAGE plpgsql
  SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF OLD.declared AND NOT NEW.declared OR OLD.removed_at IS NOT NULL AND NEW IS DISTINCT FROM OLD
    OR OLD.declared AND (NEW.effective_from, NEW.expires_on) IS DISTINCT FROM (OLD.effective_from, OLD.expires_on)
  THEN
    RAISE EXCEPTION 'no such change' USING ERRCODE = 'check_violation', CONSTRAINT = 'evidence_files_kept';
  END IF;
  RETURN NEW;
END $$;
