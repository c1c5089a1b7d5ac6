ALTER TABLE "answers" ADD COLUMN "recorded" jsonb;
--> statement-breakpoint
GRANT UPDATE (recorded) ON answers TO portal_supplier;
