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
import { isPlanned, type Stretch, tablesOf } from '#site/targetStretches.ts';
import { targetText } from '#site/targetText.ts';
import type { View } from '#site/view.ts';
import { polarityWords, say, words } from '#site/words.ts';

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
