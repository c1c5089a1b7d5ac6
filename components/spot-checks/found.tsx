import { Tag } from '@/components/ui/tag';

/** What was found of one, in words; why, where that was said. */
export function Found({ mark }: { mark: { satisfactory: boolean; reason: string } }) {
  return (
    <>
      <Tag colour={mark.satisfactory ? 'green' : 'red'}>
        {mark.satisfactory ? 'Satisfactory' : 'Not satisfactory'}
      </Tag>
      {mark.reason ? (
        <span className="app-typed block" dir="auto">
          {mark.reason}
        </span>
      ) : null}
    </>
  );
}
