import { formatPlainDate, parsePlainDate } from './dates';
import { ONBOARDING_STATES, type OnboardingState } from './onboarding';

type Contents = Record<string, unknown>;
type Told = { title?: string; lines?: string[]; quoted?: string };

const textOf = (contents: Contents, name: string): string =>
  typeof contents[name] === 'string' ? (contents[name] as string) : '';
/** A day in words; any other text as it is. */
const wordsOf = (value: unknown): string => {
  if (typeof value !== 'string' || value === '') return 'nothing';
  const date = parsePlainDate(value);
  return date ? formatPlainDate(date) : value;
};
const dayOf = (contents: Contents, name: string): string => {
  const date = parsePlainDate(textOf(contents, name));
  return date ? formatPlainDate(date) : '';
};
const objectOf = (contents: Contents, name: string): Contents =>
  typeof contents[name] === 'object' && contents[name] !== null ? (contents[name] as Contents) : {};

const FIELDS: Record<string, string> = {
  name: 'Name',
  address: 'Address',
  goLiveOn: 'Planned go-live date',
  leadOdsCode: 'Lead organisation',
  dsptCode: 'DSPT code',
  contactName: 'Contact name',
  contactEmail: 'Contact email address',
  clinicalSafety: 'Clinical safety',
  aupVersion: 'AUP version',
  aupAlertedOn: 'Date of the AUP alert',
  aupMethod: 'How they were alerted',
  aupAlertedBy: 'Who alerted them',
  aupAcknowledgedOn: 'Acknowledged on',
};

/** 'Name: from Elm Surgery to Elm Tree Surgery', a line for each field that changed. */
function changes(contents: Contents): string[] {
  const [before, after] = [objectOf(contents, 'before'), objectOf(contents, 'after')];
  return Object.entries(FIELDS).flatMap(([name, label]) =>
    name in after ? [`${label}: from ${wordsOf(before[name])} to ${wordsOf(after[name])}`] : [],
  );
}

const camel = (name: string): string =>
  name.replace(/_([a-z])/g, (_, letter) => letter.toUpperCase());

export type ToldImport = {
  fileName: string;
  /** The fields that it changed, as they were, by the names of their columns. */
  before: Record<string, string | null>;
  at: Date;
  /** Who had it imported; null for somebody who has left. */
  by: string | null;
  sequence: number;
};

/** What an import changed of one onboarding, in words for its supplier. */
export const tellImport = ({ fileName, before, at, by, sequence }: ToldImport) => ({
  ...{ sequence, at, by: by ?? 'somebody who has left', title: 'Changed by an import' },
  lines: [
    `File: ${fileName}`,
    ...Object.entries(before).map(([name, value]) =>
      name === 'state'
        ? `State before: ${stateOf(value ?? '')}`
        : `${FIELDS[camel(name)] ?? name} before: ${wordsOf(value)}`,
    ),
  ],
  ...{ quoted: null, saved: [] },
});

/** That an import brought it: then no event of its own says so. */
export const tellAdded = (at: Date) => ({
  ...{ sequence: 0, at, by: 'an import', title: 'End user organisation added' },
  ...{ lines: [], quoted: null, saved: [] },
});

const stateOf = (id: string): string =>
  Object.hasOwn(ONBOARDING_STATES, id)
    ? ONBOARDING_STATES[id as OnboardingState].label.toLowerCase()
    : id;

/** The events of an onboarding that say more than their label. */
export const ONBOARDING_TELLERS = {
  'onboarding.added': (c: Contents): Told => ({ lines: [`For ${textOf(c, 'product')}`] }),
  'onboarding.changed': (c: Contents): Told => ({
    ...(textOf(c, 'since') && { title: 'AUP alert since it went live' }),
    lines: changes(c),
  }),
  'onboarding.checked': (c: Contents): Told => {
    const published = dayOf(c, 'publishedOn');
    return {
      lines: [
        `Checked on ${dayOf(c, 'checkedOn')} by ${textOf(c, 'checkedBy')}`,
        `${textOf(c, 'status')}, under ${textOf(c, 'code')}${published && `, published on ${published}`}`,
      ],
    };
  },
  'onboarding.moved': (c: Contents): Told => ({
    title: `From ${stateOf(textOf(c, 'from'))} to ${stateOf(textOf(c, 'to'))}`,
    lines: [`On ${dayOf(c, 'on')}`],
    quoted: textOf(c, 'reason'),
  }),
  'onboarding.go_live_corrected': (c: Contents): Told => ({
    ...(c.override === true && { title: 'Go-live date corrected by an override' }),
    lines: [
      ...changes(c).map((line) => line.replace(/^Planned g/, 'G')),
      ...(Array.isArray(c.words) ? c.words.filter((one) => typeof one === 'string') : []),
    ],
    quoted: textOf(c, 'reason'),
  }),
  'onboarding.overridden': (c: Contents): Told => ({
    lines: [
      `On ${dayOf(c, 'on')}`,
      ...(Array.isArray(c.words) ? c.words.filter((one) => typeof one === 'string') : []),
    ],
    quoted: textOf(c, 'reason'),
  }),
};
