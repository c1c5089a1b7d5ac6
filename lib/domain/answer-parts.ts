import { formatPlainDate, parsePlainDate } from './dates';
import { LEVELS } from './dspt';
import { type AnswerValue, type CoveragePoint, PROFILES } from './questions/types';

/** One labelled piece of an answer, as people read and compare it. */
export type AnswerPart = { label: string; text: string };

const day = (text: string) => {
  const date = parsePlainDate(text);
  return date === null ? text : formatPlainDate(date);
};

const levelLabel = (level: string) =>
  Object.hasOwn(LEVELS, level) ? LEVELS[level as keyof typeof LEVELS].label : level;

/**
 * An answer in its parts, in reading order; parts that were not given are left out. `points` are
 * the coverage points as frozen, for what the supplier ticked.
 */
export function answerParts(
  value: AnswerValue,
  points: readonly CoveragePoint[] = [],
): AnswerPart[] {
  switch (value.kind) {
    case 'organisation':
      return [
        { label: 'ODS code', text: value.odsCode },
        { label: 'DSPT identifier', text: value.dsptIdentifier || 'Same as the ODS code' },
        { label: 'Organisation profile', text: PROFILES[value.profile]?.label ?? value.profile },
      ];
    case 'dspt-status': {
      const edition = value.edition === null ? '' : `${value.edition} `;
      return [{ label: 'Status', text: `${edition}${levelLabel(value.level)}` }];
    }
    case 'date':
      return [{ label: 'Date', text: formatPlainDate(value.date) }];
    case 'yes-no-details': {
      const ticked = points.filter((point) => value.covered.includes(point.id));
      const { certificate } = value;
      return [
        { label: 'Answer', text: value.choice === 'yes' ? 'Yes' : 'No' },
        { label: 'Details', text: value.details },
        ...(certificate
          ? [
              { label: 'Certificate number', text: certificate.number },
              { label: 'Certification body', text: certificate.body },
              { label: 'Scope of the certificate', text: certificate.scope },
              { label: 'Expiry date', text: day(certificate.expiresOn) },
            ]
          : []),
        ...(ticked.length > 0
          ? [{ label: 'Ticked as covered', text: ticked.map((point) => point.text).join('; ') }]
          : []),
      ];
    }
  }
}

/** True when two answers say the same: as read, whatever way a date was typed or in which order ticks came. */
export function isSameAnswer(a: AnswerValue, b: AnswerValue): boolean {
  const plain = (value: AnswerValue) =>
    JSON.stringify(
      value.kind === 'yes-no-details' ? { ...value, covered: [...value.covered].sort() } : value,
      (_, part) =>
        part !== null && typeof part === 'object' && !Array.isArray(part)
          ? Object.fromEntries(Object.entries(part).sort(([x], [y]) => (x < y ? -1 : 1)))
          : part,
    );
  return plain(a) === plain(b);
}
