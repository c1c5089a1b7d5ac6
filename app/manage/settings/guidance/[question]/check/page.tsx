import { go } from '@/app/go';
import { publishGuidanceAction } from '@/app/manage/settings/guidance/[question]/actions';
import { seenIn } from '@/app/manage/settings/guidance/[question]/posted';
import { Proof } from '@/app/proof';
import { SignedInPage } from '@/app/signed-in-page';
import { withProblemView } from '@/app/with-problem-view';
import { Form } from '@/components/form/form';
import { HiddenField } from '@/components/form/hidden-field';
import { SubmitButton } from '@/components/form/submit-button';
import { GuidanceChanges } from '@/components/guidance/guidance-changes';
import { Link } from '@/components/ui/link';
import { keptWords, requireActor } from '@/lib/auth/session';
import { type FormValues, listValue } from '@/lib/domain/form-state';
import type { Guidance } from '@/lib/domain/guidance';
import { edited, guidanceChanges } from '@/lib/domain/guidance-edit';
import { readGuidanceForm } from '@/lib/domain/guidance-form';
import { findQuestion, fullNameOf } from '@/lib/domain/questions/catalogue';
import type { QuestionId } from '@/lib/domain/questions/types';
import { formatCapped } from '@/lib/format';
import { paths } from '@/lib/paths';
import { getGuidanceForm } from '@/lib/queries/guidance/get-guidance-form';

const TITLE = 'Check what changes';
type Props = { params: Promise<{ question: string }> };

/** What would change, if what was typed still stands on the version in force; else nothing. */
function changesOf(newest: Guidance, id: QuestionId, kept: FormValues | null) {
  if (!kept || seenIn(kept) !== newest.number) return null;
  const read = readGuidanceForm(newest, id, kept);
  if (!read.ok) return null;
  return { changes: guidanceChanges(newest, edited(newest, read.edit)), why: read.why };
}

export default withProblemView(async ({ params }: Props) => {
  const actor = await requireActor('guidance:publish');
  const found = findQuestion((await params).question);
  if (!found) go(paths.notFound);
  const { id } = found;
  const path = paths.guidanceQuestion(id);
  const kept = await keptWords(actor, path);
  const view = await getGuidanceForm(actor, null);
  if (!view) go(paths.notFound);
  const { newest, underWay } = view;
  const wanted = changesOf(newest, id, kept);
  const back = { href: path, label: `Guidance of ${fullNameOf(id)}` } as const;
  if (!kept || !wanted || wanted.changes.length === 0)
    return (
      <SignedInPage actor={actor} width="narrow" back={back} title={TITLE}>
        <h1 className="nhsuk-heading-l">{TITLE}</h1>
        <p>
          Nothing is ready to be published.{' '}
          <Link href={path}>Go to the guidance of {fullNameOf(id)}</Link>
          {kept ? ', where what you typed still is.' : ' to change it.'}
        </p>
      </SignedInPage>
    );
  const texts = Object.entries(kept).flatMap(([name, value]) =>
    typeof value === 'string' ? [[name, value]] : [],
  );
  return (
    <SignedInPage actor={actor} width="narrow" back={back}>
      <Form
        action={publishGuidanceAction.bind(null, id)}
        title={TITLE}
        hidden={Object.fromEntries(texts)}
      >
        {listValue(kept, 'offer').map((reason) => (
          <HiddenField key={reason} name="offer" value={reason} />
        ))}
        <h1 className="nhsuk-heading-l">{TITLE}</h1>
        <p>Version {newest.number + 1} would differ from the one in force in this:</p>
        <GuidanceChanges changes={wanted.changes} />
        <p dir="auto">Why: {wanted.why}</p>
        <p>
          It holds for applications started from then on.{' '}
          {underWay === 1
            ? 'The 1 application under way keeps the guidance it has.'
            : `The ${formatCapped(underWay)} applications under way keep the guidance they have.`}{' '}
          It cannot be taken back, but another version can follow.
        </p>
        <p>
          <Link href={path}>Change it again</Link>
        </p>
        <Proof />
        <SubmitButton>Publish version {newest.number + 1}</SubmitButton>
      </Form>
    </SignedInPage>
  );
});
