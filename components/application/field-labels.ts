import { hasField } from '@/lib/domain/answer-fields';
import { LEVELS } from '@/lib/domain/dspt';
import { CERTIFICATE_LINES } from '@/lib/domain/questions/inputs';
import { PROFILES, type Question } from '@/lib/domain/questions/types';
import type { ConflictLabels } from './conflict-view';

const wordsOf = (table: Record<string, { label: string }>) =>
  Object.fromEntries(Object.entries(table).map(([id, { label }]) => [id, label]));
const dateParts = (name: string, what: string) =>
  ['day', 'month', 'year'].map((part) => ({ name: `${name}-${part}`, label: `${what}: ${part}` }));

/** What the fields of a question are called, where two versions of its answer are compared. */
export function fieldLabels(question: Question): ConflictLabels {
  switch (question.kind) {
    case 'organisation':
      return [
        { name: 'odsCode', label: 'ODS code' },
        { name: 'dsptIdentifier', label: 'DSPT identifier' },
        { name: 'profile', label: 'Organisation profile', words: wordsOf(PROFILES) },
      ];
    case 'dspt-status':
      return [
        { name: 'level', label: 'Status', words: wordsOf(LEVELS) },
        { name: 'edition', label: 'Edition' },
      ];
    case 'date':
      return dateParts('publishedOn', 'Date of publication');
    case 'yes-no-details': {
      const points = question.coveragePoints.map(({ id, text }) => [id, text]);
      return [
        { name: 'choice', label: 'Answer', words: { yes: 'Yes', no: 'No' } },
        { name: 'details', label: 'Details' },
        { name: 'covered', label: 'Ticked as covered', words: Object.fromEntries(points) },
        ...(hasField(question, 'certificateNumber')
          ? [...CERTIFICATE_LINES, ...dateParts('certificateExpiresOn', 'Expiry date')]
          : []),
      ];
    }
  }
}
