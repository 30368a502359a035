import { parsePeriod, periodContaining, periodLabel } from '#calendar/period.ts';
import type { DashboardSection } from '#scorecard/dashboardSchema.ts';
import { dashboardLinks } from '#site/addresses.ts';
import { FigureTable, Headlines } from '#site/dashboardFigures.tsx';
import { DashboardLayout, type DashboardProps } from '#site/dashboardLayout.tsx';
import { Lists, listsOf } from '#site/dashboardLists.tsx';
import type { MonthFigure, Months } from '#site/dashboardMonths.ts';
import { longDay, shortPeriod } from '#site/format.ts';
import { Details } from '#site/govuk.tsx';
import { Key } from '#site/key.tsx';
import { plural, say, words } from '#site/words.ts';

interface MonthProps extends DashboardProps {
  readonly month: string;
  /** Of a page for one section alone. */
  readonly section?: DashboardSection;
}

const labelOf = (month: string): string => periodLabel(parsePeriod(month));

const linksOf = ({ dashboard, view }: DashboardProps) => dashboardLinks(view.edition.organisation.id, dashboard.id);

/** The same page in another month. */
const hrefIn = (props: MonthProps, month: string): string =>
  props.section ? linksOf(props).section(month, props.section.id) : linksOf(props).month(month);

const Step = ({ props, month, rel, text }: { props: MonthProps; month?: string; rel: string; text: string }) =>
  month === undefined ? null : (
    <li>
      <a class="govuk-link" href={hrefIn(props, month)} rel={rel}>
        {text}: {labelOf(month)}
      </a>
    </li>
  );

/** The month before, the month after, and the year that the month is of. */
const Steps = (props: MonthProps) => {
  const { ids } = props.months;
  const at = ids.indexOf(props.month);
  const year = periodContaining(parsePeriod(props.month).start, 'year');
  return (
    <nav class="steps" aria-label={words.otherMonths}>
      <ul>
        <Step props={props} month={ids[at - 1]} rel="prev" text={words.previousMonth} />
        <Step props={props} month={ids[at + 1]} rel="next" text={words.nextMonth} />
        <li>
          <a class="govuk-link" href={linksOf(props).year(year.id)}>
            {say.wholeYear(shortPeriod(year.id))}
          </a>
        </li>
      </ul>
    </nav>
  );
};

const OtherMonths = (props: MonthProps) =>
  props.months.ids.length < 2 ? null : (
    <Details summary={words.otherMonths} class="periods">
      <ul class="periods__list periods__list--months">
        {props.months.ids.toReversed().map((month) => (
          <li key={month}>
            <a class="govuk-link" href={hrefIn(props, month)} aria-current={month === props.month ? 'true' : undefined}>
              {labelOf(month)}
            </a>
          </li>
        ))}
      </ul>
    </Details>
  );

const figuresIn = (section: DashboardSection, { figure }: Months, month: string): readonly MonthFigure[] =>
  section.measures.flatMap((id) => figure(id, month) ?? []);

const isPublished = (each: MonthFigure): boolean => each.point?.value !== undefined || listsOf(each).length > 0;

/** Withheld, or suspended: another matter than nothing having come. */
const isAccountedFor = ({ point }: MonthFigure): boolean => (point?.flags ?? []).length > 0;

/** A list without a figure of its own stands among the lists alone. */
const Content = ({ section, months, month, view }: MonthProps & { section: DashboardSection }) => {
  const figures = figuresIn(section, months, month);
  const lists = figures.flatMap(listsOf);
  const single = figures.filter((each) => each.point?.value !== undefined || listsOf(each).length === 0);
  if (!figures.some((each) => isPublished(each) || isAccountedFor(each)))
    return (
      <p class="empty">
        {say.nothingInMonth(
          figures.map(({ measure }) => measure.title),
          labelOf(month),
        )}
      </p>
    );
  return (
    <>
      {single.length > 0 && section.headline && <Headlines figures={single} view={view} />}
      {single.length > 0 && !section.headline && (
        <FigureTable figures={single} view={view} caption={`${section.title}, ${labelOf(month)}`} />
      )}
      <Lists lists={lists} view={view} />
    </>
  );
};

const Section = (props: MonthProps & { section: DashboardSection }) => {
  const { id, title, introduction } = props.section;
  return (
    <section class="group" id={`section-${id}`} aria-labelledby={`section-${id}-title`}>
      <h2 class="govuk-heading-l" id={`section-${id}-title`}>
        {title}
      </h2>
      {introduction && <p class="govuk-body">{introduction}</p>}
      <Content {...props} />
    </section>
  );
};

/** Sections that have pages of their own, each with how much of it was published in the month. */
const OwnPages = (props: DashboardProps & { month: string }) => {
  const sections = props.dashboard.sections.filter(({ page }) => page);
  if (sections.length === 0) return null;
  return (
    <section class="group" aria-labelledby="own-pages">
      <h2 class="govuk-heading-l" id="own-pages">
        {words.ownPages}
      </h2>
      <ul class="own-pages">
        {sections.map((section) => {
          const figures = figuresIn(section, props.months, props.month);
          return (
            <li key={section.id}>
              <a class="govuk-link" href={linksOf(props).section(props.month, section.id)}>
                {section.title}
              </a>
              <span class="note">
                {say.publishedOf(figures.filter(isPublished).length, plural(figures.length, 'measure'))}
              </span>
            </li>
          );
        })}
      </ul>
    </section>
  );
};

const Unfinished = ({ months, month, view }: MonthProps) =>
  months.isComplete(month) ? null : (
    <p class="banner">{say.incompleteBanner(labelOf(month), longDay(view.edition.asOf))}</p>
  );

const hasStatus = ({ sections }: { sections: readonly DashboardSection[] }, { months, month }: MonthProps): boolean =>
  sections.some(
    (section) => section.headline || figuresIn(section, months, month).some(({ point }) => point?.target !== undefined),
  );

/** One month of a dashboard: its sections in their order, or one of those that have pages of their own. */
export const DashboardPage = (props: MonthProps & { isLatest?: boolean }) => {
  const { dashboard, month, section, view, isLatest = false } = props;
  const links = linksOf(props);
  const label = labelOf(month);
  const sections = section ? [section] : dashboard.sections.filter(({ page }) => !page);
  const trail = section
    ? [{ text: `${dashboard.title}, ${label}`, href: links.month(month) }, { text: section.title }]
    : [{ text: dashboard.title }];
  return (
    <DashboardLayout
      {...props}
      heading={section ? `${section.title}, ${label}` : `${dashboard.title}, ${label}`}
      caption={section ? dashboard.title : view.edition.organisation.name}
      address={isLatest ? links.latest : hrefIn(props, month)}
      description={say.dashboardAbout(section?.title ?? dashboard.title, label)}
      trail={trail}
      beside={<OtherMonths {...props} />}
    >
      <Unfinished {...props} />
      {!section && dashboard.summary && <p class="lede">{dashboard.summary}</p>}
      <Steps {...props} />
      {section
        ? [<Body key={section.id} {...props} section={section} />]
        : sections.map((each) => <Section key={each.id} {...props} section={each} />)}
      {!section && <OwnPages {...props} />}
      {hasStatus({ sections }, props) && <Key edition={view.edition} shows={['measures']} />}
    </DashboardLayout>
  );
};

/** Under a heading of the page there is no second one. */
const Body = (props: MonthProps & { section: DashboardSection }) => (
  <>
    {props.section.introduction && <p class="govuk-body">{props.section.introduction}</p>}
    <Content {...props} />
  </>
);
