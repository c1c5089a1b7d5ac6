import { addDays, dateFields, formatPlainDate, isAfter, type PlainDate } from '@/lib/domain/dates';
import { deadlineOf, type Edition, type LevelId } from '@/lib/domain/dspt';
import type { AnswerFields, ProfileId, QuestionId } from '@/lib/domain/questions/types';

/** How one demo supplier answers; everything else follows from it. */
export type Manner = {
  edition: Edition;
  level: LevelId;
  /** Days between the edition's deadline and publication; positive is late. */
  publishedAfterDeadline: number;
  /** Shortly after 1 July somebody late cannot have published yet. */
  noLaterThan: PlainDate;
  /** Answers EUO and ISMS in full, or as briefly as people do when they are in a hurry. */
  thorough: boolean;
};

const dateInput = (name: string, date: PlainDate): AnswerFields => {
  const parts = dateFields(date);
  return {
    [`${name}-day`]: parts.day,
    [`${name}-month`]: parts.month,
    [`${name}-year`]: parts.year,
  };
};

/** Every answer of a demo declaration, as it would be typed. */
export function demoAnswers(
  who: { odsCode: string; profile: ProfileId; product: string },
  manner: Manner,
): Record<QuestionId, AnswerFields> {
  const { edition, level, thorough } = manner;
  const meant = addDays(deadlineOf(edition), manner.publishedAfterDeadline);
  const publishedOn = isAfter(meant, manner.noLaterThan) ? manner.noLaterThan : meant;
  const late = isAfter(publishedOn, deadlineOf(edition));
  const passes = level === 'standards_met' || level === 'standards_exceeded';
  const day = formatPlainDate(publishedOn);
  return {
    organisation: { odsCode: who.odsCode, dsptIdentifier: '', profile: who.profile },
    'dspt-within-deadline': {
      choice: late ? 'no' : 'yes',
      details: late
        ? `We published our ${edition} assessment on ${day}, after the deadline, because our internal audit finished late. It was published under our own code ${who.odsCode}.`
        : `We published our ${edition} assessment on ${day} under our own code ${who.odsCode}.`,
      covered: ['edition-named', 'publication', 'code'],
    },
    'dspt-compliant': {
      choice: passes ? 'yes' : 'no',
      details: passes
        ? 'We reached this level for the whole organisation. Our two subcontractors, for hosting and for support, are within the assessment. There is no improvement plan.'
        : 'We have agreed an improvement plan. Two of its eight actions are still open.',
      covered: passes ? ['level', 'coverage', 'improvement-plan'] : ['improvement-plan'],
    },
    'dspt-status': { level, edition },
    'dspt-published-on': dateInput('publishedOn', publishedOn),
    'euo-process': thorough
      ? {
          choice: 'yes',
          details: `Our onboarding lead looks up every new organisation in the public DSPT register before ${who.product} is switched on for it, and records the date, the status and who checked. If the status is below Standards Met, go-live waits until it is. The acceptable use policy goes out with the order form and is acknowledged there. We repeat the check for everybody each July and suspend access after 30 days.`,
          covered: ['who', 'when', 'source', 'non-compliance', 'aup', 'recheck'],
        }
      : {
          choice: 'yes',
          details: 'Our support team checks new customers before they go live.',
          covered: ['when'],
        },
    isms: thorough
      ? {
          choice: 'yes',
          details: `Our ISMS follows ISO/IEC 27001 and its scope names ${who.product}, its hosting and its support desk. The risk assessment and the statement of applicability were reviewed this year. Internal audit reports to the management review every six months.`,
          covered: ['scope', 'policy', 'controls', 'audit'],
        }
      : { choice: 'yes', details: 'Yes, we have an ISMS.', covered: [] },
  };
}
