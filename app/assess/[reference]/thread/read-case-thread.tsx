import { NotSent } from '@/components/thread/not-sent';
import { InsetText } from '@/components/ui/inset-text';
import { Link } from '@/components/ui/link';
import type { FormValues } from '@/lib/domain/form-state';
import { queueQuery } from '@/lib/domain/queue';
import { paths } from '@/lib/paths';
import type { CaseThreadView } from '@/lib/queries/assess/get-case-thread';
import { forgetCaseThreadWordsAction } from './actions';

const CONFLICT = 'You declared a conflict of interest on this case, so somebody else must answer.';
const READER =
  'You can read what is said here. Any assessor without a conflict of interest can answer.';

type ReadCaseThreadProps = { view: CaseThreadView; kept: FormValues | null };

/** Why the reader cannot write here. */
export function ReadCaseThread({ view, kept }: ReadCaseThreadProps) {
  const { reference, closed, hasConflict, mayReassign } = view;
  return (
    <>
      <NotSent kept={kept} forget={forgetCaseThreadWordsAction.bind(null, reference)} />
      <InsetText>
        <p>{closed?.toStaff ?? (hasConflict ? CONFLICT : READER)}</p>
        {mayReassign ? (
          <p>
            <Link href={`${paths.manage}${queueQuery({ tab: 'all', text: reference }, 'confirm')}`}>
              Give the application to an assessor
            </Link>
          </p>
        ) : null}
      </InsetText>
    </>
  );
}
