-- Until now a certificate that was offered counted as relied on, and suppliers were told so.
ALTER TABLE "approvals" ADD COLUMN "certificate_relied_on" boolean DEFAULT true NOT NULL;
--> statement-breakpoint
ALTER TABLE "approvals" ALTER COLUMN "certificate_relied_on" DROP DEFAULT;
