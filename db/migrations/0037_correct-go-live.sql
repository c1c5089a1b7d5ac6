DROP INDEX "onboardings_counted";--> statement-breakpoint
CREATE INDEX "onboardings_counted" ON "onboardings" USING btree ("organisation_id","state","verdict","product_id");--> statement-breakpoint
-- A go-live date may be corrected by people alone, an import or a job never; what it was stays in the history.
-- An override is written once, and once more with each correction that needs one, by whoever writes it.
CREATE OR REPLACE FUNCTION guard_onboarding() RETURNS trigger LANGUAGE plpgsql
  SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF OLD.state <> NEW.state AND (OLD.state, NEW.state) NOT IN (('planned', 'live'), ('planned', 'cancelled'),
      ('live', 'suspended'), ('live', 'disconnected'), ('suspended', 'live'), ('suspended', 'disconnected')) THEN
    RAISE EXCEPTION 'no such move' USING ERRCODE = 'check_violation', CONSTRAINT = 'onboardings_moves';
  END IF;
  IF OLD.go_live_on IS DISTINCT FROM NEW.go_live_on AND (OLD.state IN ('disconnected', 'cancelled')
      OR OLD.state IN ('live', 'suspended') AND current_setting('app.side', true) = 'system') THEN
    RAISE EXCEPTION 'no such correction' USING ERRCODE = 'check_violation', CONSTRAINT = 'onboardings_go_live';
  END IF;
  IF (OLD.override_reason, OLD.overridden_by, OLD.overridden_at)
      IS DISTINCT FROM (NEW.override_reason, NEW.overridden_by, NEW.overridden_at)
    AND (NEW.overridden_by IS DISTINCT FROM current_person()
      OR OLD.overridden_by IS NOT NULL AND (NEW.overridden_by IS NULL OR OLD.go_live_on = NEW.go_live_on)) THEN
    RAISE EXCEPTION 'no such override' USING ERRCODE = 'check_violation', CONSTRAINT = 'onboardings_overrides';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
DROP TRIGGER onboardings_guard ON onboardings;
--> statement-breakpoint
CREATE TRIGGER onboardings_guard BEFORE UPDATE ON onboardings FOR EACH ROW
  WHEN (OLD.state IS DISTINCT FROM NEW.state OR OLD.go_live_on IS DISTINCT FROM NEW.go_live_on
    OR OLD.override_reason IS DISTINCT FROM NEW.override_reason
    OR OLD.overridden_by IS DISTINCT FROM NEW.overridden_by OR OLD.overridden_at IS DISTINCT FROM NEW.overridden_at)
  EXECUTE FUNCTION guard_onboarding();
