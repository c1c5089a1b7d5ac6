import { readPage } from '@/app/read-page';
import { SignedInPage } from '@/app/signed-in-page';
import { ConflictView } from '@/components/application/conflict-view';
import { Form } from '@/components/form/form';
import { RadiosField } from '@/components/form/radios-field';
import { SubmitButton } from '@/components/form/submit-button';
import { TextareaField } from '@/components/form/textarea-field';
import { pageTitle } from '@/components/shell/service';
import { Found } from '@/components/spot-checks/found';
import { SampledEvidence } from '@/components/spot-checks/sampled-evidence';
import { NotificationBanner } from '@/components/ui/notification-banner';
import { ProblemView } from '@/components/ui/problem-view';
import { keptWords, requireActor } from '@/lib/auth/session';
import { type FormValues, textValue } from '@/lib/domain/form-state';
import { spotCheckName } from '@/lib/domain/spot-check';
import { formatDate } from '@/lib/format';
import { paths } from '@/lib/paths';
import {
  getSpotCheck,
  type MarkedItem,
  type SpotCheckView,
} from '@/lib/queries/spot-checks/get-spot-check';
import { markItemAction } from './actions';
import { MarkNotSaved } from './mark-not-saved';

type Props = PageProps<'/assess/suppliers/[code]/spot-checks/[id]/[item]'>;

const SATISFACTORY = { yes: 'Satisfactory', no: 'Not satisfactory' } as const;
const LABELS = [
  { name: 'satisfactory', label: 'Evidence', words: SATISFACTORY },
  { name: 'reason', label: 'Reason' },
  { name: 'staffNote', label: 'Note for staff' },
];

/** The next in the order of the draw that is not marked, after this one, or from the beginning. */
function nextToMark(items: readonly MarkedItem[], id: string): string {
  const at = items.findIndex((item) => item.id === id);
  const later = [...items.slice(at + 1), ...items.slice(0, at)];
  return later.find(({ marked }) => !marked)?.id ?? '';
}

export default async function MarkPage({ params, searchParams }: Props) {
  const actor = await requireActor('onboarding:oversee');
  const { code, id, item: itemId } = await params;
  const { done } = await searchParams;
  const found = await readPage(async () => {
    const view = await getSpotCheck(actor, code, id);
    const item = view?.items.find((each) => each.id === itemId);
    return view && item ? { view, item } : null;
  });
  if (!found)
    return (
      <SignedInPage actor={actor} title="Problem with the service">
        <ProblemView back={{ href: paths.suppliers, label: 'Go to the suppliers' }} />
      </SignedInPage>
    );
  const { view, item } = found;
  const { record } = view.supplier;
  const path = paths.spotCheckMark(record, view.id, item.id);
  const kept = await keptWords(actor, path);
  return (
    <SignedInPage
      actor={actor}
      back={{ href: paths.supplierSpotCheck(record, view.id), label: spotCheckName(view.number) }}
    >
      {done === 'marked' ? (
        <NotificationBanner kind="success" heading="The mark is saved. This is the next one" />
      ) : null}
      {kept && view.mayMark ? (
        <NotificationBanner heading="You were signed out while you were typing. What you typed is here again." />
      ) : null}
      {view.mayMark ? (
        <MarkForm view={view} item={item} kept={kept ?? {}} />
      ) : (
        <>
          <title>
            {pageTitle(`${item.name}, ${spotCheckName(view.number)} of ${view.supplier.name}`)}
          </title>
          <Evidence view={view} item={item} />
          {kept ? (
            <MarkNotSaved
              place={{ record, spotCheckId: view.id, itemId: item.id }}
              words={kept}
              conflicted={view.conflicted && ['open', 'answered'].includes(view.state)}
            />
          ) : null}
          <Standing view={view} item={item} />
        </>
      )}
    </SignedInPage>
  );
}

type ItemProps = { view: SpotCheckView; item: MarkedItem };

function Evidence({ view, item }: ItemProps) {
  const place = view.items.findIndex(({ id }) => id === item.id) + 1;
  return (
    <>
      <h1 className="nhsuk-heading-l">
        <span className="nhsuk-caption-l">
          {spotCheckName(view.number)} of {view.supplier.name}, {place} of {view.items.length}
        </span>{' '}
        {item.name}
      </h1>
      <SampledEvidence
        item={item}
        today={view.today}
        waits={view.state !== 'open' || !item.asked ? null : view.round > 1 ? 'again' : 'first'}
        euo={paths.supplierEuo(view.supplier.record, item.odsCode)}
      />
    </>
  );
}

/** What was found, for whoever does not mark it now. */
function Standing({ view, item: { mark } }: ItemProps) {
  if (!mark)
    return (
      <p>
        {view.state === 'open'
          ? `It can be marked once the supplier has sent it, or after ${formatDate(view.dueOn)}.`
          : 'It is not marked yet. An assessor marks it.'}
      </p>
    );
  return (
    <section aria-labelledby="found">
      <h2 className="nhsuk-heading-m" id="found">
        What was found
      </h2>
      <p>
        <Found mark={mark} />
      </p>
      <p>
        By {mark.by}, {formatDate(mark.at)}
      </p>
      {mark.staffNote ? <p dir="auto">Note for staff: {mark.staffNote}</p> : null}
    </section>
  );
}

function MarkForm({ view, item, kept }: ItemProps & { kept: FormValues }) {
  const { record } = view.supplier;
  const { mark } = item;
  const own = mark && {
    satisfactory: mark.satisfactory ? 'yes' : 'no',
    ...{ reason: mark.reason, staffNote: mark.staffNote },
  };
  const next = nextToMark(view.items, item.id);
  const place = { record, spotCheckId: view.id, itemId: item.id, next };
  return (
    <Form
      action={markItemAction.bind(null, place)}
      title={`${item.name}, ${spotCheckName(view.number)} of ${view.supplier.name}`}
      hidden={{ version: textValue(kept, 'version') || String(mark?.version ?? 0) }}
      initial={{ ...own, ...kept }}
    >
      <Evidence view={view} item={item} />
      <ConflictView
        labels={LABELS}
        href={paths.spotCheckMark(record, view.id, item.id)}
        what="this mark"
        button="Save mark"
        record="history"
      />
      <RadiosField
        name="satisfactory"
        legend="Is the evidence satisfactory?"
        legendSize="m"
        options={Object.entries(SATISFACTORY).map(([value, label]) => ({ value, label }))}
      />
      <TextareaField
        name="reason"
        label="Reason"
        labelSize="s"
        hint="The supplier reads it once you finish the spot check, or as soon as anyone asks again. You must give one if the evidence is not satisfactory."
        rows={4}
        maxCharacters={2000}
      />
      <TextareaField
        name="staffNote"
        label="Note for staff (optional)"
        labelSize="s"
        hint="The supplier does not see it, but can ask for it under the Freedom of Information Act"
        rows={3}
        maxCharacters={2000}
      />
      <SubmitButton>{next === '' ? 'Save mark' : 'Save mark and continue'}</SubmitButton>
    </Form>
  );
}
