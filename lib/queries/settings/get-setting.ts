import { asActor } from '@/db/client';
import { readSetting } from '@/db/settings';
import type { Actor } from '@/lib/domain/permissions';
import type { SettingName } from '@/lib/domain/settings';
import { now } from '@/lib/ports/clock';

/** What a setting is, or was at an instant, in working days; anybody may know. */
export const getSetting = (actor: Actor, name: SettingName, at: Date = now()): Promise<number> =>
  asActor(actor, (tx) => readSetting(tx, name, at));
