import { type NextRequest, NextResponse } from 'next/server';
import { currentSession } from '@/lib/auth/session';
import { env } from '@/lib/env';

/** Another site could otherwise keep a session open behind somebody's back. */
function isOwnPage(request: NextRequest): boolean {
  const origin = request.headers.get('origin');
  if (!origin) return false;
  try {
    return new URL(origin).host === request.headers.get('host');
  } catch {
    return false;
  }
}

/** Looking the session up extends it; answers when it ends now, or 401 when it is over. */
export async function POST(request: NextRequest): Promise<NextResponse> {
  if (!isOwnPage(request)) return NextResponse.json({ error: 'forbidden' }, { status: 403 });
  const session = await currentSession();
  if (!session) return NextResponse.json({ error: 'signed out' }, { status: 401 });
  return NextResponse.json({
    expiresAt: session.expiresAt.toISOString(),
    idleSeconds: env().SESSION_IDLE_MINUTES * 60,
  });
}
