import { type SQL, sql } from 'drizzle-orm';

/**
 * The fields of an onboarding that a row of an import may set. In the statements of an import `r` is
 * the row, `o` the onboarding as it is, `w` what was worked out of the row.
 */
const FIELDS = [
  'name',
  'state',
  'lead_ods_code',
  'go_live_on',
  'dspt_code',
  'aup_version',
  'aup_alerted_on',
  'aup_method',
  'aup_alerted_by',
  'contact_name',
  'contact_email',
  'clinical_safety',
] as const;
type Field = (typeof FIELDS)[number];

/** Where an organisation publishes under its own code, nothing is kept of it. */
const said = (field: Field): string =>
  field === 'dspt_code' ? 'nullif(r.dspt_code, r.ods_code)' : `r.${field}`;
const sets = (field: Field): string =>
  `(r.${field} is not null and ${said(field)} is distinct from o.${field})`;

/** What a field is once the row is imported: a blank cell leaves what is there. */
export const imported = (field: Field): SQL =>
  sql.raw(`case when r.${field} is null then o.${field} else ${said(field)} end`);

/** Whether the row says anything else than the onboarding's own fields. */
export const differs = sql.raw(`(${FIELDS.map(sets).join(' or ')})`);

/** The fields that the row sets, as they were: an object for `before` of a change. */
export const fieldsBefore = sql.raw(
  FIELDS.map(
    (field) =>
      `case when ${sets(field)} then jsonb_build_object('${field}', o.${field}) else '{}' end`,
  ).join(' || '),
);

/** The same with what they are to be: pairs of before and after. */
export const fieldsChanging = sql.raw(
  FIELDS.map(
    (field) =>
      `case when ${sets(field)} then jsonb_build_object('${field}', jsonb_build_array(o.${field}, ${said(field)})) else '{}' end`,
  ).join(' || '),
);

/** The assignments of an update of `o`. */
export const assignments = sql.raw(
  FIELDS.map(
    (field) => `${field} = case when r.${field} is null then o.${field} else ${said(field)} end`,
  ).join(', '),
);

/** The check that the row holds is not kept of the onboarding yet. */
export const bringsCheck = sql`(r.checked_on is not null and not exists (
  select from onboarding_checks k where k.onboarding_id = o.id and k.checked_on = r.checked_on
    and k.code = coalesce(r.dspt_code, o.dspt_code, o.ods_code) and k.status = r.status
    and k.published_on is not distinct from r.published_on))`;
