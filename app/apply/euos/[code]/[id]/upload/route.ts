import type { NextRequest } from 'next/server';
import { addedOf, outcomeOf } from '@/app/apply/[reference]/[question]/upload/answer-upload';
import { type Attached, type CheckedUpload, takeEvidence } from '@/app/evidence-upload';
import { isFromHere } from '@/app/from-here';
import { answerSignedOut } from '@/app/upload-answer';
import { currentSession } from '@/lib/auth/session';
import { attachOnboardingEvidence } from '@/lib/commands/onboardings/attach-onboarding-evidence';
import type { PersonActor } from '@/lib/domain/permissions';
import { withFrom } from '@/lib/domain/spot-check-place';
import { paths } from '@/lib/paths';
import { getOnboardingRoom } from '@/lib/queries/onboardings/get-onboarding-room';

type Context = RouteContext<'/apply/euos/[code]/[id]/upload'>;

async function attach(
  actor: PersonActor,
  onboardingId: string,
  { files, dates }: CheckedUpload,
): Promise<Attached> {
  const result = await attachOnboardingEvidence(actor, { onboardingId, files, ...dates });
  if (!result.ok)
    return {
      outcome: outcomeOf(result.problem, undefined),
      unused: files.map(({ key }) => key),
    };
  return { outcome: { told: addedOf(result.value), problems: [] }, unused: result.value.unused };
}

/** Takes files for one onboarding, likewise: all of them, or none. */
export async function POST(request: NextRequest, context: Context): Promise<Response> {
  if (!isFromHere(request)) return new Response(null, { status: 403 });
  const { code, id } = await context.params;
  const page = withFrom(paths.euoPart(code, id, 'files'), request.nextUrl.searchParams.get('from'));
  const session = await currentSession();
  if (!session) return answerSignedOut(request, page);
  const { actor } = session;
  const room = await getOnboardingRoom(actor, code, id);
  if (room === null) return new Response(null, { status: 404 });
  return takeEvidence(request, { actor, page, room }, (upload) => attach(actor, id, upload));
}
