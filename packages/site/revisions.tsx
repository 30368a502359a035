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
      <RevisionTable edition={edition} />
    )}
    <p class="govuk-body">
      <a class="govuk-link" href={links.changes}>
        {words.seeChanges}
      </a>
    </p>
  </section>
);

/** When it was revised: by the publication that first said so. */
export const revisionDay = ({ publishedAt }: Edition, { on }: Revision): string => on ?? londonDay(publishedAt);

const columnsOf = (edition: Edition): readonly Column<Revision>[] => {
  const shown = (value: number | undefined, { measure: id }: Revision) => {
    const [measure] = measuresById(edition, [id]);
    return value === undefined || !measure ? words.none : figure(value, measure);
  };
  return [
    {
      heading: words.period,
      of: ({ of, period }) => (of === 'target' ? say.ofTarget(shortPeriod(period)) : shortPeriod(period)),
    },
    { heading: words.revisedFrom, of: (revision) => shown(revision.from, revision) },
    { heading: words.revisedTo, of: (revision) => shown(revision.to, revision) },
    { heading: words.revisedOn, of: (revision) => longDay(revisionDay(edition, revision)) },
    { heading: words.why, of: ({ reason }) => reason },
  ];
};

export const RevisionTable = ({ edition }: { edition: Edition }) => (
  <ColumnTable<Revision>
    caption={words.revisions}
    nameHeading={words.measure}
    columns={columnsOf(edition)}
    sections={[{ id: 'revisions', rows: edition.revisions }]}
    keyOf={({ measure, period, of }) => `${measure} ${period} ${of}`}
    nameOf={({ measure: id }) => measuresById(edition, [id])[0]?.title ?? id}
  />
);

/** The same of one measure; nothing where it was not revised. */
export const Revised = ({ edition, measure }: { edition: Edition; measure: EditionMeasure }) => {
  const revisions = edition.revisions.filter(({ measure: id }) => id === measure.id);
  if (revisions.length === 0) return null;
  const shown = (value: number | undefined) => (value === undefined ? words.none : figure(value, measure));
  return (
    <section aria-labelledby="revised">
      <h2 class="govuk-heading-m" id="revised">
        {words.revisions}
      </h2>
      <ul class="govuk-list govuk-list--bullet">
        {revisions.map((revision) => {
          const { period, from, to, reason, of } = revision;
          const day = longDay(revisionDay(edition, revision));
          const label = of === 'target' ? say.ofTarget(shortPeriod(period)) : shortPeriod(period);
          return <li key={`${period} ${of}`}>{say.revised(label, shown(from), shown(to), day, reason)}</li>;
        })}
      </ul>
    </section>
  );
};
