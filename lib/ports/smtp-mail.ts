import { isIP } from 'node:net';
import { createTransport } from 'nodemailer';
import type SMTPPool from 'nodemailer/lib/smtp-pool';
import type { Mail, MailAnswer, MailPort } from './mail';

type Timeouts = { connect: number; idle: number; whole: number };
type SmtpSettings = {
  /** smtp://user:password@host:587, or smtps:// for TLS from the start; `?tls=off` for none. */
  url: string;
  from: { name: string; address: string };
  /** Milliseconds; only tests want others. */
  timeouts?: Timeouts;
};

const TIMEOUTS: Timeouts = { connect: 10_000, idle: 30_000, whole: 120_000 };
const CONNECTIONS = 3;
const MESSAGES_A_CONNECTION = 100;

const isLoopback = (host: string): boolean =>
  host === 'localhost' || host === '::1' || (isIP(host) === 4 && host.startsWith('127.'));

/**
 * What nodemailer is told of a mail server. Its certificate is always checked; without TLS nothing
 * is sent, unless the address says `?tls=off` or the server is this very machine.
 */
export function smtpOptions({ url, timeouts = TIMEOUTS }: Omit<SmtpSettings, 'from'>) {
  const { protocol, hostname, port, username, password, searchParams } = new URL(url);
  const host = hostname.replace(/^\[|\]$/g, '');
  const secure = protocol === 'smtps:';
  const plain = !secure && (searchParams.get('tls') === 'off' || isLoopback(host));
  const auth = { user: decodeURIComponent(username), pass: decodeURIComponent(password) };
  return {
    pool: true,
    host,
    port: Number(port) || (secure ? 465 : 587),
    secure,
    requireTLS: !secure && !plain,
    ignoreTLS: plain,
    ...(username && { auth }),
    maxConnections: CONNECTIONS,
    maxMessages: MESSAGES_A_CONNECTION,
    // Trying again is the queue's: the pool would go on for ever at a server that hangs up at once.
    maxRequeues: 0,
    connectionTimeout: timeouts.connect,
    greetingTimeout: timeouts.connect,
    dnsTimeout: timeouts.connect,
    socketTimeout: timeouts.idle,
    disableFileAccess: true,
    disableUrlAccess: true,
  } satisfies SMTPPool.Options & { maxRequeues: number };
}

const refusal = (permanent: boolean, why: string): MailAnswer => ({
  state: 'refused',
  permanent,
  why,
});

type SmtpError = Error & { responseCode?: number; command?: string; response?: string };

/** Answers about signing in, which no other recipient would change. */
const SIGN_IN_CODES = [530, 534, 535, 538];

/**
 * Whether trying again is in vain: a 5xx to the recipient or to the message itself. A 5xx to anything
 * before them is about this service (a wrong password, a refused sender), which an operator mends.
 */
function isPermanent({ responseCode = 0, command = '' }: SmtpError): boolean {
  const aboutThisMail = command === 'RCPT TO' || command === 'DATA';
  return aboutThisMail && responseCode >= 500 && !SIGN_IN_CODES.includes(responseCode);
}

function refusedBy(error: SmtpError): MailAnswer {
  const why = error.response || error.message || 'no answer';
  return refusal(isPermanent(error), why.slice(0, 500));
}

/** One address of plain characters and nothing else: no name, no list, no line end. */
const ADDRESS = /^[\x21-\x3b\x3d\x3f\x41-\x7e]+@[A-Za-z0-9.-]+$/;
const isOneAddress = (text: string): boolean =>
  text.length <= 254 && ADDRESS.test(text) && !/[,;:()"\\]/.test(text);

function messageOf({ id, to, subject, text, html }: Mail, from: SmtpSettings['from']) {
  if (!/^[\w.-]{1,100}$/.test(id)) throw new Error('the id of a delivery goes into Message-ID');
  return {
    ...{ text, html },
    from,
    to: { name: '', address: to },
    subject: subject.replace(/\p{Cc}+/gu, ' '),
    messageId: `<${id}@${from.address.split('@')[1]}>`,
    envelope: { from: from.address, to: [to] },
    headers: { 'Auto-Submitted': 'auto-generated' },
  };
}

/** Runs so many at once, the others after them: waiting is not part of what an attempt may take. */
function inTurns(most: number) {
  let running = 0;
  const waiting: (() => void)[] = [];
  return async <T>(work: () => Promise<T>): Promise<T> => {
    if (running >= most) await new Promise<void>((resolve) => waiting.push(resolve));
    else running += 1;
    try {
      return await work();
    } finally {
      const next = waiting.shift();
      if (next) next();
      else running -= 1;
    }
  };
}

/** Sends by SMTP over a few kept connections. An id that is none is thrown. */
export function smtpMail({ url, from, timeouts = TIMEOUTS }: SmtpSettings): MailPort {
  const inTurn = inTurns(CONNECTIONS);
  const connect = () => createTransport(smtpOptions({ url, timeouts }));
  let transport = connect();

  async function attempt(message: ReturnType<typeof messageOf>): Promise<MailAnswer> {
    try {
      const info = await transport.sendMail(message);
      const [rejected] = info.rejectedErrors ?? [];
      return rejected
        ? refusedBy(rejected)
        : { state: 'sent', response: info.response.slice(0, 500) };
    } catch (error) {
      return refusedBy(error as SmtpError);
    }
  }

  /** A server that drips keeps every other timeout waiting, and its connection would stay taken. */
  async function attemptInTime(message: ReturnType<typeof messageOf>): Promise<MailAnswer> {
    const used = transport;
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<MailAnswer>((resolve) => {
      timer = setTimeout(() => {
        if (transport === used) {
          transport.close();
          transport = connect();
        }
        resolve(refusal(false, 'The mail server took too long'));
      }, timeouts.whole);
    });
    return Promise.race([attempt(message), late]).finally(() => clearTimeout(timer));
  }

  return {
    send: async (mail) => {
      if (!isOneAddress(mail.to)) return refusal(true, 'This is not one email address');
      const message = messageOf(mail, from);
      return inTurn(() => attemptInTime(message));
    },
    close: () => transport.close(),
  };
}
