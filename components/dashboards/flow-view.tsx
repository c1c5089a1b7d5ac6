import { BarsOverTime } from '@/components/charts/bars-over-time';
import { LinesOverTime } from '@/components/charts/lines-over-time';
import type { Measure } from '@/lib/domain/case-figures';
import { periodLabels } from '@/lib/domain/charts/points';
import type { Known } from '@/lib/domain/charts/scale';
import { APPLICATIONS, peakSentence, sayValue, WORKING_DAYS } from '@/lib/domain/charts/words';
import { type DashboardFilters, dashboardQuery } from '@/lib/domain/dashboard-filters';
import { addDays, type PlainDate } from '@/lib/domain/dates';
import { figureCasesQuery } from '@/lib/domain/figure-cases';
import { beforeWords, nextPeriod, PERIODS } from '@/lib/domain/figure-periods';
import type { Flow, FlowPeriod } from '@/lib/domain/flow';
import { type HeldSetting, settingOn } from '@/lib/domain/settings';
import { paths } from '@/lib/paths';
import { BigFigures } from './big-figures';
import {
  daysSentence,
  orLess,
  percent,
  targetWords,
  tenth,
  withinSentence,
  withTrend,
} from './flow-sentences';

type FlowViewProps = {
  filters: DashboardFilters;
  whole: Flow;
  /** As many weeks or months before. */
  before: Flow;
  periods: readonly FlowPeriod[];
  today: PlainDate;
  targets: readonly HeldSetting[];
};

const ROUNDS = { one: 'round', many: 'rounds' };
const DECISIONS = { one: 'decision', many: 'decisions' };
const DECLARATIONS = { one: 'declaration', many: 'declarations' };
const CAME = { one: 'first response came', many: 'first responses came' };
const MADE = { one: 'decision was made', many: 'decisions were made' };

/** How cases came and went: the figures of the whole time, and each week or month. */
export function FlowView(props: FlowViewProps) {
  const { filters, whole, before, periods, today, targets } = props;
  const { period } = filters;
  const starts = periods.map(({ startsOn }) => startsOn);
  const labels = periodLabels(period, starts, today);
  const [first = filters.from] = starts;
  const came = { page: 'flow' as const, shown: dashboardQuery(filters).slice(1) };
  const listOf = (measure: Measure, from: PlainDate, to: PlainDate) =>
    paths.figureCases(figureCasesQuery({ ...filters, measure, from, to }, came));
  const whole_ = (measure: Measure) => listOf(measure, first, filters.to);
  const points = (measure: Measure) =>
    labels.map((label, index) => {
      const from = starts[index] ?? first;
      return { ...label, href: listOf(measure, from, addDays(nextPeriod(period, from), -1)) };
    });
  const pointName = period === PERIODS[0] ? 'Week' : 'Month';
  const over = { pointName, level: 2 as const };
  const values = (read: (flow: Flow) => Known) => periods.map(read);
  const counted = (read: (flow: Flow) => number) =>
    labels.map(({ label }, index) => ({ label, value: values(read)[index] ?? null }));
  const { response, decision, days } = whole;
  const beforeName = beforeWords(period, periods.length);
  const targetValues = starts.map((from) => {
    const last = addDays(nextPeriod(period, from), -1);
    const isOver = last <= filters.to;
    return settingOn(targets, isOver ? last : filters.to);
  });
  // Receiving and withdrawing are nobody's doing.
  const everybody = filters.assessorId === null;
  return (
    <>
      <BigFigures
        label="In all of this time"
        figures={[
          ...(everybody
            ? [
                {
                  ...{ id: 'received', label: 'Received', value: whole.received },
                  ...{ unit: DECLARATIONS, href: whole_('received') },
                },
                {
                  ...{ id: 'withdrawn', label: 'Withdrawn', value: whole.withdrawn },
                  ...{ unit: APPLICATIONS, href: whole_('withdrawn') },
                },
              ]
            : []),
          {
            ...{ id: 'decided', label: 'Decided', value: decision.cases, unit: APPLICATIONS },
            href: whole_('decided'),
          },
          {
            ...{ id: 'response', label: 'Working days to the first response' },
            ...{ value: response.half, unit: WORKING_DAYS, href: whole_('responded') },
            sentence: orLess(response),
          },
          {
            ...{ id: 'decision', label: 'Working days to the decision' },
            ...{ value: decision.half, unit: WORKING_DAYS, href: whole_('decided') },
            sentence: orLess(decision),
          },
          {
            ...{ id: 'first-time', label: 'Approved first time', value: percent(whole.firstTime) },
            ...{ unit: 'percent' as const, href: whole_('approved_first_time') },
          },
          {
            ...{ id: 'rounds', label: 'Rounds for each', value: tenth(whole.rounds) },
            ...{ unit: ROUNDS, href: whole_('rounds') },
          },
        ]}
      />
      {everybody ? null : (
        <p className="app-measure">
          Received and withdrawn are left out: no assessor receives or withdraws an application, so
          neither can be counted for one. Choose everybody to see them.
        </p>
      )}
      <LinesOverTime
        {...over}
        id="came-and-went"
        heading={everybody ? 'Received, decided and withdrawn' : 'Decided'}
        sentence={
          everybody
            ? peakSentence(
                counted((flow) => flow.received),
                DECLARATIONS,
                'Nothing was received in this time.',
              )
            : peakSentence(
                counted((flow) => flow.decision.cases),
                DECISIONS,
                'Nothing was decided in this time.',
              )
        }
        unit={APPLICATIONS}
        points={points(everybody ? 'received' : 'decided')}
        series={[
          ...(everybody
            ? [{ name: 'Received, each round', values: values((flow) => flow.received) }]
            : []),
          { name: 'Decided', values: values((flow) => flow.decision.cases) },
          ...(everybody ? [{ name: 'Withdrawn', values: values((flow) => flow.withdrawn) }] : []),
        ]}
        href={whole_('decided')}
        linkText="Open the decisions"
      />
      <LinesOverTime
        {...over}
        id="first-response"
        heading="Working days to the first response"
        sentence={withTrend(
          withinSentence(response, CAME, 'Nothing was responded to'),
          {
            ...{ measure: 'Median', of: 'to first response', unit: WORKING_DAYS },
            ...{ now: response.half, before: before.response.half },
          },
          beforeName,
        )}
        unit={WORKING_DAYS}
        points={points('responded')}
        series={[
          { name: 'Half of them within', values: values((flow) => flow.response.half) },
          { name: '8 in 10 within', values: values((flow) => flow.response.eightInTen) },
        ]}
        target={{
          values: targetValues,
          label: targetWords(
            labels.map(({ label }) => label),
            targetValues,
          ),
        }}
        href={whole_('responded')}
      />
      <LinesOverTime
        {...over}
        id="to-decision"
        heading="Working days to the decision"
        sentence={withTrend(
          withinSentence(decision, MADE, 'Nothing was decided'),
          {
            ...{ measure: 'Median', of: 'to decision', unit: WORKING_DAYS },
            ...{ now: decision.half, before: before.decision.half },
          },
          beforeName,
        )}
        unit={WORKING_DAYS}
        points={points('decided')}
        series={[
          { name: 'Half of them within', values: values((flow) => flow.decision.half) },
          { name: '8 in 10 within', values: values((flow) => flow.decision.eightInTen) },
        ]}
        href={whole_('decided')}
      />
      <BarsOverTime
        {...over}
        id="whose-days"
        heading="Whose days they were"
        sentence={daysSentence(days)}
        unit={WORKING_DAYS}
        points={points('decided')}
        series={[
          { name: 'Supplier', values: values((flow) => tenth(flow.days.supplier)) },
          { name: 'Assessor', values: values((flow) => tenth(flow.days.assessor)) },
          { name: 'Second person', values: values((flow) => tenth(flow.days.secondPerson)) },
        ]}
        href={whole_('supplier_days')}
        linkText="Open the decisions by the supplier’s days"
      />
      <LinesOverTime
        {...over}
        id="approved-first-time"
        heading="Approved first time"
        sentence={
          whole.firstTime === null
            ? 'Nothing was decided for the first time.'
            : withTrend(
                `${percent(whole.firstTime)}% of the first decisions approved what was declared first.`,
                {
                  ...{ measure: '', of: 'approved first time', unit: 'percent' },
                  ...{ now: percent(whole.firstTime), before: percent(before.firstTime) },
                },
                beforeName,
              )
        }
        unit="percent"
        points={points('approved_first_time')}
        series={[{ name: 'Share', values: values((flow) => percent(flow.firstTime)) }]}
        href={whole_('approved_first_time')}
      />
      <LinesOverTime
        {...over}
        id="rounds-for-each"
        heading="Rounds for each decision"
        sentence={
          whole.rounds === null
            ? 'Nothing was decided.'
            : `On average a decision took ${sayValue(tenth(whole.rounds), ROUNDS)}.`
        }
        unit={ROUNDS}
        points={points('rounds')}
        series={[{ name: 'Mean', values: values((flow) => tenth(flow.rounds)) }]}
        href={whole_('rounds')}
      />
    </>
  );
}
