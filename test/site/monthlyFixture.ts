import { isComplete, parsePeriod, periodContaining, periodLabel, shiftPeriod, shortLabel } from '#calendar/period.ts';
import type { Dashboard } from '#scorecard/dashboardSchema.ts';
import type { Edition, EditionMeasure, Point } from '#scorecard/edition.ts';
import { contactCentre, measure, point } from '#test/site/fixtures.ts';

/** A scorecard of months, and its dashboard: March 2025 is over, April 2025 is not. */

const asOf = '2025-04-15';

interface Monthly {
  readonly last: string;
  readonly values: readonly (number | undefined)[];
}

/** Ends with the last month. */
export const months = ({ last, values }: Monthly): Point[] =>
  values.map((value, i) => {
    const month = shiftPeriod(parsePeriod(last), i - values.length + 1);
    const complete = isComplete(month, asOf);
    return point(
      { id: month.id, label: shortLabel(month) },
      { value, complete, ...(complete ? {} : { status: 'provisional' as const }) },
    );
  });

const calls = [5100, 4600, 4700, 4500, 4400, 4300, 4800, 4900, 4700, 4200, 4900, 4600, 5500];
const inTime = [71, 74, 76, 75, 78, 79, 77, 80, 81, 82, 80, 83, 79.5];
const followers = [9000, 9100, 9150, 9200, 9260, 9300, 9390, 9400, 9420, 9500, 9610, 9700, 9712];

interface Figures {
  readonly last: string;
  readonly calls: readonly number[];
  readonly inTime: readonly number[];
  readonly followers: readonly number[];
  readonly lists: boolean;
}

const own = ({ last }: Figures, values: readonly number[]) => ({
  frequency: 'month' as const,
  period: last,
  periodLabel: periodLabel(parsePeriod(last)),
  value: values.at(-1),
  series: months({ last, values }),
  asOf,
});

const measuresOf = (figures: Figures): EditionMeasure[] => [
  measure({
    id: 'in-time',
    title: 'Calls answered in time',
    ...own(figures, figures.inTime),
    series: months({ last: figures.last, values: figures.inTime }).map((each) => ({
      ...each,
      target: 80,
      colour: (each.value ?? 0) >= 80 ? 'green' : 'amber',
    })),
    target: 80,
    rating: { colour: 'amber', reason: 'Amber: 79.5% is below the target of 80% but within 5 points of it.' },
  }),
  measure({
    id: 'calls',
    title: 'Calls',
    unit: 'count',
    decimals: 0,
    polarity: 'none',
    ...own(figures, figures.calls),
    accumulation: 'in-period',
  }),
  measure({
    id: 'followers',
    title: 'Followers at the end of the month',
    unit: 'count',
    decimals: 0,
    ...own(figures, figures.followers),
    accumulation: 'point-in-time',
  }),
  measure({
    id: 'top-enquiries',
    title: 'Top ten enquiries',
    unit: 'count',
    decimals: 0,
    polarity: 'none',
    ...own(figures, []),
    value: undefined,
    status: 'not-published',
    notPublishedReason: 'Only the parts were published, not a figure for the whole.',
    series: months({ last: figures.last, values: [undefined] }),
    ranking: figures.lists
      ? ['Bins', 'Council tax', '<b>Parking</b>'].map((name, i) => ({ rank: i + 1, name }))
      : undefined,
  }),
  measure({
    id: 'visitors',
    title: 'Visitors',
    unit: 'count',
    decimals: 0,
    polarity: 'none',
    ...own(figures, [610]),
    cuts: figures.lists
      ? [
          {
            by: 'enquiryType',
            rows: [
              { name: 'housing', value: 400, share: 65.57 },
              { name: 'licences', value: 210, share: 34.43 },
            ],
          },
        ]
      : [],
  }),
  measure({
    id: 'wait',
    title: 'Average wait',
    unit: 'minutes',
    polarity: 'lower',
    ...own(figures, []),
    value: undefined,
    status: 'not-published',
    notPublishedReason: 'Nothing was recorded.',
    series: months({ last: figures.last, values: [undefined] }),
  }),
];

const editionOf = (figures: Figures): Edition => {
  const measures = measuresOf(figures);
  const period = parsePeriod(figures.last);
  return {
    ...contactCentre,
    organisation: { id: 'northmoor', name: 'Northmoor Council' },
    scorecard: { id: 'monthly', title: 'Customer services', frequency: 'month' },
    period: {
      id: period.id,
      start: period.start,
      end: period.end,
      label: periodLabel(period),
      complete: isComplete(period, asOf),
    },
    asOf,
    edition: 1,
    groups: [{ id: 'phone', title: 'All', measures: measures.map(({ id }) => id), milestones: [], commentary: [] }],
    measures,
    milestones: [],
    mostImproved: [],
    mostWorsened: [],
    revisions: [],
  };
};

export const march = editionOf({ last: '2025-03', calls, inTime, followers, lists: true });
export const april = editionOf({
  last: '2025-04',
  calls: [...calls.slice(1), 2100],
  inTime: [...inTime.slice(1), 88],
  followers: [...followers.slice(1), 9720],
  lists: false,
});

export const dashboard: Dashboard = {
  id: 'services',
  title: 'Monthly dashboard',
  summary: 'What customer services did in one month.',
  scorecard: 'monthly',
  sections: [
    { id: 'targets', title: 'Main targets', headline: true, page: false, measures: ['in-time', 'wait'] },
    {
      id: 'counts',
      title: 'Counts',
      headline: false,
      page: false,
      measures: ['calls', 'followers', 'visitors', 'wait'],
    },
    { id: 'lists', title: 'Top ten', headline: false, page: false, measures: ['top-enquiries'] },
    {
      id: 'line',
      title: 'A service line',
      introduction: 'Answered for another service.',
      headline: false,
      page: true,
      measures: ['calls', 'wait'],
    },
  ],
  totals: ['calls'],
};

export const yearOf = (day: string) => periodContaining(day, 'year');
