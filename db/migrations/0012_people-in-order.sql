DROP INDEX "people_by_organisation";--> statement-breakpoint
CREATE INDEX "people_in_order" ON "people" USING btree ("organisation_id",(not "active"),lower("name"),"id");