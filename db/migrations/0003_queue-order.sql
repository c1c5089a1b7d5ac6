DROP INDEX "applications_by_status";--> statement-breakpoint
DROP INDEX "applications_by_assignee";--> statement-breakpoint
DROP INDEX "applications_by_due";--> statement-breakpoint
DROP INDEX "applications_by_age";--> statement-breakpoint
CREATE INDEX "applications_by_product" ON "applications" USING btree ("product_id");--> statement-breakpoint
CREATE INDEX "applications_by_status_due" ON "applications" USING btree ("status",coalesce("due_on", 'infinity'::date),"id");--> statement-breakpoint
CREATE INDEX "applications_by_status_age" ON "applications" USING btree ("status",coalesce("submitted_at", "created_at"),"id");--> statement-breakpoint
CREATE INDEX "applications_open_due" ON "applications" USING btree (coalesce("due_on", 'infinity'::date),"id") WHERE status in ('submitted', 'in_assessment', 'information_requested', 'recommended');--> statement-breakpoint
CREATE INDEX "applications_open_age" ON "applications" USING btree (coalesce("submitted_at", "created_at"),"id") WHERE status in ('submitted', 'in_assessment', 'information_requested', 'recommended');--> statement-breakpoint
CREATE INDEX "applications_unassigned_due" ON "applications" USING btree (coalesce("due_on", 'infinity'::date),"id") WHERE assignee_id is null and status in ('submitted', 'in_assessment', 'information_requested', 'recommended');--> statement-breakpoint
CREATE INDEX "applications_unassigned_age" ON "applications" USING btree (coalesce("submitted_at", "created_at"),"id") WHERE assignee_id is null and status in ('submitted', 'in_assessment', 'information_requested', 'recommended');--> statement-breakpoint
CREATE INDEX "applications_of_assignee_due" ON "applications" USING btree ("assignee_id",(case when "status" = 'submitted' and "round" > 1 then 0 else 1 end),coalesce("due_on", 'infinity'::date),"id") WHERE status in ('submitted', 'in_assessment', 'information_requested', 'recommended');--> statement-breakpoint
CREATE INDEX "applications_of_assignee_age" ON "applications" USING btree ("assignee_id",coalesce("submitted_at", "created_at"),"id") WHERE status in ('submitted', 'in_assessment', 'information_requested', 'recommended');--> statement-breakpoint
CREATE INDEX "organisations_by_name" ON "organisations" USING gin ("name" gin_trgm_ops);--> statement-breakpoint
CREATE INDEX "products_by_name" ON "products" USING gin ("name" gin_trgm_ops);--> statement-breakpoint
CREATE INDEX "applications_by_due" ON "applications" USING btree (coalesce("due_on", 'infinity'::date),"id");--> statement-breakpoint
CREATE INDEX "applications_by_age" ON "applications" USING btree (coalesce("submitted_at", "created_at"),"id");