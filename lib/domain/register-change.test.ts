import { expect, test } from 'vitest';
import { readDsptStatus } from './dspt';
import { registerChanges } from './register-change';

const row = (status: string | null, on: `${number}-${number}-${number}`, name = 'ACME LTD') => ({
  entry:
    status === null
      ? null
      : {
          ...readDsptStatus(status, on),
          ...{ code: 'A1', name, status, publishedOn: null, sector: '', board: '' },
        },
  on,
});
const met = '24/25 Standards Met';

test.each([
  ['nothing', met, '2026-05-01', met, '2026-06-01', []],
  ['the edition has gone stale', met, '2026-06-30', met, '2026-07-01', ['newly_stale']],
  ['a newer edition', met, '2026-07-02', '25/26 Standards Met', '2026-07-03', ['newly_passing']],
  [
    'a lower level',
    met,
    '2026-05-01',
    '24/25 Approaching Standards',
    '2026-06-01',
    ['newly_stale'],
  ],
  ['it is new', null, '2026-05-01', met, '2026-06-01', ['appeared', 'newly_passing']],
  ['it is new, and fails', null, '2026-05-01', 'Not Published', '2026-06-01', ['appeared']],
  ['it left', met, '2026-05-01', null, '2026-06-01', ['vanished']],
  ['it never was', null, '2026-05-01', null, '2026-06-01', []],
] as const)('%s', (_, before, from, after, to, changes) => {
  expect(registerChanges(row(before, from), { ...row(after, to), complete: true })).toEqual(
    changes,
  );
});

test('a register that may not be whole never says that somebody left', () => {
  const after = { ...row(null, '2026-06-01'), complete: false };
  expect(registerChanges(row(met, '2026-05-01'), after)).toEqual([]);
});

test('another name is a change, another spelling is none', () => {
  const changed = (name: string) =>
    registerChanges(row(met, '2026-05-01'), { ...row(met, '2026-06-01', name), complete: true });
  expect(changed('Acme Limited')).toEqual([]);
  expect(changed('Zenith Ltd')).toEqual(['renamed']);
});
