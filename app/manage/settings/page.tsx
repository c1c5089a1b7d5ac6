import { go } from '@/app/go';
import { SignedInPage } from '@/app/signed-in-page';
import { withProblemView } from '@/app/with-problem-view';
import { CalendarEnd } from '@/components/settings/calendar-end';
import { HolidayList } from '@/components/settings/holiday-list';
import { SettingVersions } from '@/components/settings/setting-versions';
import { Link } from '@/components/ui/link';
import { NotificationBanner } from '@/components/ui/notification-banner';
import { VisuallyHidden } from '@/components/ui/visually-hidden';
import { requireActor } from '@/lib/auth/session';
import { calendarEnd } from '@/lib/domain/calendar';
import { londonDate } from '@/lib/domain/clock';
import { SETTINGS, settingWords } from '@/lib/domain/settings';
import { paths } from '@/lib/paths';
import { now } from '@/lib/ports/clock';
import { getCalendar } from '@/lib/queries/settings/get-calendar';
import { listSettings } from '@/lib/queries/settings/list-settings';

type Props = { searchParams: Promise<{ done?: string | string[] }> };

export default withProblemView(async ({ searchParams }: Props) => {
  const actor = await requireActor('setting:change');
  const { done } = await searchParams;
  const settings = await listSettings(actor);
  if (!settings) go(paths.notFound);
  const calendar = await getCalendar(actor);
  const today = londonDate(now());
  return (
    <SignedInPage actor={actor} title="Settings">
      {done === '1' ? <NotificationBanner kind="success" heading="The setting is saved" /> : null}
      <h1 className="nhsuk-heading-l">Settings</h1>
      <p>
        What was set before stays here for good. A due date that somebody was given does not move.
      </p>
      <p>
        <Link href={paths.guidance}>Coverage points and reasons</Link> have versions of their own.
      </p>
      {settings.map(({ name, value, versions }) => {
        const { label, about } = SETTINGS[name];
        return (
          <section key={name} aria-labelledby={name}>
            <h2 className="nhsuk-heading-m" id={name}>
              {label}: {settingWords(name, value)}
            </h2>
            <p>{about}</p>
            <SettingVersions name={name} versions={versions} />
            <p>
              <Link href={paths.setting(name)}>
                Change <VisuallyHidden>{label.toLowerCase()}</VisuallyHidden>
              </Link>
            </p>
          </section>
        );
      })}
      <section aria-labelledby="holidays">
        <h2 className="nhsuk-heading-m" id="holidays">
          Bank holidays: version {calendar.number}
        </h2>
        <CalendarEnd end={calendarEnd(calendar, today)} today={today} />
        <HolidayList year={Number(today.slice(0, 4))} calendar={calendar} />
        <p>
          <Link href={paths.holidays}>
            Change or look up <VisuallyHidden>bank holidays</VisuallyHidden>
          </Link>
        </p>
      </section>
    </SignedInPage>
  );
});
