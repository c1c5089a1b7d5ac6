import { sql } from 'drizzle-orm';
import {
  type AnyPgColumn,
  check,
  date,
  foreignKey,
  index,
  integer,
  pgTable,
  text,
  unique,
  uuid,
} from 'drizzle-orm/pg-core';
import type { PlainDate } from '@/lib/domain/dates';
import type { Edition, LevelId } from '@/lib/domain/dspt';
import { ONBOARDING_STATE_IDS, type OnboardingState } from '@/lib/domain/onboarding';
import {
  VERDICT_IDS,
  type Verdict,
  type VerdictFlag,
  type VerdictReason,
} from '@/lib/domain/onboarding-verdict';
import { id, instant, oneOf } from './columns';
import { products } from './organisations';
import { people } from './people';

const day = () => date({ mode: 'string' }).$type<PlainDate>();
const line = () => text().notNull().default('');

/** One end user organisation for one product; never deleted. */
export const onboardings = pgTable(
  'onboardings',
  {
    id: id(),
    organisationId: uuid().notNull(),
    productId: uuid().notNull(),
    odsCode: text().notNull(),
    name: text().notNull(),
    /** The name as it is searched and sorted: lower case, without a 'The' before it. */
    nameKey: text()
      .notNull()
      .generatedAlwaysAs(sql`lower(regexp_replace(btrim(name), '^the\\s+', '', 'i'))`),
    address: line(),
    state: text().notNull().$type<OnboardingState>(),
    /** Since when it is in its state, and why, in the words of whoever put it there. */
    stateOn: day().notNull(),
    stateReason: line(),
    goLiveOn: day(),
    /** The end user organisation that shows identity and AUP for this one. */
    leadOdsCode: text(),
    /** The code under which its DSPT is published, where it is another one. */
    dsptCode: text(),
    aupVersion: text(),
    aupAlertedOn: day(),
    aupMethod: line(),
    aupAlertedBy: line(),
    aupAcknowledgedOn: day(),
    /** A later alert, since it went live: what was true on its go-live date stays. */
    aupRenewedVersion: text(),
    aupRenewedOn: day(),
    aupRenewedMethod: line(),
    aupRenewedBy: line(),
    aupRenewedAcknowledgedOn: day(),
    contactName: line(),
    contactEmail: line(),
    clinicalSafety: line(),
    /** Why it went live though it was not ready. */
    overrideReason: text(),
    overriddenBy: uuid().references((): AnyPgColumn => people.id),
    overriddenAt: instant(),
    /** As it was last judged; `reasons` and `flags` in the order of their tables. */
    verdict: text().notNull().$type<Verdict>(),
    reasons: text().array().notNull().$type<VerdictReason[]>(),
    flags: text().array().notNull().$type<VerdictFlag[]>(),
    /** The import that last wrote it, and when somebody last changed it on a page. */
    importId: uuid(),
    importedAt: instant(),
    editedAt: instant(),
    /** The columns that people set since an import did: none overwrites them unasked. */
    editedFields: text().array().notNull().default([]),
    editedBy: uuid().references((): AnyPgColumn => people.id),
    createdAt: instant().notNull(),
    version: integer().notNull().default(1),
  },
  (t) => [
    foreignKey({
      columns: [t.organisationId, t.productId],
      foreignColumns: [products.organisationId, products.id],
      name: 'onboardings_product',
    }),
    unique('onboardings_organisation').on(t.organisationId, t.id),
    unique('onboardings_code').on(t.organisationId, t.odsCode, t.productId),
    index('onboardings_by_ods_code').on(t.odsCode),
    index('onboardings_in_order').on(t.organisationId, t.nameKey, t.id),
    index('onboardings_by_verdict').on(t.organisationId, t.verdict, t.nameKey, t.id),
    index('onboardings_by_state').on(t.organisationId, t.state, t.nameKey, t.id),
    index('onboardings_by_lead')
      .on(t.organisationId, t.productId, t.leadOdsCode)
      .where(sql`lead_ods_code is not null`),
    // What staff count for each supplier, and what they look into.
    index('onboardings_counted').on(t.organisationId, t.state, t.verdict, t.productId),
    index('onboardings_overridden').on(t.organisationId).where(sql`overridden_by is not null`),
    index('onboardings_aup_outdated')
      .on(t.organisationId)
      .where(sql`flags @> '{aup_outdated}'::text[]`),
    oneOf('onboardings_state', t.state, ONBOARDING_STATE_IDS),
    oneOf('onboardings_verdict', t.verdict, VERDICT_IDS),
    check('onboardings_ods_code', sql`${t.odsCode} ~ '^[A-Z0-9]{1,9}$'`),
    check('onboardings_lead', sql`${t.leadOdsCode} <> ${t.odsCode}`),
    check(
      'onboardings_went_live',
      sql`${t.state} in ('planned', 'cancelled') or ${t.goLiveOn} is not null`,
    ),
    check(
      'onboardings_renewed',
      sql`(${t.aupRenewedVersion} is null) = (${t.aupRenewedOn} is null)`,
    ),
    check('onboardings_override', sql`(${t.overrideReason} is null) = (${t.overriddenBy} is null)`),
  ],
);

/** What a supplier read of an end user organisation's DSPT on a day; never changed afterwards. */
export const onboardingChecks = pgTable(
  'onboarding_checks',
  {
    id: id(),
    organisationId: uuid().notNull(),
    onboardingId: uuid().notNull(),
    checkedOn: day().notNull(),
    checkedBy: line(),
    /** The code it was published under. */
    code: text().notNull(),
    /** As read. */
    status: text().notNull(),
    edition: text().$type<Edition>(),
    level: text().$type<LevelId>(),
    publishedOn: day(),
    recordedBy: uuid()
      .notNull()
      .references(() => people.id),
    recordedAt: instant().notNull(),
  },
  (t) => [
    foreignKey({
      columns: [t.organisationId, t.onboardingId],
      foreignColumns: [onboardings.organisationId, onboardings.id],
      name: 'onboarding_checks_onboarding',
    }),
    unique('onboarding_checks_once')
      .on(t.onboardingId, t.checkedOn, t.code, t.status, t.publishedOn)
      .nullsNotDistinct(),
  ],
);

/** A version of the EUO acceptable use policy; never changed once published. */
export const aupVersions = pgTable('aup_versions', {
  id: id(),
  version: text().notNull(),
  /** As it is compared, so that no version is published twice. */
  versionKey: text().notNull().unique('aup_versions_once'),
  inForceFrom: day().notNull().unique('aup_versions_day'),
  note: line(),
  publishedBy: uuid()
    .notNull()
    .references(() => people.id),
  publishedAt: instant().notNull(),
});
