import type { NextRequest } from 'next/server';
import { currentSession } from '@/lib/auth/session';
import { openMessage } from '@/lib/commands/messages/open-message';
import { paths } from '@/lib/paths';

type Context = RouteContext<'/messages/[id]'>;

const leadTo = (path: string) =>
  new Response(null, { status: 303, headers: { location: path, 'cache-control': 'no-store' } });

/** Leads to what a message of the reader's own is about, and marks it as read. */
export async function GET(_: NextRequest, context: Context): Promise<Response> {
  const { id } = await context.params;
  const session = await currentSession();
  if (!session) return leadTo(`${paths.signIn}?return=${encodeURIComponent(paths.message(id))}`);
  const opened = await openMessage(session.actor, { id });
  return leadTo(opened.ok ? opened.value.path : paths.notFound);
}
