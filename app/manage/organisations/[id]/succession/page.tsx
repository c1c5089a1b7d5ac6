import { go } from '@/app/go';
import { Proof } from '@/app/proof';
import { SignedInPage } from '@/app/signed-in-page';
import { withProblemView } from '@/app/with-problem-view';
import { DateField } from '@/components/form/date-field';
import { FiltersForm } from '@/components/form/filters-form';
import { Form } from '@/components/form/form';
import { SubmitButton } from '@/components/form/submit-button';
import { TextField } from '@/components/form/text-field';
import { TextareaField } from '@/components/form/textarea-field';
import { SuccessionCountsTable } from '@/components/organisations/succession-counts';
import { Link } from '@/components/ui/link';
import { requireActor } from '@/lib/auth/session';
import { paths } from '@/lib/paths';
import {
  previewSuccession,
  type SuccessionPreview,
} from '@/lib/queries/organisations/preview-succession';
import { recordSuccessionAction } from './actions';

type Props = {
  params: Promise<{ id: string }>;
  searchParams: Promise<{ code?: string | string[] }>;
};

export default withProblemView(async ({ params, searchParams }: Props) => {
  const actor = await requireActor('organisation:manage');
  const { id } = await params;
  const { code: given } = await searchParams;
  const code = typeof given === 'string' ? given.slice(0, 50) : null;
  const preview = await previewSuccession(actor, id, code);
  if (!preview) go(paths.notFound);
  const { predecessor, successor } = preview;
  const title = `Record what ${predecessor.name} is part of now`;
  const back = { href: paths.organisation(id), label: predecessor.name };
  if (successor)
    return (
      <SignedInPage actor={actor} width="narrow" back={back}>
        <RecordForm {...{ title, preview, successor }} />
      </SignedInPage>
    );
  return (
    <SignedInPage
      {...{ actor, back, title: preview.refusal ? `Error: ${title}` : title }}
      width="narrow"
    >
      <h1 className="nhsuk-heading-l">{title}</h1>
      {preview.ods ? <p>{preview.ods}</p> : null}
      <p>
        Both organisations keep their products, applications and histories. First see what each of
        them has.
      </p>
      <FiltersForm
        action={paths.organisationSuccession(id)}
        values={{ code: code ?? '' }}
        label="The other organisation"
        button="Show what each has"
        problems={preview.refusal ? [{ field: 'code', message: preview.refusal }] : []}
      >
        <TextField
          name="code"
          label="ODS code of the organisation that it is part of now"
          width={10}
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
        />
      </FiltersForm>
    </SignedInPage>
  );
});

type RecordFormProps = {
  title: string;
  preview: SuccessionPreview;
  successor: NonNullable<SuccessionPreview['successor']>;
};

function RecordForm({ title, preview: { predecessor, ods }, successor }: RecordFormProps) {
  return (
    <Form
      action={recordSuccessionAction.bind(null, predecessor.id)}
      title={title}
      hidden={{ code: successor.odsCode ?? '' }}
    >
      <h1 className="nhsuk-heading-l">{title}</h1>
      {ods ? <p>{ods}</p> : null}
      <SuccessionCountsTable {...{ predecessor, successor }} />
      <p>
        Not right?{' '}
        <Link href={paths.organisationSuccession(predecessor.id)}>Enter another code</Link>
      </p>
      <h2 className="nhsuk-heading-m">What changes</h2>
      <ul className="nhsuk-list nhsuk-list--bullet">
        <li>
          People of {successor.name} can choose to act for {predecessor.name}, with the roles that
          they have. Each history says who acted.
        </li>
        <li>
          What is under way at {predecessor.name} is finished there. A product that was never
          approved there starts at {successor.name}.
        </li>
        <li>
          People of {predecessor.name} keep their access. Deactivate those who left on their own
          pages.
        </li>
        <li>Nothing is moved, and you can end this record later.</li>
      </ul>
      <DateField
        name="effective"
        legend={`Since when is it part of ${successor.name}?`}
        legendSize="s"
        hint="For example, 1 10 2026. Today or in the past."
      />
      <TextareaField
        name="reason"
        label="Reason"
        labelSize="s"
        hint="How you know it. Staff read it; suppliers do not."
        rows={3}
        maxCharacters={500}
      />
      <Proof />
      <SubmitButton>Record merger</SubmitButton>
    </Form>
  );
}
