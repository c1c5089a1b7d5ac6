import type { NextRequest } from 'next/server';
import { isFromHere } from '@/app/from-here';
import { type Refusal, refusalWords, typedIn } from '@/app/manage/registers/refusals';
import { answerSignedOut, answerUpload, inUploadTurn, type Outcome } from '@/app/upload-answer';
import { currentSession } from '@/lib/auth/session';
import { uploadSnapshot } from '@/lib/commands/registers/upload-snapshot';
import { londonDate } from '@/lib/domain/clock';
import { kindOfName } from '@/lib/domain/evidence';
import type { FormValues } from '@/lib/domain/form-state';
import { can, type PersonActor } from '@/lib/domain/permissions';
import { readRegisterForm } from '@/lib/domain/register-form';
import { type Path, paths } from '@/lib/paths';
import { now } from '@/lib/ports/clock';
import { checkContent } from '@/lib/ports/file-check/check-content';
import { receiveUpload } from '@/lib/ports/receive-upload';
import { fileStore } from '@/lib/ports/store';
import type { ReceivedFile } from '@/lib/ports/upload-arrival';

type Taken = Outcome & { next: Path };

const refuse = (why: Refusal, problems: Outcome['problems'] = []): Taken => ({
  next: paths.registerNew,
  told: { refused: why },
  problems: [...problems, { field: 'file', message: refusalWords(why) }],
});

const log = (error: unknown) => process.stderr.write(`An upload failed: ${String(error)}\n`);

/** With what is wrong with the date as well, so that both are mended at once. */
function refusal(why: Refusal, values: FormValues): Taken {
  const read = readRegisterForm(values, londonDate(now()));
  return refuse(why, read.ok ? [] : read.problems);
}

/** Why a received file is no register's; null for text. */
async function wrongFile(files: readonly ReceivedFile[]): Promise<Refusal | null> {
  const [file] = files;
  if (!file) return 'none_chosen';
  if (files.length > 1) return 'too_many';
  if (kindOfName(file.name)?.mediaType !== 'text/csv') return 'not_csv';
  const found = await checkContent(fileStore(), file.key, file.name);
  return found.ok ? null : found.why;
}

async function take(
  actor: PersonActor,
  files: readonly ReceivedFile[],
  values: FormValues,
): Promise<Taken> {
  let unused = files.map(({ key }) => key);
  try {
    const read = readRegisterForm(values, londonDate(now()));
    const wrong = await wrongFile(files);
    if (wrong) return refusal(wrong, values);
    const [file] = files;
    if (!file || !read.ok) return refusal('date', values);
    // Should this throw, nobody knows whether it is a snapshot: the sweep takes what is none.
    unused = [];
    const answer = await uploadSnapshot(actor, { file, ...read.form });
    if (!answer.ok || !answer.value.used) unused = [file.key];
    if (!answer.ok) return refuse('not_a_form');
    const { id, used } = answer.value;
    return { next: paths.register(id), told: used ? {} : { known: '1' }, problems: [] };
  } catch (error) {
    log(error);
    return refuse('not_stored');
  } finally {
    await Promise.allSettled(unused.map((key) => fileStore().remove(key)));
  }
}

async function receive(request: NextRequest, actor: PersonActor): Promise<Response> {
  const received = await receiveUpload(request, { store: fileStore() });
  const values = typedIn(received.fields);
  const { next, told, problems } = received.ok
    ? await take(actor, received.files, values)
    : refusal(received.why, values);
  if (!received.ok && received.cause) log(received.cause);
  // A form that was refused comes back as it was, but for the file, which no page can put there.
  const kept = problems.length > 0 ? { ...told, ...(values as Record<string, string>) } : told;
  return answerUpload(request, next, { told: kept, problems });
}

/** Takes a register's file: streamed into the store, checked, then a snapshot, or nothing at all. */
export async function POST(request: NextRequest): Promise<Response> {
  if (!isFromHere(request)) return new Response(null, { status: 403 });
  const session = await currentSession();
  if (!session) return answerSignedOut(request, paths.registerNew);
  if (!can(session.actor, 'register:upload')) return new Response(null, { status: 404 });
  const { actor } = session;
  return inUploadTurn(request, { actor, page: paths.registerNew }, refuse, () =>
    receive(request, actor),
  );
}
