import { type Frequency, parsePeriod } from '#calendar/period.ts';
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

/** The periods that any of the measures has a target for, in their order: ids of one frequency sort by time. */
const periodsOf = (measures: readonly EditionMeasure[]): readonly Planned[] => {
  const all = measures.flatMap(({ targetPlan = [] }) => targetPlan);
  const byId = new Map(all.map((each) => [each.period, each]));
  return [...byId.values()].sort((a, b) => (a.period < b.period ? -1 : 1));
};

const lengthOf = ({ targetPlan: [first] = [] }: EditionMeasure): Frequency | undefined =>
  first && parsePeriod(first.period).frequency;

/** Targets of periods of one length stand in one table; measures with a baseline alone stand in the first. */
const tablesOf = (planned: readonly EditionMeasure[]): readonly (readonly EditionMeasure[])[] => {
  const usual = planned.map(lengthOf).find((length) => length !== undefined);
  return [...Map.groupBy(planned, (measure) => lengthOf(measure) ?? usual).values()];
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

const columnsOf = (measures: readonly EditionMeasure[]): Column<EditionMeasure>[] => [
  ...(measures.some(({ baseline }) => baseline !== undefined)
    ? [
        {
          heading: words.baseline,
          isNumber: true,
          of: (measure: EditionMeasure) =>
            measure.baseline && <Baseline measure={measure} baseline={measure.baseline} />,
        },
      ]
    : []),
  ...periodsOf(measures).map(({ period, label }) => ({
    heading: say.targetIn(label),
    isNumber: true,
    of: (measure: EditionMeasure) => targetIn(measure, period),
  })),
  { heading: words.latest, isNumber: true, of: (measure) => <Latest measure={measure} /> },
  { heading: words.status, of: (measure) => <RatingTag colour={measure.rating.colour} /> },
];

const Name = ({ measure, view }: { measure: EditionMeasure; view: View }) => (
  <>
    <a class="govuk-link" href={view.links.measure(measure.id)}>
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

const TargetTable = ({ measures, view }: { measures: readonly EditionMeasure[]; view: View }) => (
  // Reached by keyboard, because targets of many quarters scroll sideways.
  <section class="scrolling" tabindex={0} aria-label={words.targetsByYear}>
    <ColumnTable<EditionMeasure>
      class="table--targets"
      caption={`${words.targetsByYear}, ${view.edition.scorecard.title}`}
      nameHeading={words.measure}
      columns={columnsOf(measures)}
      sections={sectionsOf(view.edition, measures)}
      keyOf={({ id }) => id}
      nameOf={(measure) => <Name measure={measure} view={view} />}
    />
  </section>
);

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
      {tablesOf(planned).map((measures) => (
        <TargetTable key={measures[0]?.id} measures={measures} view={view} />
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
