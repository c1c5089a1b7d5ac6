import { sql } from 'drizzle-orm';
import { date, foreignKey, index, integer, pgTable, text, unique, uuid } from 'drizzle-orm/pg-core';
import { MEASURE_IDS, type Measure } from '@/lib/domain/case-figures';
import type { PlainDate } from '@/lib/domain/dates';
import { PERIODS, type Period } from '@/lib/domain/figure-periods';
import { applications } from './applications';
import { id, instant, oneOf } from './columns';
import { people } from './people';

const day = () => date({ mode: 'string' }).$type<PlainDate>();
/** See `CaseFigure`. */
const figure = () => ({
  measure: text().notNull().$type<Measure>(),
  /** By whose hand; null for what nobody of the staff did. */
  assessorId: uuid().references(() => people.id),
  label: text().notNull(),
  value: integer().notNull(),
});

/**
 * What is counted of each case, as it was worked out last: the list behind each figure, and what
 * figures of one supplier are summed from. Suppliers have no grant here.
 */
export const caseFigures = pgTable(
  'case_figures',
  {
    // Two of one case may say the same: each is counted, and each has its row in a list.
    id: id(),
    applicationId: uuid().notNull(),
    organisationId: uuid().notNull(),
    productId: uuid().notNull(),
    onDay: day().notNull(),
    ...figure(),
  },
  (t) => [
    foreignKey({
      columns: [t.organisationId, t.applicationId],
      foreignColumns: [applications.organisationId, applications.id],
      name: 'case_figures_application',
    }),
    index('case_figures_of_case').on(t.applicationId),
    index('case_figures_of_supplier').on(t.organisationId, t.measure, t.onDay),
    index('case_figures_by_day').on(t.measure, t.onDay, t.applicationId),
    oneOf('case_figures_measure', t.measure, MEASURE_IDS),
  ],
);

/** How many cases have a figure in a week or month: of everybody (no assessor), and of each assessor. */
export const figureSums = pgTable(
  'figure_sums',
  {
    period: text().notNull().$type<Period>(),
    startsOn: day().notNull(),
    ...figure(),
    cases: integer().notNull(),
  },
  (t) => [
    unique('figure_sums_once')
      .on(t.period, t.measure, t.assessorId, t.startsOn, t.label, t.value)
      .nullsNotDistinct(),
    // What came to nothing is looked for after each count.
    index('figure_sums_empty').on(t.cases).where(sql`cases = 0`),
    oneOf('figure_sums_period', t.period, PERIODS),
    oneOf('figure_sums_measure', t.measure, MEASURE_IDS),
  ],
);

/**
 * Cases whose history went on since their figures were worked out. Written by the database along with
 * the event, never changed, so that nobody waits for anybody; several of one case are counted at once.
 */
export const caseMarks = pgTable(
  'case_marks',
  { id: id(), applicationId: uuid().notNull(), at: instant().notNull() },
  (t) => [
    index('case_marks_in_order').on(t.at, t.id),
    index('case_marks_of_case').on(t.applicationId),
  ],
);
