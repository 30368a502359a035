import { addresses } from '#site/addresses.ts';
import { Downloads } from '#site/downloads.tsx';
import { Key } from '#site/key.tsx';
import { MeasureTable, measureColumnsOf } from '#site/measureTable.tsx';
import { once } from '#site/once.ts';
import { ScorecardLayout } from '#site/scorecardLayout.tsx';
import { measuresSentence } from '#site/summary.ts';
import type { View } from '#site/view.ts';
import { words } from '#site/words.ts';

const tableId = 'measures';

/** The script puts its search and its filter here; without it the place stays empty and hidden. */
const Filter = ({ view: { edition, shelf } }: { view: View }) => (
  <div
    data-filter={tableId}
    data-index={shelf === 'current' ? addresses.search(edition.organisation.id, edition.scorecard.id) : undefined}
    hidden
  />
);

const Content = ({ view }: { view: View }) => {
  const { edition } = view;
  return (
    <>
      <Filter view={view} />
      <MeasureTable
        id={tableId}
        measures={edition.measures}
        view={view}
        columns={measureColumnsOf(edition)}
        caption={`${words.allMeasures}, ${edition.scorecard.title}`}
        groupTitle={(id) => edition.groups.find((group) => group.id === id)?.title}
      />
      {once(edition, 'key of measures', () => (
        <Key edition={edition} shows={['measures']} />
      ))}
      <Downloads view={view} />
    </>
  );
};

export const MeasuresPage = ({ view }: { view: View }) => {
  const { edition } = view;
  const { main, rest } = measuresSentence(edition.measures);
  return (
    <ScorecardLayout
      view={view}
      section="measures"
      heading={words.allMeasures}
      caption={`${edition.scorecard.title}, ${edition.period.label}`}
      description={`${main} ${rest}`.trim() || words.noMeasures}
      pageIn={(links) => links.measures}
    >
      {edition.measures.length === 0 ? <p class="empty">{words.noMeasures}</p> : <Content view={view} />}
    </ScorecardLayout>
  );
};
