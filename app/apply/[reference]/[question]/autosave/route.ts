import type { NextRequest } from 'next/server';
import { isFromHere } from '@/app/from-here';
import { readAtMost } from '@/lib/auth/post-size';
import { currentSession, ownerOfWords } from '@/lib/auth/session';
import { saveAnswer } from '@/lib/commands/apply/save-answer';
import type { Problem } from '@/lib/domain/result';
import { formatTime } from '@/lib/format';

type Context = RouteContext<'/apply/[reference]/[question]/autosave'>;

/** More than a draft of the longest question weighs. */
const MOST_BYTES = 400_000;
const SIGNED_OUT =
  'You have been signed out. What you typed is still here: press Save and continue, sign in, and it will be put back.';
const TAKEN_AWAY =
  'You have been signed out, so this is not saved. Copy what you typed before you sign in again.';

const say = (status: number, body: Record<string, unknown>) => Response.json(body, { status });

/** What the reader is told; after all but the last only pressing a button leads on. */
function refusal(problem: Problem): Response {
  switch (problem.kind) {
    case 'conflict': {
      const who = problem.conflict.changedBy ?? 'Somebody else';
      const message = `${who} saved a different answer meanwhile. Yours is not saved: press Save and continue to see both.`;
      return say(409, { message });
    }
    case 'wrong_status':
      return say(409, {
        message: 'This question is closed now, so what you type is no longer saved.',
      });
    case 'refused':
      return say(409, { message: problem.message });
    case 'invalid':
      return say(422, {
        message: `Not saved: ${problem.fields[0]?.message ?? 'check the answer'}`,
      });
    default:
      return say(404, { message: 'This page is no longer there. Copy what you typed.' });
  }
}

/** Saves what is typed, without an event and without making the page again. */
export async function POST(request: NextRequest, context: Context): Promise<Response> {
  const json = request.headers.get('content-type')?.startsWith('application/json') ?? false;
  if (!json || !isFromHere(request)) return say(403, {});
  const session = await currentSession();
  if (!session) return say(401, { message: (await ownerOfWords()) ? SIGNED_OUT : TAKEN_AWAY });
  const { reference, question } = await context.params;
  const text = await readAtMost(request.body, MOST_BYTES);
  if (text === null) return say(413, { message: 'Not saved: this answer is too long to save.' });
  let posted: { fields?: unknown; version?: unknown } | null;
  try {
    posted = JSON.parse(text);
  } catch {
    return say(400, {});
  }
  if (typeof posted?.version !== 'number' || typeof posted.fields !== 'object') return say(400, {});
  const result = await saveAnswer(session.actor, {
    ...{ reference, questionId: question, mode: 'autosave' },
    ...{ fields: posted.fields, version: posted.version },
  });
  if (!result.ok) return refusal(result.problem);
  const { version, savedAt } = result.value;
  return say(200, { version, time: formatTime(savedAt) });
}
