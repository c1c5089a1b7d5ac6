import { FileList } from '@/components/evidence/file-list';
import { SummaryList } from '@/components/ui/summary-list';
import { answerLines } from '@/lib/domain/answer-words';
import type { FrozenAnswer, FrozenEvidence } from '@/lib/domain/declaration';
import { questionOf } from '@/lib/domain/questions/catalogue';

type Props = {
  answers: readonly FrozenAnswer[];
  unrequested: readonly { questionId: string; reason: string }[];
};

/** Answers with the wording they answered, both as they were on the day of submission. */
export function FrozenAnswers({ answers, unrequested }: Props) {
  return answers.map((answer) => {
    const { questionId, number, title, hint, supporting, coveragePoints, fields } = answer;
    const { evidence = [] } = answer;
    const change = unrequested.find((candidate) => candidate.questionId === questionId);
    const question = { ...questionOf(questionId), coveragePoints };
    return (
      <section key={questionId} className="app-answer" aria-labelledby={`frozen-${questionId}`}>
        <h3 className="nhsuk-heading-s app-heading-tight" id={`frozen-${questionId}`}>
          {number ? `${number} ` : ''}
          {title}
        </h3>
        {[...hint, ...supporting].map((words) => (
          <p key={words} className="app-frozen__wording">
            {words}
          </p>
        ))}
        {change ? (
          <p className="app-typed">Changed without being asked, because: {change.reason}</p>
        ) : null}
        <SummaryList
          rows={answerLines(question, fields).map(({ label, text }) => ({
            label,
            value: text === '' ? '–' : <span className="app-typed">{text}</span>,
          }))}
        />
        {evidence.length > 0 ? <FrozenFiles files={evidence} /> : null}
      </section>
    );
  });
}

/** The files as they were declared: with their hash, so that a file changed behind it shows. */
function FrozenFiles({ files }: { files: readonly FrozenEvidence[] }) {
  return (
    <>
      <h4 className="nhsuk-heading-xs">Files</h4>
      <FileList files={files.map(({ fileId: id, ...file }) => ({ ...file, id }))} today={null}>
        {({ sha256 }) => <span className="app-files__hash">SHA-256 {sha256}</span>}
      </FileList>
    </>
  );
}
