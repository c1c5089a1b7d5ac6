import type { MessageRule } from './messages';

const toPerson = { side: 'either', to: 'person', way: 'at_once', optional: false } as const;
/** Also whoever did it themselves: somebody else may have, signed in as them. */
const whoeverDidIt = { ...toPerson, to: 'person, whoever did it' } as const;

/** The kinds of message about one person's account: nobody can turn them off. */
export const PERSON_RULES = {
  'sessions-ended': {
    label: 'Somebody who looks after your account signs you out',
    events: ['person.sessions_ended'],
    ...toPerson,
  },
  'recovery-used': {
    label: 'A recovery code of yours is used',
    events: ['person.recovery_used'],
    ...whoeverDidIt,
  },
  'factor-reset': {
    label: 'Somebody who looks after your account resets your second factor',
    events: ['person.factor_reset'],
    ...toPerson,
  },
  'factor-set': {
    label: 'A second factor is set up for your account',
    events: ['person.factor_set'],
    ...whoeverDidIt,
  },
  'factor-off': {
    label: 'Your second factor is turned off',
    events: ['person.factor_removed'],
    ...whoeverDidIt,
  },
  'password-set': {
    label: 'Your password is changed',
    events: ['person.password_set'],
    ...whoeverDidIt,
  },
  'identity-linked': {
    label: 'Single sign-on is linked to your account',
    events: ['person.identity_linked'],
    ...{ ...whoeverDidIt, side: 'staff' },
  },
  'identity-removed': {
    label: 'The single sign-on link of your account is removed',
    events: ['person.identity_removed'],
    ...{ ...toPerson, side: 'staff' },
  },
} as const satisfies Record<string, MessageRule>;
