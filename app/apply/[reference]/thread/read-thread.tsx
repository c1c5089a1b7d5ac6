import { NotSent } from '@/components/thread/not-sent';
import { InsetText } from '@/components/ui/inset-text';
import { Link } from '@/components/ui/link';
import type { FormValues } from '@/lib/domain/form-state';
import type { ClosedThread } from '@/lib/domain/thread';
import { type Href, paths } from '@/lib/paths';
import type { ThreadView } from '@/lib/queries/apply/get-thread';
import { forgetThreadWordsAction } from './actions';

const NEXT: Record<ClosedThread['next'], { text: string; href: (reference: string) => Href }> = {
  application: { text: 'Go on with the application', href: paths.application },
  decision: { text: 'Read the decision', href: paths.decision },
  start: { text: 'Start a new application', href: () => paths.applyNew },
};

/** Why the reader cannot write here, and what to do instead. */
export function ReadThread({ view, kept }: { view: ThreadView; kept: FormValues | null }) {
  const { reference, closed } = view;
  const next = closed && NEXT[closed.next];
  return (
    <>
      <NotSent kept={kept} forget={forgetThreadWordsAction.bind(null, reference)} />
      <InsetText>
        <p>
          {closed
            ? closed.toSupplier
            : 'You can read what is said here. To ask something, talk to a contributor or signatory of your organisation.'}
        </p>
        {next ? (
          <p>
            <Link href={next.href(reference)}>{next.text}</Link>
          </p>
        ) : null}
      </InsetText>
    </>
  );
}
