import type { Edition, EditionMeasure } from '#scorecard/edition.ts';
import { AboutFigure } from '#site/aboutFigure.tsx';
import { About } from '#site/aboutMeasure.tsx';
import { measureFiles } from '#site/addresses.ts';
import { chartModel } from '#site/chartModel.ts';
import { Comments } from '#site/comments.tsx';
import { chartNotes, describeChart, sourceOf, subtitleOf } from '#site/describe.ts';
import { Distribution } from '#site/distribution.tsx';
import { Figure } from '#site/figure.tsx';
import { figure } from '#site/format.ts';
import { Key } from '#site/key.tsx';
import { KeyFigure } from '#site/keyFigure.tsx';
import { Ranked } from '#site/ranked.tsx';
import { RatingTag } from '#site/ratingTag.tsx';
import { Revised } from '#site/revisions.tsx';
import { ScorecardLayout } from '#site/scorecardLayout.tsx';
import { SeriesTable } from '#site/seriesTable.tsx';
import { Comparators, Cuts } from '#site/sideBySide.tsx';
import { measuresById } from '#site/summary.ts';
import { TrendChart } from '#site/trendChart.tsx';
import { Versions } from '#site/versions.tsx';
import type { View } from '#site/view.ts';
import { words } from '#site/words.ts';

interface Props {
  readonly view: View;
  readonly measure: EditionMeasure;
}

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
          <Comparators edition={edition} measure={measure} />
          <Distribution measure={measure} />
          <Ranked measure={measure} />
          <Cuts measure={measure} />
          <Revised edition={edition} measure={measure} />
          <AboutFigure measure={measure} />
          <Versions measure={measure} />
          <About edition={edition} measure={measure} />
        </div>
        <div>
          <Others view={view} measure={measure} />
        </div>
      </div>
      <Key edition={edition} shows={['measures']} />
    </ScorecardLayout>
  );
};
