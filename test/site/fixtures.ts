import type { Edition, EditionMeasure, EditionMilestone, Point } from '#scorecard/edition.ts';
import type { Paper } from '#scorecard/paperSchema.ts';
import type { SiteInput } from '#site/renderSite.tsx';

/** Editions written by hand: a contact centre with figures, and a council that mostly printed changes. */

export const quarters = (count: number, last: { year: number; quarter: number }): { id: string; label: string }[] =>
  Array.from({ length: count }, (_, i) => {
    const index = last.year * 4 + last.quarter - 1 - (count - 1 - i);
    const [year, quarter] = [Math.floor(index / 4), index % 4];
    const names = ['April to June', 'July to September', 'October to December', 'January to March'];
    return {
      id: `${year}-${String((year + 1) % 100).padStart(2, '0')}-q${quarter + 1}`,
      label: `${names[quarter]} ${quarter === 3 ? year + 1 : year} (quarter ${quarter + 1})`,
    };
  });

export const point = (period: { id: string; label: string }, more: Partial<Point> = {}): Point => ({
  period: period.id,
  label: period.label,
  colour: more.value === undefined ? 'not-reported' : 'no-target',
  status: more.value === undefined ? 'not-published' : 'confirmed',
  complete: true,
  ...more,
});

const newest = { id: '2024-25-q4', label: 'January to March 2025 (quarter 4)' };

export const measure = (more: Partial<EditionMeasure> & Pick<EditionMeasure, 'id' | 'title'>): EditionMeasure => ({
  unit: 'percent',
  decimals: 1,
  polarity: 'higher',
  frequency: 'quarter',
  formula: 'Recorded by an officer.',
  group: 'phone',
  period: newest.id,
  periodLabel: newest.label,
  asOf: '2025-04-30',
  status: 'confirmed',
  rating: { colour: 'no-target', reason: 'No target is set for this measure.' },
  flags: [],
  direction: 'not-applicable',
  series: [],
  comparators: [],
  cuts: [],
  commentary: [],
  ...more,
});

export const milestone = (
  more: Partial<EditionMilestone> & Pick<EditionMilestone, 'id' | 'title' | 'originalDeadline'>,
): EditionMilestone => ({
  group: 'customers',
  currentDeadline: more.originalDeadline,
  status: 'on-track',
  rating: { colour: 'green', reason: 'Green: the work is on track.' },
  rebaselined: 0,
  ...more,
});

interface SeriesSpec {
  readonly values: readonly (number | undefined)[];
  readonly targets?: readonly number[];
  readonly colours?: string;
}

const colourOf = { g: 'green', a: 'amber', r: 'red', n: 'no-target', '-': 'not-reported' } as const;

export const series = ({ values, targets, colours }: SeriesSpec): Point[] =>
  quarters(values.length, { year: 2024, quarter: 4 }).map((quarter, i) =>
    point(quarter, {
      value: values[i],
      target: targets?.[i] ?? targets?.[0],
      colour: colourOf[(colours?.[i] ?? (values[i] === undefined ? '-' : 'n')) as keyof typeof colourOf],
    }),
  );

const answered = series({
  values: [61.2, 64.1, 60.4, 58.9, 66.3, 70.8, 69.7, 72.2, 74.5, 78.8, 79.6, 82.7],
  targets: [75, 75, 75, 75, 75, 75, 75, 75, 75, 80, 80, 80],
  colours: 'rrrrrarraaag',
});

const from = { period: '2023-24-q4', label: 'January to March 2024 (quarter 4)' };

export const phoneMeasures: EditionMeasure[] = [
  measure({
    id: 'calls-answered-80s',
    code: 'CC1',
    title: 'Calls answered within 80 seconds',
    definition:
      'Of the calls that were answered or given up, the percentage that an adviser answered within 80 seconds. A call given up early counts against us.',
    formula: 'Answered calls that waited at most 80 seconds, out of calls answered or abandoned.',
    source: 'Contact centre phone system',
    owner: 'Head of Customer Services',
    value: 82.70833333333333,
    numerator: 794,
    denominator: 960,
    target: 80,
    variance: 2.7083333333,
    rating: {
      colour: 'green',
      reason: 'Green: 82.7% meets the target of 80% or more.',
      rule: { text: 'Green at 80% or more; amber at 75% or more; red below that.', version: '2', owner: 'Cabinet' },
      toNextBand: { colour: 'amber', by: 2.7083333333 },
    },
    direction: 'improving',
    improvement: { value: 14.55448, basis: '12-months-prior', from: { ...from, value: 72.2 }, change: 10.508333 },
    series: answered,
    comparators: [
      { name: 'Ashby', value: 71.4, period: '2024-25-q4' },
      { name: 'Northmoor', value: 85.1, period: '2024-25-q4' },
    ],
    cuts: [
      {
        by: 'queue',
        rows: [
          { name: 'Council Tax', value: 76.1, denominator: 402 },
          { name: 'Housing', value: 88.4, denominator: 310 },
          { name: 'Waste', value: 86.9, denominator: 248 },
        ],
      },
    ],
    commentary: [
      {
        kind: 'comment',
        text: 'We met the target for the first time since it was raised in April 2024. Six advisers finished their training in September, and people can now ask for a call back instead of waiting.\n\nCouncil Tax bills go out in March, which is our busiest month.',
        recordedBy: 'Head of Customer Services',
        on: '2025-04-14',
        period: '2024-25-q4',
      },
    ],
    coverage: { expectedDays: 90, daysWithData: 88, missing: ['2025-01-01', '2025-02-12'] },
  }),
  measure({
    id: 'calls-abandoned',
    title: 'Calls abandoned before being answered',
    polarity: 'lower',
    value: 6.2,
    numerator: 63,
    denominator: 1016,
    target: 5,
    variance: 1.2,
    status: 'provisional',
    rating: {
      colour: 'amber',
      reason: 'Amber: 6.2% is above the target of 5% but within 2 points of it.',
      rule: { text: 'Green at 5% or less; amber at 7% or less; red above that.', version: '1' },
      toNextBand: { colour: 'green', by: 1.2 },
    },
    direction: 'improving',
    improvement: { value: 23.4568, basis: '12-months-prior', from: { ...from, value: 8.1 }, change: -1.9 },
    series: series({
      values: [9.8, 9.2, 9.9, 10.4, 8.8, 8.2, 8.3, 8.1, 7.4, 6.9, 6.6, 6.2],
      targets: [5],
      colours: 'rrrrrrrrraaa',
    }),
  }),
  measure({
    id: 'average-speed-of-answer',
    title: 'Average speed of answer',
    unit: 'seconds',
    decimals: 0,
    polarity: 'lower',
    value: 91.6,
    target: 60,
    variance: 31.6,
    rating: {
      colour: 'red',
      reason: 'Red: 92 seconds is above the target of 60 seconds by more than 15 seconds.',
      rule: { text: 'Green at 60 seconds or less; amber at 75 seconds or less; red above that.', version: '1' },
      toNextBand: { colour: 'amber', by: 16.6 },
    },
    direction: 'deteriorating',
    improvement: { value: -14.5, basis: '12-months-prior', from: { ...from, value: 80 }, change: 11.6 },
    series: series({
      values: [undefined, 74, 71, 88, 79, undefined, 76, 80, 84, 77, 82, 91.6],
      targets: [60],
      colours: '-aarr-rrrrrr',
    }),
    distribution: {
      number: 'waitSeconds',
      by: 'service',
      rows: [
        {
          ...{ count: 20000, median: 35, ninetieth: 160, longest: 1312 },
          bands: [{ atMost: 60, count: 15000 }, { atMost: 300, count: 4900 }, { count: 100 }],
        },
        { name: 'Council Tax', count: 12000, median: 41, ninetieth: 188, longest: 1312 },
        { name: 'Housing', count: 7996, median: 28, ninetieth: 121, longest: 904 },
        { name: 'Registrars', count: 0, suppressed: true },
      ],
    },
  }),
  measure({
    id: 'first-contact-resolution',
    title: 'Contacts resolved the first time',
    value: 88.1,
    target: 85,
    variance: 3.1,
    rating: { colour: 'green', reason: 'Green: 88.1% meets the target of 85% or more.' },
    direction: 'no-change',
    improvement: { value: 0.34, basis: '12-months-prior', from: { ...from, value: 87.8 }, change: 0.3 },
    series: series({
      values: [84.2, 85.1, 85.6, 84.9, 86.3, 86.8, 87.1, 87.8, 87.2, 88.4, 87.9, 88.1],
      targets: [85],
      colours: 'agggggaggggg',
    }),
  }),
];

export const onlineMeasures: EditionMeasure[] = [
  measure({
    id: 'forms-completed',
    title: 'Online forms completed',
    group: 'online',
    unit: 'count',
    decimals: 0,
    value: 4310,
    annualTarget: { value: 15000, period: '2024-25' },
    overridden: { value: 4296, reason: 'Fourteen forms reached us by post while the website was down.' },
    cuts: [
      {
        by: 'channel',
        rows: [
          { name: 'online', value: 4310, denominator: 5000, count: 4310, share: 86.2 },
          { name: 'post', value: 690, denominator: 5000, count: 690, share: 13.8 },
        ],
      },
    ],
    direction: 'improving',
    improvement: { value: 31.0, basis: '12-months-prior', from: { ...from, value: 3290 }, change: 1020 },
    series: series({ values: [2710, 3290, 3105, 3640, 4310] }),
  }),
  measure({
    id: 'messages-answered',
    title: 'Social media messages answered within two hours',
    group: 'online',
    value: 64,
    target: 70,
    variance: -6,
    flags: ['incomplete'],
    rating: {
      colour: 'amber',
      reason: 'Amber: 64.0% is below the target of 70% but within 10 points of it.',
      rule: { text: 'Green at 70% or more; amber at 60% or more; red below that.', version: '1' },
      toNextBand: { colour: 'green', by: 6 },
    },
    direction: 'deteriorating',
    improvement: { value: -5.88, basis: '12-months-prior', from: { ...from, value: 68 }, change: -4 },
    series: series({ values: [68, 66.5, 63, 61.9, 64], targets: [70], colours: 'aaaaa' }),
  }),
  measure({
    id: 'advisers-busy',
    title: 'Advisers’ time spent with customers',
    group: 'online',
    polarity: 'band',
    decimals: 0,
    value: 71,
    targetRange: { from: 65, to: 75 },
    rating: { colour: 'green', reason: 'Green: 71% is within the target of 65% to 75%.' },
    notComparedReason: 'Neither a rise nor a fall is better, so a change is not called an improvement.',
    series: series({ values: [58, 61, 66, 70, 77, 79, 74, 71] }).map((each) => ({
      ...each,
      targetRange: { from: 65, to: 75 },
      colour: (each.value ?? 0) >= 65 && (each.value ?? 0) <= 75 ? ('green' as const) : ('red' as const),
    })),
  }),
  measure({
    id: 'web-satisfaction',
    title: 'People satisfied with the website',
    group: 'online',
    status: 'not-published',
    notPublishedReason: 'The survey was not carried out in this quarter.',
    rating: { colour: 'not-reported', reason: 'The survey was not carried out in this quarter.' },
    notComparedReason: 'There is no figure to compare.',
    flags: ['suspended'],
    series: series({ values: [undefined, undefined, undefined] }),
  }),
];

export const contactCentre: Edition = {
  schema: 'edition-1',
  organisation: { id: 'example', name: 'Example Borough Council', website: 'https://www.example.org/' },
  scorecard: {
    id: 'contact-centre',
    title: 'Contact centre',
    summary: 'How quickly and how well we answer people who phone, write or use the website.',
    notice: 'The figures of this example are invented: they come from a generator, not from a council.',
    frequency: 'quarter',
  },
  period: { ...newest, start: '2025-01-01', end: '2025-03-31', complete: true },
  asOf: '2025-04-30',
  publishedAt: '2025-04-30T22:59:59.999Z',
  edition: 2,
  software: '0.1.0',
  groups: [
    {
      id: 'phone',
      title: 'Answering the phone',
      introduction: 'Most people still phone us first.',
      measures: phoneMeasures.map(({ id }) => id),
      milestones: [],
      commentary: [],
    },
    {
      id: 'online',
      title: 'Doing it online',
      measures: onlineMeasures.map(({ id }) => id),
      milestones: ['webchat'],
      commentary: [],
    },
    { id: 'in-person', title: 'Seeing people in person', measures: [], milestones: [], commentary: [] },
  ],
  measures: [...phoneMeasures, ...onlineMeasures],
  milestones: [
    milestone({
      id: 'webchat',
      title: 'Open webchat to every service',
      group: 'online',
      start: '2024-10-01',
      originalDeadline: '2025-06-30',
      comment: 'Live for two services.',
    }),
  ],
  milestoneRule: { windowDays: 35, previousQuarterEnd: '2025-03-31' },
  mostImproved: ['forms-completed', 'calls-abandoned', 'calls-answered-80s', 'first-contact-resolution'],
  mostWorsened: ['average-speed-of-answer', 'messages-answered'],
  revisions: [
    {
      measure: 'calls-abandoned',
      period: '2024-25-q3',
      from: 6.4,
      to: 6.6,
      reason: 'Twelve calls arrived late from the phone system.',
    },
  ],
};

const knownBefore: Readonly<Record<string, Partial<EditionMeasure>>> = {
  'calls-answered-80s': {
    value: 79.4,
    numerator: 762,
    denominator: 960,
    rating: { colour: 'amber', reason: 'Amber: 79.4% misses the target of 80% by no more than 5 points.' },
    commentary: [],
  },
  'messages-answered': { value: undefined, status: 'not-published', notPublishedReason: 'Not yet entered.' },
  'web-satisfaction': { value: 71.2, status: 'provisional', notPublishedReason: undefined },
};

/** What was published of the same quarter a fortnight before. */
export const contactCentreBefore: Edition = {
  ...contactCentre,
  edition: 1,
  asOf: '2025-04-15',
  publishedAt: '2025-04-15T22:59:59.999Z',
  measures: contactCentre.measures.map((each) => ({ ...each, ...knownBefore[each.id] })),
  milestones: [
    ...contactCentre.milestones.map((each) => ({ ...each, status: 'delayed' as const, currentDeadline: '2025-09-30' })),
    milestone({ id: 'kiosks', title: 'Put kiosks into libraries', originalDeadline: '2025-12-31' }),
  ],
  revisions: [],
};

const running = { id: '2025-26-q1', label: 'April to June 2025 (quarter 1)' };

const unfinished = (each: EditionMeasure): EditionMeasure =>
  each.value === undefined
    ? { ...each, period: running.id, periodLabel: running.label }
    : {
        ...each,
        period: running.id,
        periodLabel: running.label,
        value: each.value * 0.94,
        numerator: undefined,
        denominator: undefined,
        status: 'provisional',
        rating: { colour: 'no-target', reason: 'A period that is not finished is not rated.' },
        improvement: undefined,
        direction: 'not-applicable',
        notComparedReason: 'A period that is not finished is compared with nothing.',
        flags: ['incomplete'],
        commentary: [],
        series: [
          ...each.series.slice(1),
          point(running, {
            value: each.value * 0.94,
            target: each.target,
            colour: 'no-target',
            status: 'provisional',
            complete: false,
          }),
        ],
      };

/** The same scorecard a month into the next quarter. */
export const contactCentreRunning: Edition = {
  ...contactCentre,
  period: { ...running, start: '2025-04-01', end: '2025-06-30', complete: false },
  edition: 1,
  measures: contactCentre.measures.map(unfinished),
  mostImproved: [],
  mostWorsened: [],
  revisions: [],
};

const wirralQuarter = { id: '2023-24-q3', label: 'October to December 2023 (quarter 3)' };

const notInPaper = 'The paper printed only the change, not the value.';

const changeOnly = (
  id: string,
  title: string,
  group: string,
  improvement: number,
  more: Partial<EditionMeasure> = {},
) =>
  measure({
    id,
    title,
    group,
    period: wirralQuarter.id,
    periodLabel: wirralQuarter.label,
    asOf: '2024-01-25',
    status: 'not-published',
    notPublishedReason: notInPaper,
    rating: { colour: 'not-reported', reason: notInPaper },
    direction: improvement > 0 ? 'improving' : improvement < 0 ? 'deteriorating' : 'no-change',
    improvement: {
      value: improvement,
      basis: '12-months-prior',
      from: { period: '2022-23-q3', label: 'October to December 2022 (quarter 3)' },
      recorded: true,
    },
    series: quarters(8, { year: 2023, quarter: 3 }).map((quarter) => point(quarter)),
    ...more,
  });

const counted = { unit: 'count', decimals: 0 } as const;
const hours = { unit: 'hours', polarity: 'lower' } as const;
const lower = { ...counted, polarity: 'lower' } as const;
const nothing = {
  improvement: undefined,
  direction: 'not-applicable',
  notComparedReason: 'The paper printed no change.',
} as const;
const onlyIn = (value: number, more: Partial<EditionMeasure>) => ({
  ...nothing,
  value,
  status: 'confirmed' as const,
  notPublishedReason: undefined,
  rating: { colour: 'no-target' as const, reason: 'No target is set for this measure.' },
  ...more,
});

export const wirralMeasures: EditionMeasure[] = [
  changeOnly('complaints-in-15-days', 'Complaints addressed within the 15d timescale (%)', 'customers', -18.8, {
    definition: 'Official complaints; statutory complaints about children and adults are counted apart.',
    commentary: [
      {
        kind: 'performance',
        text: 'Fewer complaints were answered in time than a year before, while the number of complaints fell.',
        recordedBy: 'Customer feedback lead',
        on: '2023-12-15',
        period: '2023-24-q3',
      },
      {
        kind: 'current-activity',
        text: 'Reminders to services are being reworked.',
        recordedBy: 'Customer feedback lead',
        on: '2023-12-15',
        period: '2023-24-q3',
      },
    ],
  }),
  changeOnly('my-wirral-rating', 'My Wirral customer rating feedback', 'customers', 4),
  changeOnly(
    'statutory-complaints-children',
    'Statutory complaints addressed within the 20 working day timescale in Children Social Care Services (%)',
    'customers',
    0,
  ),
  changeOnly(
    'statutory-complaints-adults',
    'Statutory complaints responded to within 6 months in Adult Care & Health (%)',
    'customers',
    0,
  ),
  changeOnly('complaints-received', 'The number of complaints received annually', 'customers', 10, {
    ...lower,
    frequency: 'year',
  }),
  changeOnly(
    'social-messages-in',
    'Total number of inbound stakeholder comments and messages through corporate social media channels',
    'customers',
    0,
    counted,
  ),
  changeOnly(
    'social-messages-out',
    'Total number of responses provided to inbound stakeholder comments and messages through corporate social media channels',
    'customers',
    -70.9,
    counted,
  ),
  changeOnly('one-stop-shop-survey', 'One stop shop customer exit survey rating', 'access', -1, {
    frequency: 'half-year',
  }),
  changeOnly(
    'video-appointments-rating',
    "Average rating for 'overall experience' of one stop shop video conferencing appointments (%)",
    'digital',
    0,
    onlyIn(95, {
      period: '2021-22-q4',
      periodLabel: 'January to March 2022 (quarter 4)',
      flags: ['stale'],
      series: quarters(8, { year: 2023, quarter: 3 }).map((quarter) =>
        quarter.id === '2021-22-q4' ? point(quarter, { value: 95 }) : point(quarter),
      ),
    }),
  ),
  changeOnly('facebook-response', 'Facebook average response time (Hours)', 'digital', 12.2, hours),
  changeOnly('twitter-response', 'Twitter average response time (Hours)', 'digital', -29.8, hours),
  changeOnly(
    'digital-transactions',
    'Number of digital transactions, and form completions, received via My Wirral',
    'digital',
    -8.2,
    counted,
  ),
  changeOnly('calls-into-call-centre', 'Number of phone calls into the council call centre', 'digital', 32.5, lower),
  changeOnly('face-to-face', 'The number of One Stop Shop face to face appointments', 'digital', -13, {
    ...lower,
    frequency: 'year',
  }),
  changeOnly('live-accounts', 'Total number of live My Wirral Accounts', 'digital', 15.7, counted),
  changeOnly(
    'generic-calls-handled',
    'Generic call centre calls handled per year',
    'digital',
    0,
    onlyIn(173000, { ...counted, polarity: 'none', frequency: 'year', qualifier: 'over' }),
  ),
  changeOnly(
    'generic-speed-of-answer',
    'Generic call centre average speed of answer',
    'digital',
    0,
    onlyIn(3.13, { unit: 'minutes', decimals: 2, polarity: 'lower', frequency: 'year' }),
  ),
  changeOnly(
    'generic-adviser-fte',
    'Generic call centre Customer Adviser FTE',
    'digital',
    0,
    onlyIn(12.4, { unit: 'fte', polarity: 'none' }),
  ),
  changeOnly(
    'mp-referrals-weekly',
    'MP referrals received per week (average)',
    'referrals',
    0,
    onlyIn(22, { ...counted, polarity: 'none', qualifier: 'over' }),
  ),
  changeOnly('mp-referrals-answered', 'MP referrals answered within ten working days', 'referrals', 0, {
    ...nothing,
    notPublishedReason: 'The paper states the standard but no figure.',
    rating: { colour: 'not-reported', reason: 'The paper states the standard but no figure.' },
  }),
  changeOnly('member-escalations', 'Member referral escalations by reason', 'referrals', 0, {
    ...nothing,
    ...lower,
    notPublishedReason: 'The paper lists the reasons but no counts.',
    rating: { colour: 'not-reported', reason: 'The paper lists the reasons but no counts.' },
  }),
];

const complete = { status: 'complete', rating: { colour: 'green', reason: 'Green: the work is complete.' } } as const;
const onTrackSoon = {
  rating: {
    colour: 'amber',
    reason: 'Amber: the deadline of 31 January 2024 is within 5 weeks of the quarter’s end on 31 December 2023.',
  },
} as const;

const delayed = (currentDeadline: string, weeksDelay: number, isRed: boolean, comment: string) => ({
  currentDeadline,
  weeksDelay,
  comment,
  status: 'delayed' as const,
  rebaselined: 1,
  rating: isRed
    ? {
        colour: 'red' as const,
        reason: 'Red: the deadline passed before 25 January 2024 and the work is not complete.',
      }
    : { colour: 'amber' as const, reason: `Amber: the deadline moved to ${currentDeadline}.` },
});

const lead = 'Customer services lead A';

export const wirralMilestones: EditionMilestone[] = [
  milestone({
    id: 'p1-4',
    title: 'Review contact channel mix, volumes, gaps and resourcing',
    owner: 'Customer services leads A and B',
    originalDeadline: '2024-03-31',
  }),
  milestone({
    id: 'p1-3',
    title: 'Redesign processes to cut transfers and resolve at first contact',
    owner: 'Service review lead',
    originalDeadline: '2024-03-31',
    comment: 'Folded into systems review',
    ...complete,
  }),
  milestone({
    id: 'p1-2',
    title: 'Review complaint management and response process',
    owner: 'Customer feedback and digital lead',
    originalDeadline: '2023-06-30',
    ...delayed('2024-03-28', 38, false, 'Waiting for ombudsman guidance; internal reminders being reworked'),
  }),
  milestone({
    id: 'p1-1',
    title: 'Review customer feedback approach for continuous improvement',
    owner: lead,
    originalDeadline: '2023-08-31',
    ...delayed('2023-12-31', 17, true, 'Competing priorities'),
  }),
  milestone({
    id: 'p2-2',
    title: 'Create Digital Inclusion Network with partners',
    group: 'access',
    owner: 'Digital inclusion lead',
    originalDeadline: '2023-06-30',
    ...delayed('2023-12-20', 24, true, 'Regional initiative live; needs spreading'),
  }),
  milestone({
    id: 'p2-1',
    title: 'Equality impact assessment of service accessibility in reviews',
    group: 'access',
    owner: 'Service review lead',
    originalDeadline: '2024-03-31',
    comment: 'Folded into systems review',
    ...complete,
  }),
  milestone({
    id: 'p2-3',
    title: 'Train frontline staff to promote and support self-serve',
    group: 'access',
    owner: lead,
    originalDeadline: '2023-09-30',
    comment: 'Marked complete yet two services still to report',
    ...complete,
  }),
  milestone({
    id: 'p2-4',
    title: 'Review website accessibility and usability',
    group: 'access',
    owner: 'Web lead',
    originalDeadline: '2023-06-30',
    completedOn: '2023-06-16',
    comment: 'Relaunched and audited',
    ...complete,
  }),
  milestone({
    id: 'p3-3',
    title: 'Review use of AI, voice recognition and chatbots',
    group: 'digital',
    owner: 'Customer feedback and digital lead',
    originalDeadline: '2023-06-30',
    ...delayed('2024-03-31', 39, false, 'Vendor discovery continuing'),
    rebaselined: 2,
  }),
  milestone({
    id: 'p3-2',
    title: 'Communicate need to eliminate paper',
    group: 'digital',
    owner: 'Customer services lead B',
    originalDeadline: '2023-06-30',
    ...delayed('2024-01-01', 26, true, 'Using climate newsletter'),
  }),
  milestone({
    id: 'p3-1',
    title: 'Increase online services and self-service rates',
    group: 'digital',
    owner: 'Business change lead',
    originalDeadline: '2024-01-31',
    ...delayed('2024-03-31', 8, false, 'Analysts started; packages within three months'),
  }),
  milestone({
    id: 'p3-4',
    title: 'Review social media customer service and capacity',
    group: 'digital',
    owner: 'Customer services leads A and B',
    originalDeadline: '2024-03-31',
    comment: 'Best practice being explored',
  }),
  milestone({
    id: 'p4-1',
    title: 'Develop and launch Customer Charter',
    group: 'experience',
    owner: 'Senior manager, engagement',
    originalDeadline: '2023-05-31',
    ...delayed('2023-12-20', 29, true, 'On intranet; learning and launch to follow'),
  }),
  milestone({
    id: 'p4-2',
    title: 'Develop, launch and embed mandatory customer training',
    group: 'experience',
    owner: 'Learning and development lead',
    originalDeadline: '2024-01-31',
    comment: 'Learning framework due by end 2023',
    ...onTrackSoon,
  }),
  milestone({
    id: 'p4-3',
    title: 'Review external contracts for customer values',
    group: 'experience',
    owner: 'Senior manager, engagement',
    originalDeadline: '2024-03-31',
  }),
];

const groupOf = (id: string, title: string): Edition['groups'][number] => ({
  id,
  title,
  measures: wirralMeasures.filter(({ group }) => group === id).map((each) => each.id),
  milestones: wirralMilestones.filter(({ group }) => group === id).map((each) => each.id),
  commentary: [],
});

const ranked = (side: 1 | -1): string[] =>
  wirralMeasures
    .filter(({ improvement }) => side * (improvement?.value ?? 0) > 0)
    .sort((a, b) => side * ((b.improvement?.value ?? 0) - (a.improvement?.value ?? 0)))
    .map(({ id }) => id);

export const wirral: Edition = {
  schema: 'edition-1',
  organisation: { id: 'wirral', name: 'Wirral Council', website: 'https://www.wirral.gov.uk/' },
  scorecard: {
    id: 'customer-experience',
    title: 'Customer Experience Strategy',
    summary: 'Four priorities for how residents, businesses and partners deal with the council.',
    notice:
      'Recomputed by Quarterlight from a public committee paper of January 2024. These pages are not published by Wirral Council.',
    frequency: 'quarter',
  },
  period: { ...wirralQuarter, start: '2023-10-01', end: '2023-12-31', complete: true },
  asOf: '2024-01-25',
  publishedAt: '2024-01-25T23:59:59.999Z',
  edition: 1,
  software: '0.1.0',
  groups: [
    groupOf('customers', 'Putting customers at the heart'),
    groupOf('access', 'Service accessibility'),
    groupOf('digital', 'Harnessing digital technology'),
    groupOf('experience', 'Embedding customer experience'),
    groupOf('referrals', 'Cover report'),
  ],
  measures: wirralMeasures,
  milestones: wirralMilestones,
  milestoneRule: { windowDays: 35, previousQuarterEnd: '2023-12-31' },
  mostImproved: ranked(1),
  mostWorsened: ranked(-1),
  revisions: [],
};

const bare = { organisation: { id: 'bare', name: 'Bare District Council' } } as const;

/** Nothing but a title: every section must say that it is empty. */
export const bareEdition: Edition = {
  ...contactCentre,
  ...bare,
  scorecard: { id: 'plan', title: 'Corporate plan', frequency: 'quarter' },
  groups: [],
  measures: [],
  milestones: [],
  mostImproved: [],
  mostWorsened: [],
  revisions: [],
};

const listed = ({ organisation, scorecard }: Edition) => ({
  id: organisation.id,
  name: organisation.name,
  scorecards: [{ id: scorecard.id, title: scorecard.title }],
});

export const organisations = [contactCentre, wirral, bareEdition].map(listed);

/** Every scorecard of the fixtures as `renderSite` takes it. */
export const paper: Paper = {
  scorecard: 'contact-centre',
  period: '2024-25-q4',
  title: 'How the contact centre did',
  meeting: 'Scrutiny Committee',
  date: '2025-05-14',
  item: '7',
  label: 'Public',
  reportOf: 'Director of Customer Services',
  author: { role: 'Performance manager', contact: 'performance@example.org' },
  appendix: true,
  body: `# Summary

{{council}} rates {{measures.rated}} measures: {{measures.green}} are on target. Calls: {{measure.calls-answered-80s.value}}.

## Movement

{{movement.measures.newly-red}}

# Recommendations

1. Note **what changed**.
2. Read [the strategy](https://www.example.org/strategy), not [this](javascript:alert(1)).

| Date | Item |
|---|---|
| Soon | <script>alert(1)</script> {{measure.gone.value}} |
`,
};

export const inputs: readonly SiteInput[] = [
  {
    editions: [contactCentre, contactCentreRunning],
    earlier: [contactCentreBefore],
    licence: 'open-government-licence-3.0',
    scorecards: [contactCentre],
    organisations,
    contact: 'performance@example.org',
    papers: [paper],
  },
  { editions: [wirral], scorecards: [wirral], organisations },
  { editions: [bareEdition], scorecards: [bareEdition], organisations },
];
