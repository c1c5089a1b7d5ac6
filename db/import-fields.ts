import { type SQL, sql } from 'drizzle-orm';
import { isClosed, ONBOARDING_STATE_IDS, wentLive } from '@/lib/domain/onboarding';

/** Those that are or were live, as a list of SQL. */
export const WENT_LIVE = ONBOARDING_STATE_IDS.filter(wentLive)
  .map((state) => `'${state}'`)
  .join(', ');

/** Those of which nothing is changed any more, likewise. */
export const CLOSED = ONBOARDING_STATE_IDS.filter(isClosed)
  .map((state) => `'${state}'`)
  .join(', ');

/**
 * The row tells of an alert since it went live, beside the one in time that the verdict goes by. In
 * the statements of an import `r` is the row, `o` the onboarding as it is, `w` what was worked out.
 */
const LATER = `coalesce(o.state in (${WENT_LIVE}) and o.aup_version is not null
  and o.aup_alerted_on <= o.go_live_on and r.aup_alerted_on > coalesce(r.go_live_on, o.go_live_on), false)`;

/** A column that a row may set: what the row says of it, and when. */
type Field = { said: string; when: string };
const plain = (column: string): Field => ({ said: `r.${column}`, when: `r.${column} is not null` });
const alert = (column: string, later: boolean): Field => {
  const { said, when } = plain(column);
  return { said, when: `${when} and ${later ? '' : 'not '}${LATER}` };
};

const FIELDS = {
  name: plain('name'),
  state: plain('state'),
  lead_ods_code: plain('lead_ods_code'),
  go_live_on: plain('go_live_on'),
  // Where an organisation publishes under its own code, nothing is kept of it.
  dspt_code: { ...plain('dspt_code'), said: 'nullif(r.dspt_code, r.ods_code)' },
  aup_version: alert('aup_version', false),
  aup_alerted_on: alert('aup_alerted_on', false),
  aup_method: alert('aup_method', false),
  aup_alerted_by: alert('aup_alerted_by', false),
  aup_renewed_version: alert('aup_version', true),
  aup_renewed_on: alert('aup_alerted_on', true),
  aup_renewed_method: alert('aup_method', true),
  aup_renewed_by: alert('aup_alerted_by', true),
  contact_name: plain('contact_name'),
  contact_email: plain('contact_email'),
  clinical_safety: plain('clinical_safety'),
} as const satisfies Record<string, Field>;

const each = (write: (column: string, field: Field) => string, between: string): SQL =>
  sql.raw(
    Object.entries(FIELDS)
      .map(([column, field]) => write(column, field))
      .join(between),
  );
const sets = (column: string, { said, when }: Field): string =>
  `(${when} and ${said} is distinct from o.${column})`;
const value = (column: string, { said, when }: Field): string =>
  `case when ${when} then ${said} else o.${column} end`;

/** What a field is once the row is imported: a blank cell leaves what is there. */
export const imported = (column: keyof typeof FIELDS): SQL =>
  sql.raw(value(column, FIELDS[column]));

/** Whether the row says anything else than the onboarding's own fields. */
export const differs = sql`(${each(sets, ' or ')})`;

/** Whether it says anything else of a field that a person set since the last import that did. */
export const differsFromEdited = sql`(cardinality(o.edited_fields) > 0 and (${each(
  (column, field) => `('${column}' = any (o.edited_fields) and ${sets(column, field)})`,
  ' or ',
)}))`;

/** The fields that are still a person's once the row is imported: those that it does not change. */
export const stillEdited = sql`case when o.edited_fields = '{}' then o.edited_fields else array(
  select f from unnest(o.edited_fields) f where not case f ${each(
    (column, field) => `when '${column}' then ${sets(column, field)}`,
    ' ',
  )} else false end) end`;

/** The fields that the row sets, as they were: an object for `before` of a change. */
export const fieldsBefore = each(
  (column, field) =>
    `case when ${sets(column, field)} then jsonb_build_object('${column}', o.${column}) else '{}' end`,
  ' || ',
);

/** The same with what they are to be: pairs of before and after. */
export const fieldsChanging = each(
  (column, field) =>
    `case when ${sets(column, field)} then jsonb_build_object('${column}', jsonb_build_array(o.${column}, ${field.said})) else '{}' end`,
  ' || ',
);

/** The assignments of an update of `o`. */
export const assignments = each((column, field) => `${column} = ${value(column, field)}`, ', ');

/** The check that the row holds is not kept of the onboarding yet. */
export const bringsCheck = sql`(r.checked_on is not null and not exists (
  select from onboarding_checks k where k.onboarding_id = o.id and k.checked_on = r.checked_on
    and k.code = coalesce(r.dspt_code, o.dspt_code, o.ods_code) and k.status = r.status
    and k.published_on is not distinct from r.published_on))`;
