import { go } from '@/app/go';
import { HELD_AT, type Held, readHeld } from '@/app/manage/settings/holidays/held';
import { Proof } from '@/app/proof';
import { SignedInPage } from '@/app/signed-in-page';
import { withProblemView } from '@/app/with-problem-view';
import { Form } from '@/components/form/form';
import { SubmitButton } from '@/components/form/submit-button';
import { TextField } from '@/components/form/text-field';
import { TextareaField } from '@/components/form/textarea-field';
import { CalendarPreview } from '@/components/settings/calendar-preview';
import { Button } from '@/components/ui/button';
import { Link } from '@/components/ui/link';
import { NotificationBanner } from '@/components/ui/notification-banner';
import { keptWords, requireActor } from '@/lib/auth/session';
import { CALENDAR_LIST } from '@/lib/domain/calendar-file';
import { calendarWarnings, changesNothing } from '@/lib/domain/calendar-words';
import { londonDate } from '@/lib/domain/clock';
import { formatDateTime } from '@/lib/format';
import { paths } from '@/lib/paths';
import { now } from '@/lib/ports/clock';
import {
  type CalendarPreview as Preview,
  previewCalendar,
} from '@/lib/queries/settings/get-calendars';
import { forgetCalendarAction, publishCalendarAction } from './actions';

const TITLE = 'Check the bank holidays';
const BACK = { href: paths.holidays, label: 'Bank holidays' } as const;

export default withProblemView(async () => {
  const actor = await requireActor('calendar:publish');
  const held = readHeld(await keptWords(actor, HELD_AT));
  const view = held && (await previewCalendar(actor, held.days));
  if (held && !view) go(paths.notFound);
  if (!held || !view)
    return (
      <SignedInPage actor={actor} width="narrow" back={BACK} title={TITLE}>
        <h1 className="nhsuk-heading-l">{TITLE}</h1>
        <p>
          Nothing is ready to be published.{' '}
          <Link href={paths.holidaysNew}>Upload a bank holiday calendar</Link>
        </p>
      </SignedInPage>
    );
  const { inForce, after, changes, cases } = view;
  const typed = await keptWords(actor, paths.holidaysCheck);
  const next = inForce.number + 1;
  const forget = (
    <form action={forgetCalendarAction}>
      <Button variant="secondary">Throw this file away</Button>
    </form>
  );
  if (changesNothing(inForce, after))
    return (
      <SignedInPage actor={actor} width="narrow" back={BACK} title={TITLE}>
        <PublishedSince held={held} view={view} />
        <h1 className="nhsuk-heading-l">{TITLE}</h1>
        <p dir="auto">
          {held.fileName} says what the calendar in force says already, so there is nothing to do.
        </p>
        {forget}
      </SignedInPage>
    );
  return (
    <SignedInPage actor={actor} width="narrow" back={BACK}>
      <PublishedSince held={held} view={view} />
      <Form
        action={publishCalendarAction}
        title={TITLE}
        hidden={{ number: `${inForce.number}` }}
        initial={{ source: CALENDAR_LIST, ...typed, number: `${inForce.number}` }}
      >
        <h1 className="nhsuk-heading-l">{TITLE}</h1>
        <CalendarPreview
          {...{ fileName: held.fileName, days: held.days, changes, cases, number: next }}
          warnings={calendarWarnings(inForce, after, londonDate(now()))}
        />
        <TextField
          name="source"
          label="Where did you take the file from?"
          labelSize="s"
          hint="The address of the page or file"
          spellCheck={false}
        />
        <TextareaField
          name="why"
          label="Why do you publish it?"
          labelSize="s"
          hint="For example ‘A bank holiday was proclaimed’. Staff read it in the history"
          rows={3}
          maxCharacters={500}
        />
        <Proof />
        <SubmitButton>Publish version {next}</SubmitButton>
      </Form>
      {forget}
    </SignedInPage>
  );
});

/** Said when another manager was first. */
function PublishedSince({ held, view: { inForce, newest } }: { held: Held; view: Preview }) {
  if (held.number === inForce.number || !newest) return null;
  return (
    <NotificationBanner
      heading={`Version ${newest.number} was published since you uploaded your file. Your file is still here.`}
    >
      <p dir="auto">
        {newest.publishedBy}, {formatDateTime(newest.at)}: {newest.reason}. Below, your file is held
        against that version.
      </p>
    </NotificationBanner>
  );
}
