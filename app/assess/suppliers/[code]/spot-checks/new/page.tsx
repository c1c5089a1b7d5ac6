import { readPage } from '@/app/read-page';
import { SignedInPage } from '@/app/signed-in-page';
import { DateField } from '@/components/form/date-field';
import { Form } from '@/components/form/form';
import { RadiosField } from '@/components/form/radios-field';
import { SelectField } from '@/components/form/select-field';
import { SubmitButton } from '@/components/form/submit-button';
import { TextField } from '@/components/form/text-field';
import { TextareaField } from '@/components/form/textarea-field';
import { pageTitle } from '@/components/shell/service';
import { Details } from '@/components/ui/details';
import { NotificationBanner } from '@/components/ui/notification-banner';
import { ProblemView } from '@/components/ui/problem-view';
import { keptWords, requireActor } from '@/lib/auth/session';
import type { FormValues } from '@/lib/domain/form-state';
import { defaultDueOn } from '@/lib/domain/request';
import { SAMPLE_RULE } from '@/lib/domain/sample';
import { FRAMES, MOST_IN_A_SAMPLE } from '@/lib/domain/spot-check';
import { typedDate } from '@/lib/domain/typed-date';
import { formatCount, formatDate } from '@/lib/format';
import { paths } from '@/lib/paths';
import { randomBytes } from '@/lib/ports/randomness';
import { getSetting } from '@/lib/queries/settings/get-setting';
import { type Draw, getDraw } from '@/lib/queries/spot-checks/get-draw';
import { drawSpotCheckAction } from './actions';

type Props = PageProps<'/assess/suppliers/[code]/spot-checks/new'>;

const TITLE = 'Draw a spot check';
const newSeed = () => Buffer.from(randomBytes(8)).toString('hex');

export default async function DrawPage({ params }: Props) {
  const actor = await requireActor('spot-check:run');
  const { code } = await params;
  const read = await readPage(async () => {
    const found = await getDraw(actor, code);
    return found && { draw: found, days: await getSetting(actor, 'request_days') };
  });
  if (!read)
    return (
      <SignedInPage actor={actor} title="Problem with the service">
        <ProblemView back={{ href: paths.suppliers, label: 'Go to the suppliers' }} />
      </SignedInPage>
    );
  const { draw, days } = read;
  const kept = await keptWords(actor, paths.spotCheckNew(draw.record));
  return (
    <SignedInPage
      actor={actor}
      width="narrow"
      back={{ href: paths.supplierRecord(draw.record), label: draw.name }}
    >
      {kept ? (
        <NotificationBanner heading="You were signed out while you were typing. What you typed is here again." />
      ) : null}
      {draw.any && !draw.conflicted ? (
        <DrawForm draw={draw} days={days} kept={kept ?? {}} />
      ) : (
        <NothingToDraw draw={draw} />
      )}
    </SignedInPage>
  );
}

function Heading({ name }: { name: string }) {
  return (
    <h1 className="nhsuk-heading-l">
      <span className="nhsuk-caption-l">{name}</span> {TITLE}
    </h1>
  );
}

function NothingToDraw({ draw }: { draw: Draw }) {
  return (
    <>
      <title>{pageTitle(TITLE)}</title>
      <Heading name={draw.name} />
      <p>
        {draw.conflicted
          ? 'You declared a conflict of interest on an application of this supplier, so somebody else has to draw.'
          : 'None of its end user organisations is live or suspended, so there is nothing to draw.'}
      </p>
    </>
  );
}

function DrawForm({ draw, days, kept }: { draw: Draw; days: number; kept: FormValues }) {
  const { organisationId, record, name, today, calendar, products } = draw;
  return (
    <Form
      action={drawSpotCheckAction.bind(null, record, organisationId)}
      title={TITLE}
      initial={{
        ...{ frame: 'live', size: '5', seed: newSeed() },
        ...typedDate('dueOn', defaultDueOn(calendar, today, days)),
        ...kept,
      }}
    >
      <Heading name={name} />
      <p>
        A sample is drawn by chance, in a way that anybody can follow. The supplier is asked at once
        for the evidence of just those organisations. They see ‘the assessor’, never your name.
      </p>
      <RadiosField
        name="frame"
        legend="Which organisations to draw from"
        legendSize="s"
        options={Object.entries(FRAMES).map(([value, { label }]) => ({ value, label }))}
      />
      {products.length > 1 ? (
        <SelectField
          name="productId"
          label="Product"
          labelSize="s"
          empty="Every product"
          options={products.map(({ id, name: product }) => ({ value: id, label: product }))}
        />
      ) : null}
      <TextField
        name="size"
        label="Number of organisations"
        labelSize="s"
        hint={`From 1 to ${MOST_IN_A_SAMPLE}. Where there are fewer, all of them are drawn.`}
        width={3}
        inputMode="numeric"
        autoComplete="off"
      />
      <TextField
        name="seed"
        label="Seed"
        labelSize="s"
        hint="Drawn by chance. Type another one, such as numbers that were drawn in public, if the supplier is to see that nobody chose."
        width={20}
        autoComplete="off"
        spellCheck={false}
      />
      <Details summary="How the sample is drawn">
        <p>{SAMPLE_RULE}</p>
        <p>The list, its SHA-256 hash, the seed and the day are kept with the spot check.</p>
      </Details>
      <DateField
        name="dueOn"
        legend="Due date"
        legendSize="s"
        hint={`A working day. ${formatCount(days, 'working day')} from today is ${formatDate(defaultDueOn(calendar, today, days))}`}
      />
      <TextareaField
        name="message"
        label="Message (optional)"
        labelSize="s"
        hint="The supplier reads it above the organisations"
        rows={3}
        maxCharacters={2000}
      />
      <SubmitButton>Draw and ask the supplier</SubmitButton>
    </Form>
  );
}
