import { Table } from '@/components/ui/table';
import { Tag } from '@/components/ui/tag';
import { questionName } from '@/lib/domain/completeness';
import { questionOf } from '@/lib/domain/questions/catalogue';
import { upperFirst } from '@/lib/domain/text';
import { formatDate } from '@/lib/format';
import type { DecisionView } from '@/lib/queries/apply/get-decision';

type Condition = DecisionView['conditions'][number];

/** What must still be done, by when, and what was done already. */
export function DecisionConditions({ conditions }: { conditions: readonly Condition[] }) {
  return (
    <Table
      caption="Conditions"
      rows={conditions}
      rowKey={(condition) => condition.questionId + condition.text}
      empty={null}
      columns={[
        { header: 'Question', cell: (c) => upperFirst(questionName(questionOf(c.questionId))) },
        { header: 'Condition', cell: (c) => <span className="app-typed">{c.text}</span> },
        { header: 'Due', cell: (c) => formatDate(c.dueOn) },
        { header: 'Status', cell: (c) => <ConditionStatus condition={c} /> },
      ]}
    />
  );
}

function ConditionStatus({ condition: { metAt, late } }: { condition: Condition }) {
  if (metAt) return <Tag colour="green">{`Met on ${formatDate(metAt)}`}</Tag>;
  return late ? <Tag colour="red">Overdue</Tag> : <Tag colour="yellow">To be met</Tag>;
}
