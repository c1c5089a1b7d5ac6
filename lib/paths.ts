/** An address inside the portal. */
export type Path = `/${string}`;

/** Anything a link may point to, inside or outside. */
export type Href = Path | `#${string}` | `?${string}` | `mailto:${string}` | `https://${string}`;

/** What can be done with one onboarding, each at an address of its own. */
export type EuoPart =
  | ('details' | 'aup' | 'check' | 'files' | 'upload' | 'history')
  | ('go-live' | 'go-live-date' | 'suspend' | 'resume' | 'disconnect' | 'cancel');

/** Every address of the portal, in one place. */
export const paths = {
  home: '/',
  signIn: '/sign-in',
  signInCode: '/sign-in/code',
  signInSetUp: '/sign-in/set-up',
  forgotPassword: '/forgot-password',
  setPassword: (token: string) => `/set-password/${token}` as const,
  account: '/account',
  changePassword: '/account/change-password',
  ownAbsence: '/account/absence',
  secondFactor: '/account/second-factor',
  recoveryCodes: '/account/second-factor/codes',
  messages: '/messages',
  message: (id: string) => `/messages/${id}` as const,
  messageChoices: '/account/messages',
  mail: '/manage/mail',
  registers: '/manage/registers',
  registerNew: '/manage/registers/new',
  registerUpload: '/manage/registers/upload',
  register: (id: string) => `/manage/registers/${id}` as const,
  judgingRuns: '/manage/registers/runs',
  judgingRun: (id: string) => `/manage/registers/runs/${id}` as const,
  apply: '/apply',
  applyNew: '/apply/new',
  euos: '/apply/euos',
  euoNew: '/apply/euos/new',
  euoNewFor: (code: string, product: string) =>
    `/apply/euos/new?${new URLSearchParams({ code, product })}` as const,
  euoImports: '/apply/euos/import',
  euoImportAgain: (id: string) => `/apply/euos/import?rows=${id}` as const,
  euoExport: '/apply/euos/export',
  euoTemplate: '/apply/euos/import/template',
  euoUpload: '/apply/euos/import/upload',
  euoImport: (id: string) => `/apply/euos/import/${id}` as const,
  euoRefusals: (id: string) => `/apply/euos/import/${id}/refused` as const,
  euo: (code: string) => `/apply/euos/${code}` as const,
  euoPart: (code: string, id: string, part: EuoPart) =>
    `/apply/euos/${code}/${id}/${part}` as const,
  application: (reference: string) => `/apply/${reference}` as const,
  question: (reference: string, question: string) => `/apply/${reference}/${question}` as const,
  evidence: (reference: string, question: string) =>
    `/apply/${reference}/${question}/files` as const,
  evidenceUpload: (reference: string, question: string) =>
    `/apply/${reference}/${question}/upload` as const,
  document: (id: string) => `/documents/${id}` as const,
  documentState: (id: string) => `/documents/${id}/state` as const,
  /** What proxy.ts gives a status of its own: 404 for bytes that are gone, 503 for a store that is away. */
  documentTrouble: (id: string, trouble: 'missing' | 'away') =>
    `/documents/${id}/state?trouble=${trouble}` as const,
  check: (reference: string) => `/apply/${reference}/check` as const,
  declaration: (reference: string) => `/apply/${reference}/declaration` as const,
  decision: (reference: string) => `/apply/${reference}/decision` as const,
  timeline: (reference: string) => `/apply/${reference}/timeline` as const,
  receipt: (reference: string) => `/apply/${reference}/receipt` as const,
  takeBack: (reference: string) => `/apply/${reference}/take-back` as const,
  moreTime: (reference: string) => `/apply/${reference}/more-time` as const,
  thread: (reference: string) => `/apply/${reference}/thread` as const,
  withdraw: (reference: string) => `/apply/${reference}/withdraw` as const,
  assess: '/assess',
  assessment: (reference: string) => `/assess/${reference}` as const,
  caseRequest: (reference: string) => `/assess/${reference}/request` as const,
  caseThread: (reference: string) => `/assess/${reference}/thread` as const,
  caseRecommend: (reference: string) => `/assess/${reference}/recommend` as const,
  caseConfirm: (reference: string) => `/assess/${reference}/confirm` as const,
  caseConditions: (reference: string) => `/assess/${reference}/conditions` as const,
  caseHistory: (reference: string) => `/assess/${reference}/history` as const,
  caseRounds: (reference: string) => `/assess/${reference}/earlier` as const,
  caseHandOver: (reference: string) => `/assess/${reference}/hand-over` as const,
  colleagues: '/apply/colleagues',
  colleagueNew: '/apply/colleagues/new',
  colleague: (id: string) => `/apply/colleagues/${id}` as const,
  manage: '/manage',
  manageDownload: '/manage/download',
  manageApplications: '/manage/download/applications',
  /** A month as '2026-10'; without one, the last whole month. */
  report: (month = '') => `/manage/report${month === '' ? '' : `?month=${month}`}` as const,
  manageFlow: '/manage/flow',
  flowDownload: '/manage/flow/download',
  whyDownload: '/manage/why/download',
  manageWhy: '/manage/why',
  /** The cases behind a figure; the query says which: see `figureCasesQuery`. */
  figureCases: (query: string) => `/manage/figures?${query}` as const,
  manageWho: '/manage/who',
  manageWhoDownload: '/manage/who/download',
  manageReassign: (from: string) => `/manage/reassign?${new URLSearchParams({ from })}` as const,
  reassign: '/manage/reassign',
  lapses: '/manage/lapses',
  lapsesDownload: '/manage/lapses/download',
  lapsesMonths: '/manage/lapses/months',
  manageEuosDownload: '/manage/euos/download',
  manageEuos: '/manage/euos',
  history: (reference: string) => `/manage/history/${reference}` as const,
  historyEvent: (reference: string, sequence: number) =>
    `/manage/history/${reference}/${sequence}` as const,
  organisations: '/manage/organisations',
  organisationNew: '/manage/organisations/new',
  organisation: (id: string) => `/manage/organisations/${id}` as const,
  organisationChange: (id: string) => `/manage/organisations/${id}/change` as const,
  organisationPersonNew: (id: string) => `/manage/organisations/${id}/people/new` as const,
  productNew: (id: string) => `/manage/organisations/${id}/products/new` as const,
  product: (id: string, product: string) =>
    `/manage/organisations/${id}/products/${product}` as const,
  spotCheck: (id: string) => `/apply/euos/spot-checks/${id}` as const,
  spotCheckItem: (id: string, item: string) => `/apply/euos/spot-checks/${id}/${item}` as const,
  suppliers: '/assess/suppliers',
  /** A supplier's record by its ODS code, or by its id where it has none. */
  supplierRecord: (code: string) => `/assess/suppliers/${code}` as const,
  supplierEuos: (code: string) => `/assess/suppliers/${code}/euos` as const,
  supplierEuo: (code: string, euo: string) => `/assess/suppliers/${code}/euos/${euo}` as const,
  spotCheckNew: (code: string) => `/assess/suppliers/${code}/spot-checks/new` as const,
  spotCheckPart: (code: string, id: string, part: 'ask-again' | 'cancel') =>
    `/assess/suppliers/${code}/spot-checks/${id}/${part}` as const,
  supplierSpotCheck: (code: string, id: string) =>
    `/assess/suppliers/${code}/spot-checks/${id}` as const,
  spotCheckFrame: (code: string, id: string) =>
    `/assess/suppliers/${code}/spot-checks/${id}/frame` as const,
  spotCheckMark: (code: string, id: string, item: string) =>
    `/assess/suppliers/${code}/spot-checks/${id}/${item}` as const,
  aup: '/manage/aup',
  aupNew: '/manage/aup/new',
  audit: '/manage/audit',
  auditExport: '/manage/audit/export',
  people: '/manage/people',
  personNew: '/manage/people/new',
  person: (id: string) => `/manage/people/${id}` as const,
  personSingleSignOn: (id: string) => `/manage/people/${id}/single-sign-on` as const,
  personFactor: (id: string) => `/manage/people/${id}/second-factor` as const,
  privacy: '/privacy',
  accessibility: '/accessibility',
  cookies: '/cookies',
  help: '/help',
  notFound: '/not-found',
  tooLong: '/too-long',
  singleSignOn: '/api/session/single-sign-on',
  extendSession: '/api/session/extend',
} as const;
