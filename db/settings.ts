import { and, desc, eq, lte } from 'drizzle-orm';
import { londonDate } from '@/lib/domain/clock';
import type { HeldSetting, SettingName } from '@/lib/domain/settings';
import type { Tx } from './client';
import { settings } from './schema';

/**
 * What a setting was at an instant: the version with the latest first day of those begun on that day
 * in London, and of one day the last written; but never one written after the instant, so that what
 * was counted stays.
 */
export async function readSetting(tx: Tx, name: SettingName, at: Date): Promise<number> {
  const [held] = await tx
    .select({ value: settings.value })
    .from(settings)
    .where(
      and(eq(settings.name, name), lte(settings.inForceOn, londonDate(at)), lte(settings.at, at)),
    )
    .orderBy(desc(settings.inForceOn), desc(settings.number))
    .limit(1);
  if (!held) throw new Error(`the setting ${name} has no first version`);
  return held.value;
}

/** All that a setting was and will be, the latest first day first and of one day the last written first. */
export const readSettingVersions = (tx: Tx, name: SettingName): Promise<HeldSetting[]> =>
  tx
    .select({ value: settings.value, inForceOn: settings.inForceOn })
    .from(settings)
    .where(eq(settings.name, name))
    .orderBy(desc(settings.inForceOn), desc(settings.number));
