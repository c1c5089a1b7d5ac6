import { sql } from 'drizzle-orm';
import { check, integer, jsonb, pgTable, text, unique, uuid } from 'drizzle-orm/pg-core';
import type { GuidanceTexts } from '@/lib/domain/guidance';
import { id, instant } from './columns';
import { people } from './people';

/** A version of the coverage points and reasons; never changed and never deleted. */
export const guidanceVersions = pgTable(
  'guidance_versions',
  {
    id: id(),
    /** Counts the versions, so that of two published at once one is refused. */
    number: integer().notNull(),
    /** Null: the first, which is what the questions themselves say. */
    texts: jsonb().$type<GuidanceTexts>(),
    reason: text().notNull(),
    /** Null: as the portal began. */
    publishedBy: uuid().references(() => people.id),
    /** From then on it holds for the applications that are started. */
    at: instant().notNull(),
  },
  (t) => [
    unique('guidance_versions_number').on(t.number),
    check(
      'guidance_versions_first',
      sql`(${t.publishedBy} is null) = (${t.number} = 1) and (${t.texts} is null) = (${t.number} = 1)`,
    ),
  ],
);
