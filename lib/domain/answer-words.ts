import { formatPlainDate, readDateFields } from './dates';
import { LEVELS } from './dspt';
import { type AnswerFields, type CoveragePoint, PROFILES, type Question } from './questions/types';

/** One line of an answer as people read it; an empty text was left empty. */
export type AnswerLine = { label: string; text: string };

const textOf = (fields: AnswerFields, name: string): string => {
  const value = fields[name];
  return (Array.isArray(value) ? value[0] : value) ?? '';
};
const labelOf = (table: Record<string, { label: string }>, id: string): string =>
  Object.hasOwn(table, id) ? (table[id]?.label ?? id) : id;

/** A date as typed: in full where it is one, else the three boxes as they are. */
function dateText(fields: AnswerFields, name: string): string {
  const [day, month, year] = ['day', 'month', 'year'].map((part) =>
    textOf(fields, `${name}-${part}`),
  );
  const read = readDateFields({ day, month, year });
  if (read.ok) return formatPlainDate(read.date);
  return read.problem === 'missing' ? '' : [day, month, year].filter(Boolean).join(' ');
}

function certificateLines(fields: AnswerFields): AnswerLine[] {
  const lines = [
    { label: 'Certificate number', text: textOf(fields, 'certificateNumber') },
    { label: 'Certification body', text: textOf(fields, 'certificateBody') },
    { label: 'Scope of the certificate', text: textOf(fields, 'certificateScope') },
    { label: 'Expiry date', text: dateText(fields, 'certificateExpiresOn') },
  ];
  return lines.some((line) => line.text !== '') ? lines : [];
}

function coveredText(points: readonly CoveragePoint[], fields: AnswerFields): string {
  const covered = fields.covered;
  const ids = Array.isArray(covered) ? covered : [];
  return points
    .filter((point) => ids.includes(point.id))
    .map((point) => point.text)
    .join('\n');
}

/** An answer as typed, finished or not, line by line in words; text keeps its line ends. */
export function answerLines(question: Question, fields: AnswerFields): AnswerLine[] {
  switch (question.kind) {
    case 'organisation':
      return [
        { label: 'ODS code', text: textOf(fields, 'odsCode').trim().toUpperCase() },
        {
          label: 'DSPT identifier',
          text: textOf(fields, 'dsptIdentifier') || 'Same as the ODS code',
        },
        { label: 'Organisation profile', text: labelOf(PROFILES, textOf(fields, 'profile')) },
      ];
    case 'dspt-status':
      return [
        { label: 'Status', text: labelOf(LEVELS, textOf(fields, 'level')) },
        { label: 'Edition', text: textOf(fields, 'edition') },
      ].filter((line) => line.label === 'Status' || line.text !== '');
    case 'date':
      return [{ label: question.short, text: dateText(fields, 'publishedOn') }];
    case 'yes-no-details': {
      const choice = textOf(fields, 'choice');
      const covered = coveredText(question.coveragePoints, fields);
      return [
        { label: 'Answer', text: choice === 'yes' ? 'Yes' : choice === 'no' ? 'No' : '' },
        { label: 'Details', text: textOf(fields, 'details') },
        ...(covered === '' ? [] : [{ label: 'Ticked as covered', text: covered }]),
        ...certificateLines(fields),
      ];
    }
  }
}
