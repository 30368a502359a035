import { type Period, periodLabel } from '#calendar/period.ts';
import type { EditionMeasure, Point } from '#scorecard/edition.ts';
import { isWithheld } from '#scorecard/withheld.ts';
import { dashboardLinks } from '#site/addresses.ts';
import { type Column, ColumnTable } from '#site/columnTable.tsx';
import { DashboardLayout, type DashboardProps } from '#site/dashboardLayout.tsx';
import { type Months, monthsOfYear, yearsIn } from '#site/dashboardMonths.ts';
import { figureParts, relative, shortPeriod } from '#site/format.ts';
import { monthMarks, plural, say, words } from '#site/words.ts';
import { type MonthMark, yearMarks } from '#site/yearMarks.ts';
import { yearTotal } from '#site/yearTotals.ts';

interface YearProps extends DashboardProps {
  readonly year: Period;
}

/** A mark stays with its figure. */
const narrowSpace = '\u202f';

const cellOf = (months: Months, month: Period) => (measure: EditionMeasure) => {
  const point = months.figure(measure.id, month.id)?.point;
  const marks = point ? yearMarks(point).map((name) => monthMarks[name].mark) : [];
  if (point?.value === undefined) return marks.length > 0 ? marks.join(' ') : undefined;
  return [figureParts(point.value, measure).number, ...(point.complete ? [] : ['*']), ...marks].join(narrowSpace);
};

/** Twelve months leave no room for a unit that is a word in each cell: it stands once, below the name. */
const Name = ({ measure, href }: { measure: EditionMeasure; href: string }) => {
  const { unit } = figureParts(2, measure);
  return (
    <>
      <a class="govuk-link" href={href}>
        {measure.title}
      </a>
      {unit && <span class="note"> {say.inUnit(unit)}</span>}
    </>
  );
};

/** What the marks in the table mean: those that are in it. */
const Marks = ({ months, year, ids }: { months: Months; year: Period; ids: readonly string[] }) => {
  const points = ids.flatMap((id) => monthsOfYear(year).flatMap((month) => months.figure(id, month.id)?.point ?? []));
  const used = new Set(points.flatMap(yearMarks));
  const means = (Object.keys(monthMarks) as MonthMark[]).filter((name) => used.has(name));
  return means.length === 0 ? null : (
    <p class="figure__note">{means.map((name) => `${monthMarks[name].means}.`).join(' ')}</p>
  );
};

const monthColumns = (months: Months, year: Period): Column<EditionMeasure>[] =>
  monthsOfYear(year).map((month) => ({
    heading: shortPeriod(month.id),
    isNumber: true,
    of: cellOf(months, month),
  }));

/** Of fewer than twelve months it says of how many. */
const Summed = ({ text, months }: { text: string; months: number }) => (
  <span>
    <b>{text}</b>
    {months < 12 && <span class="note">{plural(months, 'month')}</span>}
  </span>
);

const totalColumns = (
  { dashboard, months, year }: YearProps,
  shown: readonly EditionMeasure[],
): Column<EditionMeasure>[] => {
  const totalOf = ({ id }: EditionMeasure) => (dashboard.totals.includes(id) ? yearTotal(months, id, year) : undefined);
  const growthOf = (measure: EditionMeasure) => totalOf(measure)?.growth;
  const total: Column<EditionMeasure> = {
    heading: words.yearTotal,
    isNumber: true,
    of: (measure) => {
      const found = totalOf(measure);
      return found && <Summed text={figureParts(found.total, measure).number} months={found.months} />;
    },
  };
  const growth: Column<EditionMeasure> = {
    heading: words.growth,
    isNumber: true,
    of: (measure) => {
      const found = growthOf(measure);
      return found && <Summed text={say.signed(relative(found.percent), found.percent)} months={found.months} />;
    },
  };
  return [...(shown.some(totalOf) ? [total] : []), ...(shown.some(growthOf) ? [growth] : [])];
};

const Years = ({ dashboard, months, view, year }: YearProps) => {
  const links = dashboardLinks(view.edition.organisation.id, dashboard.id);
  return (
    <nav class="steps" aria-label={words.otherYears}>
      <ul>
        {yearsIn(months)
          .filter(({ id }) => id !== year.id)
          .map(({ id }) => (
            <li key={id}>
              <a class="govuk-link" href={links.year(id)}>
                {say.wholeYear(shortPeriod(id))}
              </a>
            </li>
          ))}
        {monthsOfYear(year)
          .filter(({ id }) => months.ids.includes(id))
          .map(({ id }) => (
            <li key={id}>
              <a class="govuk-link" href={links.month(id)}>
                {shortPeriod(id)}
              </a>
            </li>
          ))}
      </ul>
    </nav>
  );
};

const isTold = (point: Point | undefined): boolean =>
  point !== undefined && (point.value !== undefined || isWithheld(point));

const hasCells = (months: Months, year: Period, id: string): boolean =>
  monthsOfYear(year).some((month) => isTold(months.figure(id, month.id)?.point));

const sectionsOf = ({ dashboard, months, year }: YearProps) =>
  dashboard.sections
    .map(({ id, title, measures }) => ({
      id,
      title,
      rows: measures
        .filter((measure) => hasCells(months, year, measure))
        .flatMap((measure) => months.figure(measure, year.id)?.measure ?? []),
    }))
    .filter(({ rows }) => rows.length > 0);

/** April to March by month, with what may be added up, and how that has grown on the year before. */
export const YearPage = (props: YearProps) => {
  const { dashboard, months, view, year } = props;
  const links = dashboardLinks(view.edition.organisation.id, dashboard.id);
  const label = shortPeriod(year.id);
  const sections = sectionsOf(props);
  const shown = sections.flatMap(({ rows }) => rows);
  const totals = totalColumns(props, shown);
  const isRunning = monthsOfYear(year).some(({ id }) => months.ids.includes(id) && !months.isComplete(id));
  const left = dashboard.sections.flatMap(({ measures }) => measures).length - shown.length;
  return (
    <DashboardLayout
      {...props}
      heading={say.yearHeading(dashboard.title, label)}
      caption={periodLabel(year)}
      address={links.year(year.id)}
      description={say.dashboardAbout(dashboard.title, label)}
      trail={[{ text: dashboard.title, href: links.latest }, { text: label }]}
    >
      <Years {...props} />
      <section class="scrolling year" tabindex={0} aria-label={say.yearHeading(dashboard.title, label)}>
        <ColumnTable<EditionMeasure>
          class="table--year"
          caption={say.yearHeading(dashboard.title, label)}
          nameHeading={words.measure}
          columns={[...monthColumns(months, year), ...totals]}
          sections={sections}
          keyOf={({ id }) => id}
          nameOf={(measure) => <Name measure={measure} href={view.links.measure(measure.id)} />}
        />
      </section>
      <Marks months={months} year={year} ids={shown.map(({ id }) => id)} />
      {totals.length > 0 && <p class="figure__note">{words.totalsNote}</p>}
      {isRunning && <p class="figure__note">{words.runningNote}</p>}
      {left > 0 && <p class="figure__note">{say.leftOutOfYear(left)}</p>}
    </DashboardLayout>
  );
};
