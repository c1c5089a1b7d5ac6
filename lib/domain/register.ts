import { formatPlainDate, type PlainDate } from './dates';

type Described = {
  kind: 'dspt' | 'ods';
  label: string;
  /** What the publisher calls its file. */
  file?: string;
  /** What each organisation in it is; empty where they differ. */
  role: string;
};

/** The public registers that files describe, by what a file holds. */
export const REGISTERS = {
  dspt: { kind: 'dspt', label: 'DSPT register', role: '' },
  ods_practices: {
    ...{ kind: 'ods', label: 'GP practices and prescribers', file: 'epraccur' },
    role: 'GP practice or prescriber',
  },
  ods_pharmacies: { kind: 'ods', label: 'Pharmacies', file: 'edispensary', role: 'Pharmacy' },
  ods_trusts: { kind: 'ods', label: 'NHS trusts', file: 'etr', role: 'NHS trust' },
  ods_sites: { kind: 'ods', label: 'Sites and branches', file: 'ets', role: 'Site or branch' },
  ods_other: { kind: 'ods', label: 'Other organisations', role: '' },
} as const satisfies Record<string, Described>;
export type RegisterId = keyof typeof REGISTERS;
export type RegisterKind = Described['kind'];
export const REGISTER_IDS = Object.keys(REGISTERS) as [RegisterId, ...RegisterId[]];
export const isRegister = (text: string): text is RegisterId => Object.hasOwn(REGISTERS, text);

/** The registers of one kind, in the order in which they are listed. */
export const registersOf = (kind: RegisterKind): RegisterId[] =>
  REGISTER_IDS.filter((id) => REGISTERS[id].kind === kind);

/** What a register's file holds, as the choice at its upload says it. */
export function registerWords(id: RegisterId): string {
  const { kind, label, file }: Described = REGISTERS[id];
  return kind === 'dspt' ? label : `ODS: ${label}${file ? ` (${file})` : ''}`;
}

/** A snapshot as a heading: 'DSPT register of 1 November 2026', 'ODS file of 1 November 2026: Pharmacies'. */
export function snapshotTitle(id: RegisterId, asOf: PlainDate): string {
  const { kind, label } = REGISTERS[id];
  const day = formatPlainDate(asOf);
  return kind === 'dspt' ? `${label} of ${day}` : `ODS file of ${day}: ${label}`;
}

/**
 * A snapshot from its upload on: `waiting` to be read, `to_confirm` where it holds so few rows that
 * somebody must say that it is right, `ready` to be asked, `refused` where it could not be read.
 */
export const SNAPSHOTS = {
  waiting: { label: 'Being read', colour: 'blue' },
  to_confirm: { label: 'Waits to be confirmed', colour: 'orange' },
  ready: { label: 'Read', colour: 'grey' },
  refused: { label: 'Could not be read', colour: 'red' },
} as const;
export type SnapshotState = keyof typeof SNAPSHOTS;
export const SNAPSHOT_STATES = Object.keys(SNAPSHOTS) as SnapshotState[];

/** Bytes of the longest file: more than twice the whole register. */
export const MOST_BYTES_OF_A_REGISTER = 20 * 1024 * 1024;

/** The day that a file is described as at, which cannot lie ahead or before there was a register. */
export function asOfProblem(asOf: PlainDate, today: PlainDate): string | null {
  if (asOf > today) return 'Date of the file must be today or in the past';
  return asOf < '2018-04-01' ? 'Date of the file must be on or after 1 April 2018' : null;
}
