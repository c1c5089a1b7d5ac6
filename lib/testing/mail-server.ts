import type { AddressInfo, Socket } from 'node:net';
import { text } from 'node:stream/consumers';
import { SMTPServer, type SMTPServerAddress, type SMTPServerOptions } from 'smtp-server';

export type ReceivedMail = { from: string; to: string[]; source: string };
export type Stage = 'sign-in' | 'sender' | 'recipient' | 'data';
type Behaviour = {
  /** A fixed port for a server that comes back; any free one otherwise. */
  port?: number;
  tls?: 'offered' | 'from-the-start';
  /** The code to refuse with, 550 or 451, at a stage; undefined lets it pass. */
  refuse?: (stage: Stage, address: string) => number | undefined;
  /** What it says when it refuses. */
  says?: (stage: Stage) => string;
  /** Called once a message is read, before it is taken: to wait, or to drop the connection. */
  beforeTaking?: (server: { drop: () => void }) => Promise<void> | void;
};

/** The token of the link in an email. */
export function tokenIn(mail: ReceivedMail | undefined): string {
  const words = mail?.source.replaceAll(/=\r?\n/g, '') ?? '';
  return /set-password\/([\w-]{43})/.exec(words)?.[1] ?? '';
}

const addressOf = (address: SMTPServerAddress | false): string => (address ? address.address : '');

/** A real mail server on loopback that behaves as told and keeps what it took and what it read. */
export async function startMailServer({
  port = 0,
  tls,
  refuse,
  says,
  beforeTaking,
}: Behaviour = {}) {
  const taken: ReceivedMail[] = [];
  const read: ReceivedMail[] = [];
  const sockets = new Set<Socket>();
  const drop = () => {
    for (const socket of sockets) socket.destroy();
  };
  const refusal = (stage: Stage, address: string) => {
    const code = refuse?.(stage, address);
    const words = says?.(stage) || `no, at ${stage}`;
    return code ? Object.assign(new Error(words), { responseCode: code }) : null;
  };

  const options: SMTPServerOptions = {
    secure: tls === 'from-the-start',
    hideSTARTTLS: tls !== 'offered',
    authOptional: true,
    allowInsecureAuth: true,
    disableReverseLookup: true,
    closeTimeout: 100,
    onAuth: (auth, _session, done) => {
      const no = refusal('sign-in', auth.username ?? '');
      if (no) done(no);
      else done(null, { user: auth.username });
    },
    onMailFrom: ({ address }, _session, done) => done(refusal('sender', address)),
    onRcptTo: ({ address }, _session, done) => done(refusal('recipient', address)),
    onData: async (stream, { envelope }, done) => {
      const source = await text(stream).catch(() => null);
      if (source === null) return done(new Error('The connection broke'));
      const to = envelope.rcptTo.map(addressOf);
      const mail = { from: addressOf(envelope.mailFrom), to, source };
      read.push(mail);
      await beforeTaking?.({ drop });
      const no = refusal('data', to[0] ?? '');
      if (!no) taken.push(mail);
      done(no);
    },
  };
  const server = new SMTPServer(options);
  server.on('error', () => {}); // Connections that break are what these tests are about.
  server.server.on('connection', (socket: Socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
  });
  await new Promise<void>((resolve, reject) => {
    server.server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  const listening = (server.server.address() as AddressInfo).port;
  return {
    port: listening,
    url: `smtp://127.0.0.1:${listening}`,
    taken,
    read,
    drop,
    stop: () =>
      new Promise<void>((resolve) => {
        server.close(resolve);
        drop();
      }),
  };
}
