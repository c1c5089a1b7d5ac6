ALTER TABLE "onboardings" ADD COLUMN "aup_renewed_version" text;--> statement-breakpoint
ALTER TABLE "onboardings" ADD COLUMN "aup_renewed_on" date;--> statement-breakpoint
ALTER TABLE "onboardings" ADD COLUMN "aup_renewed_method" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "onboardings" ADD COLUMN "aup_renewed_by" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "onboardings" ADD COLUMN "aup_renewed_acknowledged_on" date;--> statement-breakpoint
ALTER TABLE "onboardings" ADD CONSTRAINT "onboardings_renewed" CHECK (("onboardings"."aup_renewed_version" is null) = ("onboardings"."aup_renewed_on" is null));--> statement-breakpoint
GRANT UPDATE (aup_renewed_version, aup_renewed_on, aup_renewed_method, aup_renewed_by, aup_renewed_acknowledged_on)
  ON onboardings TO portal_supplier;
