import type { Status } from './application';
import type { Tally } from './case-view';
import type { QuestionId } from './questions/types';

export type CaseNextFacts = {
  status: Status;
  isAssignee: boolean;
  /** Whether the reader may take the case as its assessor. */
  mayTake: boolean;
  /** Whether the reader may settle the recommendation as a second person. */
  mayConfirm: boolean;
  isRecommender: boolean;
  mayMeetConditions: boolean;
  tally: Tally;
  nextQuestion: QuestionId | null;
  requestsLeft: number;
  requestExpired: boolean;
};

export type CaseNext =
  | { do: 'take' }
  | { do: 'review'; questionId: QuestionId }
  | { do: 'request' }
  | { do: 'recommend' }
  | { do: 'follow_request' }
  | { do: 'confirm' }
  | { do: 'recall' }
  | { do: 'conditions' }
  | { do: 'nothing' };

/** The one next thing that this reader can do with the case; the screen's head offers it. */
export function caseNext(facts: CaseNextFacts): CaseNext {
  switch (facts.status) {
    case 'submitted':
    case 'in_assessment':
      if (!facts.isAssignee) return facts.mayTake ? { do: 'take' } : { do: 'nothing' };
      if (facts.nextQuestion) return { do: 'review', questionId: facts.nextQuestion };
      return facts.tally.insufficient > 0 && facts.requestsLeft > 0 && !facts.requestExpired
        ? { do: 'request' }
        : { do: 'recommend' };
    case 'information_requested':
      return facts.isAssignee ? { do: 'follow_request' } : { do: 'nothing' };
    case 'recommended':
      if (facts.mayConfirm) return { do: 'confirm' };
      return facts.isRecommender ? { do: 'recall' } : { do: 'nothing' };
    case 'approved_with_conditions':
      return facts.mayMeetConditions ? { do: 'conditions' } : { do: 'nothing' };
    default:
      return { do: 'nothing' };
  }
}
