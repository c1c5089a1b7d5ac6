import { go } from '@/app/go';
import { SignedInPage } from '@/app/signed-in-page';
import { withProblemView } from '@/app/with-problem-view';
import { AboutColumns } from '@/components/euo/about-columns';
import { ImportsTable } from '@/components/euo/imports-table';
import { FileField } from '@/components/form/file-field';
import { TextareaField } from '@/components/form/textarea-field';
import { UploadForm } from '@/components/form/upload-form';
import { NotificationBanner } from '@/components/ui/notification-banner';
import { keptWords, requireActor } from '@/lib/auth/session';
import { MOST_BYTES_OF_AN_IMPORT } from '@/lib/domain/euo-import';
import type { FieldProblem } from '@/lib/domain/result';
import { formatFileSize } from '@/lib/format';
import { paths } from '@/lib/paths';
import { listImports } from '@/lib/queries/imports/list-imports';
import { pastedRows } from './pasted-rows';
import { isRefusal, NOT_KEPT, refusalWords } from './refusals';

type Props = { searchParams: Promise<{ refused?: Told; pasted?: Told; rows?: Told }> };
type Told = string | string[] | undefined;
const TITLE = 'Import end user organisations';

const problemsOf = (refused: Told, pasted: Told): FieldProblem[] => [
  ...(typeof refused === 'string' && isRefusal(refused)
    ? [{ field: 'file', message: refusalWords(refused) }]
    : []),
  ...(pasted === 'lost' ? [{ field: 'rows', message: NOT_KEPT }] : []),
];

export default withProblemView(async ({ searchParams }: Props) => {
  const actor = await requireActor('onboarding:edit');
  const { refused, pasted, rows } = await searchParams;
  const imports = await listImports(actor);
  if (!imports) go(paths.notFound);
  const problems = problemsOf(refused, pasted);
  const mended = typeof rows === 'string' ? await pastedRows(actor, rows) : null;
  const values = mended ? { rows: mended } : await keptWords(actor, paths.euoImports);
  const most = formatFileSize(MOST_BYTES_OF_AN_IMPORT);
  return (
    <SignedInPage
      actor={actor}
      width="narrow"
      back={{ href: paths.euos, label: 'End user organisations' }}
    >
      {values && problems.length === 0 ? (
        <NotificationBanner heading="The rows that you pasted are here again." />
      ) : null}
      <UploadForm
        action={paths.euoUpload}
        title={TITLE}
        problems={problems}
        values={values ?? {}}
        limit={{ bytes: MOST_BYTES_OF_AN_IMPORT, message: refusalWords('too_big') }}
      >
        <h1 className="nhsuk-heading-l">{TITLE}</h1>
        <p>
          Add or change many at once. You see what will happen before anything does, and a row that
          cannot be taken is given back to you with its reasons.
        </p>
        <p>
          <a href={paths.euoTemplate} download>
            Download the template (CSV)
          </a>
          . It holds the headings. Fill in one row for each organisation and product.
        </p>
        <AboutColumns />
        <FileField
          label="Select a file"
          accept=".csv"
          hint={`CSV, smaller than ${most}. In a spreadsheet, save it as ‘CSV UTF-8’.`}
        />
        <TextareaField
          name="rows"
          label="Or paste rows"
          labelSize="s"
          hint="With the headings in the first row, as text with commas or semicolons, or as copied from a spreadsheet."
          rows={6}
          spellCheck={false}
        />
      </UploadForm>
      <ImportsTable imports={imports} />
    </SignedInPage>
  );
});
