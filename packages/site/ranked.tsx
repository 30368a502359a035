import type { Edition, EditionMeasure } from '#scorecard/edition.ts';
import { figure } from '#site/format.ts';
import { Table } from '#site/measureTable.tsx';
import { PartsLink } from '#site/partsLink.tsx';
import { say, words } from '#site/words.ts';

/** A list, best first; equal counts share a rank, and only the ranks where nobody published counts. */
export const Ranked = ({ edition, measure }: { edition: Edition; measure: EditionMeasure }) => {
  const { ranking = [], rankingAtMostMissed = 0 } = measure;
  if (ranking.length === 0) return null;
  const hasCounts = ranking.some(({ value }) => value !== undefined);
  return (
    <section aria-labelledby="ranked">
      <h2 class="govuk-heading-m" id="ranked">
        {words.rankedList}
      </h2>
      <Table class="table table--small" caption={words.rankedList}>
        <thead>
          <tr>
            <th scope="col" class="number">
              {words.rankHeading}
            </th>
            <th scope="col">{words.name}</th>
            {hasCounts && (
              <th scope="col" class="number">
                {words.number}
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {ranking.map(({ rank, name, value }) => (
            <tr key={`${rank} ${name}`}>
              <td class="number">{rank}</td>
              <th scope="row">{name}</th>
              {hasCounts && <td class="number">{value === undefined ? words.notPublished : figure(value, measure)}</td>}
            </tr>
          ))}
        </tbody>
      </Table>
      <PartsLink edition={edition} about={words.rankedList} />
      {!hasCounts && <p class="govuk-body quiet">{words.ranksOnly}</p>}
      {rankingAtMostMissed > 0 && <p class="govuk-body quiet">{say.rankingMissed(rankingAtMostMissed)}</p>}
    </section>
  );
};
