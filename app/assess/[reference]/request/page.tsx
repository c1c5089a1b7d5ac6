import type { Route } from 'next';
import { redirect } from 'next/navigation';
import { CasePart } from '@/app/assess/[reference]/read-case';
import { paths } from '@/lib/paths';
import { FollowRequest } from './follow-request';
import { SendRequest } from './send-request';

export default function RequestPage(props: PageProps<'/assess/[reference]/request'>) {
  return (
    <CasePart params={props.params}>
      {(view) => {
        if (view.isAssignee && view.openRequest)
          return <FollowRequest view={view} request={view.openRequest} />;
        if (view.isAssignee && view.status === 'in_assessment') return <SendRequest view={view} />;
        redirect(paths.assessment(view.reference) as Route);
      }}
    </CasePart>
  );
}
