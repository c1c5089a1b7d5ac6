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
  'factor-set': {
    subject: 'A second factor was set up for your account',
    heading: 'A second factor was set up',
    paragraphs: [
      'Somebody who was signed in as you set up an authenticator app. From now on you are asked for its code when you sign in.',
      'What to do next: if it was you, you do not need to do anything. If it was not, change your password, then tell whoever looks after your account.',
    ],
    list: [],
    dueOn: null,
    path: paths.secondFactor,
    linkText: 'Open your second factor',
  },
  'factor-off': {
    subject: 'Your second factor was turned off',
    heading: 'Your second factor was turned off',
    paragraphs: [
      'Somebody who was signed in as you turned off your second factor. Your password alone is now enough to sign in.',
      'What to do next: if it was you, you do not need to do anything. If it was not, change your password and set up a second factor again, then tell whoever looks after your account.',
    ],
    list: [],
    dueOn: null,
    path: paths.secondFactor,
    linkText: 'Open your second factor',
  },
  'password-set': {
    subject: 'Your password was changed',
    heading: 'Your password was changed',
    paragraphs: [
      'A new password was set for your account, and your other sessions were ended.',
      'What to do next: if it was you, you do not need to do anything. If it was not, ask for a new password on the sign-in page, then tell whoever looks after your account.',
    ],
    list: [],
    dueOn: null,
    path: paths.account,
    linkText: 'Open your account',
  },
  'identity-linked': {
    subject: 'Single sign-on was linked to your account',
    heading: 'Single sign-on was linked to your account',
    paragraphs: [
      'Somebody signed in to this service through single sign-on with your email address. From now on that sign-in opens your account.',
      'What to do next: if it was you, you do not need to do anything. If it was not, tell a manager, who can remove the link.',
    ],
    list: [],
    dueOn: null,
    path: paths.account,
    linkText: 'Open your account',
  },
  'identity-removed': {
    subject: 'Single sign-on no longer opens your account',
    heading: 'Your single sign-on link was removed',
    paragraphs: [
      'A manager removed the link between single sign-on and your account. It is made again when you next sign in that way.',
      'What to do next: sign in as you usually do. If you did not expect this, ask a manager why.',
    ],
    list: [],
    dueOn: null,
    path: paths.account,
    linkText: 'Open your account',
  },
};
