import { SummaryList } from '@/components/ui/summary-list';
import { answerLines } from '@/lib/domain/answer-words';
import type { AnswerFields, Question } from '@/lib/domain/questions/types';

type AnswerViewProps = { question: Question; fields: AnswerFields };

/** An answer to read, as it was typed: text is text, whatever it looks like. */
export function AnswerView({ question, fields }: AnswerViewProps) {
  const rows = answerLines(question, fields).map(({ label, text }) => ({
    label,
    value: text === '' ? <em>Nothing yet</em> : <span className="app-typed">{text}</span>,
  }));
  return <SummaryList rows={rows} />;
}
