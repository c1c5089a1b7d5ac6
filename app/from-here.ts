import type { NextRequest } from 'next/server';

/** Whether a post comes from a page of this portal: a browser says where a request comes from. */
export function isFromHere(request: NextRequest): boolean {
  const origin = request.headers.get('origin');
  const host = request.headers.get('host');
  const site = request.headers.get('sec-fetch-site');
  if (origin === null || host === null || !URL.canParse(origin)) return false;
  return (site === null || site === 'same-origin') && new URL(origin).host === host;
}
