import { sql } from 'drizzle-orm';
import {
  boolean,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  unique,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import { AUDIENCES, type Audience, type EventSubject, SUBJECTS } from '@/lib/domain/events';
import { WORD_EVENTS } from '@/lib/domain/thread';
import { id, instant, oneOf } from './columns';
import { listed } from './queue-order';

/** Each chain's sequence and head; written by append_event() alone. */
export const eventChains = pgTable(
  'event_chains',
  {
    subjectId: uuid().primaryKey(),
    subjectKind: text().notNull().$type<EventSubject>(),
    organisationId: uuid(),
    sequence: integer().notNull(),
    head: text().notNull(),
  },
  (t) => [oneOf('event_chains_kind', t.subjectKind, SUBJECTS)],
);

/** Append-only; each row's hash covers the one before and the hash of its contents. */
export const events = pgTable(
  'events',
  {
    id: id(),
    subjectId: uuid().notNull(),
    subjectKind: text().notNull().$type<EventSubject>(),
    organisationId: uuid(),
    sequence: integer().notNull(),
    type: text().notNull(),
    audience: text().notNull().$type<Audience>(),
    at: instant().notNull(),
    /** The side that acted: 'supplier', 'staff' or 'system'. */
    actorSide: text().notNull(),
    /** Null for the system; not granted to suppliers, who never learn which assessor acted. */
    actorId: uuid(),
    /** The same, but only where a colleague acted: this one suppliers may read. */
    supplierActorId: uuid(),
    contentsHash: text().notNull(),
    previousHash: text().notNull(),
    hash: text().notNull(),
  },
  (t) => [
    unique('events_sequence').on(t.subjectId, t.sequence),
    index('events_by_organisation').on(t.organisationId, t.subjectId, t.sequence),
    index('events_by_time').on(t.at, t.id),
    // The audit search walks one of these for each type it wants, the latest first.
    index('events_by_type').on(t.type, t.at, t.id),
    index('events_by_actor').on(t.actorId, t.type, t.at, t.id),
    index('events_of_portal').on(t.type, t.at, t.id).where(sql`actor_id is null`),
    index('events_of_organisation').on(t.organisationId, t.type, t.at, t.id),
    // The queue asks of each of its rows who spoke last.
    index('events_of_threads')
      .on(t.subjectId, t.sequence)
      .where(sql`type in (${listed(WORD_EVENTS)})`),
    oneOf('events_kind', t.subjectKind, SUBJECTS),
    oneOf('events_audience', t.audience, AUDIENCES),
    oneOf('events_actor_side', t.actorSide, ['supplier', 'staff', 'system']),
  ],
);

/** What an event says, apart from the chain, so that it can be redacted and the chain still holds. */
export const eventContents = pgTable(
  'event_contents',
  {
    eventId: uuid()
      .notNull()
      .references(() => events.id),
    organisationId: uuid(),
    audience: text().notNull().$type<Audience>(),
    /** True for the words of a draft, which staff may not read. */
    draft: boolean().notNull(),
    /** Random, so that a redacted text cannot be guessed from its hash. */
    salt: text(),
    contents: jsonb().$type<Record<string, unknown>>(),
    redactedAt: instant(),
  },
  (t) => [
    primaryKey({ columns: [t.eventId] }),
    index('event_contents_organisation').on(t.organisationId),
  ],
);

/** A redaction: one manager asks with a reason, a second person carries it out. */
export const redactions = pgTable(
  'redactions',
  {
    id: id(),
    eventId: uuid()
      .notNull()
      .references(() => events.id),
    reason: text().notNull(),
    askedBy: uuid().notNull(),
    askedAt: instant().notNull(),
    doneBy: uuid(),
    doneAt: instant(),
  },
  (t) => [uniqueIndex('redactions_one_open').on(t.eventId).where(sql`done_at is null`)],
);
