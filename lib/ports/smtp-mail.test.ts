import { type AddressInfo, connect, createServer, type Socket } from 'node:net';
import { afterEach, describe, expect, test } from 'vitest';
import { startMailServer } from '@/lib/testing/mail-server';
import type { MailPort } from './mail';
import { smtpMail, smtpOptions } from './smtp-mail';

const from = { name: 'The Portal', address: 'portal@nhs.example' };
const timeouts = { connect: 400, idle: 400, whole: 1500 };
const mail = {
  ...{ id: 'b2f1c1a0-0001', to: 'sam@larkfield.example', subject: 'More information needed' },
  ...{ text: 'Hello,\n\n.a dot\n', html: '<!doctype html>\n<p>Hello</p>\n' },
};
const later = { state: 'refused', permanent: false };
const never = { state: 'refused', permanent: true };
const wait = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

const toClose: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of toClose.splice(0).reverse()) await close();
});

async function server(...behaviour: Parameters<typeof startMailServer>) {
  const started = await startMailServer(...behaviour);
  toClose.push(started.stop);
  return started;
}
/** A server that speaks no SMTP of its own. */
async function listen(answer: (socket: Socket) => void) {
  const bare = createServer((socket) => {
    socket.on('error', () => {});
    toClose.push(() => socket.destroy());
    answer(socket);
  });
  await new Promise<void>((resolve) => bare.listen(0, '127.0.0.1', resolve));
  toClose.push(() => bare.close());
  return { url: `smtp://127.0.0.1:${(bare.address() as AddressInfo).port}` };
}
function port(url: string): MailPort {
  const made = smtpMail({ url, from, timeouts });
  toClose.push(made.close);
  return made;
}

describe('what is sent', () => {
  test('names its delivery, says that it is automatic, and holds both forms', async () => {
    const { url, taken } = await server();
    expect(await port(url).send(mail)).toEqual({ state: 'sent', response: expect.any(String) });
    expect(taken).toHaveLength(1);
    expect(taken[0]).toMatchObject({ from: from.address, to: [mail.to] });
    const { source } = taken[0] ?? { source: '' };
    expect(source).toContain('From: The Portal <portal@nhs.example>\r\n');
    expect(source).toContain('To: sam@larkfield.example\r\n');
    expect(source).toContain('Subject: More information needed\r\n');
    expect(source).toContain('Message-ID: <b2f1c1a0-0001@nhs.example>\r\n');
    expect(source).toContain('Auto-Submitted: auto-generated\r\n');
    expect(source).toMatch(/text\/plain.*\r\n\.a dot\r\n.*text\/html.*<p>Hello<\/p>/s);
  });

  test('a subject is one header, whatever it holds', async () => {
    const { url, taken } = await server();
    const subject = 'Rota\r\nBcc: all@victim.example\r\n\r\nHello\u2028there \0 “£”';
    await port(url).send({ ...mail, subject });
    expect(taken[0]?.to).toEqual([mail.to]);
    const [head = ''] = taken[0]?.source.split('\r\n\r\n') ?? [];
    expect(head).not.toMatch(/^Bcc:/im);
    expect(head.match(/^Subject:/gim)).toHaveLength(1);
  });

  test.each([
    'sam@a.example, all@victim.example',
    'sam@a.example\r\nBcc: all@victim.example',
    'Sam <sam@a.example>',
    'sam@a.example>\r\nRCPT TO:<b@c.example',
    'sam',
    '',
    '"a b"@c.example',
  ])('%j is not one address, and no server is asked', async (to) => {
    const { url, read } = await server();
    expect(await port(url).send({ ...mail, to })).toMatchObject(never);
    expect(read).toEqual([]);
  });

  test('an id that is no id is a mistake of ours', async () => {
    const sending = port('smtp://127.0.0.1:9').send({ ...mail, id: 'a>\r\nBcc: b@c.example' });
    await expect(sending).rejects.toThrow('Message-ID');
  });

  test('a hundred at once arrive once each', async () => {
    const { url, taken } = await server();
    const mails = port(url);
    const ids = Array.from({ length: 100 }, (_, index) => `delivery-${index}`);
    const answers = await Promise.all(ids.map((id) => mails.send({ ...mail, id })));
    expect(new Set(answers.map(({ state }) => state))).toEqual(new Set(['sent']));
    const seen = taken.map(({ source }) => /Message-ID: <(.+)@/.exec(source)?.[1]);
    expect(seen.sort()).toEqual(ids.sort());
  });
});

describe('a server that says no', () => {
  test.each([
    ['recipient', 550, never],
    ['recipient', 451, later],
    ['data', 554, never],
    ['data', 452, later],
    ['recipient', 530, later],
    ['sender', 550, later],
    ['sign-in', 535, later],
  ] as const)('at %s with %i', async (stage, code, answer) => {
    const { port: number, taken } = await server({
      refuse: (at) => (at === stage ? code : undefined),
    });
    const answered = await port(`smtp://portal:secret@127.0.0.1:${number}`).send(mail);
    expect(answered).toMatchObject({ ...answer, why: expect.stringContaining(String(code)) });
    expect(JSON.stringify(answered)).not.toContain('secret');
    expect(taken).toEqual([]);
  });

  test('to one recipient, still takes the others', async () => {
    const { url, taken } = await server({
      refuse: (stage, address) =>
        stage === 'recipient' && address.startsWith('gone') ? 550 : undefined,
    });
    const mails = port(url);
    const to = ['gone@a.example', 'sam@a.example', 'gone@b.example', 'kim@a.example'];
    const answers = await Promise.all(to.map((each) => mails.send({ ...mail, to: each })));
    expect(answers.map(({ state }) => state)).toEqual(['refused', 'sent', 'refused', 'sent']);
    expect(taken.map((each) => each.to[0]).sort()).toEqual(['kim@a.example', 'sam@a.example']);
  });
});

describe('a server in trouble', () => {
  test('that is down is tried again, by the same port, when it is back', async () => {
    const first = await startMailServer();
    await first.stop();
    const mails = port(first.url);
    expect(await mails.send(mail)).toMatchObject(later);
    const { taken } = await server({ port: first.port });
    expect(await mails.send(mail)).toMatchObject({ state: 'sent' });
    expect(taken).toHaveLength(1);
  });

  test('that answers too late is not waited for', async () => {
    const { url } = await server({ beforeTaking: async () => void (await wait(900)) });
    expect(await port(url).send(mail)).toMatchObject(later);
  });

  test('that reads a message and hangs up is asked once; the repeat can be recognised', async () => {
    let drops = 1;
    const { url, read, taken } = await server({
      beforeTaking: ({ drop }) => {
        if (drops-- > 0) drop();
      },
    });
    const mails = port(url);
    expect(await mails.send(mail)).toMatchObject(later);
    await wait(200);
    expect(read).toHaveLength(1);
    expect(await mails.send(mail)).toMatchObject({ state: 'sent' });
    const ids = read.map(({ source }) => /Message-ID: .*/.exec(source)?.[0]);
    expect(ids).toEqual(['Message-ID: <b2f1c1a0-0001@nhs.example>', ids[0]]);
    expect(taken.length).toBeGreaterThan(0);
  });

  test('that closed a kept connection meanwhile gets the next one on a new connection', async () => {
    const { url, taken, drop } = await server();
    const mails = port(url);
    await mails.send(mail);
    drop();
    await wait(100);
    expect(await mails.send(mail)).toMatchObject({ state: 'sent' });
    expect(taken).toHaveLength(2);
  });

  test('that hangs up before a word is asked once, and not waited for', async () => {
    let calls = 0;
    const { url } = await listen((socket) => {
      calls += 1;
      socket.end();
    });
    const answer = await port(url).send(mail);
    expect(answer).toMatchObject({ ...later, why: expect.stringContaining('closed') });
    await wait(200);
    expect(calls).toBe(1);
  });

  test('that drips words for ever is given up, and asked anew on fresh connections', async () => {
    const { port: number, taken } = await server();
    let dripping = true;
    const { url } = await listen((socket) => {
      if (!dripping) {
        const behind = connect(number, '127.0.0.1');
        behind.on('error', () => socket.destroy());
        return void socket.pipe(behind).pipe(socket);
      }
      socket.write('220 here\r\n');
      const drip = setInterval(() => socket.write('250-and more\r\n'), 100);
      socket.once('close', () => clearInterval(drip));
    });
    const mails = port(url);
    const answers = await Promise.all([1, 2, 3].map(() => mails.send(mail)));
    expect(answers).toEqual(Array(3).fill({ ...later, why: 'The mail server took too long' }));
    dripping = false;
    expect(await mails.send(mail)).toMatchObject({ state: 'sent' });
    expect(taken).toHaveLength(1);
  });
});

describe('TLS', () => {
  test('is wanted of every host but this machine, unless the address says otherwise', () => {
    const of = (url: string) => smtpOptions({ url });
    expect(of('smtp://mail.example')).toMatchObject({ port: 587, requireTLS: true, secure: false });
    expect(of('smtps://mail.example')).toMatchObject({ port: 465, secure: true, ignoreTLS: false });
    expect(of('smtp://mail.example:25?tls=off')).toMatchObject({ requireTLS: false, port: 25 });
    for (const host of ['localhost', '127.0.0.1', '[::1]'])
      expect(of(`smtp://${host}`)).toMatchObject({ requireTLS: false, ignoreTLS: true });
    for (const host of ['127.0.0.1.evil.example', 'localhost.example', '10.0.0.1'])
      expect(of(`smtp://${host}`)).toMatchObject({ requireTLS: true, ignoreTLS: false });
    const { auth } = of('smtp://sam%40a.example:p%3Aw@mail.example');
    expect(auth).toEqual({ user: 'sam@a.example', pass: 'p:w' });
  });

  test('without it nothing is sent, nor to a server whose certificate nobody vouches for', async () => {
    const plain = await server();
    const answer = await port(`smtp://0.0.0.0:${plain.port}`).send(mail);
    expect(answer).toMatchObject(later);
    const offered = await server({ tls: 'offered' });
    expect(await port(`smtp://0.0.0.0:${offered.port}`).send(mail)).toMatchObject(later);
    const secure = await server({ tls: 'from-the-start' });
    expect(await port(`smtps://127.0.0.1:${secure.port}`).send(mail)).toMatchObject(later);
    expect([plain, offered, secure].flatMap(({ read }) => read)).toEqual([]);
  });
});
