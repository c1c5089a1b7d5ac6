import type { NextRequest } from 'next/server';
import { isFromHere } from '@/app/from-here';
import { currentSession } from '@/lib/auth/session';
import { attachEvidence } from '@/lib/commands/apply/attach-evidence';
import { type EvidenceProblem, evidenceProblem } from '@/lib/domain/evidence';
import { paths } from '@/lib/paths';
import { checkContent } from '@/lib/ports/file-check/check-content';
import { type ReceivedFile, receiveUpload } from '@/lib/ports/receive-upload';
import { fileStore } from '@/lib/ports/store';
import { getUploadRoom } from '@/lib/queries/apply/get-upload-room';

type Context = RouteContext<'/apply/[reference]/[question]/upload'>;
type Refusal = { why: EvidenceProblem | 'not_a_form' | 'closed'; name: string | null };

const CLOSED = 'This question is closed now, so no files can be added to it.';
const NOT_A_FORM = 'The files did not arrive. Go back and try again.';

function messageOf({ why, name }: Refusal): string {
  if (why === 'closed') return CLOSED;
  return why === 'not_a_form' ? NOT_A_FORM : evidenceProblem(why, name);
}

/** A script reads an answer; a plain form is led back to the page, which says the same. */
function answer(request: NextRequest, page: string, added: number, refusal: Refusal | null) {
  if (request.headers.get('accept')?.startsWith('application/json')) {
    const body = refusal ? { message: messageOf(refusal) } : { added };
    return Response.json(body, { status: refusal ? 422 : 200 });
  }
  const told = refusal ? `refused=${refusal.why}` : `added=${added}`;
  return new Response(null, { status: 303, headers: { location: `${page}?${told}` } });
}

/** The first file whose content is not what its name says; the others were checked before it. */
async function checkAll(files: readonly ReceivedFile[]) {
  const store = fileStore();
  const checked: (ReceivedFile & { mediaType: string })[] = [];
  for (const file of files) {
    const found = await checkContent(store, file.key, file.name);
    if (!found.ok) return { refusal: { why: found.why, name: file.name } };
    checked.push({ ...file, mediaType: found.mediaType });
  }
  return { checked };
}

const removeAll = (keys: readonly string[]) =>
  Promise.allSettled(keys.map((key) => fileStore().remove(key)));

/** Takes files for one question: streamed into the store, checked, then attached, or none of them. */
export async function POST(request: NextRequest, context: Context): Promise<Response> {
  if (!isFromHere(request)) return new Response(null, { status: 403 });
  const { reference, question } = await context.params;
  const page = paths.evidence(reference, question);
  const session = await currentSession();
  if (!session) return new Response(null, { status: 401 });
  const room = await getUploadRoom(session.actor, reference, question);
  if (room === null) return new Response(null, { status: 404 });
  if (room === 'closed') return answer(request, page, 0, { why: 'closed', name: null });

  const received = await receiveUpload(request, { store: fileStore(), room });
  if (!received.ok) {
    if (received.cause) process.stderr.write(`An upload failed: ${String(received.cause)}\n`);
    return answer(request, page, 0, { why: received.why, name: received.name });
  }
  const keys = received.files.map(({ key }) => key);
  let kept = false;
  try {
    const { checked, refusal } = await checkAll(received.files);
    if (refusal) return answer(request, page, 0, refusal);
    const { supersedes } = received.fields;
    const result = await attachEvidence(session.actor, {
      ...{ reference, questionId: question, files: checked },
      ...(supersedes && { supersedes }),
    });
    if (!result.ok) {
      const closed = result.problem.kind !== 'invalid';
      return answer(request, page, 0, { why: closed ? 'closed' : 'too_much', name: null });
    }
    kept = true;
    await removeAll(result.value.unused);
    return answer(request, page, result.value.attached.length, null);
  } finally {
    if (!kept) await removeAll(keys);
  }
}
