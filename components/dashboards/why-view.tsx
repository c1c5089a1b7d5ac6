import { BarsOverTime } from '@/components/charts/bars-over-time';
import { RankedBars } from '@/components/charts/ranked-bars';
import { Link } from '@/components/ui/link';
import { Table } from '@/components/ui/table';
import { periodLabels } from '@/lib/domain/charts/points';
import type { Known } from '@/lib/domain/charts/scale';
import { mostSentence, peakSentence, shortValue } from '@/lib/domain/charts/words';
import { type DashboardFilters, dashboardQuery } from '@/lib/domain/dashboard-filters';
import { addDays, type PlainDate } from '@/lib/domain/dates';
import { type FigureCases, figureCasesQuery } from '@/lib/domain/figure-cases';
import { nextPeriod, periodsBetween } from '@/lib/domain/figure-periods';
import { numberIn } from '@/lib/domain/guidance';
import { guidanceMarks, type Published, publishedWords } from '@/lib/domain/guidance-marks';
import { fullNameOf, QUESTIONS } from '@/lib/domain/questions/catalogue';
import type { QuestionId } from '@/lib/domain/questions/types';
import type { Why } from '@/lib/domain/why';
import { formatCount } from '@/lib/format';
import { paths } from '@/lib/paths';

type WhyViewProps = {
  filters: DashboardFilters;
  why: Why & { published: readonly Published[] };
  today: PlainDate;
};

const TIMES = { one: 'time', many: 'times' };
const REQUESTS = { one: 'request', many: 'requests' };
const MOST_REASONS = 12;
const NOTHING = 'Nothing was asked for in this time.';

const percent = (share: Known): Known => (share === null ? null : Math.round(share * 100));

/** Why suppliers were asked for more: by reason, by question, over time, and by the guidance's version. */
export function WhyView({ filters, why, today }: WhyViewProps) {
  const { period, from, to } = filters;
  const starts = periodsBetween(period, from, to);
  const [first = from] = starts;
  const came = { page: 'why' as const, shown: dashboardQuery(filters).slice(1) };
  const listOf = (cases: Partial<FigureCases> & Pick<FigureCases, 'measure'>) =>
    paths.figureCases(figureCasesQuery({ ...filters, from: first, to, ...cases }, came));
  const labels = periodLabels(period, starts, today);
  const points = labels.map((label, index) => {
    const startsOn = starts[index] ?? first;
    const span = { from: startsOn, to: addDays(nextPeriod(period, startsOn), -1) };
    return { ...label, href: listOf({ measure: 'asked', ...span }) };
  });
  const asked = QUESTIONS.flatMap(({ id }) => {
    const found = why.questions.get(id);
    return found ? [{ id, ...found }] : [];
  }).sort((a, b) => b.asked - a.asked);
  const reasons = why.reasons.slice(0, MOST_REASONS).map(({ questionId, reason, text, cases }) => ({
    key: `${questionId} ${reason}`,
    label: `${fullNameOf(questionId)}: ${text}`,
    values: [cases],
    href: listOf({ measure: 'reason', question: questionId, reason }),
  }));
  return (
    <>
      <RankedBars
        id="reasons"
        heading="Reasons"
        sentence={mostSentence(
          reasons.map(({ label, values }) => ({ label, value: values[0] ?? 0 })),
          why.requests,
          REQUESTS,
          NOTHING,
        )}
        rows={reasons}
        series={['How often']}
        unit={TIMES}
        rowName="Reason"
        empty={NOTHING}
        href={listOf({ measure: 'reason' })}
      />
      <RankedBars
        id="questions"
        heading="Questions"
        sentence={
          why.requests === 0
            ? NOTHING
            : `Of ${formatCount(why.requests, 'request')} for more information, the share that asked about each question.`
        }
        rows={asked.flatMap(({ id, share }) =>
          share === null
            ? []
            : {
                ...{ key: id, label: fullNameOf(id), values: [Math.round(share * 100)] },
                href: listOf({ measure: 'asked', question: id }),
              },
        )}
        series={['Share']}
        unit="percent"
        rowName="Question"
        empty={NOTHING}
        href={listOf({ measure: 'asked' })}
      />
      <BarsOverTime
        id="over-time"
        heading="Over time"
        sentence={peakSentence(
          labels.map(({ label }, index) => ({
            label,
            value: asked.reduce(
              (sum, { id }) => sum + (why.periods[index]?.questions.get(id) ?? 0),
              0,
            ),
          })),
          { one: 'question asked about', many: 'questions asked about' },
          NOTHING,
        )}
        points={points}
        series={overTime(why, asked)}
        marks={guidanceMarks(why.published, starts, addDays(nextPeriod(period, to), -1))}
        unit={TIMES}
        pointName={period === 'week' ? 'Week' : 'Month'}
        href={listOf({ measure: 'asked' })}
      />
      <Table
        caption="By the version of the guidance that was answered"
        columns={[
          { header: 'Version', cell: ({ version }) => versionCell(version, why.published) },
          {
            header: 'Requests',
            cell: ({ requests }) => shortValue(requests, REQUESTS),
            numeric: true,
          },
          ...asked.map(({ id }) => ({
            header: fullNameOf(id),
            cell: ({ requests, questions }: Why['versions'][number]) =>
              shareOf(shareAmong(requests, questions.get(id))),
            numeric: true,
          })),
        ]}
        rows={why.versions}
        rowKey={({ version }) => version}
        empty={<p>{NOTHING}</p>}
      />
      <p className="app-measure">
        The share of the requests about declarations under that version that asked about the
        question. Compare two versions to see what a change of the guidance did. An application
        keeps the version it was started under, so that what a version did shows later than its
        mark. Reasons are in the words of the newest version.
      </p>
    </>
  );
}

/** A version by its number and first day, leading to what it changed. */
function versionCell(wording: string, published: readonly Published[]) {
  const version = published.find(({ number }) => number === numberIn(wording));
  if (wording === '' || !version) return wording || 'Not known';
  return (
    <>
      <Link href={`${paths.guidance}#version-${version.number}`}>Version {version.number}</Link>{' '}
      {publishedWords(version)}
    </>
  );
}

const shareOf = (share: Known) => shortValue(percent(share), 'percent');
/** A question that no request asked about has no share, unless there was none at all to ask. */
const shareAmong = (requests: number, counted: { share: Known } | undefined): Known =>
  counted ? counted.share : requests === 0 ? null : 0;
const MOST_SERIES = 4;

/** The questions that were asked about most by name, and all others as one, where there are too many. */
function overTime(why: Why, asked: readonly { id: QuestionId }[]) {
  const own = asked.length > MOST_SERIES ? asked.slice(0, MOST_SERIES - 1) : asked;
  const others = asked.slice(own.length);
  const of = (ids: readonly { id: QuestionId }[]) =>
    why.periods.map(({ questions }) =>
      ids.reduce((sum, { id }) => sum + (questions.get(id) ?? 0), 0),
    );
  const series = own.map(({ id }) => ({ name: fullNameOf(id), values: of([{ id }]) }));
  if (others.length > 0) return [...series, { name: 'Other questions', values: of(others) }];
  return series.length > 0 ? series : [{ name: 'Questions', values: of([]) }];
}
