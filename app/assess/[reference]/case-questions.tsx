import { NoteForm } from '@/components/review/note-form';
import { QuestionReview } from '@/components/review/question-review';
import { StaffNotes } from '@/components/review/verdict-view';
import { RecordBeside } from '@/components/suppliers/record-beside';
import { ButtonLink } from '@/components/ui/button-link';
import { Tag } from '@/components/ui/tag';
import { type CaseQuestion, isFresh, nextToReview, tallyWords } from '@/lib/domain/case-view';
import { requestObstacle } from '@/lib/domain/request';
import { VERDICT_LABELS } from '@/lib/domain/review';
import { paths } from '@/lib/paths';
import type { CaseView } from '@/lib/queries/assess/get-case';

/** A question whose earlier verdict carries over: folded, with that verdict in its summary. */
function Folded({ question, children }: { question: CaseQuestion; children: React.ReactNode }) {
  const { standing, number, short } = question;
  const verdict = standing.from === 'none' ? null : VERDICT_LABELS[standing.verdict];
  return (
    <details className="nhsuk-details app-folded">
      <summary className="nhsuk-details__summary">
        <span className="nhsuk-details__summary-text">
          {number ? `${number} ` : ''}
          {short}
        </span>{' '}
        {verdict ? <Tag colour={verdict.colour}>{verdict.label}</Tag> : null}
      </summary>
      <div className="nhsuk-details__text">{children}</div>
    </details>
  );
}

/** The end of the page: what the verdicts allow now. */
function Finish({ view }: { view: CaseView }) {
  const { questions, reference, requestsSent, requestsMost, tally } = view;
  const verdicts = Object.fromEntries(
    questions.flatMap(({ id, standing }) =>
      standing.from === 'none' ? [] : [[id, standing.verdict]],
    ),
  );
  const applicable = questions.map(({ id }) => id);
  const obstacle = requestObstacle({ applicable, verdicts, requestsSent, requestsMost });
  return (
    <section className="app-finish" id="finish" aria-labelledby="finish-title" tabIndex={-1}>
      <h2 className="nhsuk-heading-m" id="finish-title">
        What happens next
      </h2>
      <p>{tallyWords(tally)}.</p>
      {tally.open > 0 ? (
        <p>When every question is reviewed, you can ask for what is missing or recommend.</p>
      ) : (
        <div className="nhsuk-button-group">
          {obstacle === null ? (
            <ButtonLink href={paths.caseRequest(reference)}>Send information request</ButtonLink>
          ) : null}
          <ButtonLink
            href={paths.caseRecommend(reference)}
            variant={obstacle === null ? 'secondary' : 'primary'}
          >
            Recommend
          </ButtonLink>
        </div>
      )}
    </section>
  );
}

/** Every question in order; in a later round what changed first, and the rest folded. */
export function CaseQuestions({ view }: { view: CaseView }) {
  const { questions, reference, round, mayReview } = view;
  const fresh = questions.filter(isFresh);
  const folded = questions.filter((question) => !isFresh(question));
  const shown = (question: CaseQuestion) => {
    const next = nextToReview(questions, question.id);
    return (
      <QuestionReview
        key={question.id}
        question={question}
        reference={reference}
        round={round}
        next={next === question.id ? null : next}
        mayReview={mayReview}
        today={view.today}
        beside={view.register.get(question.id) ?? null}
      >
        {question.id === 'euo-process' ? (
          <RecordBeside record={view.record} inShort={view.inShort} />
        ) : null}
      </QuestionReview>
    );
  };
  return (
    <>
      {fresh.length > 0 ? (
        <h2 className={round > 1 ? 'nhsuk-heading-m' : 'nhsuk-u-visually-hidden'}>
          {round > 1 ? `What changed since round ${round - 1}` : 'Questions'}
        </h2>
      ) : null}
      {fresh.map(shown)}
      {folded.length > 0 ? (
        <>
          <h2 className="nhsuk-heading-m">Not changed since round {round - 1}</h2>
          {folded.map((question) => (
            <Folded key={question.id} question={question}>
              {shown(question)}
            </Folded>
          ))}
        </>
      ) : null}
      <section aria-label="Notes on the whole application">
        <StaffNotes notes={view.notes} />
        <NoteForm
          name="note-case"
          version={view.notes.length}
          hidden={{ reference }}
          about="the whole application"
        />
      </section>
      {mayReview ? <Finish view={view} /> : null}
    </>
  );
}
