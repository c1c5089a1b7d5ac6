ALTER TABLE "onboarding_import_refusals" ADD COLUMN "cells" jsonb;--> statement-breakpoint
GRANT UPDATE (cells) ON onboarding_import_refusals TO portal_system;
--> statement-breakpoint
-- Staff read what imports changed of an onboarding, and whose they were; of an import nothing else.
CREATE POLICY staff_all ON onboarding_import_changes FOR SELECT TO portal_staff USING (true);
--> statement-breakpoint
CREATE POLICY staff_all ON onboarding_imports FOR SELECT TO portal_staff USING (true);
--> statement-breakpoint
GRANT SELECT ON onboarding_import_changes TO portal_staff;
--> statement-breakpoint
GRANT SELECT (id, organisation_id, file_name, confirmed_by, ended_at) ON onboarding_imports TO portal_staff;
