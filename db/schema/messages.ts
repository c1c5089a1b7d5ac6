import { sql } from 'drizzle-orm';
import {
  type AnyPgColumn,
  check,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  text,
  unique,
  uuid,
} from 'drizzle-orm/pg-core';
import { DELIVERY_STATES, type DeliveryState } from '@/lib/domain/delivery';
import type { MessageContent } from '@/lib/domain/message-content';
import {
  ACCOUNT_KINDS,
  type AccountKind,
  KEPT_KINDS,
  type KeptKind,
} from '@/lib/domain/message-kinds';
import { type Preferences, WAYS, type Way } from '@/lib/domain/messages';
import { applications } from './applications';
import { id, instant, oneOf } from './columns';
import { people } from './people';

/** What one person was told, as it was composed; never an account's link, which is a secret. */
export const messages = pgTable(
  'messages',
  {
    id: id(),
    personId: uuid()
      .notNull()
      .references(() => people.id),
    /** The reader's own; null for staff. */
    organisationId: uuid(),
    kind: text().notNull().$type<KeptKind>(),
    /** The event that brought it, or the reminder's key: what is told once, however often it is tried. */
    cause: text().notNull(),
    applicationId: uuid(),
    content: jsonb().notNull().$type<MessageContent>(),
    /** How the reader hears of it, besides in the portal. */
    way: text().notNull().$type<Way>(),
    /** The email that held it together with others; null until one did. */
    digestId: uuid().references((): AnyPgColumn => deliveries.id),
    createdAt: instant().notNull(),
    readAt: instant(),
  },
  (t) => [
    foreignKey({
      columns: [t.organisationId, t.personId],
      foreignColumns: [people.organisationId, people.id],
      name: 'messages_colleague',
    }),
    foreignKey({
      columns: [t.organisationId, t.applicationId],
      foreignColumns: [applications.organisationId, applications.id],
      name: 'messages_application',
    }),
    unique('messages_once').on(t.personId, t.kind, t.cause),
    index('messages_in_order').on(t.personId, t.createdAt, t.id),
    index('messages_unread').on(t.personId).where(sql`read_at is null`),
    index('messages_for_digest').on(t.personId).where(sql`way = 'digest' and digest_id is null`),
    index('messages_of_digest').on(t.digestId),
    index('messages_reminders').on(t.applicationId).where(sql`kind = 'reminder'`),
    oneOf('messages_kind', t.kind, KEPT_KINDS),
    oneOf('messages_way', t.way, WAYS),
  ],
);

/** What became of one email: of a message, of a digest of several, or with a link for an account. */
export const deliveries = pgTable(
  'deliveries',
  {
    id: id(),
    /** Null for a digest, and for what is about an account. */
    messageId: uuid().references(() => messages.id),
    /** What it says of an account; its link is a secret, made as it is sent and kept nowhere. */
    accountKind: text().$type<AccountKind>(),
    personId: uuid()
      .notNull()
      .references(() => people.id),
    state: text().notNull().$type<DeliveryState>(),
    attempts: integer().notNull().default(0),
    /** What the mail server said last. */
    lastAnswer: text(),
    /** The address as it was at the last attempt. */
    toAddress: text(),
    /** The words of an email that was not sent, in the demo only. */
    keptText: text(),
    createdAt: instant().notNull(),
    settledAt: instant(),
  },
  (t) => [
    unique('deliveries_once').on(t.messageId),
    index('deliveries_in_order').on(t.createdAt, t.id),
    index('deliveries_failed').on(t.createdAt, t.id).where(sql`state = 'failed'`),
    index('deliveries_queued').on(t.id).where(sql`state = 'queued'`),
    index('deliveries_of_account')
      .on(t.personId, t.createdAt, t.id)
      .where(sql`account_kind is not null`),
    oneOf('deliveries_state', t.state, DELIVERY_STATES),
    oneOf('deliveries_account_kind', t.accountKind, ACCOUNT_KINDS),
    check('deliveries_one_subject', sql`num_nonnulls(${t.messageId}, ${t.accountKind}) <= 1`),
    check('deliveries_no_secret', sql`${t.accountKind} is null or ${t.keptText} is null`),
  ],
);

/** How somebody wants to hear of things, where it differs from the usual; no row: as usual. */
export const messageChoices = pgTable('message_choices', {
  personId: uuid()
    .primaryKey()
    .references(() => people.id),
  ways: jsonb().notNull().$type<Preferences>(),
  version: integer().notNull().default(1),
  changedAt: instant().notNull(),
});
