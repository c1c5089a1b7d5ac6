import { go } from '@/app/go';
import { SignedInPage } from '@/app/signed-in-page';
import { withProblemView } from '@/app/with-problem-view';
import { CalendarEnd } from '@/components/settings/calendar-end';
import { CalendarVersions } from '@/components/settings/calendar-versions';
import { HolidayList } from '@/components/settings/holiday-list';
import { ButtonLink } from '@/components/ui/button-link';
import { NotificationBanner } from '@/components/ui/notification-banner';
import { Pagination } from '@/components/ui/pagination';
import { requireActor } from '@/lib/auth/session';
import { calendarEnd } from '@/lib/domain/calendar';
import { londonDate } from '@/lib/domain/clock';
import { paths } from '@/lib/paths';
import { now } from '@/lib/ports/clock';
import { getCalendars } from '@/lib/queries/settings/get-calendars';

const TITLE = 'Bank holidays';
type Search = { done?: string | string[]; before?: string | string[] };

export default withProblemView(async ({ searchParams }: { searchParams: Promise<Search> }) => {
  const actor = await requireActor('calendar:publish');
  const { done, before } = await searchParams;
  const earlier = /^[1-9]\d{0,6}$/.test(String(before)) ? Number(before) : undefined;
  const view = await getCalendars(actor, earlier);
  if (!view) go(paths.notFound);
  const { inForce, versions, next } = view;
  const today = londonDate(now());
  return (
    <SignedInPage actor={actor} title={TITLE} back={{ href: paths.settings, label: 'Settings' }}>
      {done === `${inForce.number}` ? (
        <NotificationBanner kind="success" heading={`Version ${inForce.number} is published`} />
      ) : null}
      <h1 className="nhsuk-heading-l">{TITLE}</h1>
      <CalendarEnd end={calendarEnd(inForce, today)} today={today} />
      {earlier === undefined ? (
        <>
          <ButtonLink href={paths.holidaysNew}>Upload a bank holiday calendar</ButtonLink>
          <h2 className="nhsuk-heading-m">In force</h2>
          <HolidayList year={Number(today.slice(0, 4))} calendar={inForce} />
        </>
      ) : null}
      <CalendarVersions
        caption={earlier === undefined ? 'Versions' : 'Earlier versions'}
        {...{ newest: inForce.number, versions }}
      />
      <Pagination
        previous={earlier === undefined ? undefined : { href: paths.holidays, label: 'In force' }}
        next={next === null ? undefined : { href: `${paths.holidays}?before=${next}` }}
      />
    </SignedInPage>
  );
});
