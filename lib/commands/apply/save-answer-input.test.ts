import { afterAll, beforeAll, expect, test } from 'vitest';
import { finishedAnswer } from '@/lib/testing/answers';
import { expectOk, makeWorld, type Supplier, type World } from '@/lib/testing/world';
import { saveAnswer } from './save-answer';

let world: World;
let acme: Supplier;
beforeAll(async () => {
  world = await makeWorld();
  acme = await world.supplier('Acme Care');
});
afterAll(() => world.end());

const isms = finishedAnswer('isms');
const save = (reference: string, input: Record<string, unknown>) =>
  saveAnswer(acme.contributor, {
    ...{ reference, questionId: 'isms', fields: isms, version: 0, mode: 'continue' },
    ...input,
  });
const storedDetails = async (reference: string) => {
  const [row] = await world.sql`select fields from answers n join applications a
    on a.id = n.application_id where a.reference = ${reference}`;
  return row?.fields?.details;
};
const withDetails = (details: unknown) => ({ fields: { ...isms, details } });
const wrong = (...fields: string[]) => ({
  problem: { kind: 'invalid', fields: fields.map((field) => ({ field })) },
});

test.each([
  ['exactly 2000 with CRLF', `${'x'.repeat(1998)}\r\ny`, `${'x'.repeat(1998)}\ny`],
  ['2000 emoji', '😀'.repeat(2000), '😀'.repeat(2000)],
  ['right-to-left', 'نعم، لدينا نظام', 'نعم، لدينا نظام'],
  ['HTML and script', '<script>alert(1)</script> & <b>', '<script>alert(1)</script> & <b>'],
  ['a tab and quotes', 'a\tb \'c\' "d" \\ ; --', 'a\tb \'c\' "d" \\ ; --'],
  ['a field that came twice', ['first', 'second'], 'first'],
])('%s fits and is kept as typed', async (_, typed, kept) => {
  const reference = await world.draft(acme);
  expectOk(await save(reference, withDetails(typed)));
  expect(await storedDetails(reference)).toBe(kept);
});

test.each([
  ['2001 characters', 'x'.repeat(2001)],
  ['2001 with CRLF', `${'x'.repeat(1999)}\r\ny`],
  ['nothing', ''],
  ['only spaces', ' \r\n\t '],
  ['a missing field', undefined],
])('%s does not pass, and nothing is saved', async (_, typed) => {
  const reference = await world.draft(acme);
  expect(await save(reference, withDetails(typed))).toMatchObject(wrong('details'));
  expect(await storedDetails(reference)).toBeUndefined();
});

test.each([
  ['NUL', 'a\u0000b'],
  ['an escape', 'a\u001bb'],
  ['half a surrogate', 'a\ud800b'],
  ['an override', 'a\u202eb'],
  ['20,001 characters', 'x'.repeat(20_001)],
])('%s is refused even in a draft', async (_, typed) => {
  const reference = await world.draft(acme);
  for (const mode of ['continue', 'later', 'autosave'])
    expect(await save(reference, { ...withDetails(typed), mode })).toMatchObject(wrong('details'));
  expect(await storedDetails(reference)).toBeUndefined();
});

test.each([
  ['31 February', '31', 'February', '2026', 'publishedOn-day'],
  ['a future date', '24', '11', '2026', 'publishedOn-day'],
  ['a two-digit year', '12', '6', '26', 'publishedOn-year'],
  ['no month', '12', '', '2026', 'publishedOn-month'],
  ['month 13', '12', '13', '2026', 'publishedOn-month'],
  ['words', 'one', '6', '2026', 'publishedOn-day'],
])('%s is no date of publication', async (_, day, month, year, field) => {
  const reference = await world.draft(acme);
  const parts = { 'publishedOn-day': day, 'publishedOn-month': month, 'publishedOn-year': year };
  const input = { questionId: 'dspt-published-on', fields: parts };
  expect(await save(reference, input)).toMatchObject(wrong(field));
  expectOk(await save(reference, { ...input, mode: 'later' }));
});

test.each(['June', 'jun', '6', '06', ' June '])('the month may be typed %j', async (month) => {
  const reference = await world.draft(acme);
  const fields = finishedAnswer('dspt-published-on', { 'publishedOn-month': month });
  expectOk(await save(reference, { questionId: 'dspt-published-on', fields }));
});

test('what the question does not have is not kept', async () => {
  const reference = await world.draft(acme);
  const fields = {
    ...{ ...isms, covered: ['scope', 'scope', 'nonsense'], version: '9' },
    ...{ organisationId: 'x', $ACTION_ID: 'y' },
  };
  expectOk(await save(reference, { fields }));
  const [row] = await world.sql`select fields from answers n join applications a
    on a.id = n.application_id where a.reference = ${reference}`;
  expect(row?.fields).toEqual({ ...isms, covered: ['scope'] });
});

test.each([
  [{ choice: 'maybe' }, 'choice'],
  [{ choice: ['no', 'yes'], details: '' }, 'details'],
  [{ certificateNumber: 'IS 1234' }, 'certificateBody'],
  [{ certificateNumber: 'a\nb', certificateBody: 'x'.repeat(201) }, 'certificateBody'],
])('%j is said at its field', async (changes, field) => {
  const reference = await world.draft(acme);
  const answer = await save(reference, { fields: { ...isms, ...changes } });
  expect(JSON.stringify(answer)).toContain(`"field":"${field}"`);
});

test.each([
  { version: -1 },
  { version: 1.5 },
  { version: '0' },
  { version: Number.NaN },
  { mode: 'now' },
  { fields: null },
  { fields: { details: 4 } },
  { fields: { details: { $gt: '' } } },
  { questionId: 7 },
  { reference: null },
])('tampered with: %j', async (input) => {
  const reference = await world.draft(acme);
  expect(await save(reference, input)).toMatchObject({ problem: { kind: 'invalid' } });
});
