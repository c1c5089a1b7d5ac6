import { env } from '@/lib/env';
import type { MailPort } from './mail';

/** Without a mail server nothing is sent. The demo keeps the words, which its mailbox shows. */
export const keptMail: MailPort = {
  send: async ({ text }) => ({ state: 'kept', text: env().DEMO ? text : null }),
  close: () => {},
};
