/** Anything a link may point to, inside or outside. */
export type Href =
  | `/${string}`
  | `#${string}`
  | `?${string}`
  | `mailto:${string}`
  | `https://${string}`;

/** Every address of the portal, in one place. */
export const paths = {
  home: '/',
  signIn: '/sign-in',
  account: '/account',
  apply: '/apply',
  applyNew: '/apply/new',
  application: (reference: string) => `/apply/${reference}` as const,
  question: (reference: string, question: string) => `/apply/${reference}/${question}` as const,
  check: (reference: string) => `/apply/${reference}/check` as const,
  declaration: (reference: string) => `/apply/${reference}/declaration` as const,
  assess: '/assess',
  assessment: (reference: string) => `/assess/${reference}` as const,
  manage: '/manage',
  privacy: '/privacy',
  accessibility: '/accessibility',
  cookies: '/cookies',
  help: '/help',
  notFound: '/not-found',
  extendSession: '/api/session/extend',
} as const;
