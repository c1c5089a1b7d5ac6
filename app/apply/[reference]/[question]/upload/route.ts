import type { NextRequest } from 'next/server';
import { isFromHere } from '@/app/from-here';
import { currentSession } from '@/lib/auth/session';
import { attachEvidence } from '@/lib/commands/apply/attach-evidence';
import type { PersonActor } from '@/lib/domain/permissions';
import { paths } from '@/lib/paths';
import { checkContent } from '@/lib/ports/file-check/check-content';
import { type ReceivedFile, receiveUpload } from '@/lib/ports/receive-upload';
import { fileStore } from '@/lib/ports/store';
import { getUploadRoom } from '@/lib/queries/apply/get-upload-room';
import {
  answerSignedOut,
  answerUpload,
  type Outcome,
  outcomeOf,
  refusedFor,
} from './answer-upload';

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

/** Attaches what was received, or none of it; the bytes of what was not attached go. */
async function attach(
  actor: PersonActor,
  target: Target,
  files: readonly ReceivedFile[],
  replaces: string | undefined,
): Promise<Outcome> {
  let unused = files.map(({ key }) => key);
  try {
    const { checked, refusal } = await checkAll(files);
    if (refusal) return refusal;
    const result = await attachEvidence(actor, {
      ...{ ...target, files: checked },
      ...(replaces && { supersedes: replaces }),
    });
    if (!result.ok) return outcomeOf(result.problem, replaces);
    unused = result.value.unused;
    const added = String(result.value.attached.length);
    return { told: replaces ? { replaced: '1' } : { added }, problems: [] };
  } finally {
    await removeAll(unused);
  }
}

/** Takes files for one question: streamed into the store, checked, then attached, or none of them. */
export async function POST(request: NextRequest, context: Context): Promise<Response> {
  if (!isFromHere(request)) return new Response(null, { status: 403 });
  const { reference, question: questionId } = await context.params;
  const page = paths.evidence(reference, questionId);
  const session = await currentSession();
  if (!session) return answerSignedOut(request, page);
  const room = await getUploadRoom(session.actor, reference, questionId);
  if (room === null) return new Response(null, { status: 404 });
  if (room === 'closed') return answerUpload(request, page, refusedFor('closed'));

  const received = await receiveUpload(request, { store: fileStore(), room });
  const { supersedes: replaces } = received.fields;
  if (!received.ok && received.cause)
    process.stderr.write(`An upload failed: ${String(received.cause)}\n`);
  const outcome = received.ok
    ? await attach(session.actor, { reference, questionId }, received.files, replaces)
    : refusedFor(received.why, received.name);
  // A form that was refused comes back as it was, but for the files, which no page can put there.
  const told = { ...outcome.told };
  if (outcome.problems.length > 0 && replaces) told.replaces = replaces;
  return answerUpload(request, page, { ...outcome, told });
}
