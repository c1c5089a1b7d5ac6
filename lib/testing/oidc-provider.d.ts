/** What the tests use of it; the package brings no types. */
declare module 'oidc-provider' {
  import type { RequestListener } from 'node:http';

  type Context = {
    oidc: {
      client: { clientId: string };
      session: { accountId: string };
      provider: { Grant: new (about: object) => Grant };
    };
  };
  type Grant = { addOIDCScope(scope: string): void; save(): Promise<string> };
  type Account = { accountId: string; claims(): Record<string, unknown> };

  export type Configuration = {
    clients: object[];
    claims: Record<string, string[]>;
    conformIdTokenClaims: boolean;
    cookies: { keys: string[] };
    jwks: { keys: object[] };
    pkce: { required(): boolean };
    ttl: Record<string, number>;
    findAccount(context: unknown, id: string): Account;
    loadExistingGrant(context: Context): Promise<Grant>;
  };
  export class Provider {
    constructor(issuer: string, configuration: Configuration);
    callback(): RequestListener;
  }
}
