import type { NextRequest } from 'next/server';
import { type Attached, type CheckedUpload, takeEvidence } from '@/app/evidence-upload';
import { isFromHere } from '@/app/from-here';
import { answerSignedOut, answerUpload } from '@/app/upload-answer';
import { currentSession } from '@/lib/auth/session';
import { attachEvidence } from '@/lib/commands/apply/attach-evidence';
import type { PersonActor } from '@/lib/domain/permissions';
import { paths } from '@/lib/paths';
import { getUploadRoom } from '@/lib/queries/apply/get-upload-room';
import { addedOf, outcomeOf, refusedFor } from './answer-upload';

type Context = RouteContext<'/apply/[reference]/[question]/upload'>;
type Target = { reference: string; questionId: string };

async function attach(
  actor: PersonActor,
  target: Target,
  { files, dates, fields }: CheckedUpload,
): Promise<Attached> {
  const { supersedes } = fields;
  const result = await attachEvidence(actor, {
    ...{ ...target, files, ...dates },
    ...(supersedes && { supersedes }),
  });
  if (!result.ok)
    return { outcome: outcomeOf(result.problem, supersedes), unused: files.map(({ key }) => key) };
  const told = supersedes ? { replaced: '1' } : addedOf(result.value);
  return { outcome: { told, problems: [] }, unused: result.value.unused };
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
  return takeEvidence(request, { actor, page, room }, (upload) =>
    attach(actor, { reference, questionId }, upload),
  );
}
