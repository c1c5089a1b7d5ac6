import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, type MockInstance, test, vi } from 'vitest';
import { type OdsReply, odsAnswer, odsNotKnown, startOdsServer } from '@/lib/testing/ods-server';
import { callGate } from './call-gate';
import { makeOdsApi } from './ods-api';

const KEY = 'a-key-that-nobody-may-read';
const toClose: (() => Promise<void>)[] = [];
let written: MockInstance;
beforeEach(() => {
  written = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
});
afterEach(async () => {
  for (const close of toClose.splice(0)) await close();
  vi.restoreAllMocks();
});

async function asking(...given: Parameters<typeof startOdsServer>) {
  const server = await startOdsServer(...given);
  toClose.push(server.stop);
  const gate = callGate({ perSecond: 100, atOnce: 100, mostWaitMs: 0 });
  return { ...server, api: makeOdsApi({ url: `${server.url}/`, key: KEY, timeoutMs: 300, gate }) };
}
const replying = (reply: OdsReply) => asking(() => reply);

describe('an answer', () => {
  test('about an organisation is read, asked for by its code and with the key', async () => {
    const { api, asked } = await asking((code) => ({ body: odsAnswer(code) }));
    expect(await api.lookUp('Y90001')).toEqual({
      outcome: 'found',
      organisation: {
        ...{ code: 'Y90001', name: 'Y90001 INVENTED SURGERY', active: true, postcode: 'ZZ1 1AA' },
        ...{ address: 'THE HEALTH CENTRE, 1 ASTER STREET, ASTERTON' },
        ...{ role: 'PRESCRIBING COST CENTRE', openedOn: '2013-04-01', closedOn: null },
      },
    });
    expect(asked).toEqual([{ path: '/fhir/Organization/Y90001', key: KEY }]);
  });

  test('about one that closed says since when', async () => {
    const { api } = await replying({
      body: odsAnswer('Y90002', { active: false, end: '2017-10-31' }),
    });
    expect(await api.lookUp('Y90002')).toMatchObject({
      organisation: { active: false, openedOn: '2013-04-01', closedOn: '2017-10-31' },
    });
  });

  test('that the code is not known is one, in the form of ODS alone', async () => {
    const { api, asked } = await replying({ status: 404, body: odsNotKnown('Y90003') });
    expect(await api.lookUp('Y90003')).toEqual({ outcome: 'not_known' });
    expect(asked).toHaveLength(1);
    const proxy = await replying({ status: 404, body: '<h1>404 Not Found</h1>' });
    expect(await proxy.api.lookUp('Y90003')).toEqual({ outcome: 'nonsense' });
  });

  test.each<[string, OdsReply]>([
    ['is a web page', { body: '<!doctype html><title>Sign in</title>' }],
    ['is something else', { body: { ...odsAnswer('Y90004'), resourceType: 'Bundle' } }],
    ['is about another code', { body: odsAnswer('Y90005') }],
    ['has no name', { body: { ...odsAnswer('Y90004'), name: ' ' } }],
    ['holds characters that are no text', { body: odsAnswer('Y90004', { name: 'A\0B' }) }],
    ['does not say whether it is active', { body: { ...odsAnswer('Y90004'), active: 'yes' } }],
    ['never ends', { body: { ...odsAnswer('Y90004'), note: 'x'.repeat(300_000) } }],
    ['is refused', { status: 401, body: odsNotKnown('Y90004') }],
    ['is empty', { status: 204 }],
  ])('that %s is no answer', async (_, reply) => {
    const { api, asked } = await replying(reply);
    expect(await api.lookUp('Y90004')).toEqual({ outcome: 'nonsense' });
    expect(asked).toHaveLength(1);
  });
});

describe('trouble', () => {
  test('of the network or of ODS is tried once more', async () => {
    const hangsUp = await asking((code, request) =>
      request === 1 ? 'hang-up' : { body: odsAnswer(code) },
    );
    expect((await hangsUp.api.lookUp('Y90006')).outcome).toBe('found');
    const down = await replying({ status: 503 });
    expect(await down.api.lookUp('Y90006')).toEqual({ outcome: 'no_answer' });
    expect(down.asked).toHaveLength(2);
  });

  test('is no answer in time, and nobody waits for it twice', async () => {
    const { api, asked } = await asking(() => 'nothing');
    expect(await api.lookUp('Y90007')).toEqual({ outcome: 'no_answer' });
    expect(asked).toHaveLength(1);
  });

  test('is too many questions: nobody asks again before it is over', async () => {
    const { api, asked } = await asking((code, request) =>
      request === 1 ? { status: 429, headers: { 'retry-after': '1' } } : { body: odsAnswer(code) },
    );
    expect(await api.lookUp('Y90008')).toEqual({ outcome: 'too_many' });
    expect(await api.lookUp('Y90008')).toEqual({ outcome: 'too_many' });
    expect(asked).toHaveLength(1);
    await new Promise((resolve) => setTimeout(resolve, 1_050));
    expect((await api.lookUp('Y90008')).outcome).toBe('found');
  });

  test('of a server that leads elsewhere leads nobody there, and the key not either', async () => {
    const elsewhere = await asking((code) => ({ body: odsAnswer(code) }));
    const location = `${elsewhere.url}/Organization/Y90009`;
    const { api } = await replying({ status: 302, headers: { location } });
    expect(await api.lookUp('Y90009')).toEqual({ outcome: 'nonsense' });
    expect(elsewhere.asked).toEqual([]);
  });

  test('is told to whoever runs the service, without the key', async () => {
    const { api, stop } = await replying({ status: 403 });
    await api.lookUp('Y90010');
    await stop();
    await api.lookUp('Y90010');
    const words = written.mock.calls.map(([text]) => String(text)).join('');
    expect(words).toMatch(/answer of status 403[\s\S]*could not be reached/);
    expect(words).not.toContain(KEY);
  });
});

test('the gate lets a few go at once, the others at its pace, and turns away who would wait long', async () => {
  const gate = callGate({ perSecond: 20, atOnce: 3, mostWaitMs: 120 });
  const begun = performance.now();
  const went = await Promise.all(
    Array.from({ length: 8 }, async () => ((await gate.take()) ? performance.now() - begun : null)),
  );
  expect(went.filter((time) => time !== null && time < 40)).toHaveLength(3);
  expect(went.filter((time) => time === null)).toHaveLength(3);
  expect(Math.max(...went.map((time) => time ?? 0))).toBeGreaterThanOrEqual(95);
});

const folder = resolve('../shared/data/ods');
test.skipIf(!existsSync(folder))('real answers of the API are read', async () => {
  const real = (name: string) => JSON.parse(readFileSync(`${folder}/${name}`, 'utf8'));
  const outcome = real('fhir_operation_outcome.json');
  const all = [
    real('fhir_organization_RR8.json'),
    ...real('fhir_search_bundle.json').entry.map(({ resource }: { resource: unknown }) => resource),
  ];
  const { api } = await asking((code) => {
    const body = all.find(({ id }) => id === code);
    return body ? { body } : { status: 404, body: outcome };
  });
  expect(await api.lookUp('8J6326484')).toEqual({ outcome: 'not_known' });
  const trust = all[0];
  const [{ line, city, postalCode }] = trust.address;
  expect(await api.lookUp('RR8')).toEqual({
    outcome: 'found',
    organisation: {
      ...{ code: 'RR8', name: trust.name, active: true },
      ...{ address: [...line, city].join(', '), postcode: postalCode },
      ...{ role: 'NHS TRUST', openedOn: '1998-04-01', closedOn: null },
    },
  });
  for (const code of ['AQN', 'C4O9I'])
    expect(await api.lookUp(code)).toMatchObject({ outcome: 'found', organisation: { code } });
});
