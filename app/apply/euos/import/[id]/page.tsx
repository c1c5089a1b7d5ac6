import { go } from '@/app/go';
import { SignedInPage } from '@/app/signed-in-page';
import { withProblemView } from '@/app/with-problem-view';
import { ConfirmImport } from '@/components/euo/confirm-import';
import { ImportCounts } from '@/components/euo/import-counts';
import { ImportFacts } from '@/components/euo/import-facts';
import { ImportNotice } from '@/components/euo/import-notice';
import { ImportVerdicts, UnreadyRows } from '@/components/euo/import-verdicts';
import { PreviewRows } from '@/components/euo/preview-rows';
import { RefusedRows } from '@/components/euo/refused-rows';
import { requireActor } from '@/lib/auth/session';
import { confirmedBy } from '@/lib/domain/euo-import';
import { paths } from '@/lib/paths';
import { getImport } from '@/lib/queries/imports/get-import';
import { confirmImportAction, giveUpImportAction } from './actions';

export default withProblemView(
  async ({ params, searchParams }: PageProps<'/apply/euos/import/[id]'>) => {
    const actor = await requireActor('onboarding:edit');
    const { id } = await params;
    const { refresh } = await searchParams;
    const found = await getImport(actor, id);
    if (!found) go(paths.notFound);
    const { state, counts, preview, refusals, checkedAt } = found;
    const verdicts = state === 'preview' ? preview?.verdicts : undefined;
    const counted = state === 'preview' || state === 'done';
    return (
      <SignedInPage
        actor={actor}
        title={`Import of ${found.fileName}`}
        back={{ href: paths.euoImports, label: 'Import end user organisations' }}
      >
        <h1 className="nhsuk-heading-l [overflow-wrap:anywhere]">Import of {found.fileName}</h1>
        <ImportNotice found={found} stopped={refresh === 'off'} />
        {counted ? <ImportCounts counts={counts} done={state === 'done'} /> : null}
        {verdicts ? <ImportVerdicts verdicts={verdicts} /> : null}
        {state === 'preview' && checkedAt ? (
          <ConfirmImport
            counts={counts}
            until={confirmedBy(checkedAt)}
            confirm={confirmImportAction.bind(null, id)}
            giveUp={giveUpImportAction.bind(null, id)}
          />
        ) : null}
        {counted ? <RefusedRows id={id} refusals={refusals} count={counts.refused} /> : null}
        {verdicts ? <UnreadyRows verdicts={verdicts} /> : null}
        {state === 'preview' && preview ? <PreviewRows preview={preview} counts={counts} /> : null}
        <ImportFacts found={found} />
      </SignedInPage>
    );
  },
);
