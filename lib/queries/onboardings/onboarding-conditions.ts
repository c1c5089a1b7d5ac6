import { type SQL, sql } from 'drizzle-orm';
import { foldName, type OnboardingFilter } from '@/lib/domain/onboarding-filter';

/** Past every text that begins with another one, as the column's collation orders them. */
const END = '\u{10ffff}';
const beginsWith = (column: SQL, text: string): SQL =>
  sql`(${column} >= ${text} and ${column} < ${text + END})`;

/**
 * By ranges, which the database may use below its policies: the beginning of a name or of a code. A
 * word without a figure is a code only as a whole, so that it does not find every code with a letter.
 */
function searched(text: string): SQL {
  const code = text.replace(/\s/g, '').toUpperCase();
  const name = beginsWith(sql`o.name_key`, foldName(text));
  if (!/^[A-Z0-9]{1,9}$/.test(code)) return name;
  const byCode = /[0-9]/.test(code) ? beginsWith(sql`o.ods_code`, code) : sql`o.ods_code = ${code}`;
  return sql`(${name} or ${byCode})`;
}

/** What holds of the onboardings `o` of an organisation that a filter leaves. */
export function conditionsOf(organisationId: string, filter: OnboardingFilter): SQL {
  const { text, state, verdict, finding, product, lead, overridden } = filter;
  const all: SQL[] = [sql`o.organisation_id = ${organisationId}`];
  if (text) all.push(searched(text));
  if (state) all.push(sql`o.state = ${state}`);
  if (verdict) all.push(sql`o.verdict = ${verdict}`);
  if (finding) all.push(sql`(${finding} = any (o.reasons) or ${finding} = any (o.flags))`);
  if (product) all.push(sql`o.product_id = ${product}`);
  if (lead) all.push(sql`o.lead_ods_code = ${lead}`);
  if (overridden) all.push(sql`o.overridden_at is not null`);
  return sql.join(all, sql` and `);
}
