import { WordDiff } from '@/components/ui/word-diff';
import type { AnswerLine } from '@/lib/domain/answer-words';
import type { Change } from '@/lib/domain/case-view';
import type { Flag } from '@/lib/domain/flags';

/** An answer as it was declared; what people typed is shown as text, line by line. */
export function AnswerView({ parts }: { parts: readonly AnswerLine[] }) {
  return (
    <dl className="app-answer">
      {parts.map((part) => (
        <div key={part.label} className="app-answer__part">
          <dt>{part.label}</dt>
          <dd dir="auto">{part.text}</dd>
        </div>
      ))}
    </dl>
  );
}

const WHEN = {
  both: '',
  today: ' (since it was submitted)',
  submission: ' (on the day it was submitted)',
} as const;

/** What the rules noticed: for the assessor's eye, never a verdict. */
export function FlagList({ flags }: { flags: readonly Flag[] }) {
  if (flags.length === 0) return null;
  return (
    <ul className="app-flags" aria-label="Flags">
      {flags.map((flag) => (
        <li key={`${flag.code} ${flag.message}`} className="app-flags__item">
          <span className="nhsuk-u-visually-hidden">Flag: </span>
          {flag.message}
          {WHEN[flag.when]}
        </li>
      ))}
    </ul>
  );
}

function changeWords(change: Change): string {
  if (!change.changed)
    return change.asked
      ? 'Not changed, although more information was asked for'
      : 'Not changed, although the supplier opened it';
  return change.asked ? 'Changed, as asked' : 'Changed without being asked';
}

/** What the supplier did with a question since the round before: words, reason, both texts. */
export function ChangeView({ change, round }: { change: Change; round: number }) {
  if (!change.changed && !change.asked && change.reason === null) return null;
  const quiet = change.changed && change.asked;
  return (
    <div className="app-change">
      <p className={quiet ? 'app-change__words' : 'app-change__words app-change__words--unasked'}>
        {changeWords(change)}
      </p>
      {change.reason === null ? null : (
        <p className="app-change__reason" dir="auto">
          Their reason: {change.reason}
        </p>
      )}
      {change.parts.map((part) => (
        <div key={part.label}>
          <h4 className="nhsuk-heading-xs app-change__label">{part.label}</h4>
          <WordDiff
            pieces={part.pieces}
            before={`Round ${round - 1}`}
            after={`Round ${round}, now`}
          />
        </div>
      ))}
    </div>
  );
}
