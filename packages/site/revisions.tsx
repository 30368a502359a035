import { londonDay } from '#calendar/day.ts';
import type { Edition, EditionMeasure, Revision } from '#scorecard/edition.ts';
import { type Column, ColumnTable } from '#site/columnTable.tsx';
import { figure, longDay, shortPeriod } from '#site/format.ts';
import { measuresById } from '#site/summary.ts';
import type { View } from '#site/view.ts';
import { say, words } from '#site/words.ts';

/** The ledger: what was published, what it is now, and why. */
export const Revisions = ({ view: { edition, links } }: { view: View }) => (
  <section class="rule" aria-labelledby="revisions">
    <h2 class="govuk-heading-m" id="revisions">
      {words.revisions}
    </h2>
    {edition.revisions.length === 0 ? (
      <p class="govuk-body">{words.noRevisions}</p>
    ) : (
      <RevisionTable edition={edition} revisions={edition.revisions} caption={words.revisions} />
    )}
    <p class="govuk-body">
      {edition.earlierRevisions && `${say.revisedBefore(edition.earlierRevisions.length)} `}
      <a class="govuk-link" href={links.changes}>
        {words.seeChanges}
      </a>
    </p>
  </section>
);

/** When it was revised: by the publication that first said so. */
export const revisionDay = ({ publishedAt }: Edition, { on }: Revision): string => on ?? londonDay(publishedAt);

/** All that the edition says was revised: by it, and then by those before it; the newest first. */
export const allRevisions = ({ revisions, earlierRevisions = [] }: Edition): readonly Revision[] => [
  ...revisions,
  ...earlierRevisions,
];

const labelOf = ({ of, period }: Revision): string =>
  of === 'target' ? say.ofTarget(shortPeriod(period)) : shortPeriod(period);

/** Withheld since, so that neither value is told. */
const isWithheld = ({ from, to }: Revision): boolean => from === undefined && to === undefined;

const shown = (value: number | undefined, measure: EditionMeasure | undefined): string =>
  value === undefined || measure === undefined ? words.none : figure(value, measure);

/** The old value, the new one, the day and the reason, in a sentence or two. */
export const revisionText = (edition: Edition, revision: Revision, measure: EditionMeasure | undefined): string => {
  const { from, to, reason } = revision;
  const day = longDay(revisionDay(edition, revision));
  return isWithheld(revision)
    ? say.revisedWithheld(labelOf(revision), day, reason)
    : say.revised(labelOf(revision), shown(from, measure), shown(to, measure), day, reason);
};

const columnsOf = (edition: Edition): readonly Column<Revision>[] => {
  const cell = (value: number | undefined, revision: Revision) =>
    isWithheld(revision) ? words.withheldShare : shown(value, measuresById(edition, [revision.measure])[0]);
  return [
    { heading: words.period, of: labelOf },
    { heading: words.revisedFrom, isNumber: true, of: (revision) => cell(revision.from, revision) },
    { heading: words.revisedTo, isNumber: true, of: (revision) => cell(revision.to, revision) },
    { heading: words.revisedOn, of: (revision) => longDay(revisionDay(edition, revision)) },
    { heading: words.why, of: ({ reason }) => reason },
  ];
};

interface TableProps {
  readonly edition: Edition;
  readonly revisions: readonly Revision[];
  readonly caption: string;
}

export const RevisionTable = ({ edition, revisions, caption }: TableProps) => (
  <ColumnTable<Revision>
    caption={caption}
    nameHeading={words.measure}
    columns={columnsOf(edition)}
    sections={[{ id: 'revisions', rows: revisions }]}
    keyOf={(revision) => `${revision.measure} ${revisionKey(revision)}`}
    nameOf={({ measure: id }) => measuresById(edition, [id])[0]?.title ?? id}
  />
);

/** One figure may have been revised several times. */
const revisionKey = ({ period, of, on, from, to }: Revision): string => `${period} ${of} ${on} ${from} ${to}`;

/** All of one measure, of the periods in its series too; nothing where it was not revised. */
export const Revised = ({ edition, measure }: { edition: Edition; measure: EditionMeasure }) => {
  const revisions = allRevisions(edition).filter(({ measure: id }) => id === measure.id);
  if (revisions.length === 0) return null;
  return (
    <section aria-labelledby="revised">
      <h2 class="govuk-heading-m" id="revised">
        {words.revisedFigures}
      </h2>
      <ul class="govuk-list govuk-list--bullet">
        {revisions.map((revision) => (
          <li key={revisionKey(revision)}>{revisionText(edition, revision, measure)}</li>
        ))}
      </ul>
    </section>
  );
};
