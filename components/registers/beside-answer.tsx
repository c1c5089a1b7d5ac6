import { Tag } from '@/components/ui/tag';
import { type BesideAnswer as Beside, TRUTH_STATES } from '@/lib/domain/register-truth';
import { formatDate } from '@/lib/format';
import './registers.css';

type BesideAnswerProps = {
  beside: Beside | null;
  /** What can be done where it differs; left out where there is nothing to do. */
  whatToDo?: string;
  /** In a dense screen: what agrees is said in a line. */
  dense?: boolean;
};

/** What the public register says beside an answer, calm and in words. */
export function BesideAnswer({ beside, whatToDo, dense = false }: BesideAnswerProps) {
  if (!beside) return null;
  const { asOf, truth, says } = beside;
  if (asOf === null)
    return (
      <p className="app-register app-register--none">
        No copy of the public DSPT register is in use, so this is not checked against it.
      </p>
    );
  const mark = truth ? (
    <Tag colour={TRUTH_STATES[truth.state].colour}>{TRUTH_STATES[truth.state].label}</Tag>
  ) : null;
  if (dense && truth?.state === 'agrees')
    return (
      <p className="app-register--line">
        {mark} of {formatDate(asOf)}
      </p>
    );
  const differs = truth?.state === 'contradicts' || truth?.state === 'not_found';
  return (
    <div className="app-register">
      <p className="app-register__head">
        <strong>Public DSPT register of {formatDate(asOf)}</strong> {mark}
      </p>
      <p>{truth?.words ?? says ?? 'It is asked once your ODS code is confirmed.'}</p>
      {differs && whatToDo ? <p>{whatToDo}</p> : null}
    </div>
  );
}
