import { Link } from '@/components/ui/link';
import { WarningCallout } from '@/components/ui/warning-callout';
import { type Blocker, questionName } from '@/lib/domain/completeness';
import { questionOf } from '@/lib/domain/questions/catalogue';
import type { QuestionId } from '@/lib/domain/questions/types';
import { paths } from '@/lib/paths';
import { BlockerItems } from './blocker-list';

type Props = {
  reference: string;
  blockers: readonly Blocker[];
  contradictions: readonly { code: string; questionIds: readonly QuestionId[]; message: string }[];
  unchanged: readonly QuestionId[];
  /** Where the public register says something else, or nothing. */
  register: readonly { questionId: QuestionId; words: string }[];
};

/** What is missing, and what the assessor would ask about, each leading to where it is mended. */
export function BeforeSubmitting({
  reference,
  blockers,
  contradictions,
  unchanged,
  register,
}: Props) {
  const doubts = contradictions.length + unchanged.length + register.length;
  return (
    <>
      {blockers.length > 0 ? (
        <WarningCallout heading="Complete these before you submit">
          <ul className="nhsuk-list nhsuk-list--bullet">
            <BlockerItems reference={reference} blockers={blockers} />
          </ul>
        </WarningCallout>
      ) : null}
      {doubts > 0 ? (
        <WarningCallout heading="Look at these again">
          <ul className="nhsuk-list nhsuk-list--bullet">
            {unchanged.map((id) => (
              <li key={id}>
                The assessor asked for more on{' '}
                <Link href={paths.question(reference, id)}>{questionName(questionOf(id))}</Link>,
                and its answer is as before, word for word.
              </li>
            ))}
            {contradictions.map(({ code, message, questionIds: [first, ...others] }) => (
              <li key={code}>
                {message}. See{' '}
                {[first, ...others].map((id, index) =>
                  id ? (
                    <span key={id}>
                      {index > 0 ? ' and ' : ''}
                      <Link href={paths.question(reference, id)}>
                        {questionName(questionOf(id))}
                      </Link>
                    </span>
                  ) : null,
                )}
              </li>
            ))}
            {register.map(({ questionId, words }) => (
              <li key={questionId}>
                {words} See{' '}
                <Link href={paths.question(reference, questionId)}>
                  {questionName(questionOf(questionId))}
                </Link>
              </li>
            ))}
          </ul>
          <p>
            You can submit these answers as they are, but expect the assessor to ask about them.
          </p>
        </WarningCallout>
      ) : null}
    </>
  );
}
