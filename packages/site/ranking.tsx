import type { EditionMeasure } from '#scorecard/edition.ts';
import { ChangeText } from '#site/change.tsx';
import { changeNote, changeOf } from '#site/changeOf.ts';
import { hasTrend, Spark } from '#site/spark.tsx';
import { measuresById } from '#site/summary.ts';
import type { View } from '#site/view.ts';
import { words } from '#site/words.ts';

const mostShown = { full: 5, brief: 3 } as const;

/** Relative, because that is what the lists are ranked by. */
const ChangeLine = ({ measure }: { measure: EditionMeasure }) => {
  const change = changeOf(measure);
  if (change === undefined) return null;
  const note = changeNote(measure, change);
  return (
    <span class="ranking__change">
      <ChangeText change={change} isRelative /> {note && <span class="quiet">({note})</span>}
    </span>
  );
};

interface ListProps {
  readonly heading: string;
  readonly empty: string;
  readonly ids: readonly string[];
  readonly view: View;
  readonly isBrief: boolean;
}

const List = ({ heading, empty, ids, view, isBrief }: ListProps) => (
  <div>
    <h4 class="govuk-heading-s">{heading}</h4>
    {ids.length === 0 ? (
      <p class="empty">{empty}</p>
    ) : (
      <ol class="ranking">
        {measuresById(view.edition, ids.slice(0, isBrief ? mostShown.brief : mostShown.full)).map((measure) => (
          <li key={measure.id}>
            <div>
              <a class="govuk-link" href={view.links.measure(measure.id)}>
                {measure.title}
              </a>
              <ChangeLine measure={measure} />
            </div>
            {!isBrief && hasTrend(measure) && <Spark measure={measure} />}
          </li>
        ))}
      </ol>
    )}
  </div>
);

/** Brief beside several others: three of each, without their trends. */
export const Rankings = ({ view, isBrief = false }: { view: View; isBrief?: boolean }) => {
  const { mostImproved, mostWorsened } = view.edition;
  const props = { view, isBrief };
  return (
    <div class="two">
      <List heading={words.mostImproved} empty={words.noneImproved} ids={mostImproved} {...props} />
      <List heading={words.mostWorsened} empty={words.noneWorsened} ids={mostWorsened} {...props} />
    </div>
  );
};
