import { describe, expect, test } from 'vitest';
import {
  APPROVAL_CHANGE_IDS,
  type ApprovalFacts,
  type ApprovalStanding,
  approvalStanding,
  compareStandings,
  isWorse,
} from './approval-change';
import { approvalNextStep, approvalSentence, readFoundChanges } from './approval-words';
import type { PlainDate } from './dates';
import { readDsptStatus } from './dspt';

const facts: ApprovalFacts = {
  values: {
    organisation: { kind: 'organisation', odsCode: 'A1', dsptIdentifier: '', profile: 'company' },
    'dspt-status': { kind: 'dspt-status', level: 'standards_met', edition: '25/26' },
    'dspt-published-on': { kind: 'date', date: '2026-06-12' },
  },
  organisation: 'Acme',
  ...{ agreementSignedOn: null, certificateReliedOn: false },
  ...{ declaredOn: '2026-11-20', beganOn: '2026-11-23' },
};
const MET = '25/26 Standards Met';
/** How it stands on a day by a register that says this; null for no row, undefined for no register. */
function stands(
  on: PlainDate,
  status: string | null | undefined,
  { publishedOn = '2026-06-12' as PlainDate } = {},
) {
  const entry = status
    ? {
        ...readDsptStatus(status, on),
        ...{ code: 'A1', name: 'ACME LTD', status, publishedOn, sector: '', board: '' },
      }
    : null;
  const register =
    status === undefined ? null : { snapshotId: 'one', asOf: on, complete: true, entry };
  return approvalStanding(facts, register, on);
}
const changes = (before: ApprovalStanding, after: ApprovalStanding) =>
  compareStandings(before, after).map(({ change }) => change);

describe('what changed of an approval', () => {
  const [may, june, july] = ['2027-05-01', '2027-06-30', '2027-07-01'] as const;
  test.each([
    ['nothing', stands(may, MET), stands(june, MET), []],
    [
      'the edition ran out',
      stands(june, MET),
      stands(july, MET),
      ['assurance_ended', 'newly_stale'],
    ],
    ['it stays out', stands(july, MET), stands('2027-07-02', MET), []],
    ['no register yet', stands(may, undefined), stands(june, null), []],
    ['its first row', stands(may, null), stands(june, MET), ['newly_passing', 'appeared']],
    ['gone', stands(may, MET), stands(june, null), ['vanished']],
    [
      'another day of publication',
      stands(may, MET),
      stands(june, MET, { publishedOn: '2026-06-20' }),
      ['differs'],
    ],
    ['better', stands(may, MET), stands(june, '25/26 Standards Exceeded'), ['differs']],
    ['lower', stands(may, MET), stands(june, '25/26 Standards Not Met'), ['newly_stale']],
    [
      'a newer edition, published since',
      stands(may, MET),
      stands(june, '26/27 Standards Met', { publishedOn: june }),
      ['assured_longer'],
    ],
    [
      'a newer edition that passes no more than the outdated one',
      stands(july, MET),
      stands('2027-08-01', '26/27 Standards Not Met', { publishedOn: '2027-07-20' }),
      ['differs'],
    ],
  ])('%s', (_, before, after, expected) => {
    expect(changes(before, after)).toEqual(expected);
  });
});

test('each change has a sentence, and each for the worse a next step', () => {
  const found = APPROVAL_CHANGE_IDS.map((change) => ({
    ...{ change, before: '2027-06-30', after: '2028-06-30' },
  }));
  expect(readFoundChanges(JSON.parse(JSON.stringify([...found, null, { change: 'x' }])))).toEqual(
    found,
  );
  const sentences = found.map(approvalSentence);
  expect(new Set(sentences).size).toBe(found.length);
  expect(sentences.join()).not.toMatch(/undefined|earlier day/);
  const [first = { change: 'vanished', before: '', after: '' } as const] = found;
  expect(approvalNextStep([first])).toMatch(/^see until when/);
  expect(approvalNextStep([{ ...first, change: 'vanished' }])).toMatch(/^check in the DSPT/);
});

test('suppliers hear of what puts an approval at risk, and of nothing else', () => {
  expect(APPROVAL_CHANGE_IDS.filter(isWorse)).toEqual([
    ...['assurance_ended', 'newly_stale', 'vanished', 'assured_shorter'],
  ]);
});
