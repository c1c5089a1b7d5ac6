import { ROLE_LABELS, STAFF_ROLES, type StaffRole } from './permissions';
import type { FieldProblem } from './result';

/** What a list of the staff can be narrowed to, besides a role. */
export const PEOPLE_STATES = {
  active: { label: 'Active' },
  absent: { label: 'Absent now' },
  never: { label: 'Never signed in' },
  deactivated: { label: 'Deactivated' },
} as const;
export type PeopleState = keyof typeof PEOPLE_STATES;

export type PeopleFilter = { role: StaffRole | null; state: PeopleState | null };

type Query = Record<string, string | string[] | undefined>;
const one = (value: string | string[] | undefined): string => [value].flat()[0]?.trim() ?? '';

export const ROLE_CHOICES = STAFF_ROLES.map((value) => ({
  value,
  label: ROLE_LABELS[value].label,
}));

/** Reads an address; what it does not know is a problem of its field, and narrows nothing. */
export function readPeopleFilter(query: Query): PeopleFilter & { problems: FieldProblem[] } {
  const [role, state] = [one(query.role), one(query.state)];
  const known = STAFF_ROLES.find((each) => each === role) ?? null;
  const isState = (text: string): text is PeopleState => Object.hasOwn(PEOPLE_STATES, text);
  const problems: FieldProblem[] = [];
  if (role !== '' && !known)
    problems.push({ field: 'role', message: 'Select a role from the list' });
  if (state !== '' && !isState(state))
    problems.push({ field: 'state', message: 'Select a state of accounts from the list' });
  return { role: known, state: isState(state) ? state : null, problems };
}

/** The filter as an address says it, '' where it narrows nothing; `after` is a person's id. */
export function peopleQuery({ role, state }: PeopleFilter, after = ''): string {
  const said = { role: role ?? '', state: state ?? '', after };
  return new URLSearchParams(Object.entries(said).filter(([, value]) => value !== '')).toString();
}
