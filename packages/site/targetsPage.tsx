import { type Frequency, parsePeriod, periodContaining } from '#calendar/period.ts';
import type { Edition, EditionMeasure } from '#scorecard/edition.ts';
import { type Column, ColumnTable } from '#site/columnTable.tsx';
import { Downloads } from '#site/downloads.tsx';
import { figure, shortPeriod } from '#site/format.ts';
import { furtherPageIn } from '#site/furtherPages.ts';
import { Key } from '#site/key.tsx';
import { marksOf } from '#site/marksOf.ts';
import { Figure } from '#site/measureTable.tsx';
import { RatingTag } from '#site/ratingTag.tsx';
import { ScorecardLayout } from '#site/scorecardLayout.tsx';
import { measuresById } from '#site/summary.ts';
import { targetText } from '#site/targetText.ts';
import type { View } from '#site/view.ts';
import { polarityWords, say, words } from '#site/words.ts';

type Planned = NonNullable<EditionMeasure['targetPlan']>[number];

export const isPlanned = ({ targetPlan, baseline }: EditionMeasure): boolean =>
  targetPlan !== undefined || baseline !== undefined;

const everyYear = '';

/** What one table shows: measures whose periods have one length, and of those periods a stretch, or every year. */
interface Stretch {
  readonly measures: readonly EditionMeasure[];
  readonly periods: readonly Planned[];
  /** A year or a half, where periods are shorter than a year. */
  readonly within?: string;
  readonly isFirst: boolean;
  /** Shows where each measure is now: of several stretches the one that has come, or the first. */
  readonly hasLatest: boolean;
}

const lengthOf = ({ targetPlan: [first] = [] }: EditionMeasure): Frequency | undefined =>
  first && parsePeriod(first.period).frequency;

/** In their order: ids of one frequency sort by time. */
const periodsOf = (measures: readonly EditionMeasure[]): readonly Planned[] => {
  const all = measures.flatMap(({ targetPlan = [] }) => targetPlan);
  const byId = new Map(all.map((each) => [each.period, each]));
  return [...byId.values()].sort((a, b) => (a.period < b.period ? -1 : 1));
};

/** More columns than six would leave a sheet of paper: months stand by the half-year, and what is longer by the year. */
const stretchOf = (period: string): string => {
  const { start, frequency } = parsePeriod(period);
  if (frequency === 'year') return everyYear;
  return periodContaining(start, frequency === 'month' ? 'half-year' : 'year').id;
};

const isIn = ({ targetPlan = [] }: EditionMeasure, periods: readonly Planned[]): boolean =>
  targetPlan.some(({ period }) => periods.some((each) => each.period === period));

const stretchesOf = (measures: readonly EditionMeasure[], now: string): readonly Stretch[] => {
  const stretches = [...Map.groupBy(periodsOf(measures), ({ period }) => stretchOf(period))];
  if (stretches.length === 0) return [{ measures, periods: [], isFirst: true, hasLatest: true }];
  const starts = stretches.map(([, [first]]) => parsePeriod(first?.period ?? now).start);
  const current = Math.max(
    0,
    starts.findLastIndex((start) => start <= parsePeriod(now).start),
  );
  return stretches.map(([within, periods], index) => ({
    measures:
      index === current
        ? measures
        : measures.filter((measure) => isIn(measure, periods) || (index === 0 && measure.baseline !== undefined)),
    periods,
    isFirst: index === 0,
    hasLatest: index === current,
    ...(within !== everyYear && { within }),
  }));
};

/** Targets of periods of one length stand together; measures with a baseline alone stand in the first table. */
const tablesOf = (planned: readonly EditionMeasure[], now: string): readonly Stretch[] => {
  const usual = planned.map(lengthOf).find((length) => length !== undefined);
  const byLength = Map.groupBy(planned, (measure) => lengthOf(measure) ?? usual);
  return [...byLength.values()].flatMap((measures) => stretchesOf(measures, now));
};

type Baseline = NonNullable<EditionMeasure['baseline']>;

const Baseline = ({ measure, baseline }: { measure: EditionMeasure; baseline: Baseline }) => (
  <span>
    {baseline.value === undefined ? words.notPublished : figure(baseline.value, measure)}{' '}
    <span class="note">{baseline.label}</span>
  </span>
);

const targetIn = (measure: EditionMeasure, period: string): string | undefined => {
  const planned = measure.targetPlan?.find((each) => each.period === period);
  return planned && targetText({ target: planned.value, targetRange: planned.range }, measure);
};

const Latest = ({ measure }: { measure: EditionMeasure }) => (
  <span>
    <b>{measure.value === undefined ? words.notPublished : <Figure measure={measure} />}</b>{' '}
    <span class="note">{[shortPeriod(measure.period), ...marksOf(measure)].join('. ')}</span>
  </span>
);

const baselineColumn: Column<EditionMeasure> = {
  heading: words.baseline,
  isNumber: true,
  of: (measure) => measure.baseline && <Baseline measure={measure} baseline={measure.baseline} />,
};

const latestColumns: readonly Column<EditionMeasure>[] = [
  { heading: words.latest, isNumber: true, of: (measure) => <Latest measure={measure} /> },
  { heading: words.status, of: (measure) => <RatingTag colour={measure.rating.colour} /> },
];

const columnsOf = ({ measures, periods, within, isFirst, hasLatest }: Stretch): readonly Column<EditionMeasure>[] => [
  ...(isFirst && measures.some(({ baseline }) => baseline !== undefined) ? [baselineColumn] : []),
  ...periods.map(({ period, label }) => ({
    heading: within === undefined ? say.targetIn(label) : label,
    isNumber: true,
    of: (measure: EditionMeasure) => targetIn(measure, period),
  })),
  ...(hasLatest ? latestColumns : []),
];

const Name = ({ measure, link }: { measure: EditionMeasure; link: string }) => (
  <>
    <a class="govuk-link" href={link}>
      {measure.title}
    </a>
    <span class="note">{polarityWords[measure.polarity]}</span>
  </>
);

const sectionsOf = ({ groups, ...edition }: Edition, shown: readonly EditionMeasure[]) =>
  groups
    .map(({ id, title, measures }) => ({
      id,
      title,
      rows: measuresById({ ...edition, groups }, measures).filter((measure) => shown.includes(measure)),
    }))
    .filter(({ rows }) => rows.length > 0);

const TargetTable = ({ stretch, view: { edition, links } }: { stretch: Stretch; view: View }) => {
  const { within, measures } = stretch;
  const heading = within && say.targetsIn(shortPeriod(within));
  return (
    <>
      {heading && <h2 class="govuk-heading-m">{heading}</h2>}
      <ColumnTable<EditionMeasure>
        class="table--targets"
        caption={`${heading ?? words.targetsByYear}, ${edition.scorecard.title}`}
        nameHeading={words.measure}
        columns={columnsOf(stretch)}
        sections={sectionsOf(edition, measures)}
        keyOf={({ id }) => id}
        nameOf={(measure) => <Name measure={measure} link={links.measure(measure.id)} />}
      />
    </>
  );
};

/** What each measure began from, what it is to reach in each year, and where it is. */
export const TargetsPage = ({ view }: { view: View }) => {
  const { edition } = view;
  const planned = edition.measures.filter(isPlanned);
  const others = edition.measures.length - planned.length;
  return (
    <ScorecardLayout
      view={view}
      section="targets"
      heading={words.targetsByYear}
      caption={`${edition.scorecard.title}, ${edition.period.label}`}
      description={say.targetsAbout(edition.scorecard.title, planned.length)}
      pageIn={furtherPageIn('targets')}
    >
      <p class="lede">{say.targetsLede(planned.length)}</p>
      {tablesOf(planned, edition.period.id).map((stretch) => (
        <TargetTable key={stretch.periods[0]?.period} stretch={stretch} view={view} />
      ))}
      {others > 0 && (
        <p class="govuk-body">
          {say.otherTargets(others)}{' '}
          <a class="govuk-link" href={view.links.measures}>
            {words.allMeasures}
          </a>
        </p>
      )}
      <Key edition={edition} shows={['measures']} />
      <Downloads view={view} />
    </ScorecardLayout>
  );
};
