import type { MailPort } from './mail';

/** Without a mail server nothing is sent: whoever asked keeps the email, as the demo's mailbox shows. */
export const keptMail: MailPort = {
  send: async () => ({ state: 'kept' }),
  close: () => {},
};
