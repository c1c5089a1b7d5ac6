import { type SQL, sql } from 'drizzle-orm';
import {
  foldName,
  type OnboardingCursor,
  type OnboardingFilter,
} from '@/lib/domain/onboarding-filter';

/** Past every text that begins with another one, as the column's collation orders them. */
const END = '\u{10ffff}';
const beginsWith = (column: SQL, text: string): SQL =>
  sql`(${column} >= ${text} and ${column} < ${text + END})`;

/**
 * What a searched text means, each by a range, which the database may use below its policies: the
 * beginning of a name, or of a code. A word without a figure is a code only as a whole, so that it does
 * not find every code with a letter.
 */
function meanings(text: string): SQL[] {
  const code = text.replace(/\s/g, '').toUpperCase();
  const name = beginsWith(sql`o.name_key`, foldName(text));
  if (!/^[A-Z0-9]{1,9}$/.test(code)) return [name];
  return [name, /[0-9]/.test(code) ? beginsWith(sql`o.ods_code`, code) : sql`o.ods_code = ${code}`];
}

/** What holds of the onboardings `o` of an organisation that a filter leaves, but for its text. */
function conditionsOf(organisationId: string, filter: OnboardingFilter): SQL {
  const { state, verdict, finding, product, lead, overridden } = filter;
  const all: SQL[] = [sql`o.organisation_id = ${organisationId}`];
  if (state) all.push(sql`o.state = ${state}`);
  if (verdict) all.push(sql`o.verdict = ${verdict}`);
  if (finding) all.push(sql`(${finding} = any (o.reasons) or ${finding} = any (o.flags))`);
  if (product) all.push(sql`o.product_id = ${product}`);
  if (lead) all.push(sql`o.lead_ods_code = ${lead}`);
  if (overridden) all.push(sql`o.overridden_at is not null`);
  return sql.join(all, sql` and `);
}

/**
 * The next onboardings of an organisation that a filter leaves, by name: a query of their rows. A
 * text that may be name or code is asked for as each, since one condition of both finds no index.
 */
export function nextOnboardings(
  organisationId: string,
  filter: OnboardingFilter,
  { after, limit }: { after: OnboardingCursor | null; limit: number },
): SQL {
  const later = after
    ? sql` and (o.name_key, o.id) > (${after.nameKey}, ${after.id}::uuid)`
    : sql``;
  const one = (meaning: SQL) => sql`(select o.* from onboardings o
    where ${conditionsOf(organisationId, filter)}${meaning}${later}
    order by o.name_key, o.id limit ${limit})`;
  if (!filter.text) return one(sql``);
  const each = meanings(filter.text).map((meaning) => one(sql` and ${meaning}`));
  return sql`(select distinct on (o.name_key, o.id) * from (${sql.join(each, sql` union all `)}) o
    order by o.name_key, o.id limit ${limit})`;
}
