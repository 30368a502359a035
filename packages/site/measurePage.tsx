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
import { once } from '#site/once.ts';
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

type OwnProps = Pick<Props['view'], 'edition'> & Pick<Props, 'measure'>;

const Trend = ({ edition, measure }: OwnProps) => {
  const model = chartModel(measure);
  if (model === undefined) return <p class="empty">{words.noChart}</p>;
  return (
    <Figure
      id="trend"
      number={1}
      title={measure.title}
      subtitle={subtitleOf(measure)}
      notes={chartNotes(measure, model)}
      source={sourceOf(edition, measure)}
      files={{ ...measureFiles(edition, measure.id), of: edition }}
      table={<SeriesTable measure={measure} />}
    >
      <TrendChart model={model} measure={measure} id="trend" description={describeChart(measure, model)} />
    </Figure>
  );
};

const Behind = ({ edition, measure }: OwnProps) => (
  <section aria-labelledby="behind">
    <h2 class="govuk-heading-m" id="behind">
      {words.behind}
    </h2>
    {measure.commentary.length === 0 ? (
      <p class="empty">{words.noCommentary}</p>
    ) : (
      <Comments comments={measure.commentary} period={edition.period.id} />
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

const TheFigure = (props: OwnProps) => (
  <>
    <KeyFigure measure={props.measure} />
    <Trend {...props} />
  </>
);

const TheText = (props: OwnProps) => (
  <>
    <Behind {...props} />
    <Comparators {...props} />
    <Distribution {...props} />
    <Ranked {...props} />
    <Cuts {...props} />
    <Revised {...props} />
    <AboutFigure {...props} />
    <Versions {...props} />
    <About {...props} />
  </>
);

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
      {once(edition, `figure ${measure.id}`, () => (
        <TheFigure edition={edition} measure={measure} />
      ))}
      <div class="columns">
        <div class="columns__main">
          {once(edition, `text ${measure.id}`, () => (
            <TheText edition={edition} measure={measure} />
          ))}
        </div>
        <div>
          <Others view={view} measure={measure} />
        </div>
      </div>
      {once(edition, 'key of measures', () => (
        <Key edition={edition} shows={['measures']} />
      ))}
    </ScorecardLayout>
  );
};
