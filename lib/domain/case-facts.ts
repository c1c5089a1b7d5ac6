import type { Calendar } from './calendar';
import { questionsIn, type ReviewedRound, standings, verdictsInForce } from './carried-verdicts';
import { CERTIFICATE_POINT, certificateOf } from './certificate';
import { assessorDueOn, splitClock } from './clock';
import type { PlainDate } from './dates';
import type { DecisionFacts } from './decision';
import { type AnswerValues, judgeDeclared } from './declared-dspt';
import type { QuestionId } from './questions/types';
import type { RequestStatus } from './request';
import type { Review } from './review';

type RequestTimes = { round: number; status: RequestStatus; sentAt: Date; endedAt: Date | null };

/** The answers of the round under review, as read. */
export function valuesOf(rounds: readonly ReviewedRound[]): AnswerValues {
  const answers = rounds.at(-1)?.frozen.answers ?? [];
  return Object.fromEntries(answers.map((answer) => [answer.questionId, answer.value]));
}

/**
 * What decisions and requests look at, from all rounds of a case, the one under review last; the
 * declared DSPT status is judged on `today` ('yyyy-mm-dd', the DSPT rules).
 */
export function decisionFacts(
  rounds: readonly ReviewedRound[],
  requests: readonly RequestTimes[],
  today: PlainDate,
  requestsMost: number,
): DecisionFacts {
  const last = rounds.at(-1);
  return {
    applicable: last ? questionsIn(last.frozen) : [],
    verdicts: verdictsInForce(standings(rounds)),
    dsptPasses: judgeDeclared(valuesOf(rounds), today).verdict === 'passes',
    requestsSent: requests.length,
    requestsMost,
    requestExpired: requests.some(
      (request) => request.status === 'expired' && request.round === last?.round,
    ),
  };
}

type PointedRound = ReviewedRound & {
  reviews: ReadonlyMap<QuestionId, Pick<Review, 'points'>>;
};
export type CertificateStanding = { expiresOn: PlainDate; reliedOn: boolean };

/**
 * The certificate of the round under review, and whether the verdict in force on the ISMS relies on
 * it (domain, assured until): its coverage point is marked covered. A verdict from before that mark
 * was asked for counts as relying, since too early is the safe side. Null without a certificate or a
 * verdict.
 */
export function certificateStanding(rounds: readonly PointedRound[]): CertificateStanding | null {
  const certificate = certificateOf(valuesOf(rounds).isms);
  const standing = standings(rounds).get('isms');
  if (!certificate || !standing || standing.from === 'none') return null;
  const given = rounds.find(({ round }) => round === standing.round)?.reviews.get('isms');
  const mark = given?.points[CERTIFICATE_POINT] ?? 'covered';
  return { expiresOn: certificate.expiresOn as PlainDate, reliedOn: mark === 'covered' };
}

/**
 * The assessor's due date when the case comes back without an answer: the target, as it was
 * then, counted from `beganAt`, when the round was received or opened again after a review, put off by the working days
 * that the supplier had it since (the clock).
 */
export function resumedDueOn(
  calendar: Calendar,
  beganAt: Date,
  round: number,
  requests: readonly RequestTimes[],
  now: Date,
  targetDays: number,
): PlainDate {
  const held = requests
    .filter((request) => request.round === round && request.sentAt >= beganAt)
    .map((request) => ({
      holder: 'supplier' as const,
      from: request.sentAt,
      to: request.endedAt,
    }));
  return assessorDueOn(calendar, beganAt, targetDays, splitClock(calendar, held, now).supplier);
}
