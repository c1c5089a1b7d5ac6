import { generateKeyPairSync } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { Provider } from 'oidc-provider';

type Claims = Record<string, unknown>;
type Token = { header: Claims; claims: Claims };

/** What the provider does wrong, at which of its addresses. */
type Fault = {
  at: 'discovery' | 'token';
  what: 'hangs up' | 'is slow' | { status: number; body: string };
};

const PATHS = { discovery: '/.well-known/openid-configuration', token: '/token' };
/** Longer than the portal waits. */
const SLOW = 10_000;

const encoded = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
const decoded = (part = ''): Claims => JSON.parse(Buffer.from(part, 'base64url').toString());

/** An answer with a token, changed on its way as whoever made it would. */
function withToken(body: string, tamper: (token: Token) => void): string {
  const answer = JSON.parse(body);
  if (!answer.id_token) return body;
  const [header, claims, signature] = answer.id_token.split('.');
  const token = { header: decoded(header), claims: decoded(claims) };
  tamper(token);
  const end = token.header.alg === 'none' ? '' : signature;
  answer.id_token = `${encoded(token.header)}.${encoded(token.claims)}.${end}`;
  return JSON.stringify(answer);
}

/**
 * A real OpenID Connect provider on loopback, as Entra ID puts claims into its tokens. It asks whoever
 * comes for a name and takes any password; `accounts` says what it then claims of them.
 */
export async function startIdentityProvider(client: { id: string; secret: string; uri: string }) {
  const accounts = new Map<string, Claims>();
  const wrong: { fault: Fault | null; tamper: ((token: Token) => void) | null } = {
    ...{ fault: null, tamper: null },
  };
  const tenant = crypto.randomUUID();
  let serve: (request: IncomingMessage, response: ServerResponse) => void = () => undefined;

  async function answer(request: IncomingMessage, response: ServerResponse) {
    request.url = request.url?.replace(`/${tenant}/v2.0`, '');
    const { fault, tamper } = wrong;
    if (fault && request.url === PATHS[fault.at]) {
      if (fault.what === 'hangs up') return request.socket.destroy();
      if (fault.what === 'is slow') await wait(SLOW);
      else {
        response.writeHead(fault.what.status, { 'content-type': 'text/html' });
        return response.end(fault.what.body);
      }
    }
    if (tamper && request.url === PATHS.token) {
      const end = response.end.bind(response);
      response.end = ((body: string) => {
        const changed = withToken(String(body), tamper);
        response.setHeader('content-length', Buffer.byteLength(changed));
        return end(changed);
      }) as typeof response.end;
    }
    serve(request, response);
  }

  const server = createServer((request, response) => void answer(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const origin = `http://localhost:${(server.address() as AddressInfo).port}`;
  const issuer = `${origin}/${tenant}/v2.0`;
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const seconds = { AccessToken: 600, AuthorizationCode: 60, IdToken: 600 };
  const provider = new Provider(issuer, {
    clients: [{ client_id: client.id, client_secret: client.secret, redirect_uris: [client.uri] }],
    claims: { openid: ['sub', 'oid', 'tid', 'roles'], email: ['email', 'email_verified'] },
    conformIdTokenClaims: false,
    cookies: { keys: [crypto.randomUUID()] },
    jwks: { keys: [{ ...privateKey.export({ format: 'jwk' }), use: 'sig', alg: 'RS256' }] },
    pkce: { required: () => true },
    ttl: { ...seconds, Grant: 600, Interaction: 600, Session: 600 },
    findAccount: (_, id) => ({
      accountId: id,
      claims: () => ({ sub: id, oid: `oid-${id}`, tid: tenant, ...accounts.get(id) }),
    }),
    // Nobody is asked whether the portal may know them: an organisation says so for its people.
    loadExistingGrant: async ({ oidc }) => {
      const { Grant } = oidc.provider;
      const whose = { clientId: oidc.client.clientId, accountId: oidc.session.accountId };
      const grant = new Grant(whose);
      grant.addOIDCScope('openid email profile');
      await grant.save();
      return grant;
    },
  });
  serve = provider.callback();

  /** Somebody whom the provider knows; `claims` in the place of what it would say of them. */
  function knows(email: string, claims: Claims = {}): string {
    const login = `login-${crypto.randomUUID()}`;
    accounts.set(login, { email, email_verified: true, ...claims });
    return login;
  }

  async function stop() {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }

  return { issuer, tenant, origin, accounts, wrong, knows, stop };
}
