import { go } from '@/app/go';
import { SignedInPage } from '@/app/signed-in-page';
import { withProblemView } from '@/app/with-problem-view';
import { Form } from '@/components/form/form';
import { SubmitButton } from '@/components/form/submit-button';
import { GuidanceFields } from '@/components/guidance/guidance-fields';
import { GuidanceVersions } from '@/components/guidance/guidance-versions';
import { Button } from '@/components/ui/button';
import { NotificationBanner } from '@/components/ui/notification-banner';
import { keptWords, requireActor } from '@/lib/auth/session';
import { guidanceValues, rebased } from '@/lib/domain/guidance-form';
import { findQuestion, fullNameOf } from '@/lib/domain/questions/catalogue';
import { paths } from '@/lib/paths';
import { getGuidanceForm } from '@/lib/queries/guidance/get-guidance-form';
import { checkGuidanceAction, forgetGuidanceAction } from './actions';
import { seenIn } from './posted';

type Props = { params: Promise<{ question: string }> };

export default withProblemView(async ({ params }: Props) => {
  const actor = await requireActor('guidance:publish');
  const found = findQuestion((await params).question);
  if (!found) go(paths.notFound);
  const { id } = found;
  const path = paths.guidanceQuestion(id);
  const kept = await keptWords(actor, path);
  const view = await getGuidanceForm(actor, kept && seenIn(kept));
  if (!view) go(paths.notFound);
  const { newest, seen, since } = view;
  const title = `Change the guidance of ${fullNameOf(id)}`;
  return (
    <SignedInPage
      actor={actor}
      back={{ href: paths.guidance, label: 'Coverage points and reasons' }}
    >
      {kept ? (
        <NotificationBanner heading="What you typed is here again. It is not published yet.">
          <form action={forgetGuidanceAction.bind(null, id)}>
            <Button variant="secondary">Throw away what I typed</Button>
          </form>
        </NotificationBanner>
      ) : null}
      {since.length > 0 ? (
        <>
          <p>
            <strong>Somebody published a version since you began.</strong> What they changed and you
            did not is below as they left it; what you typed is as you typed it. Check both, then go
            on.
          </p>
          <GuidanceVersions
            caption="Published since you began"
            newest={newest.number}
            versions={since}
          />
        </>
      ) : null}
      <Form
        action={checkGuidanceAction.bind(null, id)}
        title={title}
        hidden={{ number: `${newest.number}` }}
        initial={kept ? rebased(kept, seen, newest, id) : guidanceValues(newest, id)}
      >
        <h1 className="nhsuk-heading-l">{title}</h1>
        <p>{found.title}</p>
        <GuidanceFields guidance={newest} questionId={id} />
        <SubmitButton>See what changes</SubmitButton>
      </Form>
    </SignedInPage>
  );
});
