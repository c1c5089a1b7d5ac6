ALTER TABLE "supplier_figures" drop column "trouble";--> statement-breakpoint
ALTER TABLE "supplier_figures" ADD COLUMN "trouble" integer GENERATED ALWAYS AS (lapsed + not_ready + not_proven + overridden + outdated + spot_failed) STORED NOT NULL;--> statement-breakpoint
-- The index goes with the column that it is of.
CREATE INDEX "supplier_figures_worst" ON "supplier_figures" USING btree ((-trouble),"name_key","organisation_id");
