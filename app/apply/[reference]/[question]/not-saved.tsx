import { AnswerView } from '@/components/application/answer-view';
import { Button } from '@/components/ui/button';
import { WarningCallout } from '@/components/ui/warning-callout';
import type { FormValues } from '@/lib/domain/form-state';
import { forgetWordsAction } from './actions';
import type { ShownQuestion } from './read-question';

type NotSavedProps = Pick<ShownQuestion, 'view' | 'question'> & { kept: FormValues | null };

/** Words that came when the question was no longer open: to copy, then to throw away. */
export function NotSaved({ view, question, kept }: NotSavedProps) {
  if (kept === null) return null;
  return (
    <WarningCallout heading="What you typed was not saved">
      <p>This had moved on since you opened the page. Copy what you still need.</p>
      <AnswerView question={question} fields={kept} />
      <form action={forgetWordsAction.bind(null, view.reference, view.questionId)}>
        <Button variant="secondary">Remove these words</Button>
      </form>
    </WarningCallout>
  );
}
