import { paths } from '@/lib/paths';
import type { MessageContent } from './message-content';
import type { PersonKind } from './message-kinds';

/** The words of each message about somebody's own account. They name nobody. */
export const PERSON_MESSAGES: Record<PersonKind, MessageContent> = {
  'sessions-ended': {
    subject: 'You were signed out',
    heading: 'You were signed out everywhere',
    paragraphs: [
      'Somebody who looks after your account ended all your sessions. What you had submitted and saved is kept.',
      'What to do next: sign in again. If you did not expect this, change your password, then ask whoever looks after your account why.',
    ],
    list: [],
    dueOn: null,
    path: paths.account,
    linkText: 'Open your account',
  },
  'recovery-used': {
    subject: 'A recovery code of yours was used',
    heading: 'One of your recovery codes was used',
    paragraphs: [
      'Somebody who knows your password, or was signed in as you, used one of your recovery codes instead of a code from your authenticator app. That code no longer works.',
      'What to do next: if it was you, you do not need to do anything. If it was not, change your password, make new recovery codes, then tell whoever looks after your account.',
    ],
    list: [],
    dueOn: null,
    path: paths.secondFactor,
    linkText: 'Open your second factor',
  },
  'factor-reset': {
    subject: 'Your second factor was reset',
    heading: 'Your second factor was reset',
    paragraphs: [
      'Somebody who looks after your account reset your second factor. Your authenticator app and your recovery codes no longer work, and you were signed out everywhere.',
      'What to do next: sign in with your password and set up an authenticator app again. If you did not ask for this, change your password, then ask whoever looks after your account why.',
    ],
    list: [],
    dueOn: null,
    path: paths.secondFactor,
    linkText: 'Set up your second factor',
  },
};
