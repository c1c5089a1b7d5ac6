import { afterEach, expect, test } from 'vitest';
import { startMailServer } from '@/lib/testing/mail-server';
import { closeMail, type Mail, mailGoesOut, replaceMail, sendMail } from './mail';

const mail: Mail = {
  ...{ id: 'delivery-1', to: 'sam@larkfield.example', subject: 'More information needed' },
  ...{ text: 'Hello', html: '<p>Hello</p>' },
};

afterEach(() => {
  delete process.env.SMTP_URL;
  delete process.env.MAIL_FROM;
  replaceMail(null);
  closeMail();
});

test('without a mail server nothing is sent, and the answer says so', async () => {
  expect(await sendMail(mail)).toEqual({ state: 'kept', text: null });
});

test('leaves the portal only with a server and a sender', () => {
  expect(mailGoesOut()).toBe(false);
  process.env.MAIL_FROM = 'Portal <portal@nhs.example>';
  expect(mailGoesOut()).toBe(false);
  process.env.SMTP_URL = 'smtp://127.0.0.1:9';
  expect(mailGoesOut()).toBe(true);
});

test('of what the demo does not send it keeps the words', async () => {
  process.env.DEMO = '1';
  expect(await sendMail(mail)).toEqual({ state: 'kept', text: 'Hello' });
  delete process.env.DEMO;
});

test('goes by the server that is configured, also after that changed', async () => {
  const [one, two] = [await startMailServer(), await startMailServer()];
  process.env.MAIL_FROM = 'Portal <portal@nhs.example>';
  process.env.SMTP_URL = one.url;
  expect(await sendMail(mail)).toMatchObject({ state: 'sent' });
  process.env.SMTP_URL = two.url;
  expect(await sendMail(mail)).toMatchObject({ state: 'sent' });
  closeMail();
  expect(await sendMail(mail)).toMatchObject({ state: 'sent' });
  expect([one.taken.length, two.taken.length]).toEqual([1, 2]);
  await Promise.all([one.stop(), two.stop()]);
});

test('a test puts a port of its own in its place', async () => {
  const seen: string[] = [];
  const send = async ({ id }: Mail) => {
    seen.push(id);
    return { state: 'refused', permanent: true, why: 'gone' } as const;
  };
  replaceMail({ send, close: () => {} });
  expect(await sendMail(mail)).toMatchObject({ state: 'refused' });
  expect(seen).toEqual(['delivery-1']);
});
