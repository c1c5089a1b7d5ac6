import { readPage } from '@/app/read-page';
import { SignedInPage } from '@/app/signed-in-page';
import { ButtonLink } from '@/components/ui/button-link';
import { Link } from '@/components/ui/link';
import { ProblemView } from '@/components/ui/problem-view';
import { WarningCallout } from '@/components/ui/warning-callout';
import { requireActor } from '@/lib/auth/session';
import { NO_DOWNLOAD, SCAN_STATES } from '@/lib/domain/evidence-download';
import { can, type PersonActor } from '@/lib/domain/permissions';
import { formatDateTime, formatFileSize } from '@/lib/format';
import { paths } from '@/lib/paths';
import { downloadPolicy } from '@/lib/ports/store';
import { type DocumentState, getDocumentState } from '@/lib/queries/evidence/get-document-state';

const HEADINGS = {
  missing: 'We cannot find this file',
  away: 'Sorry, this file cannot be opened just now',
} as const;
const WAY_BACK = { href: paths.home, label: 'Go to the start page' } as const;

/** To the answer that the file belongs to, as its reader sees it. */
function backOf(actor: PersonActor, { answer, euo }: DocumentState) {
  if (euo) return { href: paths.euo(euo), label: 'Back to the organisation' } as const;
  if (!answer) return undefined;
  const { reference, questionId } = answer;
  return can(actor, 'case:view')
    ? ({
        href: `${paths.assessment(reference)}#question-${questionId}`,
        label: 'Back to the application',
      } as const)
    : ({ href: paths.question(reference, questionId), label: 'Back to the question' } as const);
}

/** Why a file does not open at once, and what the reader can do. */
export default async function DocumentStatePage(props: PageProps<'/documents/[id]/state'>) {
  const actor = await requireActor('evidence:open');
  const { id } = await props.params;
  const { trouble } = await props.searchParams;
  const view = await readPage(() => getDocumentState(actor, id, downloadPolicy()));
  if (!view)
    return (
      <SignedInPage actor={actor} title="File" width="narrow">
        <ProblemView />
      </SignedInPage>
    );
  const back = backOf(actor, view);
  const page = { actor, width: 'narrow', ...(back && { back }) } as const;
  if (trouble === 'missing' || trouble === 'away')
    return (
      <SignedInPage {...page} title={HEADINGS[trouble]}>
        <ProblemView heading={HEADINGS[trouble]} back={WAY_BACK}>
          <Trouble id={id} name={view.name} trouble={trouble} />
        </ProblemView>
      </SignedInPage>
    );
  const { name, size, scan, uploadedAt, download } = view;
  return (
    <SignedInPage {...page} title={name}>
      <h1 className="nhsuk-heading-l [overflow-wrap:anywhere]">{name}</h1>
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
      {!download.may && download.why === 'waiting' ? (
        <p>
          <Link href={paths.document(id)}>Try again</Link>
        </p>
      ) : null}
    </SignedInPage>
  );
}

type TroubleProps = { id: string; name: string; trouble: keyof typeof HEADINGS };

/** The file is known and may be opened, but its content did not come. */
function Trouble({ id, name, trouble }: TroubleProps) {
  if (trouble === 'away')
    return (
      <>
        <p>The place where files are kept does not answer. {name} is not lost.</p>
        <p>
          Wait a few minutes, then <Link href={paths.document(id)}>try again</Link>.
        </p>
      </>
    );
  return (
    <>
      <p>{name} was uploaded and is on record, but its content is not where it was kept.</p>
      <p>
        <Link href={paths.help}>Tell us about it</Link>, with the name of the file. If it is yours
        and its question is open, you can upload it again.
      </p>
    </>
  );
}
