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
};
