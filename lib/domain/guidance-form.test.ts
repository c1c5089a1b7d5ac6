import { expect, test } from 'vitest';
import type { FormValues } from './form-state';
import { FIRST_GUIDANCE, type Guidance } from './guidance';
import { edited, guidanceChanges } from './guidance-edit';
import { guidanceValues, readGuidanceForm, rebased } from './guidance-form';
import type { QuestionId } from './questions/types';

const id = 'dspt-compliant' satisfies QuestionId;
const why = { why: 'Suppliers asked what it means' };
const read = (changes: FormValues = {}, question: QuestionId = id, of: Guidance = FIRST_GUIDANCE) =>
  readGuidanceForm(of, question, { ...guidanceValues(of, question), ...why, ...changes });
const problemsOf = (changes: FormValues, question: QuestionId = id) => {
  const found = read(changes, question);
  return found.ok ? [] : found.problems.map(({ field, message }) => `${field}: ${message}`);
};
const changesOf = (changes: FormValues, question: QuestionId = id) => {
  const found = read(changes, question);
  if (!found.ok) throw new Error(JSON.stringify(found.problems));
  return guidanceChanges(FIRST_GUIDANCE, edited(FIRST_GUIDANCE, found.edit)).map(
    ({ what, how, before, after }) => [what, how, before, after].filter(Boolean).join(' '),
  );
};
const pointsOf = (changes: FormValues) => {
  const found = read(changes);
  return found.ok ? found.edit.points.map((point) => point.id ?? point.text) : found.problems;
};

test('the form as it opens changes nothing, of whichever question', () => {
  for (const question of ['organisation', 'dspt-status', 'isms', id] as const)
    expect(changesOf({}, question)).toEqual([]);
});

test.each<[string, FormValues, string[]]>([
  ['spaces and line ends are one space', { 'point-level': ' The  level\r\nreached ' }, []],
  ['markup is text', { 'point-new1': '<b>x</b>' }, ['point added <b>x</b>']],
  ['an emptied point', { 'point-level': ' ' }, ['point withdrawn The level reached']],
  [
    'an emptied reason',
    { 'reason-no-explanation': '' },
    ['reason withdrawn No explanation is given'],
  ],
  [
    'a reason of another question',
    { offer: ['aup-not-covered'] },
    ['reason added The EUO acceptable use policy is not covered'],
  ],
  ['an offer that nobody knows', { offer: ['other', 'made-up', '__proto__'] }, []],
])('%s', (_, changes, expected) => {
  expect(changesOf(changes)).toEqual(expected);
});

test.each<[string, Record<string, string>, string[]]>([
  [
    'the last to the first place',
    { 'place-improvement-plan': '1' },
    ['improvement-plan', 'level', 'coverage'],
  ],
  ['the first to the last', { 'place-level': '3' }, ['coverage', 'improvement-plan', 'level']],
  [
    'a new one, in the middle',
    { 'point-new1': 'X', 'place-new1': '2' },
    ['level', 'X', 'coverage', 'improvement-plan'],
  ],
  [
    'new ones without a place',
    { 'point-new3': 'Y', 'point-new1': 'X' },
    ['level', 'coverage', 'improvement-plan', 'X', 'Y'],
  ],
])('places: %s', (_, changes, expected) => {
  expect(pointsOf(changes)).toEqual(expected);
});

test.each<[string, FormValues, string[], QuestionId?]>([
  ['200 characters', { 'point-level': 'é'.repeat(200) }, []],
  [
    '201',
    { 'point-level': 'é'.repeat(201) },
    ['point-level: Point must be 200 characters or fewer'],
  ],
  [
    'control characters',
    { 'point-level': 'a\u0007b', 'reason-new': 'a\u202eb' },
    [
      'point-level: Point must not include hidden control characters',
      'reason-new: Reason must not include hidden control characters',
    ],
  ],
  [
    'the same twice',
    { 'point-new2': 'THE LEVEL  reached' },
    ['point-new2: Each point must say something else'],
  ],
  [
    'a reason twice',
    { 'reason-new': 'something else' },
    ['reason-new: Each reason must say something else. Tick one that exists already'],
  ],
  [
    'no point left',
    { 'point-level': '', 'point-coverage': '', 'point-improvement-plan': '' },
    ['point-level: Keep at least one point'],
  ],
  ['no place', { 'place-level': 'first' }, ['place-level: Place must be a whole number from 1']],
  [
    'the certificate’s point',
    { 'point-certificate': '' },
    [
      'point-certificate: Enter words for this point. It says whether a verdict relies on a certificate',
    ],
    'isms',
  ],
  ['no reason why', { why: ' \n' }, ['why: Enter why you change the guidance']],
  [
    'too much of it',
    { why: 'x'.repeat(501) },
    ['why: Why you change it must be 500 characters or fewer'],
  ],
])('%s', (_, changes, expected, question) => {
  expect(problemsOf(changes, question)).toEqual(expected);
});

test('a question without points takes none', () => {
  const found = read({ 'point-new1': 'X', 'point-level': 'Y' }, 'dspt-status');
  expect(found).toMatchObject({ ok: true, edit: { points: [] } });
});

test('over a version that somebody published meanwhile, theirs stands where nothing was typed', () => {
  const theirs = read({
    'point-level': 'Theirs',
    'point-new1': 'Their new one',
    'point-coverage': 'Both',
  });
  if (!theirs.ok) throw new Error('theirs');
  const now = edited(FIRST_GUIDANCE, theirs.edit);
  const mine = {
    ...guidanceValues(FIRST_GUIDANCE, id),
    ...why,
    'point-coverage': 'Mine',
    offer: [],
  };
  const values = rebased(mine, FIRST_GUIDANCE, now, id);
  expect(values).toMatchObject({
    ...{ number: '2', 'point-level': 'Theirs', 'point-v2-1': 'Their new one', ...why },
    'point-coverage': 'Mine',
  });
  const found = readGuidanceForm(now, id, values);
  if (!found.ok) throw new Error(JSON.stringify(found.problems));
  expect(guidanceChanges(now, edited(now, found.edit))).toMatchObject([
    { how: 'reworded', before: 'Both', after: 'Mine' },
  ]);
});
