CREATE EXTENSION IF NOT EXISTS pg_trgm;
--> statement-breakpoint
-- Roles belong to the cluster, so that they may stand already. None may log in.
DO $$
DECLARE name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['portal_supplier','portal_staff','portal_system','portal_visitor','portal_definer'] LOOP
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = name) THEN
      EXECUTE format('CREATE ROLE %I NOLOGIN NOINHERIT', name);
    END IF;
    EXECUTE format('GRANT %I TO CURRENT_USER WITH INHERIT FALSE, SET TRUE', name);
  END LOOP;
END $$;
--> statement-breakpoint
REVOKE ALL ON SCHEMA public FROM PUBLIC;
--> statement-breakpoint
GRANT USAGE ON SCHEMA public TO portal_supplier, portal_staff, portal_system, portal_visitor, portal_definer;
--> statement-breakpoint
CREATE TABLE "answers" (
	"application_id" uuid NOT NULL,
	"question_id" text NOT NULL,
	"organisation_id" uuid NOT NULL,
	"fields" jsonb NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"saved_by" uuid NOT NULL,
	"saved_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "answers_application_id_question_id_pk" PRIMARY KEY("application_id","question_id"),
	CONSTRAINT "answers_question" CHECK ("answers"."question_id" in ('organisation', 'dspt-within-deadline', 'dspt-compliant', 'dspt-status', 'dspt-published-on', 'euo-process', 'isms'))
);
--> statement-breakpoint
CREATE TABLE "applications" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"reference" text NOT NULL,
	"organisation_id" uuid NOT NULL,
	"product_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"predecessor_id" uuid,
	"status" text NOT NULL,
	"round" integer DEFAULT 1 NOT NULL,
	"assignee_id" uuid,
	"requests_sent" integer DEFAULT 0 NOT NULL,
	"submitted_at" timestamp (3) with time zone,
	"due_on" date,
	"status_at" timestamp (3) with time zone NOT NULL,
	"created_by" uuid NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"search_text" text NOT NULL,
	CONSTRAINT "applications_reference_unique" UNIQUE("reference"),
	CONSTRAINT "applications_organisation" UNIQUE("organisation_id","id"),
	CONSTRAINT "applications_status" CHECK ("applications"."status" in ('draft', 'submitted', 'in_assessment', 'information_requested', 'recommended', 'approved', 'approved_with_conditions', 'rejected', 'withdrawn')),
	CONSTRAINT "applications_kind" CHECK ("applications"."kind" in ('new', 'change', 'renewal'))
);
--> statement-breakpoint
CREATE TABLE "unlocked_questions" (
	"application_id" uuid NOT NULL,
	"round" integer NOT NULL,
	"question_id" text NOT NULL,
	"organisation_id" uuid NOT NULL,
	"reason" text NOT NULL,
	"unlocked_by" uuid NOT NULL,
	"unlocked_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "unlocked_questions_application_id_round_question_id_pk" PRIMARY KEY("application_id","round","question_id"),
	CONSTRAINT "unlocked_questions_question" CHECK ("unlocked_questions"."question_id" in ('organisation', 'dspt-within-deadline', 'dspt-compliant', 'dspt-status', 'dspt-published-on', 'euo-process', 'isms'))
);
--> statement-breakpoint
CREATE TABLE "approvals" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"organisation_id" uuid NOT NULL,
	"product_id" uuid NOT NULL,
	"application_id" uuid NOT NULL,
	"decision_id" uuid NOT NULL,
	"status" text NOT NULL,
	"began_at" timestamp (3) with time zone NOT NULL,
	"status_at" timestamp (3) with time zone NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "approvals_of_decision" UNIQUE("decision_id"),
	CONSTRAINT "approvals_status" CHECK ("approvals"."status" in ('in_force', 'suspended', 'lapsed', 'superseded', 'ended'))
);
--> statement-breakpoint
CREATE TABLE "conditions" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"decision_id" uuid NOT NULL,
	"organisation_id" uuid NOT NULL,
	"question_id" text NOT NULL,
	"text" text NOT NULL,
	"due_on" date NOT NULL,
	"met_at" timestamp (3) with time zone,
	CONSTRAINT "conditions_question" CHECK ("conditions"."question_id" in ('organisation', 'dspt-within-deadline', 'dspt-compliant', 'dspt-status', 'dspt-published-on', 'euo-process', 'isms'))
);
--> statement-breakpoint
CREATE TABLE "decisions" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"application_id" uuid NOT NULL,
	"organisation_id" uuid NOT NULL,
	"recommendation_id" uuid NOT NULL,
	"outcome" text NOT NULL,
	"reasons" text NOT NULL,
	"decided_at" timestamp (3) with time zone NOT NULL,
	"confirmed_by" uuid NOT NULL,
	CONSTRAINT "decisions_organisation" UNIQUE("organisation_id","id"),
	CONSTRAINT "decisions_outcome" CHECK ("decisions"."outcome" in ('approved', 'approved_with_conditions', 'rejected'))
);
--> statement-breakpoint
CREATE TABLE "recommendations" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"application_id" uuid NOT NULL,
	"round" integer NOT NULL,
	"outcome" text NOT NULL,
	"reasons" text NOT NULL,
	"conditions" jsonb NOT NULL,
	"status" text NOT NULL,
	"recommended_by" uuid NOT NULL,
	"recommended_at" timestamp (3) with time zone NOT NULL,
	"settled_by" uuid,
	"settled_at" timestamp (3) with time zone,
	"settled_note" text,
	CONSTRAINT "recommendations_outcome" CHECK ("recommendations"."outcome" in ('approved', 'approved_with_conditions', 'rejected')),
	CONSTRAINT "recommendations_status" CHECK ("recommendations"."status" in ('open', 'recalled', 'sent_back', 'confirmed'))
);
--> statement-breakpoint
CREATE TABLE "declarations" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"application_id" uuid NOT NULL,
	"organisation_id" uuid NOT NULL,
	"round" integer NOT NULL,
	"idempotency_key" text NOT NULL,
	"catalogue_version" text NOT NULL,
	"frozen" jsonb NOT NULL,
	"signatory_id" uuid NOT NULL,
	"signatory_name" text NOT NULL,
	"submitted_at" timestamp (3) with time zone NOT NULL,
	"chain_sequence" integer NOT NULL,
	"chain_head" text NOT NULL,
	CONSTRAINT "declarations_round" UNIQUE("application_id","round"),
	CONSTRAINT "declarations_key" UNIQUE("application_id","idempotency_key")
);
--> statement-breakpoint
CREATE TABLE "event_chains" (
	"subject_id" uuid PRIMARY KEY NOT NULL,
	"subject_kind" text NOT NULL,
	"organisation_id" uuid,
	"sequence" integer NOT NULL,
	"head" text NOT NULL,
	CONSTRAINT "event_chains_kind" CHECK ("event_chains"."subject_kind" in ('application', 'organisation', 'person'))
);
--> statement-breakpoint
CREATE TABLE "event_contents" (
	"event_id" uuid NOT NULL,
	"organisation_id" uuid,
	"audience" text NOT NULL,
	"draft" boolean NOT NULL,
	"salt" text,
	"contents" jsonb,
	"redacted_at" timestamp (3) with time zone,
	CONSTRAINT "event_contents_event_id_pk" PRIMARY KEY("event_id")
);
--> statement-breakpoint
CREATE TABLE "events" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"subject_id" uuid NOT NULL,
	"subject_kind" text NOT NULL,
	"organisation_id" uuid,
	"sequence" integer NOT NULL,
	"type" text NOT NULL,
	"audience" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"actor_side" text NOT NULL,
	"actor_id" uuid,
	"supplier_actor_id" uuid,
	"contents_hash" text NOT NULL,
	"previous_hash" text NOT NULL,
	"hash" text NOT NULL,
	CONSTRAINT "events_sequence" UNIQUE("subject_id","sequence"),
	CONSTRAINT "events_kind" CHECK ("events"."subject_kind" in ('application', 'organisation', 'person')),
	CONSTRAINT "events_audience" CHECK ("events"."audience" in ('staff', 'supplier')),
	CONSTRAINT "events_actor_side" CHECK ("events"."actor_side" in ('supplier', 'staff', 'system'))
);
--> statement-breakpoint
CREATE TABLE "redactions" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"event_id" uuid NOT NULL,
	"reason" text NOT NULL,
	"asked_by" uuid NOT NULL,
	"asked_at" timestamp (3) with time zone NOT NULL,
	"done_by" uuid,
	"done_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "organisations" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"name" text NOT NULL,
	"ods_code" text,
	"dspt_identifier" text,
	"profile" text,
	"active" boolean DEFAULT true NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "organisations_profile" CHECK ("organisations"."profile" in ('nhs-business-partner', 'company'))
);
--> statement-breakpoint
CREATE TABLE "products" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"organisation_id" uuid NOT NULL,
	"name" text NOT NULL,
	"agreement_signed_on" date,
	"created_at" timestamp (3) with time zone NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "products_organisation" UNIQUE("organisation_id","id"),
	CONSTRAINT "products_name" UNIQUE("organisation_id","name")
);
--> statement-breakpoint
CREATE TABLE "credentials" (
	"person_id" uuid PRIMARY KEY NOT NULL,
	"password_hash" text NOT NULL,
	"changed_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "identities" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"person_id" uuid NOT NULL,
	"issuer" text NOT NULL,
	"subject" text NOT NULL,
	"linked_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "identities_subject" UNIQUE("issuer","subject")
);
--> statement-breakpoint
CREATE TABLE "kept_words" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"person_id" uuid NOT NULL,
	"path" text NOT NULL,
	"sealed" text NOT NULL,
	"kept_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "kept_words_place" UNIQUE("person_id","path")
);
--> statement-breakpoint
CREATE TABLE "password_links" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"token_hash" text NOT NULL,
	"person_id" uuid NOT NULL,
	"organisation_id" uuid,
	"created_by" uuid,
	"created_at" timestamp (3) with time zone NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"used_at" timestamp (3) with time zone,
	CONSTRAINT "password_links_tokenHash_unique" UNIQUE("token_hash")
);
--> statement-breakpoint
CREATE TABLE "people" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"organisation_id" uuid,
	"email" text NOT NULL,
	"name" text NOT NULL,
	"roles" text[] NOT NULL,
	"active" boolean DEFAULT true NOT NULL,
	"reset_asked_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "people_organisation" UNIQUE("organisation_id","id"),
	CONSTRAINT "people_roles" CHECK (("people"."organisation_id" is null and "people"."roles" <@ array['assessor', 'manager'])
        or ("people"."organisation_id" is not null and "people"."roles" <@ array['contributor', 'signatory', 'administrator']))
);
--> statement-breakpoint
CREATE TABLE "sessions" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"token_hash" text NOT NULL,
	"person_id" uuid NOT NULL,
	"user_agent" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"last_seen_at" timestamp (3) with time zone NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"ended_at" timestamp (3) with time zone,
	CONSTRAINT "sessions_tokenHash_unique" UNIQUE("token_hash")
);
--> statement-breakpoint
CREATE TABLE "throttles" (
	"key" text PRIMARY KEY NOT NULL,
	"window_started_at" timestamp (3) with time zone NOT NULL,
	"hits" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "information_request_items" (
	"request_id" uuid NOT NULL,
	"organisation_id" uuid NOT NULL,
	"question_id" text NOT NULL,
	"reasons" text[] NOT NULL,
	"missing" jsonb NOT NULL,
	"note" text NOT NULL,
	CONSTRAINT "information_request_items_request_id_question_id_pk" PRIMARY KEY("request_id","question_id"),
	CONSTRAINT "information_request_items_question" CHECK ("information_request_items"."question_id" in ('organisation', 'dspt-within-deadline', 'dspt-compliant', 'dspt-status', 'dspt-published-on', 'euo-process', 'isms'))
);
--> statement-breakpoint
CREATE TABLE "information_requests" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"application_id" uuid NOT NULL,
	"organisation_id" uuid NOT NULL,
	"round" integer NOT NULL,
	"status" text NOT NULL,
	"due_on" date NOT NULL,
	"message" text NOT NULL,
	"sent_at" timestamp (3) with time zone NOT NULL,
	"sent_by" uuid NOT NULL,
	"ended_at" timestamp (3) with time zone,
	"extension_asked_at" timestamp (3) with time zone,
	"extension_reason" text,
	CONSTRAINT "information_requests_organisation" UNIQUE("organisation_id","id"),
	CONSTRAINT "information_requests_status" CHECK ("information_requests"."status" in ('open', 'answered', 'cancelled', 'expired'))
);
--> statement-breakpoint
CREATE TABLE "conflicts_of_interest" (
	"application_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"reason" text NOT NULL,
	"declared_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "conflicts_of_interest_application_id_person_id_pk" PRIMARY KEY("application_id","person_id")
);
--> statement-breakpoint
CREATE TABLE "question_reviews" (
	"application_id" uuid NOT NULL,
	"round" integer NOT NULL,
	"question_id" text NOT NULL,
	"verdict" text NOT NULL,
	"points" jsonb NOT NULL,
	"reasons" text[] NOT NULL,
	"note_to_supplier" text NOT NULL,
	"reviewed_by" uuid NOT NULL,
	"reviewed_at" timestamp (3) with time zone NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "question_reviews_application_id_round_question_id_pk" PRIMARY KEY("application_id","round","question_id"),
	CONSTRAINT "question_reviews_question" CHECK ("question_reviews"."question_id" in ('organisation', 'dspt-within-deadline', 'dspt-compliant', 'dspt-status', 'dspt-published-on', 'euo-process', 'isms')),
	CONSTRAINT "question_reviews_verdict" CHECK ("question_reviews"."verdict" in ('sufficient', 'insufficient', 'not_met'))
);
--> statement-breakpoint
CREATE TABLE "staff_notes" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"application_id" uuid NOT NULL,
	"question_id" text,
	"round" integer NOT NULL,
	"body" text NOT NULL,
	"written_by" uuid NOT NULL,
	"written_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "answers" ADD CONSTRAINT "answers_saved_by_people_id_fk" FOREIGN KEY ("saved_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "answers" ADD CONSTRAINT "answers_application" FOREIGN KEY ("organisation_id","application_id") REFERENCES "public"."applications"("organisation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "applications" ADD CONSTRAINT "applications_assignee_id_people_id_fk" FOREIGN KEY ("assignee_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "applications" ADD CONSTRAINT "applications_created_by_people_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "applications" ADD CONSTRAINT "applications_product" FOREIGN KEY ("organisation_id","product_id") REFERENCES "public"."products"("organisation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "applications" ADD CONSTRAINT "applications_predecessor" FOREIGN KEY ("organisation_id","predecessor_id") REFERENCES "public"."applications"("organisation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "unlocked_questions" ADD CONSTRAINT "unlocked_questions_unlocked_by_people_id_fk" FOREIGN KEY ("unlocked_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "unlocked_questions" ADD CONSTRAINT "unlocked_questions_application" FOREIGN KEY ("organisation_id","application_id") REFERENCES "public"."applications"("organisation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "approvals" ADD CONSTRAINT "approvals_product" FOREIGN KEY ("organisation_id","product_id") REFERENCES "public"."products"("organisation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "approvals" ADD CONSTRAINT "approvals_application" FOREIGN KEY ("organisation_id","application_id") REFERENCES "public"."applications"("organisation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "approvals" ADD CONSTRAINT "approvals_decision" FOREIGN KEY ("organisation_id","decision_id") REFERENCES "public"."decisions"("organisation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "conditions" ADD CONSTRAINT "conditions_decision" FOREIGN KEY ("organisation_id","decision_id") REFERENCES "public"."decisions"("organisation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "decisions" ADD CONSTRAINT "decisions_recommendation_id_recommendations_id_fk" FOREIGN KEY ("recommendation_id") REFERENCES "public"."recommendations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "decisions" ADD CONSTRAINT "decisions_confirmed_by_people_id_fk" FOREIGN KEY ("confirmed_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "decisions" ADD CONSTRAINT "decisions_application" FOREIGN KEY ("organisation_id","application_id") REFERENCES "public"."applications"("organisation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "recommendations" ADD CONSTRAINT "recommendations_application_id_applications_id_fk" FOREIGN KEY ("application_id") REFERENCES "public"."applications"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "recommendations" ADD CONSTRAINT "recommendations_recommended_by_people_id_fk" FOREIGN KEY ("recommended_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "recommendations" ADD CONSTRAINT "recommendations_settled_by_people_id_fk" FOREIGN KEY ("settled_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "declarations" ADD CONSTRAINT "declarations_signatory_id_people_id_fk" FOREIGN KEY ("signatory_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "declarations" ADD CONSTRAINT "declarations_application" FOREIGN KEY ("organisation_id","application_id") REFERENCES "public"."applications"("organisation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "event_contents" ADD CONSTRAINT "event_contents_event_id_events_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."events"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "redactions" ADD CONSTRAINT "redactions_event_id_events_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."events"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "products" ADD CONSTRAINT "products_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "credentials" ADD CONSTRAINT "credentials_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "identities" ADD CONSTRAINT "identities_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "kept_words" ADD CONSTRAINT "kept_words_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "password_links" ADD CONSTRAINT "password_links_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "password_links" ADD CONSTRAINT "password_links_colleague" FOREIGN KEY ("organisation_id","person_id") REFERENCES "public"."people"("organisation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "people" ADD CONSTRAINT "people_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "information_request_items" ADD CONSTRAINT "information_request_items_request" FOREIGN KEY ("organisation_id","request_id") REFERENCES "public"."information_requests"("organisation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "information_requests" ADD CONSTRAINT "information_requests_sent_by_people_id_fk" FOREIGN KEY ("sent_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "information_requests" ADD CONSTRAINT "information_requests_application" FOREIGN KEY ("organisation_id","application_id") REFERENCES "public"."applications"("organisation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "conflicts_of_interest" ADD CONSTRAINT "conflicts_of_interest_application_id_applications_id_fk" FOREIGN KEY ("application_id") REFERENCES "public"."applications"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "conflicts_of_interest" ADD CONSTRAINT "conflicts_of_interest_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "question_reviews" ADD CONSTRAINT "question_reviews_application_id_applications_id_fk" FOREIGN KEY ("application_id") REFERENCES "public"."applications"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "question_reviews" ADD CONSTRAINT "question_reviews_reviewed_by_people_id_fk" FOREIGN KEY ("reviewed_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "staff_notes" ADD CONSTRAINT "staff_notes_application_id_applications_id_fk" FOREIGN KEY ("application_id") REFERENCES "public"."applications"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "staff_notes" ADD CONSTRAINT "staff_notes_written_by_people_id_fk" FOREIGN KEY ("written_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "applications_one_open" ON "applications" USING btree ("product_id") WHERE status in ('draft', 'submitted', 'in_assessment', 'information_requested', 'recommended');--> statement-breakpoint
CREATE INDEX "applications_by_organisation" ON "applications" USING btree ("organisation_id","created_at","id");--> statement-breakpoint
CREATE INDEX "applications_by_status" ON "applications" USING btree ("status","due_on","id");--> statement-breakpoint
CREATE INDEX "applications_by_due" ON "applications" USING btree ("due_on","id");--> statement-breakpoint
CREATE INDEX "applications_by_age" ON "applications" USING btree ("submitted_at","id");--> statement-breakpoint
CREATE INDEX "applications_by_assignee" ON "applications" USING btree ("assignee_id","status","due_on","id");--> statement-breakpoint
CREATE INDEX "applications_search" ON "applications" USING gin ("search_text" gin_trgm_ops);--> statement-breakpoint
CREATE UNIQUE INDEX "approvals_one_in_force" ON "approvals" USING btree ("product_id") WHERE status = 'in_force';--> statement-breakpoint
CREATE INDEX "conditions_by_decision" ON "conditions" USING btree ("decision_id");--> statement-breakpoint
CREATE INDEX "decisions_by_application" ON "decisions" USING btree ("application_id","decided_at");--> statement-breakpoint
CREATE UNIQUE INDEX "recommendations_one_open" ON "recommendations" USING btree ("application_id") WHERE status = 'open';--> statement-breakpoint
CREATE INDEX "recommendations_application" ON "recommendations" USING btree ("application_id","recommended_at");--> statement-breakpoint
CREATE INDEX "declarations_organisation" ON "declarations" USING btree ("organisation_id","submitted_at");--> statement-breakpoint
CREATE INDEX "event_contents_organisation" ON "event_contents" USING btree ("organisation_id");--> statement-breakpoint
CREATE INDEX "events_by_organisation" ON "events" USING btree ("organisation_id","subject_id","sequence");--> statement-breakpoint
CREATE INDEX "events_by_time" ON "events" USING btree ("at","id");--> statement-breakpoint
CREATE INDEX "identities_person" ON "identities" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "password_links_person" ON "password_links" USING btree ("person_id");--> statement-breakpoint
CREATE UNIQUE INDEX "people_email" ON "people" USING btree (lower("email"));--> statement-breakpoint
CREATE INDEX "people_by_organisation" ON "people" USING btree ("organisation_id","name");--> statement-breakpoint
CREATE INDEX "sessions_person" ON "sessions" USING btree ("person_id","created_at");--> statement-breakpoint
CREATE INDEX "staff_notes_application" ON "staff_notes" USING btree ("application_id","written_at");
--> statement-breakpoint
-- Who acts, as asActor() set it for this transaction.
CREATE FUNCTION current_organisation() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE
  AS $$ SELECT nullif(current_setting('app.organisation_id', true), '')::uuid $$;
--> statement-breakpoint
CREATE FUNCTION current_person() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE
  AS $$ SELECT nullif(current_setting('app.person_id', true), '')::uuid $$;
--> statement-breakpoint
-- Every table: row-level security, forced; then one policy for each role that may see rows at all.
DO $$
DECLARE name text;
BEGIN
  FOR name IN SELECT tablename FROM pg_tables WHERE schemaname = 'public' LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', name);
  END LOOP;
  FOREACH name IN ARRAY ARRAY['products','people','password_links','applications','answers',
    'unlocked_questions','declarations','information_requests','information_request_items','decisions',
    'conditions','approvals'] LOOP
    EXECUTE format('CREATE POLICY supplier_own ON %I TO portal_supplier
      USING (organisation_id = (SELECT current_organisation()))
      WITH CHECK (organisation_id = (SELECT current_organisation()))', name);
  END LOOP;
  FOREACH name IN ARRAY ARRAY['organisations','products','people','password_links','applications',
    'unlocked_questions','declarations','information_requests','information_request_items','decisions','conditions',
    'approvals','question_reviews','staff_notes','conflicts_of_interest','recommendations','events',
    'redactions'] LOOP
    EXECUTE format('CREATE POLICY staff_all ON %I TO portal_staff USING (true) WITH CHECK (true)', name);
    EXECUTE format('CREATE POLICY system_all ON %I TO portal_system USING (true) WITH CHECK (true)', name);
  END LOOP;
  FOREACH name IN ARRAY ARRAY['event_chains','event_contents'] LOOP
    EXECUTE format('CREATE POLICY system_all ON %I TO portal_system USING (true) WITH CHECK (true)', name);
  END LOOP;
  FOREACH name IN ARRAY ARRAY['organisations','people','credentials','sessions','password_links','throttles',
    'kept_words','identities','applications','events','event_contents','event_chains','redactions'] LOOP
    EXECUTE format('CREATE POLICY definer_all ON %I TO portal_definer USING (true) WITH CHECK (true)', name);
  END LOOP;
END $$;
--> statement-breakpoint
CREATE POLICY supplier_own ON organisations TO portal_supplier USING (id = (SELECT current_organisation()));
--> statement-breakpoint
CREATE POLICY supplier_own ON events TO portal_supplier
  USING (organisation_id = (SELECT current_organisation()) AND audience = 'supplier');
--> statement-breakpoint
CREATE POLICY supplier_own ON event_contents TO portal_supplier
  USING (organisation_id = (SELECT current_organisation()) AND audience = 'supplier');
--> statement-breakpoint
-- Staff know that a draft exists, never its words.
CREATE POLICY staff_no_drafts ON event_contents TO portal_staff USING (NOT draft);
--> statement-breakpoint
CREATE POLICY own_words ON kept_words TO portal_supplier, portal_staff
  USING (person_id = (SELECT current_person())) WITH CHECK (person_id = (SELECT current_person()));
--> statement-breakpoint
GRANT SELECT ON organisations, products, applications, answers, unlocked_questions, declarations,
  information_request_items, conditions, approvals, event_contents TO portal_supplier;
--> statement-breakpoint
GRANT SELECT ON people TO portal_supplier;
--> statement-breakpoint
GRANT SELECT (id, person_id, organisation_id, created_at, expires_at, used_at) ON password_links TO portal_supplier;
--> statement-breakpoint
GRANT SELECT (id, application_id, organisation_id, round, status, due_on, message, sent_at, ended_at,
  extension_asked_at, extension_reason) ON information_requests TO portal_supplier;
--> statement-breakpoint
GRANT SELECT (id, application_id, organisation_id, outcome, reasons, decided_at) ON decisions TO portal_supplier;
--> statement-breakpoint
GRANT SELECT (id, subject_id, subject_kind, organisation_id, sequence, type, audience, at, actor_side,
  supplier_actor_id, hash) ON events TO portal_supplier;
--> statement-breakpoint
GRANT INSERT, UPDATE ON people TO portal_supplier;
--> statement-breakpoint
GRANT INSERT ON password_links, applications, answers, unlocked_questions, declarations TO portal_supplier;
--> statement-breakpoint
GRANT UPDATE (status, round, submitted_at, due_on, status_at, version) ON applications TO portal_supplier;
--> statement-breakpoint
GRANT UPDATE (fields, version, saved_by, saved_at) ON answers TO portal_supplier;
--> statement-breakpoint
GRANT UPDATE (status, ended_at, extension_asked_at, extension_reason) ON information_requests TO portal_supplier;
--> statement-breakpoint
GRANT SELECT, INSERT, DELETE ON kept_words TO portal_supplier, portal_staff;
--> statement-breakpoint
GRANT UPDATE (sealed, kept_at) ON kept_words TO portal_supplier, portal_staff;
--> statement-breakpoint
GRANT SELECT ON organisations, products, people, applications, unlocked_questions, declarations,
  information_requests, information_request_items, decisions, conditions, approvals, question_reviews, staff_notes,
  conflicts_of_interest, recommendations, events, event_contents, redactions TO portal_staff, portal_system;
--> statement-breakpoint
GRANT SELECT (id, person_id, organisation_id, created_by, created_at, expires_at, used_at) ON password_links TO portal_staff, portal_system;
--> statement-breakpoint
GRANT SELECT ON event_chains TO portal_system;
--> statement-breakpoint
GRANT INSERT, UPDATE ON organisations, products, people TO portal_staff, portal_system;
--> statement-breakpoint
GRANT INSERT ON password_links TO portal_staff, portal_system;
--> statement-breakpoint
GRANT UPDATE (status, round, assignee_id, requests_sent, due_on, status_at, version) ON applications TO portal_staff, portal_system;
--> statement-breakpoint
GRANT UPDATE (status, due_on, ended_at) ON information_requests TO portal_staff, portal_system;
--> statement-breakpoint
GRANT INSERT ON question_reviews, staff_notes, conflicts_of_interest, information_requests, information_request_items,
  recommendations, decisions, conditions, approvals, redactions TO portal_staff;
--> statement-breakpoint
GRANT UPDATE (verdict, points, reasons, note_to_supplier, reviewed_by, reviewed_at, version) ON question_reviews TO portal_staff;
--> statement-breakpoint
GRANT UPDATE (status, settled_by, settled_at, settled_note) ON recommendations TO portal_staff;
--> statement-breakpoint
GRANT UPDATE (met_at) ON conditions TO portal_staff;
--> statement-breakpoint
GRANT UPDATE (status, status_at, version) ON approvals TO portal_staff, portal_system;
--> statement-breakpoint
GRANT UPDATE (done_by, done_at) ON redactions TO portal_staff;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE ON sessions, password_links, throttles, credentials, kept_words, identities,
  event_chains TO portal_definer;
--> statement-breakpoint
GRANT DELETE ON throttles TO portal_definer;
--> statement-breakpoint
GRANT SELECT ON organisations, applications TO portal_definer;
--> statement-breakpoint
GRANT SELECT, UPDATE ON people TO portal_definer;
--> statement-breakpoint
GRANT SELECT, INSERT ON events TO portal_definer;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE ON event_contents TO portal_definer;
--> statement-breakpoint
GRANT SELECT ON redactions TO portal_definer;
--> statement-breakpoint
-- The form in which an event and its contents are hashed: one place for writing and for verifying.
CREATE FUNCTION hash_contents(salt text, contents jsonb) RETURNS text LANGUAGE sql IMMUTABLE
  AS $$ SELECT encode(sha256(convert_to(salt || contents::text, 'UTF8')), 'hex') $$;
--> statement-breakpoint
CREATE FUNCTION hash_event(previous text, sequence integer, kind text, subject uuid, organisation uuid, type text,
  audience text, at timestamptz, side text, actor uuid, contents_hash text) RETURNS text LANGUAGE sql IMMUTABLE
  AS $$ SELECT encode(sha256(convert_to(concat_ws('|', previous, sequence, kind, subject,
    coalesce(organisation::text, '-'), type, audience,
    (extract(epoch from at) * 1000)::bigint, side, coalesce(actor::text, '-'), contents_hash), 'UTF8')), 'hex') $$;
--> statement-breakpoint
-- The only way to write an event: links it into its subject's chain, whose row it locks.
CREATE FUNCTION append_event(p_kind text, p_subject uuid, p_organisation uuid, p_type text, p_audience text,
  p_at timestamptz, p_contents jsonb, p_draft boolean, p_salt text)
  RETURNS TABLE (event_id uuid, event_sequence integer, event_hash text)
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  v_side text := coalesce(nullif(current_setting('app.side', true), ''), 'system');
  v_actor uuid := nullif(current_setting('app.person_id', true), '')::uuid;
  v_previous text;
  v_sequence integer;
  v_contents_hash text := hash_contents(p_salt, p_contents);
  v_hash text;
  v_id uuid := gen_random_uuid();
BEGIN
  IF v_side = 'supplier' AND p_organisation IS DISTINCT FROM current_organisation() THEN
    RAISE EXCEPTION 'an event of another organisation' USING ERRCODE = 'insufficient_privilege';
  END IF;
  IF p_kind = 'application' AND NOT EXISTS
    (SELECT FROM applications WHERE id = p_subject AND organisation_id = p_organisation) THEN
    RAISE EXCEPTION 'an event of no application' USING ERRCODE = 'foreign_key_violation';
  END IF;
  INSERT INTO event_chains (subject_id, subject_kind, organisation_id, sequence, head)
    VALUES (p_subject, p_kind, p_organisation, 0, '') ON CONFLICT DO NOTHING;
  SELECT c.head, c.sequence + 1 INTO v_previous, v_sequence
    FROM event_chains c WHERE c.subject_id = p_subject FOR UPDATE;
  v_hash := hash_event(v_previous, v_sequence, p_kind, p_subject, p_organisation, p_type, p_audience, p_at,
    v_side, v_actor, v_contents_hash);
  INSERT INTO events (id, subject_id, subject_kind, organisation_id, sequence, type, audience, at, actor_side,
    actor_id, supplier_actor_id, contents_hash, previous_hash, hash)
    VALUES (v_id, p_subject, p_kind, p_organisation, v_sequence, p_type, p_audience, p_at, v_side, v_actor,
      CASE WHEN v_side = 'supplier' THEN v_actor END, v_contents_hash, v_previous, v_hash);
  INSERT INTO event_contents (event_id, organisation_id, audience, draft, salt, contents)
    VALUES (v_id, p_organisation, p_audience, p_draft, p_salt, p_contents);
  UPDATE event_chains c SET sequence = v_sequence, head = v_hash WHERE c.subject_id = p_subject;
  RETURN QUERY SELECT v_id, v_sequence, v_hash;
END $$;
--> statement-breakpoint
-- Takes the words out of one event, once somebody asked for it and a second person does it.
CREATE FUNCTION redact_event(p_redaction uuid, p_at timestamptz) RETURNS boolean
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE v_event uuid;
BEGIN
  SELECT event_id INTO v_event FROM redactions
    WHERE id = p_redaction AND done_by IS NOT NULL AND done_by <> asked_by;
  IF v_event IS NULL OR coalesce(current_setting('app.side', true), '') <> 'staff' THEN RETURN false; END IF;
  UPDATE event_contents SET contents = NULL, salt = NULL, redacted_at = p_at
    WHERE event_id = v_event AND redacted_at IS NULL;
  RETURN FOUND;
END $$;
--> statement-breakpoint
CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'insufficient_privilege';
END $$;
--> statement-breakpoint
CREATE TRIGGER events_append_only BEFORE UPDATE OR DELETE ON events FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER events_no_truncate BEFORE TRUNCATE ON events FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER declarations_frozen BEFORE UPDATE OR DELETE ON declarations FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER declarations_no_truncate BEFORE TRUNCATE ON declarations FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER event_contents_kept BEFORE DELETE ON event_contents FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER event_contents_no_truncate BEFORE TRUNCATE ON event_contents FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER event_contents_redaction_only BEFORE UPDATE ON event_contents FOR EACH ROW
  WHEN (NEW.contents IS NOT NULL OR NEW.salt IS NOT NULL OR NEW.redacted_at IS NULL OR OLD.redacted_at IS NOT NULL
    OR NEW.event_id <> OLD.event_id OR NEW.audience <> OLD.audience OR NEW.draft <> OLD.draft)
  EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
-- The machine of the application, held by the database as well: who may move it from where to where.
CREATE TABLE application_transitions (
  from_status text NOT NULL,
  to_status text NOT NULL,
  side text NOT NULL,
  PRIMARY KEY (from_status, to_status, side)
);
--> statement-breakpoint
INSERT INTO application_transitions (from_status, to_status, side) VALUES
  ('draft', 'submitted', 'supplier'),
  ('information_requested', 'submitted', 'supplier'),
  ('submitted', 'draft', 'supplier'),
  ('submitted', 'in_assessment', 'staff'),
  ('in_assessment', 'information_requested', 'staff'),
  ('information_requested', 'in_assessment', 'staff'),
  ('information_requested', 'in_assessment', 'system'),
  ('in_assessment', 'recommended', 'staff'),
  ('recommended', 'in_assessment', 'staff'),
  ('recommended', 'approved', 'staff'),
  ('recommended', 'approved_with_conditions', 'staff'),
  ('recommended', 'rejected', 'staff'),
  ('approved_with_conditions', 'approved', 'staff'),
  ('rejected', 'in_assessment', 'staff'),
  ('draft', 'withdrawn', 'supplier'),
  ('submitted', 'withdrawn', 'supplier'),
  ('in_assessment', 'withdrawn', 'supplier'),
  ('information_requested', 'withdrawn', 'supplier'),
  ('recommended', 'withdrawn', 'supplier');
--> statement-breakpoint
ALTER TABLE application_transitions ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE application_transitions FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY definer_all ON application_transitions TO portal_definer USING (true);
--> statement-breakpoint
CREATE POLICY system_all ON application_transitions TO portal_system USING (true);
--> statement-breakpoint
GRANT SELECT ON application_transitions TO portal_definer, portal_system;
--> statement-breakpoint
CREATE FUNCTION guard_status() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM application_transitions t WHERE t.from_status = OLD.status
    AND t.to_status = NEW.status AND t.side = coalesce(nullif(current_setting('app.side', true), ''), 'none')) THEN
    RAISE EXCEPTION 'no such transition' USING ERRCODE = 'check_violation', CONSTRAINT = 'application_transitions';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER applications_guard_status BEFORE UPDATE OF status ON applications FOR EACH ROW
  WHEN (NEW.status IS DISTINCT FROM OLD.status) EXECUTE FUNCTION guard_status();
--> statement-breakpoint
REVOKE ALL ON FUNCTION current_organisation(), current_person(), hash_contents(text, jsonb),
  hash_event(text, integer, text, uuid, uuid, text, text, timestamptz, text, uuid, text),
  append_event(text, uuid, uuid, text, text, timestamptz, jsonb, boolean, text), redact_event(uuid, timestamptz),
  refuse_change(), guard_status() FROM PUBLIC;
--> statement-breakpoint
ALTER DEFAULT PRIVILEGES REVOKE EXECUTE ON FUNCTIONS FROM PUBLIC;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION current_organisation(), current_person(), hash_contents(text, jsonb),
  hash_event(text, integer, text, uuid, uuid, text, text, timestamptz, text, uuid, text)
  TO portal_supplier, portal_staff, portal_system, portal_visitor, portal_definer;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION append_event(text, uuid, uuid, text, text, timestamptz, jsonb, boolean, text)
  TO portal_supplier, portal_staff, portal_system;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION redact_event(uuid, timestamptz) TO portal_staff;
--> statement-breakpoint
GRANT CREATE ON SCHEMA public TO portal_definer;
--> statement-breakpoint
ALTER FUNCTION append_event(text, uuid, uuid, text, text, timestamptz, jsonb, boolean, text) OWNER TO portal_definer;
--> statement-breakpoint
ALTER FUNCTION redact_event(uuid, timestamptz) OWNER TO portal_definer;
--> statement-breakpoint
ALTER FUNCTION guard_status() OWNER TO portal_definer;
--> statement-breakpoint
REVOKE CREATE ON SCHEMA public FROM portal_definer;
