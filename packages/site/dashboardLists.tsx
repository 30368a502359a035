import type { EditionMeasure } from '#scorecard/edition.ts';
import { BarTable } from '#site/barTable.tsx';
import type { MonthFigure } from '#site/dashboardMonths.ts';
import { Table } from '#site/measureTable.tsx';
import type { View } from '#site/view.ts';
import { say, words } from '#site/words.ts';

type Row = EditionMeasure['cuts'][number]['rows'][number];

export interface MonthList {
  readonly measure: EditionMeasure;
  readonly by?: string;
  readonly rows: readonly Row[];
}

/** The tables of a month: what was counted by something, and top tens, with their counts or by rank alone. */
export const listsOf = ({ measure, account }: MonthFigure): readonly MonthList[] => {
  if (account === undefined) return [];
  if (account.cuts.length > 0) return account.cuts.map(({ by, rows }) => ({ measure, by, rows }));
  return account.ranking === undefined ? [] : [{ measure, rows: account.ranking }];
};

/** Ranks without counts: nobody can say how far apart they are, so there is no bar. */
const RankTable = ({ rows, caption }: { rows: readonly Row[]; caption: string }) => (
  <Table class="table table--small" caption={caption}>
    <thead>
      <tr>
        <th scope="col" class="rank">
          {words.rank}
        </th>
        <th scope="col">{words.name}</th>
      </tr>
    </thead>
    <tbody>
      {rows.map(({ rank, name }) => (
        <tr key={name}>
          <td class="rank">{rank}</td>
          <th scope="row">{name}</th>
        </tr>
      ))}
    </tbody>
  </Table>
);

const List = ({ list: { measure, by, rows }, view }: { list: MonthList; view: View }) => {
  const heading = by === undefined ? words.name : say.cutBy(by);
  const caption = `${measure.title}, ${heading.toLowerCase()}`;
  return (
    <div class="dashboard__list">
      <h3 class="govuk-heading-s">
        <a class="govuk-link" href={view.links.measure(measure.id)}>
          {measure.title}
        </a>
      </h3>
      {rows.some(({ value }) => value !== undefined) ? (
        <BarTable heading={heading} caption={caption} rows={rows} measure={measure} />
      ) : (
        <RankTable rows={rows} caption={caption} />
      )}
    </div>
  );
};

export const Lists = ({ lists, view }: { lists: readonly MonthList[]; view: View }) =>
  lists.length === 0 ? null : (
    <div class="two dashboard__lists">
      {lists.map((list) => (
        <List key={`${list.measure.id} ${list.by}`} list={list} view={view} />
      ))}
    </div>
  );
