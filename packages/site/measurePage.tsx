import type { Edition, EditionMeasure } from '#scorecard/edition.ts';
import { measureFiles } from '#site/addresses.ts';
import { BarTable } from '#site/barTable.tsx';
import { chartModel } from '#site/chartModel.ts';
import { Comments } from '#site/comments.tsx';
import { chartNotes, describeChart } from '#site/describe.ts';
import { Figure } from '#site/figure.tsx';
import { figure, longDay, shortDay, shortPeriod } from '#site/format.ts';
import { Key } from '#site/key.tsx';
import { KeyFigure } from '#site/keyFigure.tsx';
import { RatingTag } from '#site/ratingTag.tsx';
import { ScorecardLayout } from '#site/scorecardLayout.tsx';
import { SeriesTable } from '#site/seriesTable.tsx';
import { measuresById } from '#site/summary.ts';
import { TrendChart } from '#site/trendChart.tsx';
import type { View } from '#site/view.ts';
import { frequencyWords, polarityWords, say, unitWords, words } from '#site/words.ts';

interface Props {
  readonly view: View;
  readonly measure: EditionMeasure;
}

export const subtitleOf = ({ series, unit, frequency }: EditionMeasure): string => {
  const ids = series
    .slice(series.findIndex(({ value }) => value !== undefined))
    .map(({ period }) => shortPeriod(period));
  return say.seriesSubtitle(unitWords[unit], frequencyWords[frequency].name, ids[0] ?? '', ids.at(-1) ?? '');
};

export const sourceOf = ({ organisation }: Edition, { source }: EditionMeasure): string => source ?? organisation.name;

const Trend = ({ view, measure }: Props) => {
  const model = chartModel(measure);
  if (model === undefined) return <p class="empty">{words.noChart}</p>;
  return (
    <Figure
      id="trend"
      number={1}
      title={measure.title}
      subtitle={subtitleOf(measure)}
      notes={chartNotes(measure, model.isBars, model.isCropped)}
      source={sourceOf(view.edition, measure)}
      files={measureFiles(view.edition, measure.id)}
      table={<SeriesTable measure={measure} />}
    >
      <TrendChart model={model} measure={measure} id="trend" description={describeChart(measure, model.isBars)} />
    </Figure>
  );
};

const Behind = ({ view, measure }: Props) => (
  <section aria-labelledby="behind">
    <h2 class="govuk-heading-m" id="behind">
      {words.behind}
    </h2>
    {measure.commentary.length === 0 ? (
      <p class="empty">{words.noCommentary}</p>
    ) : (
      <Comments comments={measure.commentary} period={view.edition.period.id} />
    )}
  </section>
);

const Cuts = ({ measure }: { measure: EditionMeasure }) => (
  <>
    {measure.cuts.map(({ by, rows }) => (
      <section key={by} aria-labelledby={`cut-${by}`}>
        <h2 class="govuk-heading-m" id={`cut-${by}`}>
          {say.cutBy(by)}
        </h2>
        <BarTable heading={say.cutBy(by)} caption={say.cutBy(by)} rows={rows} measure={measure} />
      </section>
    ))}
  </>
);

const Comparators = ({ view, measure }: Props) => {
  const { comparators, value, period } = measure;
  if (comparators.length === 0) return null;
  const own = { name: view.edition.organisation.name, value, note: shortPeriod(period), isOwn: true };
  const others = comparators.map((each) => ({ ...each, note: shortPeriod(each.period), isOwn: false }));
  return (
    <section aria-labelledby="comparators">
      <h2 class="govuk-heading-m" id="comparators">
        {words.comparedWithOthers}
      </h2>
      <BarTable heading={words.name} caption={words.comparedWithOthers} rows={[own, ...others]} measure={measure} />
    </section>
  );
};

const Fact = ({ term, children }: { term: string; children: preact.ComponentChildren }) => (
  <div>
    <dt>{term}</dt>
    <dd>{children}</dd>
  </div>
);

const ruleText = ({ rating: { rule, colour, reason } }: EditionMeasure): string => {
  if (rule !== undefined) return `${rule.text} ${say.rule(rule.version, rule.owner)}`;
  return colour === 'not-reported' ? words.notRated : reason;
};

/** At most this many missing days are named; the edition has them all. */
const namedDays = 5;

const coverageText = ({ coverage }: EditionMeasure): string | undefined => {
  if (coverage === undefined) return undefined;
  const { missing, daysWithData, expectedDays } = coverage;
  const covered = `${say.covered(daysWithData, expectedDays)}.`;
  if (missing.length === 0) return covered;
  const named = missing.slice(0, namedDays).map(shortDay).join(', ');
  return `${covered} ${say.missing(named, missing.length - namedDays)}`;
};

const About = ({ view, measure }: Props) => {
  const coverage = coverageText(measure);
  return (
    <section class="about" aria-labelledby="about">
      <h2 class="govuk-heading-m" id="about">
        {words.aboutMeasure}
      </h2>
      <dl class="facts">
        <Fact term={words.whatItCounts}>{measure.definition ?? words.noDefinition}</Fact>
        <Fact term={words.howWorkedOut}>{measure.formula}</Fact>
        <Fact term={words.goodIs}>{polarityWords[measure.polarity]}</Fact>
        <Fact term={words.howRated}>{ruleText(measure)}</Fact>
        <Fact term={words.updated}>
          {frequencyWords[measure.frequency].each}. {say.asAt(longDay(measure.asOf))}.
        </Fact>
        {coverage && <Fact term={words.coverage}>{coverage}</Fact>}
        <Fact term={words.source}>{sourceOf(view.edition, measure)}</Fact>
        {measure.owner && <Fact term={words.team}>{measure.owner}</Fact>}
        {measure.code && <Fact term={words.code}>{measure.code}</Fact>}
      </dl>
    </section>
  );
};

const Others = ({ view, measure }: Props) => {
  const ids = view.edition.groups.find(({ id }) => id === measure.group)?.measures ?? [];
  const others = measuresById(view.edition, ids).filter(({ id }) => id !== measure.id);
  if (others.length === 0) return null;
  return (
    <section class="about" aria-labelledby="others">
      <h2 class="govuk-heading-m" id="others">
        {words.otherMeasures}
      </h2>
      <ul class="others">
        {others.map(({ id, title, rating }) => (
          <li key={id}>
            <a class="govuk-link" href={view.links.measure(id)}>
              {title}
            </a>
            <RatingTag colour={rating.colour} />
          </li>
        ))}
      </ul>
    </section>
  );
};

const Revised = ({ view, measure }: Props) => {
  const revisions = view.edition.revisions.filter(({ measure: id }) => id === measure.id);
  if (revisions.length === 0) return null;
  const shown = (value: number | undefined) => (value === undefined ? words.none : figure(value, measure));
  return (
    <section aria-labelledby="revised">
      <h2 class="govuk-heading-m" id="revised">
        {words.revisions}
      </h2>
      <ul class="govuk-list govuk-list--bullet">
        {revisions.map(({ period, from, to, reason }) => (
          <li key={period}>{say.revised(shortPeriod(period), shown(from), shown(to), reason)}</li>
        ))}
      </ul>
    </section>
  );
};

const describe = ({ title, periodLabel, value, ...measure }: EditionMeasure): string =>
  `${title}, ${periodLabel}: ${value === undefined ? words.notPublished : figure(value, measure)}.`;

export const MeasurePage = ({ view, measure }: Props) => {
  const { edition, links } = view;
  const group = edition.groups.find(({ id }) => id === measure.group);
  const has = (other: Edition) => other.measures.some(({ id }) => id === measure.id);
  return (
    <ScorecardLayout
      view={view}
      section="measures"
      heading={measure.title}
      caption={group?.title ?? edition.scorecard.title}
      description={describe(measure)}
      trail={group && [{ text: group.title, href: links.group(group.id) }]}
      pageIn={(other, otherEdition) => (has(otherEdition) ? other.measure(measure.id) : undefined)}
    >
      <KeyFigure measure={measure} />
      <Trend view={view} measure={measure} />
      <div class="columns">
        <div class="columns__main">
          <Behind view={view} measure={measure} />
          <Comparators view={view} measure={measure} />
          <Cuts measure={measure} />
          <Revised view={view} measure={measure} />
          <About view={view} measure={measure} />
        </div>
        <div>
          <Others view={view} measure={measure} />
        </div>
      </div>
      <Key edition={edition} shows={['measures']} />
    </ScorecardLayout>
  );
};
