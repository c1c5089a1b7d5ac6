import { Tag } from '@/components/ui/tag';

type ClearanceProps = { clearance: { cleared: boolean; sentence: string } };

/** The first thing about a product: whether it may go live, and until when. */
export function Clearance({ clearance: { cleared, sentence } }: ClearanceProps) {
  const [short, because] = sentence.split(', because ');
  return (
    <p className="app-clearance">
      <Tag colour={cleared ? 'green' : 'grey'}>{short}</Tag>
      {because === undefined ? null : ` because ${because}`}
    </p>
  );
}
