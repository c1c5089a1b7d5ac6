import { Button } from '@/components/ui/button';
import { formatCapped } from '@/lib/format';
import { takeNextAction } from './actions';

type QueueHeadProps = { mine: number; unassigned: number; mayTake: boolean };

const applications = (count: number): string =>
  `${formatCapped(count)} ${count === 1 ? 'application' : 'applications'}`;

function situation({ mine, unassigned }: QueueHeadProps): string {
  const yours = mine === 0 ? 'You have no applications.' : `You have ${applications(mine)}.`;
  if (unassigned === 0) return `${yours} Nothing waits to be taken.`;
  return `${yours} ${applications(unassigned)} ${unassigned === 1 ? 'has' : 'have'} no assessor yet.`;
}

/** Where am I, and what do I do next: it stays at the top while the list scrolls. */
export function QueueHead(props: QueueHeadProps) {
  return (
    <>
      <div className="app-sticky-head">
        <h1 className="nhsuk-heading-l">Applications to assess</h1>
        {props.mayTake ? (
          <form action={takeNextAction}>
            <Button>Take next</Button>
          </form>
        ) : null}
      </div>
      <p>{situation(props)}</p>
    </>
  );
}
