import { PASSWORD } from './credentials';
import type { Client } from './load';

const entities: Record<string, string> = { '&quot;': '"', '&amp;': '&', '&#x27;': "'" };
const plain = (text: string) =>
  text.replace(/&(quot|amp|#x27);/g, (found) => entities[found] ?? '');

/** Signs in by the form, as a browser without a script does; answers the cookies. */
export async function signIn(client: Client, email: string): Promise<string> {
  const page = (await client('/sign-in')).body.toString();
  const form = new FormData();
  for (const [tag] of page.matchAll(/<input type="hidden"[^>]*>/g)) {
    const name = /name="([^"]*)"/.exec(tag)?.[1];
    if (name) form.append(plain(name), plain(/value="([^"]*)"/.exec(tag)?.[1] ?? ''));
  }
  form.append('email', email);
  form.append('password', PASSWORD);
  const post = new Response(form);
  const answer = await client('/sign-in', {
    method: 'POST',
    headers: { 'content-type': post.headers.get('content-type') ?? '' },
    body: Buffer.from(await post.arrayBuffer()),
  });
  const cookies = (answer.headers['set-cookie'] ?? []).map((cookie) => cookie.split(';')[0]);
  if (answer.status !== 303 || cookies.length === 0) {
    throw new Error(`Signing in as ${email} answered ${answer.status}.`);
  }
  return cookies.join('; ');
}
