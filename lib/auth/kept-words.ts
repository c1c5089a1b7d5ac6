import { findKeptWords } from '@/db/kept-words';
import type { FormValues } from '@/lib/domain/form-state';
import type { PersonActor } from '@/lib/domain/permissions';
import { seal, unseal } from './keys';

type Place = { personId: string; path: string };

const contextOf = ({ personId, path }: Place): string => `words ${personId} ${path}`;
/** More than any form of ours holds. */
const MOST_CHARACTERS = 200_000;

/** Seals what was typed for one person at one path; null when it is too much to keep. */
export function sealWords(values: FormValues, place: Place): string | null {
  const text = JSON.stringify(values);
  return text.length > MOST_CHARACTERS ? null : seal(text, contextOf(place));
}

/** What this person typed at `path` when their session had ended, or null. */
export async function readKeptWords(actor: PersonActor, path: string): Promise<FormValues | null> {
  const found = await findKeptWords(actor, path);
  const text = found && unseal(found.sealed, contextOf({ personId: actor.personId, path }));
  return text ? (JSON.parse(text) as FormValues) : null;
}
