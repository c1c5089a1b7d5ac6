import '@/app/assess/[reference]/case.css';
import { CasePart, CaseTitle } from '@/app/assess/[reference]/read-case';
import { AnswerView } from '@/components/review/answer-view';
import { VerdictView } from '@/components/review/verdict-view';
import { Details } from '@/components/ui/details';
import { fullNameOf } from '@/lib/domain/questions/catalogue';
import { formatDateTime } from '@/lib/format';
import type { CaseView } from '@/lib/queries/assess/get-case';

const TITLE = 'Earlier rounds';

function Round({ round }: { round: CaseView['earlier'][number] }) {
  return (
    <section aria-labelledby={`round-${round.round}`}>
      <h2 className="nhsuk-heading-m" id={`round-${round.round}`}>
        Round {round.round}
      </h2>
      <p>
        Declared by {round.signatory}, {formatDateTime(round.submittedAt)}
      </p>
      {round.questions.map((question) => (
        <Details key={question.id} summary={fullNameOf(question.id)}>
          <AnswerView parts={question.parts} />
          <VerdictView {...question} round={round.round} />
        </Details>
      ))}
    </section>
  );
}

export default function EarlierPage(props: PageProps<'/assess/[reference]/earlier'>) {
  return (
    <CasePart params={props.params} title={TITLE} earlier>
      {(view) => (
        <>
          <CaseTitle view={view}>{TITLE}</CaseTitle>
          {view.earlier.length === 0 ? <p>There is no round before this one.</p> : null}
          {view.earlier.toReversed().map((round) => (
            <Round key={round.round} round={round} />
          ))}
        </>
      )}
    </CasePart>
  );
}
