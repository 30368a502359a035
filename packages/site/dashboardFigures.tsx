import type { Flag } from '#scorecard/edition.ts';
import { ChangeText } from '#site/change.tsx';
import { changeBetween } from '#site/changeBetween.ts';
import { type Column, ColumnTable } from '#site/columnTable.tsx';
import type { MonthFigure } from '#site/dashboardMonths.ts';
import { figure } from '#site/format.ts';
import { absentWord, pointMarks } from '#site/marksOf.ts';
import { RatingTag } from '#site/ratingTag.tsx';
import { hasTrend, Spark } from '#site/spark.tsx';
import { targetText } from '#site/targetText.ts';
import type { View } from '#site/view.ts';
import { flagWords, words } from '#site/words.ts';

interface FiguresProps {
  readonly figures: readonly MonthFigure[];
  readonly view: View;
}

const Value = ({ point, measure, account }: MonthFigure) => {
  if (point?.value === undefined) return <span class="quiet">{point ? absentWord(point) : words.notPublished}</span>;
  return (
    <b>
      {account?.qualifier && <span class="qualifier">{account.qualifier} </span>}
      {figure(point.value, measure)}
    </b>
  );
};

/** What a reader must know of the figure before comparing it. */
export const notesOf = ({ point, account }: Pick<MonthFigure, 'point' | 'account'>): readonly string[] => {
  const flags = account?.flags.filter((flag) => ofTheFigure.includes(flag)).map((flag) => flagWords[flag]) ?? [];
  if (point === undefined) return flags;
  const marks = pointMarks(point);
  return [
    ...(point.complete || point.value === undefined ? [] : [words.unfinishedMonth]),
    ...new Set(point.value === undefined && point.reason !== undefined ? marks : [...marks, ...flags]),
  ];
};

/** Whether a later edition had another figure says nothing of this month's. */
const ofTheFigure: readonly Flag[] = ['suppressed', 'incomplete', 'estimated'];

const Note = (each: MonthFigure) => {
  const notes = notesOf(each);
  return notes.length === 0 ? null : <span class="note">{notes.join('. ')}</span>;
};

const onMonthBefore = ({ point, monthBefore, measure }: MonthFigure) =>
  changeBetween(point, monthBefore, measure, words.monthBefore);
const onYearBefore = ({ point, yearBefore, measure }: MonthFigure) =>
  changeBetween(point, yearBefore, measure, words.yearBefore);

const changeColumn = (heading: string, of: typeof onMonthBefore): Column<MonthFigure> => ({
  heading,
  of: (each) => {
    const change = of(each);
    return change && <ChangeText change={change} />;
  },
});

/** Whole months alone: one that is not over would be drawn as a fall. */
const drawnOf = ({ measure, series }: MonthFigure) => ({
  ...measure,
  series: series.filter(({ complete }) => complete),
});

const Trend = (each: MonthFigure) => {
  const drawn = drawnOf(each);
  return hasTrend(drawn) ? <Spark measure={drawn} /> : null;
};

const hasTarget = ({ point, measure }: MonthFigure): boolean =>
  point !== undefined && targetText(point, measure) !== undefined;

/** A column that would be empty from top to bottom is left out. */
const columnsOf = (figures: readonly MonthFigure[]): Column<MonthFigure>[] => [
  { heading: words.value, isNumber: true, of: (each) => <Value {...each} /> },
  ...(figures.some(hasTarget)
    ? [
        {
          heading: words.target,
          isNumber: true,
          of: ({ point, measure }: MonthFigure) => point && targetText(point, measure),
        },
        {
          heading: words.status,
          of: ({ point }: MonthFigure) => <RatingTag colour={point?.colour ?? 'not-reported'} />,
        },
      ]
    : []),
  ...(figures.some(onMonthBefore) ? [changeColumn(words.onMonthBefore, onMonthBefore)] : []),
  ...(figures.some(onYearBefore) ? [changeColumn(words.onYearBefore, onYearBefore)] : []),
  ...(figures.some((each) => hasTrend(drawnOf(each)))
    ? [{ heading: words.trend, of: (each: MonthFigure) => <Trend {...each} /> }]
    : []),
];

const Name = ({ view, ...each }: MonthFigure & { view: View }) => (
  <>
    <a class="govuk-link" href={view.links.measure(each.measure.id)}>
      {each.measure.title}
    </a>{' '}
    <Note {...each} />
  </>
);

export const FigureTable = ({ figures, view, caption }: FiguresProps & { caption: string }) => (
  <ColumnTable<MonthFigure>
    class="table--dashboard"
    caption={caption}
    nameHeading={words.measure}
    columns={columnsOf(figures)}
    sections={[{ id: 'figures', rows: figures }]}
    keyOf={({ measure }) => measure.id}
    nameOf={(each) => <Name view={view} {...each} />}
  />
);

const Headline = ({ view, ...each }: MonthFigure & { view: View }) => {
  const { point, measure } = each;
  const target = point && targetText(point, measure);
  const changes = [onMonthBefore(each), onYearBefore(each)].filter((change) => change !== undefined);
  return (
    <li class="headline">
      <h3 class="govuk-heading-s">
        <a class="govuk-link" href={view.links.measure(measure.id)}>
          {measure.title}
        </a>
      </h3>
      <p class="headline__value">
        <Value {...each} />
      </p>
      <Note {...each} />
      <p class="headline__target">
        <RatingTag colour={point?.colour ?? 'not-reported'} />{' '}
        {target !== undefined && (
          <span>
            {words.target} {target}
          </span>
        )}
      </p>
      {changes.map((change) => (
        <p key={change.basis} class="headline__change">
          <ChangeText change={change} /> <span class="quiet">{change.basis}</span>
        </p>
      ))}
      <Trend {...each} />
    </li>
  );
};

/** The few that are set large: the main targets. */
export const Headlines = ({ figures, view }: FiguresProps) => (
  <ul class="headlines">
    {figures.map((each) => (
      <Headline key={each.measure.id} view={view} {...each} />
    ))}
  </ul>
);
