import { EVENTS, type EventSubject, type EventType } from './events';

/** One event as the audit search finds it: who, when, what and about what, without its words. */
export type AuditRow = {
  id: string;
  at: Date;
  type: string;
  side: 'supplier' | 'staff' | 'system';
  actor: string | null;
  kind: EventSubject;
  subjectId: string;
  sequence: number;
  supplier: string | null;
  reference: string | null;
  /** The person or the end user organisation that it is about. */
  name: string | null;
};

const SUBJECT_LABELS: Record<EventSubject, string> = {
  application: 'Application',
  organisation: 'Organisation',
  person: 'Person',
  register: 'Register',
  onboarding: 'End user organisation',
  import: 'Import',
  aup: 'AUP version',
  spot_check: 'Spot check',
  setting: 'Setting',
};

/** What happened, in the words of the timeline. */
export const auditLabel = (type: string): string => EVENTS[type as EventType]?.label ?? type;

/** Who did it: a name, or the portal. */
export const auditActor = ({ side, actor }: Pick<AuditRow, 'side' | 'actor'>): string =>
  actor ?? (side === 'system' ? 'The portal' : 'Somebody who has not signed in');

/** What a chain is about, in words: 'DSI-7K3M-9Q2T', 'Person: Ash Assessor', 'Register'. */
export function subjectWords(row: Pick<AuditRow, 'kind' | 'reference' | 'name' | 'supplier'>) {
  if (row.reference) return row.reference;
  const name = row.kind === 'organisation' ? row.supplier : row.name;
  return name ? `${SUBJECT_LABELS[row.kind]}: ${name}` : SUBJECT_LABELS[row.kind];
}

/** The cells of an exported row, in the order of AUDIT_COLUMNS; the time is UTC. */
export const auditCells = (row: AuditRow): string[] => [
  row.at.toISOString(),
  auditLabel(row.type),
  row.type,
  auditActor(row),
  row.side,
  subjectWords(row),
  row.supplier ?? '',
  row.subjectId,
  String(row.sequence),
];
