ALTER TABLE "deliveries" DROP CONSTRAINT "deliveries_state";--> statement-breakpoint
ALTER TABLE "deliveries" ADD COLUMN "account_kind" text;--> statement-breakpoint
ALTER TABLE "password_links" ADD COLUMN "delivery_id" uuid;--> statement-breakpoint
ALTER TABLE "password_links" ADD CONSTRAINT "password_links_delivery_id_deliveries_id_fk" FOREIGN KEY ("delivery_id") REFERENCES "public"."deliveries"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "deliveries_of_account" ON "deliveries" USING btree ("person_id","created_at","id") WHERE account_kind is not null;--> statement-breakpoint
CREATE INDEX "password_links_delivery" ON "password_links" USING btree ("delivery_id");--> statement-breakpoint
ALTER TABLE "deliveries" ADD CONSTRAINT "deliveries_account_kind" CHECK ("deliveries"."account_kind" in ('invited', 'password-link'));--> statement-breakpoint
ALTER TABLE "deliveries" ADD CONSTRAINT "deliveries_one_subject" CHECK (num_nonnulls("deliveries"."message_id", "deliveries"."account_kind") <= 1);--> statement-breakpoint
ALTER TABLE "deliveries" ADD CONSTRAINT "deliveries_no_secret" CHECK ("deliveries"."account_kind" is null or "deliveries"."kept_text" is null);--> statement-breakpoint
ALTER TABLE "deliveries" ADD CONSTRAINT "deliveries_state" CHECK ("deliveries"."state" in ('queued', 'sent', 'kept', 'failed', 'dropped'));
--> statement-breakpoint
CREATE POLICY definer_all ON deliveries TO portal_definer USING (true) WITH CHECK (true);
--> statement-breakpoint
GRANT SELECT, INSERT ON deliveries TO portal_definer;
--> statement-breakpoint
-- A manager may have what failed tried again, and change nothing else about an email.
CREATE POLICY tried_again ON deliveries FOR UPDATE TO portal_staff
  USING ((SELECT looks_after_people()) AND state = 'failed')
  WITH CHECK ((SELECT looks_after_people()) AND state = 'queued');
--> statement-breakpoint
GRANT UPDATE (state, settled_at) ON deliveries TO portal_staff;
--> statement-breakpoint
-- An email with a link to set a password, and its job; the link itself is made as it is sent.
CREATE FUNCTION add_account_mail(p_person uuid, p_now timestamptz) RETURNS void
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE v_id uuid := gen_random_uuid();
BEGIN
  INSERT INTO deliveries (id, person_id, account_kind, state, created_at)
    SELECT v_id, p_person, CASE WHEN EXISTS (SELECT FROM credentials c WHERE c.person_id = p_person)
      THEN 'password-link' ELSE 'invited' END, 'queued', p_now;
  PERFORM enqueue('send-mail', json_build_object('deliveryId', v_id), NULL, NULL);
END $$;
--> statement-breakpoint
-- The same by whoever looks after the person: like a link made by hand, it closes those before it and
-- answers a wish for one.
CREATE FUNCTION mail_password_link(p_person uuid, p_now timestamptz) RETURNS boolean
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF NOT may_look_after(p_person) THEN RETURN false; END IF;
  UPDATE password_links l SET expires_at = p_now
    WHERE l.person_id = p_person AND l.used_at IS NULL AND l.expires_at > p_now;
  UPDATE people p SET reset_asked_at = NULL WHERE p.id = p_person AND p.reset_asked_at IS NOT NULL;
  PERFORM add_account_mail(p_person, p_now);
  RETURN true;
END $$;
--> statement-breakpoint
-- The same for somebody who is not signed in; answers nothing. Links before it work until it is sent.
CREATE FUNCTION ask_password_mail(p_email text, p_now timestamptz, p_salt text) RETURNS void
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE v_person uuid; v_organisation uuid;
BEGIN
  SELECT p.id, p.organisation_id INTO v_person, v_organisation
    FROM people p LEFT JOIN organisations o ON o.id = p.organisation_id
    WHERE lower(p.email) = lower(p_email) AND p.active AND coalesce(o.active, true);
  IF v_person IS NULL THEN RETURN; END IF;
  PERFORM append_own_event(v_person, v_organisation, 'person.reset_asked', p_now, p_salt);
  PERFORM add_account_mail(v_person, p_now);
END $$;
--> statement-breakpoint
-- Makes the link of an email usable as it is sent, the one link of its person; every attempt brings the
-- same one, and its hours begin again. Answers 'usable', or why it is not sent any more.
CREATE FUNCTION keep_mailed_link(p_delivery uuid, p_token_hash text, p_now timestamptz, p_expires_at timestamptz)
  RETURNS text LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE v_person uuid; v_organisation uuid; v_asked_at timestamptz; v_active boolean;
BEGIN
  SELECT d.person_id, d.created_at INTO v_person, v_asked_at
    FROM deliveries d WHERE d.id = p_delivery AND d.account_kind IS NOT NULL;
  IF v_person IS NULL THEN RETURN NULL; END IF;
  -- Whoever makes or uses another link of this person meanwhile waits.
  SELECT p.organisation_id, p.active AND coalesce(o.active, true) INTO v_organisation, v_active
    FROM people p LEFT JOIN organisations o ON o.id = p.organisation_id
    WHERE p.id = v_person FOR NO KEY UPDATE OF p;
  IF NOT v_active THEN RETURN 'left'; END IF;
  IF EXISTS (SELECT FROM password_links l WHERE l.delivery_id = p_delivery AND l.used_at IS NOT NULL)
    OR EXISTS (SELECT FROM credentials c WHERE c.person_id = v_person AND c.changed_at > v_asked_at) THEN
    RETURN 'password_set';
  END IF;
  IF EXISTS (SELECT FROM deliveries d WHERE d.person_id = v_person AND d.account_kind IS NOT NULL
      AND (d.created_at, d.id) > (v_asked_at, p_delivery))
    OR EXISTS (SELECT FROM password_links l WHERE l.person_id = v_person AND l.delivery_id IS NULL
      AND l.created_at > v_asked_at) THEN
    RETURN 'replaced';
  END IF;
  UPDATE password_links l SET expires_at = p_now WHERE l.person_id = v_person AND l.used_at IS NULL
    AND l.expires_at > p_now AND l.token_hash <> p_token_hash;
  INSERT INTO password_links (token_hash, person_id, organisation_id, delivery_id, created_at, expires_at)
    VALUES (p_token_hash, v_person, v_organisation, p_delivery, p_now, p_expires_at)
    ON CONFLICT (token_hash) DO UPDATE SET expires_at = excluded.expires_at;
  UPDATE people p SET reset_asked_at = NULL WHERE p.id = v_person AND p.reset_asked_at IS NOT NULL;
  RETURN 'usable';
END $$;
--> statement-breakpoint
-- Who of these still waits for an email with a link, or lost it, as whoever looks after them may know.
CREATE FUNCTION find_account_mail(p_people uuid[]) RETURNS TABLE (person_id uuid, state text)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT n.person_id, n.state FROM (SELECT DISTINCT ON (d.person_id) d.id, d.person_id, d.state, d.created_at
      FROM deliveries d WHERE d.person_id = ANY (p_people) AND d.account_kind IS NOT NULL
      ORDER BY d.person_id, d.created_at DESC, d.id DESC) n
  WHERE n.state IN ('queued', 'failed') AND may_look_after(n.person_id)
    AND NOT EXISTS (SELECT FROM credentials c WHERE c.person_id = n.person_id AND c.changed_at > n.created_at)
    AND NOT EXISTS (SELECT FROM password_links l WHERE l.person_id = n.person_id
      AND (l.used_at IS NOT NULL OR l.delivery_id IS NULL) AND l.created_at > n.created_at)
$$;
--> statement-breakpoint
DO $$
DECLARE
  others text[] := ARRAY['mail_password_link(uuid, timestamptz)', 'find_account_mail(uuid[])'];
  visitor text := 'ask_password_mail(text, timestamptz, text)';
  jobs text := 'keep_mailed_link(uuid, text, timestamptz, timestamptz)';
  name text;
BEGIN
  GRANT CREATE ON SCHEMA public TO portal_definer;
  FOREACH name IN ARRAY others || visitor || jobs || 'add_account_mail(uuid, timestamptz)'::text LOOP
    EXECUTE 'REVOKE ALL ON FUNCTION ' || name || ' FROM PUBLIC';
  END LOOP;
  FOREACH name IN ARRAY others LOOP
    EXECUTE 'GRANT EXECUTE ON FUNCTION ' || name || ' TO portal_supplier, portal_staff, portal_system';
  END LOOP;
  EXECUTE 'GRANT EXECUTE ON FUNCTION ' || visitor || ' TO portal_visitor';
  EXECUTE 'GRANT EXECUTE ON FUNCTION ' || jobs || ' TO portal_system';
  FOREACH name IN ARRAY others || visitor || jobs || 'add_account_mail(uuid, timestamptz)'::text LOOP
    EXECUTE 'ALTER FUNCTION ' || name || ' OWNER TO portal_definer';
  END LOOP;
  REVOKE CREATE ON SCHEMA public FROM portal_definer;
END $$;
