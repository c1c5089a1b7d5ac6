import { paths } from '@/lib/paths';
import { presses, type State, state } from './state';

/** Those of a merger of two organisations. */
export const SUCCESSION_STATES: Record<string, State[]> = {
  '/manage/organisations/[id]/succession': [
    state(
      'refused',
      'manager',
      (p) => `${paths.organisationSuccession(p.organisation.id)}?code=ZZZ`,
    ),
    state(
      'wrong',
      'manager',
      (p) => `${paths.organisationSuccession(p.organisation.id)}?code=${p.otherSupplier}`,
      presses('Record merger'),
    ),
  ],
  '/manage/organisations/[id]/succession/[record]': [
    state(
      'wrong',
      'manager',
      ({ succession }) => paths.organisationSuccessionEnd(succession.predecessor, succession.id),
      presses('End record'),
    ),
  ],
};
