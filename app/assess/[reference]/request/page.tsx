import type { Route } from 'next';
import { redirect } from 'next/navigation';
import { CasePart } from '@/app/assess/[reference]/read-case';
import { paths } from '@/lib/paths';
import { FollowRequest } from './follow-request';
import { SendRequest } from './send-request';

export default function RequestPage(props: PageProps<'/assess/[reference]/request'>) {
  return (
    <CasePart params={props.params} keptAt={paths.caseRequest}>
      {(view, kept) => {
        if (view.isAssignee && view.openRequest)
          return <FollowRequest view={view} request={view.openRequest} kept={kept} />;
        if (view.isAssignee && view.status === 'in_assessment')
          return <SendRequest view={view} kept={kept} />;
        redirect(paths.assessment(view.reference) as Route);
      }}
    </CasePart>
  );
}
