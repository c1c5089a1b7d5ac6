import { desc, eq } from 'drizzle-orm';
import { asActor } from '@/db/client';
import { people, settings } from '@/db/schema';
import { londonDate } from '@/lib/domain/clock';
import type { PlainDate } from '@/lib/domain/dates';
import { type Actor, can } from '@/lib/domain/permissions';
import { SETTING_NAMES, type SettingName } from '@/lib/domain/settings';
import { now } from '@/lib/ports/clock';

export type SettingVersion = {
  id: string;
  number: number;
  value: number;
  inForceOn: PlainDate;
  reason: string;
  /** Null: as the service began. */
  changedBy: string | null;
  at: Date;
  standing: 'in_force' | 'ahead' | 'replaced';
};
export type ListedSetting = {
  name: SettingName;
  value: number;
  /** The number of the version written last, which a change must know. */
  last: number;
  /** The latest first day first. */
  versions: SettingVersion[];
};

/** Every setting with all its versions as they stand today; for managers, else null. */
export async function listSettings(actor: Actor): Promise<ListedSetting[] | null> {
  if (!can(actor, 'setting:change')) return null;
  const rows = await asActor(actor, (tx) =>
    tx
      .select({
        ...{ id: settings.id, name: settings.name, number: settings.number },
        ...{ value: settings.value, inForceOn: settings.inForceOn, reason: settings.reason },
        ...{ changedBy: people.name, at: settings.at },
      })
      .from(settings)
      .leftJoin(people, eq(people.id, settings.changedBy))
      .orderBy(desc(settings.inForceOn), desc(settings.number)),
  );
  const today = londonDate(now());
  return SETTING_NAMES.map((name) => {
    const own = rows.filter((row) => row.name === name);
    const current = own.find((row) => row.inForceOn <= today);
    if (!current) throw new Error(`the setting ${name} has no first version`);
    return {
      ...{ name, value: current.value, last: Math.max(...own.map((row) => row.number)) },
      versions: own.map(({ name: _, ...row }, place) => {
        // Of two with one first day the later written holds, so the other never will.
        const isOvertaken = own[place - 1]?.inForceOn === row.inForceOn;
        const ahead = row.inForceOn > today && !isOvertaken;
        const standing = row.id === current.id ? 'in_force' : ahead ? 'ahead' : 'replaced';
        return { ...row, standing };
      }),
    };
  });
}
