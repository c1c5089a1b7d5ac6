import { z } from 'zod';

/** A variable that is missing or wrong, said so that an operator knows what to do. */
export class EnvError extends Error {
  override name = 'EnvError';
}

const postgresUrl = z.string().regex(/^postgres(ql)?:\/\/.+/, 'must begin with postgres://');
const webUrl = z.url({ protocol: /^https?$/, error: 'must be an http or https address' });
const isOfThisMachine = (url: string): boolean =>
  // URL.parse() is not in every Node that we run on.
  URL.canParse(url) && /^(localhost|127\.0\.0\.1|\[::1\])$/.test(new URL(url).hostname);
const whole = (least: number, most: number) =>
  z
    .string()
    .regex(/^\d+$/, 'must be a whole number')
    .transform(Number)
    .pipe(z.number().min(least, `must be at least ${least}`).max(most, `must be at most ${most}`));
const flag = z
  .enum(['0', '1', 'false', 'true'], { error: 'must be 1 or 0' })
  .transform((value) => value === '1' || value === 'true');

/** 'Name <address>', or an address alone. */
const sender = z
  .string()
  .transform((text) => /^(?:"?([^"<>\p{Cc}]*?)"?\s*<([^<>]+)>|([^<>]+))$/u.exec(text))
  .transform((read) => ({ name: read?.[1] ?? '', address: read?.[2] ?? read?.[3] ?? '' }))
  .refine(({ address }) => z.email().safeParse(address).success, {
    error: 'must be an email address, or a name and the address as in: Portal <portal@example.com>',
  });

const schema = z.object({
  DATABASE_URL: postgresUrl.optional(),
  DATABASE_OWNER_URL: postgresUrl.optional(),
  PORT: whole(0, 65535).prefault('3000'),
  HOST: z.string().prefault('127.0.0.1'),
  DEMO: flag.prefault('0'),
  DEMO_PASSWORD: z.string().min(8, 'must have at least 8 characters').prefault('demo-portal-2026'),
  AUTH_SECRET: z.string().min(32, 'must have at least 32 characters').optional(),
  AUTH_URL: webUrl.optional(),
  PORTAL_CLOCK_FILE: z.string().optional(),
  ISMS_GUIDANCE_URL: webUrl.optional(),
  OIDC_ISSUER: webUrl
    .refine((url) => /^https:/.test(url) || isOfThisMachine(url), {
      error: 'must be an https address: who signs in is read from there',
    })
    .refine((url) => !/\/(common|organizations|consumers)(\/|$)/i.test(url), {
      error: 'must be the issuer of one tenant, not one for everybody',
    })
    .optional(),
  /** Entra's tenant ID; the issuer must be its own, and each token must name it. */
  OIDC_TENANT: z
    .string()
    .regex(/^[\w.-]+$/, 'must be one tenant ID')
    .optional(),
  OIDC_CLIENT_ID: z.string().optional(),
  OIDC_CLIENT_SECRET: z.string().optional(),
  /** 1 only where the provider itself asks everybody for a second factor. */
  OIDC_BRINGS_SECOND_FACTOR: flag.prefault('0'),
  OIDC_NAME: z.string().prefault('Single sign-on'),
  SMTP_URL: z
    .string()
    .regex(/^smtps?:\/\/[^/?#]+/, 'must begin with smtp:// or smtps://')
    .refine((text) => URL.canParse(text), { error: 'must be an address that can be read' })
    .optional(),
  MAIL_FROM: sender.optional(),
  HELP_EMAIL: z.email('must be an email address').prefault('help@portal.example'),
  /** Set to 1 only behind a proxy that itself writes X-Forwarded-For. */
  TRUST_PROXY: flag.prefault('0'),
  /** 0 where `npm run worker` runs the jobs in a process of their own. */
  RUN_JOBS: flag.prefault('1'),
  SESSION_IDLE_MINUTES: whole(5, 24 * 60).prefault('30'),
  SESSION_ABSOLUTE_HOURS: whole(1, 24 * 7).prefault('12'),
  /** Where evidence files lie, from the project's folder; a bucket takes its place. */
  EVIDENCE_FOLDER: z.string().prefault('.data/evidence'),
  EVIDENCE_BUCKET: z
    .string()
    .regex(/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/, 'must be the name of a bucket')
    .optional(),
  EVIDENCE_S3_ENDPOINT: webUrl.optional(),
  EVIDENCE_S3_REGION: z.string().prefault('eu-west-2'),
  EVIDENCE_S3_PREFIX: z
    .string()
    .regex(/^([\w.-]+\/)*$/, 'must be empty or end in a slash, for example portal/')
    .prefault(''),
  CLAMD_HOST: z.string().optional(),
  CLAMD_PORT: whole(1, 65535).prefault('3310'),
  /** The ODS FHIR R4 API, as far as the part before /Organization; needs its key. */
  ODS_API_URL: webUrl
    .refine((url) => /^https:/.test(url) || isOfThisMachine(url), {
      error: 'must be an https address: the key goes there',
    })
    .optional(),
  ODS_API_KEY: z
    .string()
    .regex(/^[\x21-\x7e]+$/, 'must be one word of plain characters')
    .optional(),
  /** Unless set, only the demo shares files that no scanner has seen. */
  EVIDENCE_SHARE_UNSCANNED: flag.optional(),
});

export type Env = z.infer<typeof schema>;
export type EnvName = keyof Env;

const names = Object.keys(schema.shape) as EnvName[];

const whatToDo: Partial<Record<EnvName, string>> = {
  DATABASE_URL:
    "Set it to the app's login, for example postgres://portal_app:…@host/portal, or use npm start, which brings its own database.",
  DATABASE_OWNER_URL: 'Set it to the login that owns the database: migrations run as that login.',
  MAIL_FROM: 'Set it to the sender of every email, for example: Portal <portal@example.com>',
  ODS_API_URL: 'Set it to the address of the ODS FHIR R4 API, or leave both out.',
  ODS_API_KEY: 'Set it to the key that the ODS FHIR R4 API gave you, or leave both out.',
  AUTH_SECRET: 'Set it to at least 32 random characters, for example from: openssl rand -base64 33',
};

/** Variables that are nothing without each other: the second is missed where the first is set. */
const TOGETHER = [
  ['SMTP_URL', 'MAIL_FROM'],
  ['ODS_API_URL', 'ODS_API_KEY'],
  ['ODS_API_KEY', 'ODS_API_URL'],
] as const;

/** Microsoft's issuers speak for whole tenants: which one is ours must be said, and be theirs. */
function tenantTrouble({ OIDC_ISSUER: issuer, OIDC_TENANT: tenant }: Env): string | null {
  if (!issuer) return null;
  const { hostname, pathname } = new URL(issuer);
  if (!tenant)
    return /(^|\.)(microsoftonline\.(com|us)|windows\.net)$/.test(hostname)
      ? 'OIDC_TENANT is not set. Set it to the tenant ID that OIDC_ISSUER names.'
      : null;
  return pathname.split('/').includes(tenant)
    ? null
    : 'OIDC_ISSUER is not the issuer of the tenant that OIDC_TENANT names.';
}

function missing(env: Env): string | null {
  const found = TOGETHER.find(([set, other]) => env[set] && !env[other]);
  return found
    ? [`${found[1]} is not set, but ${found[0]} is.`, whatToDo[found[1]]].join(' ')
    : null;
}

/** Reads and checks the environment given; an empty value counts as unset. Throws an EnvError. */
export function parseEnv(source: Record<string, string | undefined>): Env {
  const given = Object.fromEntries(names.map((name) => [name, source[name]?.trim() || undefined]));
  const parsed = schema.safeParse(given);
  if (parsed.success) {
    const lacking = missing(parsed.data) ?? tenantTrouble(parsed.data);
    if (lacking) throw new EnvError(lacking);
    return parsed.data;
  }
  const lines = parsed.error.issues.map((issue) => {
    const name = String(issue.path[0]) as EnvName;
    return [`${name} ${issue.message}.`, whatToDo[name]].filter(Boolean).join(' ');
  });
  throw new EnvError(lines.join('\n'));
}

let seen: (string | undefined)[] = [];
let parsed: Env | undefined;

/** The checked environment. Parsed again only after one of its variables changed. */
export function env(): Env {
  const now = names.map((name) => process.env[name]);
  if (!parsed || now.some((value, index) => value !== seen[index])) {
    parsed = parseEnv(process.env);
    seen = now;
  }
  return parsed;
}

/** A variable that this part cannot do without. Throws an EnvError that says what to do. */
export function requireEnv<N extends EnvName>(name: N): NonNullable<Env[N]> {
  const value = env()[name];
  if (value !== undefined && value !== null) return value as NonNullable<Env[N]>;
  throw new EnvError([`${name} is not set.`, whatToDo[name]].filter(Boolean).join(' '));
}
