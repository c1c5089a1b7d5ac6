import type { NextRequest } from 'next/server';
import { currentSession } from '@/lib/auth/session';
import { paths } from '@/lib/paths';
import { getFrame } from '@/lib/queries/spot-checks/get-frame';

type Context = RouteContext<'/assess/suppliers/[code]/spot-checks/[id]/frame'>;

const leadTo = (path: string) => new Response(null, { status: 303, headers: { location: path } });

/** Sends the list that a spot check was drawn from, byte for byte as it was hashed. */
export async function GET(_: NextRequest, context: Context): Promise<Response> {
  const { code, id } = await context.params;
  const session = await currentSession();
  if (!session) {
    const page = paths.supplierSpotCheck(encodeURIComponent(code), encodeURIComponent(id));
    return leadTo(`${paths.signIn}?return=${encodeURIComponent(page)}`);
  }
  const frame = await getFrame(session.actor, code, id);
  if (!frame) return leadTo(paths.notFound);
  return new Response(frame.text, {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="spot-check-${frame.number}-list.csv"`,
    },
  });
}
