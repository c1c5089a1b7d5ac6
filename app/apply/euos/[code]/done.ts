import { PLAIN_MOVES } from '@/lib/domain/onboarding-moves';

type Told = { kind: 'success' | 'important'; heading: string };

/** What came of the last thing done to an organisation, as the address tells it. */
export const DONE: Record<string, Told> = {
  added: { kind: 'success', heading: 'The organisation is added as planned' },
  known: {
    kind: 'important',
    heading: 'This organisation was added already. Nothing was changed.',
  },
  'moved-on': {
    kind: 'important',
    heading: 'This had moved on since you opened the page. Nothing was changed.',
  },
  details: { kind: 'success', heading: 'The details are saved' },
  aup: { kind: 'success', heading: 'The AUP alert is saved' },
  check: { kind: 'success', heading: 'The DSPT check is saved' },
  'check-known': {
    kind: 'important',
    heading: 'This check was recorded already. Nothing was changed.',
  },
  live: { kind: 'success', heading: 'It is live' },
  corrected: { kind: 'success', heading: 'The go-live date is corrected' },
  ...Object.fromEntries(
    Object.entries(PLAIN_MOVES).map(([id, { done }]) => [id, { kind: 'success', heading: done }]),
  ),
};
