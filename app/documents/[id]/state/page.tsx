import { readPage } from '@/app/read-page';
import { SignedInPage } from '@/app/signed-in-page';
import { ButtonLink } from '@/components/ui/button-link';
import { ProblemView } from '@/components/ui/problem-view';
import { WarningCallout } from '@/components/ui/warning-callout';
import { requireActor } from '@/lib/auth/session';
import { NO_DOWNLOAD, SCAN_STATES } from '@/lib/domain/evidence-download';
import { formatDateTime, formatFileSize } from '@/lib/format';
import { paths } from '@/lib/paths';
import { downloadPolicy } from '@/lib/ports/store';
import { getDocumentState } from '@/lib/queries/evidence/get-document-state';

/** Why a file does not open at once, and what the reader can do. */
export default async function DocumentStatePage(props: PageProps<'/documents/[id]/state'>) {
  const actor = await requireActor('evidence:open');
  const { id } = await props.params;
  const view = await readPage(() => getDocumentState(actor, id, downloadPolicy()));
  if (!view)
    return (
      <SignedInPage actor={actor} title="File" width="narrow">
        <ProblemView />
      </SignedInPage>
    );
  const { name, size, scan, uploadedAt, download } = view;
  return (
    <SignedInPage actor={actor} title={name} width="narrow">
      <h1 className="nhsuk-heading-l">{name}</h1>
      <p>
        {formatFileSize(size)}, uploaded on {formatDateTime(uploadedAt)}. {SCAN_STATES[scan].label}.
      </p>
      {download.may ? (
        <>
          {download.warn ? (
            <WarningCallout heading="This file was not scanned for viruses">
              <p>Open it only if you expected it and trust whoever uploaded it.</p>
            </WarningCallout>
          ) : null}
          <ButtonLink href={`${paths.document(id)}?warned=1`}>
            {download.warn ? 'Open it all the same' : 'Open the file'}
          </ButtonLink>
        </>
      ) : (
        <p>{download.why === 'not_found' ? null : NO_DOWNLOAD[download.why]}</p>
      )}
    </SignedInPage>
  );
}
