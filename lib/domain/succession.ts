import type { PlainDate } from './dates';
import { type FormValues, textValue } from './form-state';
import type { FieldProblem } from './result';
import { normaliseText, textProblem } from './text';
import { readTypedDate, typedDateNames } from './typed-date';

/** One side of a succession, as the guards look at it. */
type Party = { id: string; name: string; active: boolean };

/** What the guards of a succession look at; `standing` are the records that were not ended. */
export type SuccessionFacts = {
  predecessor: Party;
  /** Null where no supplier of the portal has the code. */
  successor: Party | null;
  standing: readonly { predecessorId: string; successorId: string }[];
};

/** The successors of an organisation by what stands, the nearest first; a ring ends it. */
export function successorsOf(
  id: string,
  standing: SuccessionFacts['standing'],
  found: readonly string[] = [],
): string[] {
  const next = standing.find(({ predecessorId }) => predecessorId === id)?.successorId;
  return next === undefined || found.includes(next)
    ? [...found]
    : successorsOf(next, standing, [...found, next]);
}

type Guard = { id: string; refuses: (facts: SuccessionFacts) => boolean; message: string };

/** Why one organisation cannot be recorded as part of another; the first that refuses is said. */
export const SUCCESSION_GUARDS = [
  {
    id: 'unknown',
    refuses: ({ successor }) => successor === null,
    message:
      'No organisation here has this ODS code. Check the code, or add the organisation first',
  },
  {
    id: 'itself',
    refuses: ({ predecessor, successor }) => predecessor.id === successor?.id,
    message: 'An organisation cannot become part of itself. Enter the code of the other one',
  },
  {
    id: 'inactive',
    refuses: ({ predecessor, successor }) => !predecessor.active || successor?.active === false,
    message: 'One of the two organisations is closed here, so nobody could act for it',
  },
  {
    id: 'has-successor',
    refuses: ({ predecessor, standing }) =>
      standing.some(({ predecessorId }) => predecessorId === predecessor.id),
    message: 'It is part of another organisation already. End that record first',
  },
  {
    id: 'ring',
    refuses: ({ predecessor, successor, standing }) =>
      successor !== null && successorsOf(successor.id, standing).includes(predecessor.id),
    message: 'That organisation is itself part of this one. End that record first',
  },
] as const satisfies readonly Guard[];

/** What refuses a succession, if anything: its message stands beside the field of the code. */
export const successionRefusal = (facts: SuccessionFacts): Guard | null =>
  SUCCESSION_GUARDS.find(({ refuses }) => refuses(facts)) ?? null;

/** The names that the form of a record posts. */
export const SUCCESSION_FIELDS = ['code', ...typedDateNames('effective'), 'reason'];

const MAX_REASON = 500;
export type SuccessionForm = { effectiveOn: PlainDate; reason: string };

/** Reads the reason for a record, or for its end, as typed. */
export function readSuccessionReason(
  values: FormValues,
): { ok: true; reason: string } | { ok: false; problems: FieldProblem[] } {
  const reason = normaliseText(textValue(values, 'reason')).trim();
  const wrong = textProblem(reason, { what: 'Reason', max: MAX_REASON, required: true });
  return wrong
    ? { ok: false, problems: [{ field: 'reason', message: wrong }] }
    : { ok: true, reason };
}

/** Reads a record as typed, with every problem named by its field; its day is not in the future. */
export function readSuccessionForm(
  values: FormValues,
  today: PlainDate,
): { ok: true; form: SuccessionForm } | { ok: false; problems: FieldProblem[] } {
  const date = readTypedDate(values, 'effective', 'Date of the merger');
  const said = readSuccessionReason(values);
  const problems: FieldProblem[] = [];
  if (!date.ok) problems.push(date.problem);
  else if (date.date > today)
    problems.push({
      field: 'effective',
      message: 'Date of the merger must be today or in the past',
    });
  if (!said.ok) problems.push(...said.problems);
  if (problems.length > 0 || !date.ok || !said.ok) return { ok: false, problems };
  return { ok: true, form: { effectiveOn: date.date, reason: said.reason } };
}

/** What each side has that a record would be about, as its preview counts it. */
export const SUCCESSION_COUNTS = [
  { id: 'people', label: 'Active people' },
  { id: 'products', label: 'Products' },
  { id: 'applications', label: 'Open applications' },
  { id: 'approvals', label: 'Approvals in force or suspended' },
  { id: 'euos', label: 'End user organisations' },
  { id: 'spotChecks', label: 'Open spot checks' },
] as const;
export type SuccessionCounts = Record<(typeof SUCCESSION_COUNTS)[number]['id'], number>;
