import type { ComponentChildren } from 'preact';
import type { Edition, EditionMeasure } from '#scorecard/edition.ts';
import { ChangeText } from '#site/change.tsx';
import { changeNote, changeOf } from '#site/changeOf.ts';
import { figure } from '#site/format.ts';
import { marksOf } from '#site/marksOf.ts';
import { once } from '#site/once.ts';
import { RatingTag } from '#site/ratingTag.tsx';
import { hasTrend, Spark } from '#site/spark.tsx';
import { targetText } from '#site/targetText.ts';
import type { View } from '#site/view.ts';
import { basisWords, ratingWords, say, words } from '#site/words.ts';

/** A column that would be empty from top to bottom says nothing, so the table goes without it. */
export interface MeasureColumns {
  readonly hasTargets: boolean;
  readonly hasChanges: boolean;
  readonly hasTrends: boolean;
  readonly changeHeading: string;
}

/** Sparks are a fifth of a table's elements: in a longer one they would make the page slow, and are left to each measure's page. */
const mostTrends = 60;

/** Of all measures of a scorecard, or of those of one of its tables. */
export const measureColumnsOf = ({ measures }: Pick<Edition, 'measures'>): MeasureColumns => {
  const bases = new Set(measures.flatMap(({ improvement }) => improvement?.basis ?? []));
  const [basis] = bases;
  return {
    hasTargets: measures.some((measure) => targetText(measure, measure) !== undefined),
    hasChanges: measures.some(({ improvement }) => improvement !== undefined),
    hasTrends: measures.length <= mostTrends && measures.some(hasTrend),
    changeHeading: bases.size === 1 && basis !== undefined ? say.changeOn(basisWords(basis)) : words.change,
  };
};

export const Figure = ({ measure }: { measure: EditionMeasure }) =>
  measure.value === undefined ? (
    <>–</>
  ) : (
    <>
      {measure.qualifier && <span class="qualifier">{measure.qualifier} </span>}
      {figure(measure.value, measure)}
    </>
  );

const ChangeCell = ({ measure }: { measure: EditionMeasure }) => {
  const change = changeOf(measure);
  if (change === undefined) return <>{words.notCompared}</>;
  const note = changeNote(measure, change);
  return (
    <>
      <ChangeText change={change} /> {note && <span class="note">({note})</span>}
    </>
  );
};

/** What a reader must know of the figure before comparing it. */
const Notes = ({ measure, edition, group }: { measure: EditionMeasure; edition: Edition; group?: string }) => (
  <>
    {group && <span class="note">{group}</span>}
    {measure.period !== edition.period.id && <span class="note">{say.ownPeriod(measure.periodLabel)}</span>}
    {marksOf(measure).map((mark) => (
      <span key={mark} class="note">
        {mark}
      </span>
    ))}
  </>
);

interface RowProps {
  readonly measure: EditionMeasure;
  readonly view: View;
  readonly columns: MeasureColumns;
  readonly group?: string;
}

/** `data-sort` and `data-status` are for the script; without it the table is as it is. */
const Row = ({ measure, view, columns, group }: RowProps) => {
  const status = ratingWords[measure.rating.colour].word;
  return (
    <tr data-status={status}>
      <th scope="row" class="cell-name" data-sort={measure.title}>
        <a class="govuk-link" href={view.links.measure(measure.id)}>
          {measure.title}
        </a>{' '}
        <Notes measure={measure} edition={view.edition} group={group} />
      </th>
      <td class="cell-value">
        <Figure measure={measure} />
      </td>
      {columns.hasTargets && <td class="cell-target">{targetText(measure, measure) ?? '–'}</td>}
      <td class="cell-status" data-sort={String(statusOrder.indexOf(measure.rating.colour))}>
        <RatingTag colour={measure.rating.colour} />
      </td>
      {columns.hasChanges && (
        <td class="cell-change" data-sort={sortable(measure.improvement?.value)}>
          <ChangeCell measure={measure} />
        </td>
      )}
      {columns.hasTrends && <td class="cell-trend">{hasTrend(measure) && sparkOf(view.edition, measure)}</td>}
    </tr>
  );
};

const sparkOf = (edition: Edition, measure: EditionMeasure) =>
  once(edition, `spark ${measure.id}`, () => <Spark measure={measure} />);

const statusOrder = ['red', 'amber', 'green', 'no-target', 'not-reported'];
const sortable = (value: number | undefined): string => (value === undefined ? '' : String(value));

const Head = ({ columns }: { columns: MeasureColumns }) => (
  <thead>
    <tr>
      <th scope="col">{words.measure}</th>
      <th scope="col" class="cell-value">
        {words.latest}
      </th>
      {columns.hasTargets && (
        <th scope="col" class="cell-target">
          {words.target}
        </th>
      )}
      <th scope="col" class="cell-status">
        {words.status}
      </th>
      {columns.hasChanges && (
        <th scope="col" class="cell-change">
          {columns.changeHeading}
        </th>
      )}
      {columns.hasTrends && (
        <th scope="col" class="cell-trend">
          {words.trend}
        </th>
      )}
    </tr>
  </thead>
);

interface MeasureTableProps {
  readonly measures: readonly EditionMeasure[];
  readonly view: View;
  readonly columns: MeasureColumns;
  readonly caption: string;
  readonly id?: string;
  /** Printed under each title where the table mixes groups. */
  readonly groupTitle?: (id: string) => string | undefined;
}

export const MeasureTable = ({ measures, view, columns, caption, id, groupTitle }: MeasureTableProps) => (
  <Table id={id} caption={caption} class={`table table--cards table--measures${id ? ' table--sortable' : ''}`}>
    <Head columns={columns} />
    <tbody>
      {measures.map((measure) => (
        <Row key={measure.id} measure={measure} view={view} columns={columns} group={groupTitle?.(measure.group)} />
      ))}
    </tbody>
  </Table>
);

interface TableProps {
  readonly id?: string;
  readonly class: string;
  readonly caption: string;
  readonly children: ComponentChildren;
}

/** A table that says what it is to those who jump from table to table. */
export const Table = ({ id, class: className, caption, children }: TableProps) => (
  <table id={id} class={className}>
    <caption class="govuk-visually-hidden">{caption}</caption>
    {children}
  </table>
);
