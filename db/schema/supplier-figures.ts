import { sql } from 'drizzle-orm';
import { foreignKey, index, integer, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { TROUBLE_IDS } from '@/lib/domain/supplier-list';
import { instant } from './columns';
import { organisations } from './organisations';

const count = () => integer().notNull().default(0);

/** What is counted of each supplier's ledger and spot checks, a row for each from its first moment. */
export const supplierFigures = pgTable(
  'supplier_figures',
  {
    organisationId: uuid().primaryKey(),
    /** The name as it is sorted. */
    nameKey: text().notNull(),
    /** Of its end user organisations: those that are live, and of them by verdict. */
    live: count(),
    lapsed: count(),
    notReady: count(),
    notProven: count(),
    overridden: count(),
    outdated: count(),
    /** Spot checks that are finished, and of them those in which something was not satisfactory. */
    spotDone: count(),
    spotFailed: count(),
    /** The sum of what is a trouble, by which the worst come first: `troubleOf` in the domain. */
    trouble: integer()
      .notNull()
      .generatedAlwaysAs(sql.raw(TROUBLE_IDS.join(' + '))),
  },
  (t) => [
    foreignKey({
      columns: [t.organisationId],
      foreignColumns: [organisations.id],
      name: 'supplier_figures_supplier',
    }),
    index('supplier_figures_worst').on(sql`(-trouble)`, t.nameKey, t.organisationId),
  ],
);

/**
 * That something changed of a supplier since it was counted: added by triggers in the transaction of
 * the change, and taken by whoever counts. Neither key nor foreign key, so that no two wait for each other.
 */
export const supplierMarks = pgTable(
  'supplier_marks',
  {
    organisationId: uuid().notNull(),
    markedAt: instant().notNull().default(sql`clock_timestamp()`),
  },
  (t) => [
    index('supplier_marks_of_supplier').on(t.organisationId),
    index('supplier_marks_in_order').on(t.markedAt),
  ],
);
