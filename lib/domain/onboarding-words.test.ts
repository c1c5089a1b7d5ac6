import { expect, test } from 'vitest';
import type { PlainDate } from './dates';
import type { ShownCheck, ToldFacts } from './onboarding-telling';
import { judgeOnboarding, VERDICT_FLAG_IDS, VERDICT_REASON_IDS } from './onboarding-verdict';
import { notReadyProblems, tellFlags, tellReasons, verdictWords } from './onboarding-words';

const TODAY: PlainDate = '2026-11-23';
const check = (changes: Partial<ShownCheck> = {}): ShownCheck => ({
  ...{ source: 'supplier', id: 'c1', day: '2026-10-01', at: new Date('2026-10-01T10:00:00Z') },
  ...{ level: 'standards_met', edition: '25/26', publishedOn: '2026-06-28' },
  ...{ status: '25/26 Standards Met', code: 'A1', by: 'Chris' },
  ...changes,
});
const register = (changes: Partial<ShownCheck> = {}) =>
  check({ source: 'register', id: 'r1', day: '2026-11-01', by: '', ...changes });
const STALE = {
  ...({ edition: '24/25', status: '24/25 Standards Met', publishedOn: '2025-06-28' } as const),
};
const BELOW = {
  level: 'approaching_standards',
  status: '25/26 Approaching Standards',
} as const;
const whole = { version: '2', alertedOn: '2026-10-02' } as const;

const facts = (changes: Partial<ToldFacts> = {}): ToldFacts => ({
  ...{ odsCode: 'A1', state: 'live', goLiveOn: '2026-11-03', stateOn: '2026-11-03' },
  ...{ ods: { onDay: 'active', today: 'active' }, leadOds: null },
  odsFact: {
    ...{ state: 'active', name: 'ELM SURGERY', address: '1 High Street', postcode: 'AB1 2CD' },
    ...{ openedOn: null, closedOn: null, asOf: '2026-11-01', source: 'file' },
  },
  ...{ checks: [check()], wholeRegister: null, lead: null },
  ...{ alert: whole, leadAlert: null },
  aupVersions: [
    { version: '2', inForceFrom: '2026-09-01' },
    { version: '1', inForceFrom: '2024-01-01' },
  ],
  ...changes,
});
const lead = { odsCode: 'L1', name: 'Larch Group' };

const tell = (changes: Partial<ToldFacts>, reader: 'supplier' | 'staff' = 'supplier') => {
  const given = facts(changes);
  const judgement = judgeOnboarding(given, TODAY);
  const telling = { facts: given, judgement, today: TODAY, reader };
  return { judgement, reasons: tellReasons(telling), flags: tellFlags(telling) };
};

const closed = { ...facts().odsFact, state: 'inactive', closedOn: '2026-10-31' } as const;
const REASONS: Record<(typeof VERDICT_REASON_IDS)[number], [Partial<ToldFacts>, string]> = {
  ods_inactive: [
    { ods: { onDay: 'inactive', today: 'inactive' }, odsFact: closed as ToldFacts['odsFact'] },
    'ODS: the code was not active on 3 November 2026. ODS has ELM SURGERY, 1 High Street, AB1 2CD under this code, closed since 31 October 2026 (file of 1 November 2026). Check the code with the organisation. If it has closed, suspend or disconnect it here. If it has another code, add that as another organisation, then suspend or disconnect this one.',
  ],
  ods_unknown: [
    {
      ods: { onDay: 'unknown', today: 'unknown' },
      odsFact: { state: 'unknown', asOf: '2026-11-02' },
    },
    'ODS does not know this code (asked on 2 November 2026).',
  ],
  dspt_not_proven: [{ checks: [] }, 'DSPT: no check is recorded, and no register has it.'],
  dspt_unrecognised: [
    { checks: [check({ level: null, edition: null, status: 'Entry Level' })] },
    'DSPT: your check of 1 October 2026 says Entry Level, published on 28 June 2026, which is not a status that counts.',
  ],
  dspt_not_published: [
    {
      checks: [register({ level: 'not_published', status: 'Not Published', publishedOn: null })],
    },
    'DSPT: the register of 1 November 2026 has Not Published.',
  ],
  dspt_below: [
    { checks: [check(BELOW)] },
    'DSPT: your check of 1 October 2026 says 25/26 Approaching Standards, published on 28 June 2026; Standards Met or Standards Exceeded is required.',
  ],
  dspt_stale: [
    { checks: [register({ ...STALE, code: 'HQ1' })] },
    'DSPT: the register of 1 November 2026 has 24/25 Standards Met, published on 28 June 2025, under HQ1; on 3 November 2026 edition 25/26 was required.',
  ],
  aup_missing: [
    { alert: { version: null, alertedOn: null }, lead },
    'AUP: no alert is recorded, nor of its lead, Larch Group (L1).',
  ],
  aup_late: [
    { alert: { version: '2', alertedOn: '2026-11-04' } },
    'AUP: you alerted them on 4 November 2026, after it went live on 3 November 2026.',
  ],
  aup_other_version: [
    { alert: { version: '1', alertedOn: '2026-10-02' } },
    'AUP: version 2 was in force on 3 November 2026; you alerted them to version 1.',
  ],
  lapsed_ods: [
    { ods: { onDay: 'active', today: 'inactive' }, odsFact: closed as ToldFacts['odsFact'] },
    'ODS: the code is not active today. ODS has ELM SURGERY, 1 High Street, AB1 2CD under this code, closed since 31 October 2026 (file of 1 November 2026). Check the code with the organisation. If it has closed, suspend or disconnect it here. If it has another code, add that as another organisation, then suspend or disconnect this one.',
  ],
  lapsed_dspt: [
    { checks: [check(), check({ id: 'c2', day: '2026-11-20', ...BELOW })] },
    'DSPT: your check of 20 November 2026 says 25/26 Approaching Standards, published on 28 June 2026; Standards Met or Standards Exceeded is required.',
  ],
};

test.each(VERDICT_REASON_IDS)('the reason %s names the fact and where it comes from', (id) => {
  const [changes, words] = REASONS[id];
  const found = tell(changes).reasons;
  expect(found.map((one) => one.id)).toContain(id);
  expect(found.find((one) => one.id === id)?.words).toBe(words);
});

const FLAGS: Record<(typeof VERDICT_FLAG_IDS)[number], [Partial<ToldFacts>, string]> = {
  ods_unchecked: [
    {
      ods: { onDay: 'unchecked', today: 'unchecked' },
      odsFact: { state: 'unchecked', why: 'no_source' },
    },
    'ODS: no ODS file is in use, so it is not checked.',
  ],
  ods_by_lead: [
    { ods: { onDay: 'unknown', today: 'unknown' }, leadOds: 'active', lead },
    'ODS does not know this code: its identity is shown through its lead, Larch Group (L1).',
  ],
  dspt_late: [
    { checks: [check({ publishedOn: '2026-07-02' })] },
    'DSPT: published on 2 July 2026, after the deadline of 30 June 2026. This is allowed.',
  ],
  dspt_confirmed: [
    { checks: [check(STALE), register({ day: '2026-11-10' })] },
    'DSPT: confirmed later: the register of 10 November 2026 has 25/26 Standards Met, published on 28 June 2026, so it was met on 3 November 2026.',
  ],
  dspt_differs: [
    { checks: [check({ day: '2026-11-02' }), register({ publishedOn: '2026-06-29' })] },
    'DSPT: your check of 2 November 2026 says 25/26 Standards Met, published on 28 June 2026; the register of 1 November 2026 has 25/26 Standards Met, published on 29 June 2026.',
  ],
  dspt_vanished: [
    { checks: [check(), register()], wholeRegister: { id: 'r2', asOf: '2026-11-15' } },
    'DSPT: the register of 1 November 2026 held it; the whole register of 15 November 2026 does not.',
  ],
  aup_by_lead: [
    { alert: { version: null, alertedOn: null }, leadAlert: whole, lead },
    'AUP: you alerted their lead, Larch Group (L1), to version 2 on 2 October 2026.',
  ],
  aup_outdated: [
    {
      aupVersions: [
        { version: '3', inForceFrom: '2026-11-10' },
        { version: '2', inForceFrom: '2026-09-01' },
      ],
    },
    'AUP: version 3 is in force since 10 November 2026; you alerted them to version 2.',
  ],
};

test.each(VERDICT_FLAG_IDS)('the flag %s says what is worth knowing', (id) => {
  const [changes, words] = FLAGS[id];
  expect(tell(changes).flags.find((one) => one.id === id)?.words).toBe(words);
});

test('a planned one is told as at today, with the next step', () => {
  const planned = { state: 'planned', goLiveOn: null, checks: [register(STALE)] } as const;
  const { reasons } = tell({ ...planned, alert: { version: '1', alertedOn: '2026-10-02' } });
  expect(reasons.map(({ words, next }) => [words, next?.part, next?.label])).toEqual([
    [
      'DSPT: the register of 1 November 2026 has 24/25 Standards Met, published on 28 June 2025; today edition 25/26 is required.',
      ...['check', 'Record a newer check'],
    ],
    [
      'AUP: version 2 is in force today; you alerted them to version 1.',
      ...['aup', 'Record the AUP alert'],
    ],
  ]);
});

test('checks that came too late, or half an alert, are said as what they are', () => {
  const late = [check({ ...BELOW, day: '2026-11-10' })];
  const half = { version: '2', alertedOn: null };
  expect(tell({ checks: late, alert: half }).reasons.map(({ words }) => words)).toEqual([
    'DSPT: no check or register of 3 November 2026 or before shows its status, and no later one shows that it was met on 3 November 2026.',
    'AUP: version 2 is recorded without its date.',
  ]);
});

test('a later alert counts for the version in force today, and for nothing else', () => {
  const aupVersions = [
    { version: '3', inForceFrom: '2026-11-10' },
    { version: '2', inForceFrom: '2026-09-01' },
  ] as const;
  const later = tell({ aupVersions, alert: { ...whole, renewed: 'v3' } });
  expect([later.judgement.verdict, later.flags]).toEqual(['ready', []]);
  const [wrong] = tell({ aupVersions, alert: { ...whole, renewed: '2.5' } }).flags;
  expect(wrong?.words).toContain('you alerted them to version 2.5');
  const nothing = { version: null, alertedOn: null };
  const byLead = { alert: nothing, leadAlert: { ...whole, renewed: '3' }, lead, aupVersions };
  expect(tell(byLead).flags.map(({ id }) => id)).toEqual(['aup_by_lead']);
});

test('a code that is not active is ended as its state allows, and staff are told the fact alone', () => {
  const words = (state: ToldFacts['state'], reader?: 'staff') =>
    tell({ ...REASONS.ods_inactive[0], state }, reader).reasons.find(
      ({ id }) => id === 'ods_inactive',
    )?.words;
  expect(words('planned')).toContain('If it has closed, cancel it here.');
  expect(words('suspended')).toContain('then disconnect this one.');
  expect(words('disconnected')).not.toContain('Check the code');
  expect(words('live', 'staff')).not.toContain('Check the code');
});

test('staff are told of the supplier, who is spoken to', () => {
  const [stale] = tell({ checks: [check(STALE)] }, 'staff').reasons;
  expect(stale?.words).toContain("the supplier's check of 1 October 2026");
  const [other] = tell({ alert: { version: '1', alertedOn: '2026-10-02' } }, 'staff').reasons;
  expect(other?.words).toContain('the supplier alerted them to version 1');
});

test('the verdict is a sentence with its count', () => {
  const said = (changes: Partial<ToldFacts>) =>
    verdictWords(tell(changes).judgement, changes.state ?? 'live');
  expect(said({})).toBe('Ready: everything was in place on 3 November 2026');
  expect(said({ state: 'planned' })).toBe('Ready: nothing is missing');
  expect(said({ checks: [] })).toBe('Not proven: 1 thing is missing');
  const nothing = { version: null, alertedOn: null };
  expect(said({ checks: [check(STALE)], alert: nothing })).toBe('Not ready: 2 things are missing');
  expect(said(REASONS.lapsed_dspt[0])).toBe('Lapsed: ready on 3 November 2026, and not today');
});

test('a refusal to go live gives every reason and leads to where it is mended', () => {
  const { reasons } = tell({ checks: [], alert: { version: null, alertedOn: null } });
  const problems = notReadyProblems(reasons, '2026-11-03', { odsCode: 'A1', id: 'x' });
  expect(problems[0]?.message).toBe('It is not ready as at 3 November 2026: 2 things are missing');
  expect(problems.slice(1).map(({ href }) => href)).toEqual([
    ...['/apply/euos/A1/x/check', '/apply/euos/A1/x/aup'],
  ]);
});

test('words that are kept name the day, since today is another when they are read', () => {
  const given = facts({
    state: 'planned',
    goLiveOn: null,
    checks: [check(STALE)],
    alert: { ...whole, version: '1' },
  });
  const judgement = judgeOnboarding(given, TODAY);
  const telling = { facts: given, judgement, today: TODAY, reader: 'supplier' } as const;
  const words = (kept: boolean) => tellReasons({ ...telling, kept }).map((one) => one.words);
  expect(words(false).join()).toMatch(/today edition 25\/26 is required.+is in force today/s);
  expect(words(true)).toEqual([
    expect.stringMatching(/; on 23 November 2026 edition 25\/26 was required\.$/),
    'AUP: version 2 was in force on 23 November 2026; you alerted them to version 1.',
  ]);
});
