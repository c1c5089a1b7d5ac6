import type { Readable } from 'node:stream';
import type { NextRequest } from 'next/server';
import { isFromHere } from '@/app/from-here';
import { HELD_AT, heldValues } from '@/app/manage/settings/holidays/held';
import { type Refusal, refusalWords } from '@/app/manage/settings/holidays/refusals';
import { answerSignedOut, answerUpload, inUploadTurn, type Outcome } from '@/app/upload-answer';
import { currentSession, keepTyped } from '@/lib/auth/session';
import { MOST_BYTES_OF_A_CALENDAR, readCalendarFile } from '@/lib/domain/calendar-file';
import { can, type PersonActor } from '@/lib/domain/permissions';
import { paths } from '@/lib/paths';
import { receiveUpload } from '@/lib/ports/receive-upload';
import { getCalendar } from '@/lib/queries/settings/get-calendar';

const refuse = (why: Refusal, about = ''): Outcome => ({
  told: { refused: why, ...(about && { about }) },
  problems: [{ field: 'file', message: refusalWords(why, about) }],
});
const TAKEN: Outcome = { told: {}, problems: [] };

/** Held in memory: no longer than the limit lets it be. */
function inMemory() {
  const pieces: Buffer[] = [];
  const store = {
    put: async (_key: string, content: Readable) => {
      for await (const piece of content) pieces.push(piece);
    },
    remove: async () => undefined,
  };
  return { store, bytes: () => Buffer.concat(pieces) };
}

/** The text of a file, exactly; null for bytes that are none. */
function textOf(bytes: Buffer): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return null;
  }
}

async function take(request: NextRequest, actor: PersonActor): Promise<Outcome> {
  const { store, bytes } = inMemory();
  const received = await receiveUpload(request, {
    ...{ store, mostBytes: MOST_BYTES_OF_A_CALENDAR },
    isKind: (name) => name.toLowerCase().endsWith('.json'),
  });
  if (!received.ok) return refuse(received.why);
  const [file] = received.files;
  if (!file || received.files.length > 1) return refuse('too_many');
  const text = textOf(bytes());
  const read = text === null ? null : readCalendarFile(text);
  if (text === null || !read) return refuse('not_json');
  if (!read.ok) return refuse(read.why, read.about);
  const { number } = await getCalendar(actor);
  const held = heldValues({ fileName: file.name, text, number });
  return (await keepTyped(actor, HELD_AT, held)) ? TAKEN : refuse('too_big');
}

/** Takes a list of bank holidays and keeps it for its manager, to be checked and then published. */
export async function POST(request: NextRequest): Promise<Response> {
  if (!isFromHere(request)) return new Response(null, { status: 403 });
  const session = await currentSession();
  if (!session) return answerSignedOut(request, paths.holidaysNew);
  const { actor } = session;
  if (!can(actor, 'calendar:publish')) return new Response(null, { status: 404 });
  return inUploadTurn(request, { actor, page: paths.holidaysNew }, refuse, async () => {
    const outcome = await take(request, actor);
    const next = outcome.problems.length > 0 ? paths.holidaysNew : paths.holidaysCheck;
    return answerUpload(request, next, outcome);
  });
}
