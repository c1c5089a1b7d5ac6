import { dsptStatus, one, organisationDetails, pastDate, yesNoDetails } from './inputs';
import type { Answers, CoveragePoint, Question } from './types';

/** The section's own words, shown on the task list and behind its help. */
export const SECTION = {
  title: 'Declare Data Security and Information Security',
  introduction: [
    'As the supplier organisation of a service or product, your staff (and contractors) might come into contact with patient data, for example when processing data or supporting your end users.',
    'To ensure you have controls in place to keep patient data private and secure, you must complete the Data and Security Protection Toolkit (DSPT).',
    'We recommend following the Information Security Management Code of Practice standards (ISMS). This is intended to help NHS organisations manage digital information effectively, and to comply with legal requirement of best practice.',
    'You will need an ODS code to complete the DSPT.',
  ],
  help: {
    title: 'Help and tips for completing this section',
    profile:
      'When you complete the DSPT, you need to state your organisation profile. You should use:',
    scope: 'The Code of Practice for ISMS covers:',
    scopeItems: [
      'digital or hard copy patient health records',
      'digital or hard copy administrative information',
      'digital or printed X-rays, photographs, slides and images',
      'digital media including data tapes, CDs, DVDs, USB disk drives, removable memory sticks',
      'computerised records, including those that are processed in networked, mobile or standalone systems',
      'email, text and other message types',
    ],
  },
  insufficient: {
    title: 'Insufficient information',
    text: 'Not providing the relevant information will increase the time of approval and may result in application rejection.',
  },
} as const;

const always = () => true;
const published = (answers: Answers) =>
  one(answers['dspt-status'] ?? {}, 'level') !== 'not_published';
const details = [{ name: 'choice' }, { name: 'details' }, { name: 'covered', many: true }] as const;
const datePart = (name: string) =>
  ['day', 'month', 'year'].map((part) => ({ name: `${name}-${part}` }));
const ids = (points: readonly CoveragePoint[]) => points.map((point) => point.id);

const points = {
  deadline: [
    { id: 'edition-named', text: 'The edition is named' },
    { id: 'publication', text: 'When it was published and, if late, why' },
    { id: 'code', text: 'The code it was published under' },
  ],
  compliant: [
    { id: 'level', text: 'The level reached' },
    { id: 'coverage', text: 'The whole organisation is covered, subcontractors included' },
    { id: 'improvement-plan', text: 'The improvement plan, if there is one' },
  ],
  euo: [
    { id: 'who', text: 'Who checks' },
    { id: 'when', text: 'When they check, before onboarding' },
    { id: 'source', text: 'Against which source' },
    { id: 'non-compliance', text: 'What happens when an EUO does not comply' },
    { id: 'aup', text: 'How the EUO acceptable use policy is brought to its attention' },
    { id: 'recheck', text: 'How it is re-checked each year' },
  ],
  isms: [
    { id: 'scope', text: 'The scope covers this product' },
    { id: 'policy', text: 'A policy and a risk assessment are in place' },
    { id: 'controls', text: 'Controls are selected (statement of applicability)' },
    { id: 'audit', text: 'Internal audit and management review' },
    { id: 'certificate', text: 'The certificate, if one is offered (number, body, scope, expiry)' },
  ],
} as const satisfies Record<string, readonly CoveragePoint[]>;

const base = {
  hint: [],
  supporting: [],
  coveragePoints: [],
  appliesWhen: always,
  unlocksWith: null,
};

export const declareDataSecurity: readonly Question[] = [
  {
    ...base,
    id: 'organisation',
    number: null,
    group: 'organisation',
    title: "Confirm your organisation's details",
    short: 'Organisation details',
    hint: ['You will need an ODS code to complete the DSPT.'],
    kind: 'organisation',
    fields: [{ name: 'odsCode' }, { name: 'dsptIdentifier' }, { name: 'profile' }],
    schema: organisationDetails,
    reasons: ['ods-code-wrong', 'profile-mismatch', 'other'],
    unlocksWith: 'dspt',
  },
  {
    ...base,
    id: 'dspt-within-deadline',
    number: 'Q.1',
    group: 'dspt',
    title:
      'Has your organisation completed the Data Security Protection Toolkit (DSPT) assessment for the current year within the deadline?',
    short: 'DSPT completed within the deadline',
    hint: [
      'The DSPT allows organisations to measure performance against the National Data Guardians data security standards. It is a prerequisite for Live deployment.',
    ],
    kind: 'yes-no-details',
    fields: details,
    schema: ({ points: known = ids(points.deadline) }) => yesNoDetails({ points: known }),
    coveragePoints: points.deadline,
    reasons: ['wrong-edition', 'date-wrong', 'ods-code-wrong', 'no-explanation', 'other'],
    unlocksWith: 'dspt',
  },
  {
    ...base,
    id: 'dspt-compliant',
    number: 'Q.2',
    group: 'dspt',
    title: 'Are you compliant with the annual DSPT assessment?',
    short: 'Compliant with the DSPT',
    hint: ['Your organisation must reach a standards met or standards exceeded status.'],
    supporting: [
      'Reference in connection agreement:',
      '3.5 The Connecting Party shall inform NHS England of any changes required to the Conformance Documentation as soon as it becomes aware (or ought reasonably to be aware) of the same and shall on an annual basis on the anniversary of this connection agreement, confirm to NHS England that all Conformance Documentation remains true, accurate and complete.',
    ],
    kind: 'yes-no-details',
    fields: details,
    schema: ({ points: known = ids(points.compliant) }) => yesNoDetails({ points: known }),
    coveragePoints: points.compliant,
    reasons: ['below-standards-met', 'no-explanation', 'subcontractors-missing', 'other'],
    unlocksWith: 'dspt',
  },
  {
    ...base,
    id: 'dspt-status',
    number: 'Q.2.1',
    group: 'dspt',
    title: "What is your organisation's published DSPT status?",
    short: 'Published DSPT status',
    kind: 'dspt-status',
    fields: [{ name: 'level' }, { name: 'edition' }],
    schema: dsptStatus,
    reasons: ['wrong-edition', 'below-standards-met', 'other'],
    unlocksWith: 'dspt',
  },
  {
    ...base,
    id: 'dspt-published-on',
    number: 'Q.2.2',
    group: 'dspt',
    title: "Provide the date your organisation's DSPT status was published",
    short: 'Date of publication',
    hint: ['For example, 24 04 2025'],
    kind: 'date',
    fields: datePart('publishedOn'),
    schema: (context) => pastDate('publishedOn', 'Date your DSPT status was published', context),
    appliesWhen: published,
    reasons: ['date-wrong', 'other'],
    unlocksWith: 'dspt',
  },
  {
    ...base,
    id: 'euo-process',
    number: 'Q.3',
    group: 'euo',
    title:
      'Do you have a process in place to ensure all end user organisations (EUOs) connected to your product have completed the DSPT assessment for the current year within the deadline before onboarding?',
    short: 'EUO process',
    supporting: [
      'The Connecting Party shall incorporate or otherwise alert the EUOs to the EUO acceptable use policy as updated from time to time.',
    ],
    kind: 'yes-no-details',
    fields: details,
    schema: ({ points: known = ids(points.euo) }) => yesNoDetails({ points: known }),
    coveragePoints: points.euo,
    reasons: ['process-incomplete', 'aup-not-covered', 'no-explanation', 'other'],
  },
  {
    ...base,
    id: 'isms',
    number: 'Q.4',
    group: 'security',
    title:
      'Is a formal and documented Information Security Management System (ISMS) in place which covers the scope of the Consumer System?',
    short: 'ISMS',
    hint: [
      'An ISMS is defined as that part of the overall management system, based on a business risk approach, to establish, implement, operate, monitor, review, maintain and improve information security.',
      'This should be in line with ISO/IEC 27001 ISMS but does not require certification against this standard. Some guidance on appropriate controls to have within your ISMS is available here.',
    ],
    kind: 'yes-no-details',
    fields: [
      ...details,
      { name: 'certificateNumber' },
      { name: 'certificateBody' },
      { name: 'certificateScope' },
      ...datePart('certificateExpiresOn'),
    ],
    schema: ({ points: known = ids(points.isms) }) =>
      yesNoDetails({ points: known, certificate: true }),
    coveragePoints: points.isms,
    reasons: [
      'isms-scope',
      'certificate-invalid',
      'no-explanation',
      'subcontractors-missing',
      'other',
    ],
  },
];
