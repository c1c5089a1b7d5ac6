import { EventWords } from '@/app/manage/history/[reference]/event-words';
import { readPage } from '@/app/read-page';
import { SignedInPage } from '@/app/signed-in-page';
import { ProblemView } from '@/components/ui/problem-view';
import { SummaryList } from '@/components/ui/summary-list';
import { requireActor } from '@/lib/auth/session';
import { formatDateTime } from '@/lib/format';
import { paths } from '@/lib/paths';
import { getHistory } from '@/lib/queries/manage/get-history';
import { Redaction } from './redaction';

type Props = PageProps<'/manage/history/[reference]/[sequence]'>;

/** One event, with the way to have its words taken out. */
export default async function HistoryEventPage({ params }: Props) {
  const actor = await requireActor('event:redact');
  const { reference, sequence } = await params;
  const only = /^[1-9][0-9]{0,8}$/.test(sequence) ? Number(sequence) : 0;
  const view = await readPage(() => getHistory(actor, reference, { only }));
  const back = { href: paths.history(reference), label: 'Back to the history' } as const;
  const event = view?.events[0];
  if (!view || !event)
    return (
      <SignedInPage actor={actor} title="Event" back={back}>
        <ProblemView />
      </SignedInPage>
    );
  return (
    <SignedInPage actor={actor} back={back} width="narrow">
      <Redaction reference={view.reference} name={view.name} event={event}>
        <h1 className="nhsuk-heading-l">
          <span className="nhsuk-caption-l">
            {view.name}, event {event.sequence}
          </span>{' '}
          {event.label}
        </h1>
        <SummaryList
          rows={[
            { label: 'When', value: formatDateTime(event.at) },
            { label: 'Who', value: event.by },
          ]}
        />
        <h2 className="nhsuk-heading-m">Words</h2>
        <EventWords event={event} />
      </Redaction>
    </SignedInPage>
  );
}
