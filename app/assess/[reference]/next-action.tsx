import { TakeForm } from '@/components/review/take-form';
import { ButtonLink } from '@/components/ui/button-link';
import { questionOf } from '@/lib/domain/questions/catalogue';
import { paths } from '@/lib/paths';
import type { CaseView } from '@/lib/queries/assess/get-case';

/** The one next thing to do with this case, as a button. */
export function NextAction({ view }: { view: CaseView }) {
  const { reference, next } = view;
  switch (next.do) {
    case 'take':
      return <TakeForm reference={reference} version={view.version} />;
    case 'review': {
      const { id, number, short } = questionOf(next.questionId);
      return (
        <ButtonLink href={`#question-${id}`} small>
          Review {number ?? short}
        </ButtonLink>
      );
    }
    case 'request':
      return (
        <ButtonLink href={paths.caseRequest(reference)} small>
          Send information request
        </ButtonLink>
      );
    case 'recommend':
      return (
        <ButtonLink href={paths.caseRecommend(reference)} small>
          Recommend
        </ButtonLink>
      );
    case 'follow_request':
      return (
        <ButtonLink href={paths.caseRequest(reference)} variant="secondary" small>
          Change or cancel the request
        </ButtonLink>
      );
    case 'confirm':
      return (
        <ButtonLink href={paths.caseConfirm(reference)} small>
          Check the recommendation
        </ButtonLink>
      );
    case 'recall':
      return (
        <ButtonLink href={paths.caseConfirm(reference)} variant="secondary" small>
          See or recall your recommendation
        </ButtonLink>
      );
    case 'conditions':
      return (
        <ButtonLink href={paths.caseConditions(reference)} small>
          Record conditions met
        </ButtonLink>
      );
    case 'nothing':
      return null;
  }
}
