import type { NextRequest } from 'next/server';
import type { FormValues } from '@/lib/domain/form-state';
import type { PersonActor } from '@/lib/domain/permissions';
import type { FieldProblem } from '@/lib/domain/result';
import { withTold } from '@/lib/domain/spot-check-place';
import { type Path, paths } from '@/lib/paths';
import { discardUpload } from '@/lib/ports/receive-upload';
import { takeUploadTurn, type UploadTurn } from '@/lib/ports/upload-turns';

/** What came of an upload: what the page is told, and what is wrong, where something is. */
export type Outcome = { told: Record<string, string>; problems: FieldProblem[] };
type TooMany = Extract<UploadTurn, { ok: false }>['why'];

/** A script keeps its page, with all that was typed in it. */
export const isByScript = (request: NextRequest): boolean =>
  request.headers.get('accept')?.startsWith('application/json') ?? false;
const leadTo = (path: string) => new Response(null, { status: 303, headers: { location: path } });

/** A script keeps the page, and says so there; a plain form is led to sign in and back again. */
export function answerSignedOut(request: NextRequest, page: Path): Response {
  if (isByScript(request)) return new Response(null, { status: 401 });
  return leadTo(`${paths.signIn}?return=${encodeURIComponent(page)}`);
}

/** A script reads an answer; a plain form is led to the page, which says the same. */
export function answerUpload(
  request: NextRequest,
  page: Path,
  { told, problems }: Outcome,
  status = 422,
): Response {
  const next = withTold(page, String(new URLSearchParams(told)));
  if (!isByScript(request)) return leadTo(next);
  if (problems.length > 0) return Response.json({ problems }, { status });
  return Response.json({ next });
}

/**
 * Receives one of a person's uploads, unless too many come at once or in a minute: those store nothing.
 * `refused` may read what is still wanted of such a form; the rest of it goes to nobody.
 */
export async function inUploadTurn(
  request: NextRequest,
  { actor, page }: { actor: PersonActor; page: Path },
  refused: (why: TooMany) => Outcome | Promise<Outcome>,
  receive: () => Promise<Response>,
): Promise<Response> {
  const turn = takeUploadTurn(actor.personId);
  if (!turn.ok) {
    const outcome = await refused(turn.why);
    if (!request.bodyUsed) await discardUpload(request.body);
    return answerUpload(request, page, outcome, 429);
  }
  try {
    return await receive();
  } finally {
    turn.release();
  }
}

/** A field that is longer than any real one is cut; addresses stay short. */
const MOST_OF_A_FIELD = 40;

/** What was typed with an upload, as the form or the address holds it; empty fields are left out. */
export const typedOf = (
  names: readonly string[],
  fields: Record<string, string | string[] | undefined>,
): FormValues =>
  Object.fromEntries(
    names.flatMap((name) => {
      const text = fields[name];
      return typeof text === 'string' && text ? [[name, text.slice(0, MOST_OF_A_FIELD)]] : [];
    }),
  );
