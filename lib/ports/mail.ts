import { env } from '@/lib/env';
import { keptMail } from './kept-mail';
import { smtpMail } from './smtp-mail';

/** One email to one person. */
export type Mail = {
  /** The delivery's id, the same for every attempt, so that a repeat can be recognised; a UUID will do. */
  id: string;
  /** One address, without a name. */
  to: string;
  subject: string;
  text: string;
  html: string;
};

/**
 * What came of an attempt: `sent`, taken over by the mail server, in whose words; `kept`, not sent
 * since none is configured, with the words where the demo shows them; `refused`, to be tried again unless `permanent`.
 */
export type MailAnswer =
  | { state: 'sent'; response: string }
  | { state: 'kept'; text: string | null }
  | { state: 'refused'; permanent: boolean; why: string };

export type MailPort = { send: (mail: Mail) => Promise<MailAnswer>; close: () => void };

let used: { port: MailPort; settings: string } | null = null;
let replaced: MailPort | null = null;

function serverOfSettings() {
  const { SMTP_URL: url, MAIL_FROM: from } = env();
  return url && from ? { url, from } : null;
}

/**
 * Whether email leaves the portal. Where it does not, links to set a password are shown to whoever
 * makes them, and a forgotten password is noted for whoever looks after the person.
 */
export const mailGoesOut = (): boolean => serverOfSettings() !== null;

function portOfSettings(): MailPort {
  const server = serverOfSettings();
  const settings = JSON.stringify(server);
  if (used?.settings !== settings) {
    used?.port.close();
    used = { port: server ? smtpMail(server) : keptMail, settings };
  }
  return used.port;
}

/** Sends one email by SMTP_URL, or keeps it where there is none. Meant for jobs: it may take minutes. */
export const sendMail = (mail: Mail): Promise<MailAnswer> =>
  (replaced ?? portOfSettings()).send(mail);

/** Closes the connections to the mail server, once what is being sent is sent. */
export function closeMail(): void {
  used?.port.close();
  used = null;
}

/** Tests send through a port of their own; null goes back to the configured one. */
export function replaceMail(port: MailPort | null): void {
  replaced = port;
}
