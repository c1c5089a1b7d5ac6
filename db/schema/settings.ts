import { sql } from 'drizzle-orm';
import { check, date, integer, pgTable, text, unique, uuid } from 'drizzle-orm/pg-core';
import type { PlainDate } from '@/lib/domain/dates';
import { SETTING_NAMES, SETTINGS, type SettingName } from '@/lib/domain/settings';
import { id, instant, oneOf } from './columns';
import { people } from './people';

/** The bounds of every value, as the table of settings has them. */
const bounds = SETTING_NAMES.map(
  (name) =>
    `(name = '${name}' and value between ${SETTINGS[name].least} and ${SETTINGS[name].most})`,
).join(' or ');

/** A version of what managers may set; never changed and never deleted. */
export const settings = pgTable(
  'settings',
  {
    id: id(),
    name: text().notNull().$type<SettingName>(),
    /** Counts the versions of one setting, so that of two changes at once one is refused. */
    number: integer().notNull(),
    value: integer().notNull(),
    inForceOn: date({ mode: 'string' }).notNull().$type<PlainDate>(),
    reason: text().notNull(),
    /** Null: as the portal began. */
    changedBy: uuid().references(() => people.id),
    at: instant().notNull(),
  },
  (t) => [
    oneOf('settings_name', t.name, SETTING_NAMES),
    check('settings_value', sql.raw(bounds)),
    check('settings_changed_by', sql`(${t.changedBy} is null) = (${t.number} = 1)`),
    unique('settings_number').on(t.name, t.number),
  ],
);
