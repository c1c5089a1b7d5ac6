import type { NextRequest } from 'next/server';
import { dateProblems, typedIn } from '@/app/apply/[reference]/[question]/files/refusals';
import { isFromHere } from '@/app/from-here';
import { answerSignedOut, answerUpload, inUploadTurn, type Outcome } from '@/app/upload-answer';
import { currentSession } from '@/lib/auth/session';
import { attachEvidence } from '@/lib/commands/apply/attach-evidence';
import { readEvidenceDates } from '@/lib/domain/evidence-dates';
import type { PersonActor } from '@/lib/domain/permissions';
import { type Path, paths } from '@/lib/paths';
import { checkContent } from '@/lib/ports/file-check/check-content';
import { type ReceivedFile, receiveUpload } from '@/lib/ports/receive-upload';
import { fileStore } from '@/lib/ports/store';
import { getUploadRoom } from '@/lib/queries/apply/get-upload-room';
import { addedOf, outcomeOf, refusedFor, refusedForDates, withFields } from './answer-upload';

type Context = RouteContext<'/apply/[reference]/[question]/upload'>;
type Target = { reference: string; questionId: string };

/** The first file whose content is not what its name says; the others were checked before it. */
async function checkAll(files: readonly ReceivedFile[]) {
  const store = fileStore();
  const checked: (ReceivedFile & { mediaType: string })[] = [];
  for (const file of files) {
    const found = await checkContent(store, file.key, file.name);
    if (!found.ok) return { refusal: refusedFor(found.why, file.name) };
    checked.push({ ...file, mediaType: found.mediaType });
  }
  return { checked };
}

const removeAll = (keys: readonly string[]) =>
  Promise.allSettled(keys.map((key) => fileStore().remove(key)));

type Sent = { files: readonly ReceivedFile[]; fields: Readonly<Record<string, string>> };

const log = (error: unknown) => process.stderr.write(`An upload failed: ${String(error)}\n`);

/** Attaches what was received, or none of it; the bytes of what was not attached go. */
async function attach(actor: PersonActor, target: Target, sent: Sent): Promise<Outcome> {
  const { supersedes } = sent.fields;
  const all = sent.files.map(({ key }) => key);
  let unused = all;
  try {
    const read = readEvidenceDates(typedIn(sent.fields));
    if (!read.ok) return refusedForDates(read.problems);
    const { checked, refusal } = await checkAll(sent.files);
    if (refusal) return refusal;
    // Should this throw, nobody knows whether they are attached: the sweep takes what is not.
    unused = [];
    const result = await attachEvidence(actor, {
      ...{ ...target, files: checked, ...read.dates },
      ...(supersedes && { supersedes }),
    });
    unused = result.ok ? result.value.unused : all;
    if (!result.ok) return outcomeOf(result.problem, supersedes);
    return { told: supersedes ? { replaced: '1' } : addedOf(result.value), problems: [] };
  } catch (error) {
    log(error);
    return refusedFor('not_stored');
  } finally {
    await removeAll(unused);
  }
}

type Taking = { actor: PersonActor; page: Path; target: Target; room: number };

async function receive(
  request: NextRequest,
  { actor, page, target, room }: Taking,
): Promise<Response> {
  const received = await receiveUpload(request, { store: fileStore(), room });
  const { fields } = received;
  if (received.ok) {
    const outcome = await attach(actor, target, received);
    return answerUpload(request, page, withFields(outcome, fields));
  }
  if (received.cause) log(received.cause);
  const refused = refusedFor(received.why, received.name);
  const problems = [...refused.problems, ...dateProblems(typedIn(fields))];
  return answerUpload(request, page, withFields({ ...refused, problems }, fields));
}

/** Takes files for one question: streamed into the store, checked, then attached, or none of them. */
export async function POST(request: NextRequest, context: Context): Promise<Response> {
  if (!isFromHere(request)) return new Response(null, { status: 403 });
  const { reference, question: questionId } = await context.params;
  const page = paths.evidence(reference, questionId);
  const session = await currentSession();
  if (!session) return answerSignedOut(request, page);
  const { actor } = session;
  const room = await getUploadRoom(actor, reference, questionId);
  if (room === null) return new Response(null, { status: 404 });
  if (room === 'closed') return answerUpload(request, page, refusedFor('closed'));
  return inUploadTurn(request, { actor, page }, refusedFor, () =>
    receive(request, { actor, page, target: { reference, questionId }, room }),
  );
}
