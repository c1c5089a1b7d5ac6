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
  return found && openWords(found.sealed, { personId: actor.personId, path });
}

/** Words that a page's own query read, opened; null when they are another's or from another place. */
export function openWords(sealed: string, place: Place): FormValues | null {
  const text = unseal(sealed, contextOf(place));
  return text ? (JSON.parse(text) as FormValues) : null;
}
