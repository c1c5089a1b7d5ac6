ALTER TABLE "case_figures" DROP CONSTRAINT "case_figures_measure";--> statement-breakpoint
ALTER TABLE "figure_sums" DROP CONSTRAINT "figure_sums_measure";--> statement-breakpoint
ALTER TABLE "case_figures" ADD COLUMN "id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL;--> statement-breakpoint
ALTER TABLE "case_figures" ADD CONSTRAINT "case_figures_measure" CHECK ("case_figures"."measure" in ('received', 'responded', 'decided', 'supplier_days', 'assessor_days', 'second_person_days', 'our_days', 'rounds', 'approved_first_time', 'withdrawn', 'requested', 'asked', 'reason'));--> statement-breakpoint
ALTER TABLE "figure_sums" ADD CONSTRAINT "figure_sums_measure" CHECK ("figure_sums"."measure" in ('received', 'responded', 'decided', 'supplier_days', 'assessor_days', 'second_person_days', 'our_days', 'rounds', 'approved_first_time', 'withdrawn', 'requested', 'asked', 'reason'));
--> statement-breakpoint
-- Requests are counted now, and every case anew, by the next job. The owner sees the rows for this one statement.
ALTER TABLE applications NO FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE case_marks NO FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
INSERT INTO case_marks (application_id, at) SELECT id, status_at FROM applications WHERE submitted_at IS NOT NULL;
--> statement-breakpoint
ALTER TABLE case_marks FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE applications FORCE ROW LEVEL SECURITY;
