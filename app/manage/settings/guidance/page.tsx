import { go } from '@/app/go';
import { SignedInPage } from '@/app/signed-in-page';
import { withProblemView } from '@/app/with-problem-view';
import { GuidanceVersions } from '@/components/guidance/guidance-versions';
import { Link } from '@/components/ui/link';
import { NotificationBanner } from '@/components/ui/notification-banner';
import { Pagination } from '@/components/ui/pagination';
import { VisuallyHidden } from '@/components/ui/visually-hidden';
import { requireActor } from '@/lib/auth/session';
import { type Guidance, questionUnder, reasonsUnder } from '@/lib/domain/guidance';
import { fullNameOf } from '@/lib/domain/questions/catalogue';
import { QUESTION_IDS, type QuestionId } from '@/lib/domain/questions/types';
import { paths } from '@/lib/paths';
import { listGuidance } from '@/lib/queries/guidance/list-guidance';

const TITLE = 'Coverage points and reasons';
type Search = { done?: string | string[]; before?: string | string[] };
type Props = { searchParams: Promise<Search> };

export default withProblemView(async ({ searchParams }: Props) => {
  const actor = await requireActor('guidance:publish');
  const { done, before } = await searchParams;
  const earlier = /^[1-9]\d{0,6}$/.test(String(before)) ? Number(before) : undefined;
  const view = await listGuidance(actor, earlier);
  if (!view) go(paths.notFound);
  const { newest, versions, next } = view;
  return (
    <SignedInPage actor={actor} title={TITLE} back={{ href: paths.settings, label: 'Settings' }}>
      {done === `${newest.number}` ? (
        <NotificationBanner kind="success" heading={`Version ${newest.number} is published`} />
      ) : null}
      <h1 className="nhsuk-heading-l">{TITLE}</h1>
      <p>
        This guidance says what a good answer covers, and why an answer can be insufficient. Version{' '}
        {newest.number} is in force: applications started now get it. Each application keeps the
        version it was started under.
      </p>
      {earlier === undefined
        ? QUESTION_IDS.map((id) => <QuestionGuidance key={id} id={id} guidance={newest} />)
        : null}
      <GuidanceVersions
        caption={earlier === undefined ? 'Versions' : 'Earlier versions'}
        {...{ newest: newest.number, versions }}
      />
      <Pagination
        previous={earlier === undefined ? undefined : { href: paths.guidance, label: 'In force' }}
        next={next === null ? undefined : { href: `${paths.guidance}?before=${next}` }}
      />
    </SignedInPage>
  );
});

function QuestionGuidance({ id, guidance }: { id: QuestionId; guidance: Guidance }) {
  const { title, coveragePoints } = questionUnder(guidance, id);
  return (
    <section aria-labelledby={id}>
      <h2 className="nhsuk-heading-m" id={id}>
        {fullNameOf(id)}
      </h2>
      <p>{title}</p>
      {coveragePoints.length > 0 ? (
        <Texts heading="Coverage points" texts={coveragePoints} />
      ) : null}
      <Texts heading="Reasons" texts={reasonsUnder(guidance, id)} />
      <p>
        <Link href={paths.guidanceQuestion(id)}>
          Change<VisuallyHidden> the guidance of {fullNameOf(id)}</VisuallyHidden>
        </Link>
      </p>
    </section>
  );
}

type TextsProps = { heading: string; texts: readonly { id: string; text: string }[] };

function Texts({ heading, texts }: TextsProps) {
  return (
    <>
      <h3 className="nhsuk-heading-xs">{heading}</h3>
      <ul className="nhsuk-list nhsuk-list--bullet">
        {texts.map(({ id, text }) => (
          <li key={id} dir="auto">
            {text}
          </li>
        ))}
      </ul>
    </>
  );
}
