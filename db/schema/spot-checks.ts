import { sql } from 'drizzle-orm';
import {
  boolean,
  check,
  date,
  foreignKey,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  unique,
  uuid,
} from 'drizzle-orm/pg-core';
import type { PlainDate } from '@/lib/domain/dates';
import { ONBOARDING_STATE_IDS, type OnboardingState } from '@/lib/domain/onboarding';
import { VERDICT_IDS, type Verdict } from '@/lib/domain/onboarding-verdict';
import {
  FRAME_IDS,
  type FrameId,
  SPOT_CHECK_STATE_IDS,
  type SpotCheckState,
} from '@/lib/domain/spot-check';
import { id, instant, oneOf } from './columns';
import { onboardings } from './onboardings';
import { organisations, products } from './organisations';
import { people } from './people';

/** A sample of a supplier's end user organisations, drawn to look at their evidence. */
export const spotChecks = pgTable(
  'spot_checks',
  {
    id: id(),
    organisationId: uuid().notNull(),
    /** Counted for each supplier. */
    number: integer().notNull(),
    /** What it was drawn from: which of them, of one product or null for all. */
    frame: text().notNull().$type<FrameId>(),
    productId: uuid(),
    frameCount: integer().notNull(),
    /** The lines themselves, as `frameText` writes them, and their hash in hex. */
    frameText: text().notNull(),
    frameSha256: text().notNull(),
    /** How many were asked for; where the frame holds fewer, all of it was drawn. */
    size: integer().notNull(),
    seed: text().notNull(),
    drawnOn: date({ mode: 'string' }).notNull().$type<PlainDate>(),
    drawnAt: instant().notNull(),
    drawnBy: uuid()
      .notNull()
      .references(() => people.id),
    dueOn: date({ mode: 'string' }).notNull().$type<PlainDate>(),
    /** Counts the requests that were answered; since when the last of several runs. */
    round: integer().notNull().default(1),
    roundAt: instant(),
    message: text().notNull().default(''),
    state: text().notNull().$type<SpotCheckState>(),
    answeredAt: instant(),
    answeredBy: uuid().references(() => people.id),
    closedAt: instant(),
    closedBy: uuid().references(() => people.id),
    cancelledAt: instant(),
    cancelledBy: uuid().references(() => people.id),
    /** Why it was drawn by mistake, in words to the supplier. */
    cancelReason: text().notNull().default(''),
  },
  (t) => [
    foreignKey({
      columns: [t.organisationId],
      foreignColumns: [organisations.id],
      name: 'spot_checks_supplier',
    }),
    foreignKey({
      columns: [t.organisationId, t.productId],
      foreignColumns: [products.organisationId, products.id],
      name: 'spot_checks_product',
    }),
    unique('spot_checks_organisation').on(t.organisationId, t.id),
    unique('spot_checks_number').on(t.organisationId, t.number),
    unique('spot_checks_seed').on(t.organisationId, t.seed),
    oneOf('spot_checks_state', t.state, SPOT_CHECK_STATE_IDS),
    oneOf('spot_checks_frame', t.frame, FRAME_IDS),
    check('spot_checks_size', sql`${t.size} between 1 and 50`),
    check('spot_checks_round', sql`(${t.round} = 1) = (${t.roundAt} is null)`),
    check('spot_checks_answered', sql`(${t.answeredAt} is null) = (${t.answeredBy} is null)`),
    check('spot_checks_closed', sql`(${t.state} = 'closed') = (${t.closedAt} is not null)`),
    check(
      'spot_checks_cancelled',
      sql`(${t.state} = 'cancelled') = (${t.cancelledAt} is not null)
        and (${t.state} = 'cancelled') = (${t.cancelReason} <> '')`,
    ),
  ],
);

/** One that was drawn, and what its supplier says of it. */
export const spotCheckItems = pgTable(
  'spot_check_items',
  {
    id: id(),
    organisationId: uuid().notNull(),
    spotCheckId: uuid().notNull(),
    onboardingId: uuid().notNull(),
    /** Its place in the draw, from 1. */
    position: integer().notNull(),
    /** As it stood when it was drawn. */
    stateThen: text().notNull().$type<OnboardingState>(),
    verdictThen: text().notNull().$type<Verdict>(),
    /** The supplier's words on it. */
    note: text().notNull().default(''),
    noteBy: uuid().references(() => people.id),
    noteAt: instant(),
    /** The request in which it was asked for last, and in which the words were written. */
    round: integer().notNull().default(1),
    noteRound: integer().notNull().default(1),
    version: integer().notNull().default(1),
  },
  (t) => [
    foreignKey({
      columns: [t.organisationId, t.spotCheckId],
      foreignColumns: [spotChecks.organisationId, spotChecks.id],
      name: 'spot_check_items_check',
    }),
    foreignKey({
      columns: [t.organisationId, t.onboardingId],
      foreignColumns: [onboardings.organisationId, onboardings.id],
      name: 'spot_check_items_onboarding',
    }),
    unique('spot_check_items_organisation').on(t.organisationId, t.id),
    unique('spot_check_items_position').on(t.spotCheckId, t.position),
    unique('spot_check_items_once').on(t.spotCheckId, t.onboardingId),
    index('spot_check_items_of_onboarding').on(t.onboardingId),
    oneOf('spot_check_items_state', t.stateThen, ONBOARDING_STATE_IDS),
    oneOf('spot_check_items_verdict', t.verdictThen, VERDICT_IDS),
  ],
);

/** What was sent of one in answer to a request, as it was sent; nobody changes it. */
export const spotCheckSendings = pgTable(
  'spot_check_sendings',
  {
    itemId: uuid().notNull(),
    organisationId: uuid().notNull(),
    spotCheckId: uuid().notNull(),
    round: integer().notNull(),
    /** The words that were written for it; '' where files alone came. */
    note: text().notNull(),
    sentAt: instant().notNull(),
    sentBy: uuid()
      .notNull()
      .references(() => people.id),
  },
  (t) => [
    primaryKey({ name: 'spot_check_sendings_pkey', columns: [t.itemId, t.round] }),
    foreignKey({
      columns: [t.organisationId, t.itemId],
      foreignColumns: [spotCheckItems.organisationId, spotCheckItems.id],
      name: 'spot_check_sendings_item',
    }),
    foreignKey({
      columns: [t.organisationId, t.spotCheckId],
      foreignColumns: [spotChecks.organisationId, spotChecks.id],
      name: 'spot_check_sendings_check',
    }),
    index('spot_check_sendings_of_check').on(t.spotCheckId),
  ],
);

/** What an assessor found of one; the supplier reads whether and why once the check is finished. */
export const spotCheckMarks = pgTable(
  'spot_check_marks',
  {
    itemId: uuid().primaryKey(),
    organisationId: uuid().notNull(),
    spotCheckId: uuid().notNull(),
    satisfactory: boolean().notNull(),
    /** Words to the supplier. */
    reason: text().notNull().default(''),
    /** For staff alone. */
    staffNote: text().notNull().default(''),
    markedBy: uuid()
      .notNull()
      .references(() => people.id),
    markedAt: instant().notNull(),
    /** Of the item when it was marked; one that is asked for again is to be marked again. */
    round: integer().notNull().default(1),
    version: integer().notNull().default(1),
  },
  (t) => [
    foreignKey({
      columns: [t.organisationId, t.itemId],
      foreignColumns: [spotCheckItems.organisationId, spotCheckItems.id],
      name: 'spot_check_marks_item',
    }),
    foreignKey({
      columns: [t.organisationId, t.spotCheckId],
      foreignColumns: [spotChecks.organisationId, spotChecks.id],
      name: 'spot_check_marks_check',
    }),
    index('spot_check_marks_of_check').on(t.spotCheckId),
    check('spot_check_marks_reason', sql`${t.satisfactory} or ${t.reason} <> ''`),
  ],
);
