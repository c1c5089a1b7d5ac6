import { readPage } from '@/app/read-page';
import { SignedInPage } from '@/app/signed-in-page';
import { ConflictView } from '@/components/application/conflict-view';
import { FileList } from '@/components/evidence/file-list';
import { Form } from '@/components/form/form';
import { SubmitButton } from '@/components/form/submit-button';
import { TextareaField } from '@/components/form/textarea-field';
import { pageTitle } from '@/components/shell/service';
import { Found } from '@/components/spot-checks/found';
import { SentNotes } from '@/components/spot-checks/sent-notes';
import { ButtonLink } from '@/components/ui/button-link';
import { Link } from '@/components/ui/link';
import { NotificationBanner } from '@/components/ui/notification-banner';
import { ProblemView } from '@/components/ui/problem-view';
import { keptWords, requireActor } from '@/lib/auth/session';
import { type FormValues, textValue } from '@/lib/domain/form-state';
import { can } from '@/lib/domain/permissions';
import { spotCheckName } from '@/lib/domain/spot-check';
import { formatDate } from '@/lib/format';
import { paths } from '@/lib/paths';
import {
  getOwnSpotCheck,
  type OwnItem,
  type OwnSpotCheck,
} from '@/lib/queries/spot-checks/get-own-spot-check';
import { writeNoteAction } from './actions';
import { NoteNotSaved } from './note-not-saved';

type Props = PageProps<'/apply/euos/spot-checks/[id]/[item]'>;
type Asked = { check: OwnSpotCheck; item: OwnItem };

const titleOf = ({ check, item }: Asked): string => `${spotCheckName(check.number)}: ${item.name}`;

export default async function AskedItemPage({ params }: Props) {
  const actor = await requireActor('onboarding:view');
  const { id, item: itemId } = await params;
  const asked = await readPage(async (): Promise<Asked | null> => {
    const check = await getOwnSpotCheck(actor, id);
    const item = check?.items.find((each) => each.id === itemId);
    if (!check || !item) return null;
    // What is not asked for again stays as it was sent.
    return { check: { ...check, mayAnswer: check.mayAnswer && item.asked }, item };
  });
  if (!asked)
    return (
      <SignedInPage actor={actor} title="Problem with the service">
        <ProblemView back={{ href: paths.euos, label: 'Go to your end user organisations' }} />
      </SignedInPage>
    );
  const { check, item } = asked;
  const path = paths.spotCheckItem(check.id, item.id);
  const kept = await keptWords(actor, path);
  const late = kept && !check.mayAnswer ? textValue(kept, 'note') : '';
  const mayAttach = check.state === 'open' && item.asked && can(actor, 'onboarding:edit');
  return (
    <SignedInPage
      actor={actor}
      width="narrow"
      back={{ href: paths.spotCheck(check.id), label: spotCheckName(check.number) }}
    >
      {kept && check.mayAnswer ? (
        <NotificationBanner heading="You were signed out while you were typing. What you typed is here again." />
      ) : null}
      {check.mayAnswer ? (
        <NoteForm {...asked} kept={kept ?? {}} mayAttach={mayAttach} />
      ) : (
        <>
          <title>{pageTitle(titleOf(asked))}</title>
          <Head {...asked} />
          {late ? <NoteNotSaved spotCheckId={check.id} itemId={item.id} note={late} /> : null}
          <Files {...asked} mayAttach={mayAttach} />
          <Notes {...asked} />
          {item.found ? <FoundBefore found={item.found} /> : null}
        </>
      )}
    </SignedInPage>
  );
}

function Head({ check, item }: Asked) {
  return (
    <>
      <h1 className="nhsuk-heading-l">
        <span className="nhsuk-caption-l">
          {spotCheckName(check.number)}, {item.odsCode}, {item.product}
        </span>{' '}
        {item.name}
      </h1>
      <p>
        {item.goLiveOn ? `It went live on ${formatDate(item.goLiveOn)}. ` : ''}
        <Link href={paths.euo(item.odsCode)}>See what you have recorded of it</Link>: its DSPT
        checks, the AUP alert and its history. The assessor sees that as well.
      </p>
    </>
  );
}

function Files({ check, item, mayAttach }: Asked & { mayAttach: boolean }) {
  return (
    <section aria-labelledby="files">
      <h2 className="nhsuk-heading-m" id="files">
        Files
      </h2>
      {item.files.length > 0 ? (
        <FileList files={item.files} today={check.today} />
      ) : (
        <p>
          None yet. {mayAttach ? 'Add, for example, a copy of the DSPT page or of the alert.' : ''}
        </p>
      )}
      {mayAttach ? (
        <ButtonLink
          href={`${paths.euoPart(item.odsCode, item.onboardingId, 'files')}?from=${check.id}.${item.id}`}
          variant="secondary"
        >
          {item.files.length > 0 ? 'Add or remove files' : 'Add files'}
        </ButtonLink>
      ) : null}
    </section>
  );
}

/** What was said of it: what the assessor reads, and apart from that what was never sent. */
function Notes({ check, item: { sent, draft } }: Asked) {
  const none = draft === '' && sent.every(({ note }) => note === '');
  return (
    <>
      <h2 className="nhsuk-heading-m">Your note</h2>
      {none ? <p>None</p> : null}
      <SentNotes sent={sent} />
      {draft ? (
        <>
          <p>
            {check.state === 'open'
              ? 'Saved, not sent yet:'
              : 'Saved, but never sent. The assessor does not see it:'}
          </p>
          <p className="app-typed" dir="auto">
            {draft}
          </p>
        </>
      ) : null}
    </>
  );
}

function NoteForm({
  check,
  item,
  kept,
  mayAttach,
}: Asked & { kept: FormValues; mayAttach: boolean }) {
  return (
    <Form
      action={writeNoteAction.bind(null, check.id, item.id)}
      title={titleOf({ check, item })}
      hidden={{ version: textValue(kept, 'version') || String(item.version) }}
      initial={{ note: item.note, ...kept }}
    >
      <Head check={check} item={item} />
      {item.found ? <FoundBefore found={item.found} /> : null}
      <ConflictView
        labels={[{ name: 'note', label: 'Note' }]}
        href={paths.spotCheckItem(check.id, item.id)}
        what="this note"
        button="Save note"
        record={null}
      />
      <Files check={check} item={item} mayAttach={mayAttach} />
      <SentNotes sent={item.sent} />
      <TextareaField
        name="note"
        label="Note to the assessor (optional)"
        labelSize="m"
        hint="Say what the files show, or why there are none"
        rows={5}
        maxCharacters={2000}
      />
      <SubmitButton>Save note</SubmitButton>
    </Form>
  );
}

function FoundBefore({ found }: { found: NonNullable<OwnItem['found']> }) {
  return (
    <>
      <h2 className="nhsuk-heading-m">What the assessor found</h2>
      <p>
        <Found mark={found} />
      </p>
    </>
  );
}
