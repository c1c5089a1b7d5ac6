import type { NextRequest } from 'next/server';
import { type Refusal, refusalWords } from '@/app/apply/euos/import/refusals';
import { isFromHere } from '@/app/from-here';
import { answerSignedOut, answerUpload, inUploadTurn, type Outcome } from '@/app/upload-answer';
import { currentSession } from '@/lib/auth/session';
import { uploadImport } from '@/lib/commands/imports/upload-import';
import { MOST_BYTES_OF_AN_IMPORT } from '@/lib/domain/euo-import';
import { kindOfName } from '@/lib/domain/evidence';
import { can, isSupplier, type PersonActor } from '@/lib/domain/permissions';
import { type Path, paths } from '@/lib/paths';
import { checkContent } from '@/lib/ports/file-check/check-content';
import { type ReceivedFile, receiveUpload } from '@/lib/ports/receive-upload';
import { fileStore } from '@/lib/ports/store';

type Taken = Outcome & { next: Path };

/** Milliseconds for the longest file to be looked through. */
const CHECK = 60_000;
const TYPED = { field: 'rows', name: 'Pasted rows.csv' };

const refuse = (why: Refusal): Taken => ({
  next: paths.euoImports,
  told: { refused: why },
  problems: [{ field: 'file', message: refusalWords(why) }],
});

const log = (error: unknown) => process.stderr.write(`An upload failed: ${String(error)}\n`);

/** Why a received file holds no rows; null for text. */
async function wrongFile(files: readonly ReceivedFile[]): Promise<Refusal | null> {
  const [file] = files;
  if (!file) return 'none_chosen';
  if (files.length > 1) return 'both';
  if (kindOfName(file.name)?.mediaType !== 'text/csv') return 'not_csv';
  const { key, name } = file;
  const found = await checkContent(fileStore(), key, name, CHECK, MOST_BYTES_OF_AN_IMPORT);
  return found.ok ? null : found.why;
}

async function take(actor: PersonActor, files: readonly ReceivedFile[]): Promise<Taken> {
  let unused = files.map(({ key }) => key);
  try {
    const wrong = await wrongFile(files);
    if (wrong) return refuse(wrong);
    // Should this throw, nobody knows whether it is an import: the sweep takes what is none.
    unused = [];
    const [file] = files;
    const answer = await uploadImport(actor, { file });
    if (answer.ok) return { next: paths.euoImport(answer.value.id), told: {}, problems: [] };
    unused = files.map(({ key }) => key);
    return refuse('not_a_form');
  } catch (error) {
    log(error);
    return refuse('not_stored');
  } finally {
    await Promise.allSettled(unused.map((key) => fileStore().remove(key)));
  }
}

async function receive(request: NextRequest, actor: PersonActor): Promise<Response> {
  const received = await receiveUpload(request, {
    ...{ store: fileStore(), typed: TYPED },
    ...{ mostBytes: MOST_BYTES_OF_AN_IMPORT, room: MOST_BYTES_OF_AN_IMPORT },
  });
  if (!received.ok && received.cause) log(received.cause);
  const { next, told, problems } = received.ok
    ? await take(actor, received.files)
    : refuse(received.why);
  return answerUpload(request, next, { told, problems });
}

/** Takes a file of end user organisations: streamed into the store, checked, then an import, or nothing at all. */
export async function POST(request: NextRequest): Promise<Response> {
  if (!isFromHere(request)) return new Response(null, { status: 403 });
  const session = await currentSession();
  if (!session) return answerSignedOut(request, paths.euoImports);
  const { actor } = session;
  if (!isSupplier(actor) || !can(actor, 'onboarding:edit'))
    return new Response(null, { status: 404 });
  return inUploadTurn(request, { actor, page: paths.euoImports }, refuse, () =>
    receive(request, actor),
  );
}
