import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { applicableQuestions, findQuestion, QUESTIONS, SECTION } from './catalogue';
import { draftFieldsSchema } from './inputs';
import { type AnswerFields, QUESTION_IDS, type QuestionId, REASONS } from './types';

const today = '2026-11-22' as const;
const schemaOf = (id: QuestionId) => {
  const question = findQuestion(id);
  if (!question) throw new Error(id);
  return question.schema({ today });
};
const problems = (id: QuestionId, fields: Record<string, unknown>) => {
  const read = schemaOf(id).safeParse(fields);
  return read.success
    ? []
    : read.error.issues.map((issue) => `${String(issue.path[0])}: ${issue.message}`);
};

describe('the catalogue', () => {
  test('asks each question once, in order, and finds it by its id alone', () => {
    expect(QUESTIONS.map((question) => question.id)).toEqual([...QUESTION_IDS]);
    for (const id of ['', 'ISMS', '__proto__', 'constructor', 'isms '])
      expect(findQuestion(id)).toBeNull();
  });

  test.each(QUESTIONS)(
    '$id has reasons that exist, one for everything else, and unique points',
    (question) => {
      for (const reason of question.reasons) expect(REASONS).toHaveProperty(reason);
      expect(question.reasons).toContain('other');
      const ids = question.coveragePoints.map((point) => point.id);
      expect(new Set(ids).size).toBe(ids.length);
    },
  );

  test('leaves out the date of publication when nothing is published', () => {
    const ids = (level: string) =>
      applicableQuestions({ 'dspt-status': { level, edition: '25/26' } }).map(({ id }) => id);
    expect(ids('not_published')).not.toContain('dspt-published-on');
    expect(ids('standards_met')).toContain('dspt-published-on');
  });

  const seed = join(process.cwd(), '../shared/seed/declare-data-security.txt');
  test.skipIf(!existsSync(seed))('uses the wording it was given, word for word', () => {
    const given = readFileSync(seed, 'utf8').replace(/\s+/g, ' ');
    const invented = new Set(['organisation', 'dspt-status']);
    const { help, insufficient, introduction, title } = SECTION;
    const said = QUESTIONS.filter(({ id }) => !invented.has(id)).flatMap((question) => [
      question.title,
      ...question.hint,
      ...question.supporting,
    ]);
    const section = [
      title,
      ...introduction,
      help.title,
      help.profile,
      help.scope,
      ...help.scopeItems,
    ];
    for (const text of [...said, ...section, insufficient.title, insufficient.text])
      expect(given).toContain(text);
  });
});

describe('a finished answer', () => {
  const good: AnswerFields = {
    choice: 'yes',
    details: 'We published on 2 June 2026.',
    covered: ['code'],
  };

  test.each<[string, Record<string, unknown>, string[]]>([
    ['is read', good, []],
    ['needs yes or no', { details: 'x' }, ['choice: Select yes or no']],
    [
      'needs details either way',
      { ...good, choice: 'no', details: ' \n' },
      ['details: Enter details'],
    ],
    ['takes 2000 characters', { ...good, details: 'é'.repeat(2000) }, []],
    ['takes 2000 with line ends of two characters', { ...good, details: 'a\r\n'.repeat(1000) }, []],
    ['counts an emoji once', { ...good, details: '😀'.repeat(2000) }, []],
    [
      'refuses 2001',
      { ...good, details: 'a'.repeat(2001) },
      ['details: Details must be 2000 characters or fewer'],
    ],
    ['counts a repeated field once', { ...good, choice: ['yes', 'no'] }, []],
    [
      'keeps right-to-left text and markup as text',
      { ...good, details: 'שלום <script>alert(1)</script>' },
      [],
    ],
  ])('%s', (_, fields, expected) => {
    expect(problems('dspt-within-deadline', fields)).toEqual(expected);
  });

  test('refuses NUL and other control characters', () => {
    expect(problems('isms', { ...good, details: 'a\u0000b' })[0]).toMatch(
      /^details: Details must not contain/,
    );
  });

  test('ignores ticks that are no coverage points of the question', () => {
    const read = schemaOf('isms').parse({ ...good, covered: ['scope', 'scope', 'made-up'] });
    expect(read).toMatchObject({ covered: ['scope'], certificate: null });
  });

  const date = (day: string, month: string, year: string) => ({
    'publishedOn-day': day,
    'publishedOn-month': month,
    'publishedOn-year': year,
  });
  test.each<[string, Record<string, string>, RegExp | null]>([
    ['numbers', date('24', '04', '2025'), null],
    ['a month’s name', date('24', 'April', '2025'), null],
    ['31 February', date('31', '2', '2025'), /^publishedOn-day: .*real date/],
    ['a two-digit year', date('24', '4', '25'), /^publishedOn-year: /],
    ['today', date('22', '11', '2026'), null],
    ['tomorrow', date('23', '11', '2026'), /^publishedOn-day: .*today or in the past/],
    ['nothing', date('', '', ''), /^publishedOn-day: Enter/],
  ])('a date: %s', (_, fields, expected) => {
    const found = problems('dspt-published-on', fields);
    if (expected === null) expect(found).toEqual([]);
    else expect(found.join('\n')).toMatch(expected);
  });

  test.each<[Record<string, string>, string[]]>([
    [{ level: 'standards_met', edition: '25/26' }, []],
    [{ level: 'not_published', edition: '' }, []],
    [{ level: 'standards_met', edition: '' }, ['edition: Select the edition of the status']],
    [{ level: 'standards_met', edition: '31/32' }, ['edition: Select an edition from the list']],
    [{ level: 'toString', edition: '25/26' }, ['level: Select your published DSPT status']],
  ])('a status: %o', (fields, expected) => {
    expect(problems('dspt-status', fields)).toEqual(expected);
  });

  test('a certificate is whole or not there', () => {
    const part = problems('isms', { ...good, certificateNumber: 'IS 123' });
    expect(part.map((problem) => problem.split(':')[0])).toEqual([
      'certificateBody',
      'certificateScope',
      'certificateExpiresOn-day',
    ]);
  });

  test('an organisation needs a code and a known profile', () => {
    expect(problems('organisation', { odsCode: ' abc1 ', profile: 'company' })).toEqual([]);
    expect(problems('organisation', { odsCode: '', profile: 'expectValue' })).toEqual([
      'odsCode: Enter your ODS code',
      'profile: Select your organisation profile',
    ]);
  });
});

test('a draft may hold what a declaration may not, short of control characters and of 20,000', () => {
  expect(draftFieldsSchema.safeParse({ details: 'a'.repeat(2001) }).success).toBe(true);
  expect(draftFieldsSchema.safeParse({ details: 'a'.repeat(20_001) }).success).toBe(false);
  expect(draftFieldsSchema.safeParse({ details: 'a\u0007' }).success).toBe(false);
  expect(draftFieldsSchema.parse({ details: 'a\r\nb' })).toEqual({ details: 'a\nb' });
});
