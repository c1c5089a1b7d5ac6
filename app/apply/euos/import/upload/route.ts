import type { NextRequest } from 'next/server';
import { type Refusal, refusalWords } from '@/app/apply/euos/import/refusals';
import { isFromHere } from '@/app/from-here';
import {
  answerSignedOut,
  answerUpload,
  inUploadTurn,
  isByScript,
  type Outcome,
} from '@/app/upload-answer';
import { currentSession, forgetWords, keepTyped, ownerOfWords } from '@/lib/auth/session';
import { uploadImport } from '@/lib/commands/imports/upload-import';
import {
  MOST_BYTES_OF_AN_IMPORT,
  MOST_BYTES_SHOWN_AGAIN,
  PASTED_ROWS,
} from '@/lib/domain/euo-import';
import { kindOfName } from '@/lib/domain/evidence';
import { can, isSupplier, type PersonActor } from '@/lib/domain/permissions';
import { type Path, paths } from '@/lib/paths';
import { checkContent } from '@/lib/ports/file-check/check-content';
import { receiveTyped, receiveUpload } from '@/lib/ports/receive-upload';
import { fileStore } from '@/lib/ports/store';
import type { ReceivedFile } from '@/lib/ports/upload-arrival';

type Taken = Outcome & { next: Path };

/** Milliseconds for the longest file to be looked through. */
const CHECK = 60_000;
const TYPED = { field: 'rows', name: PASTED_ROWS, held: MOST_BYTES_SHOWN_AGAIN };
/** Bytes of a form that is read for what was pasted alone. */
const MOST_BESIDE = 1024 * 1024;

const refuse = (why: Refusal): Taken => ({
  next: paths.euoImports,
  told: { refused: why },
  problems: [{ field: 'file', message: refusalWords(why) }],
});

/** Without a script the page that follows shows what was pasted again, unless it is too long for that. */
async function withPasted(
  request: NextRequest,
  actor: PersonActor,
  taken: Taken,
  typed: string | null,
): Promise<Taken> {
  const page = paths.euoImports;
  if (taken.problems.length === 0 || typed === '') await forgetWords(actor, page);
  else if (!isByScript(request)) {
    const kept = typed !== null && (await keepTyped(actor, page, { rows: typed }));
    if (!kept) return { ...taken, told: { ...taken.told, pasted: 'lost' } };
  }
  return taken;
}

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
  const taken = received.ok ? await take(actor, received.files) : refuse(received.why);
  const { next, told, problems } = await withPasted(request, actor, taken, received.typed);
  return answerUpload(request, next, { told, problems });
}

/** What was pasted when the session had ended is there again after signing in. */
async function answerEnded(request: NextRequest): Promise<Response> {
  const owner = isByScript(request) ? null : await ownerOfWords();
  if (owner) {
    const rows = await receiveTyped(request, { typed: TYPED, mostBytes: MOST_BESIDE });
    if (rows) await keepTyped({ personId: owner }, paths.euoImports, { rows });
  }
  return answerSignedOut(request, paths.euoImports);
}

/** Takes a file of end user organisations: streamed into the store, checked, then an import, or nothing at all. */
export async function POST(request: NextRequest): Promise<Response> {
  if (!isFromHere(request)) return new Response(null, { status: 403 });
  const session = await currentSession();
  if (!session) return answerEnded(request);
  const { actor } = session;
  if (!isSupplier(actor) || !can(actor, 'onboarding:edit'))
    return new Response(null, { status: 404 });
  const tooMany = async (why: Refusal) => {
    if (isByScript(request)) return refuse(why);
    const typed = await receiveTyped(request, { typed: TYPED, mostBytes: MOST_BESIDE });
    return withPasted(request, actor, refuse(why), typed);
  };
  return inUploadTurn(request, { actor, page: paths.euoImports }, tooMany, () =>
    receive(request, actor),
  );
}
