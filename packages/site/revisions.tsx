import { londonDay } from '#calendar/day.ts';
import type { Edition, EditionMeasure, Revision } from '#scorecard/edition.ts';
import { figure, longDay, shortPeriod } from '#site/format.ts';
import { Table } from '#site/measureTable.tsx';
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

export const RevisionTable = ({ edition }: { edition: Edition }) => (
  <Table class="table table--small" caption={words.revisions}>
    <thead>
      <tr>
        <th scope="col">{words.measure}</th>
        <th scope="col">{words.period}</th>
        <th scope="col">{words.revisedFrom}</th>
        <th scope="col">{words.revisedTo}</th>
        <th scope="col">{words.revisedOn}</th>
        <th scope="col">{words.why}</th>
      </tr>
    </thead>
    <tbody>
      {edition.revisions.map((revision) => {
        const { measure: id, period, from, to, reason, of } = revision;
        const [measure] = measuresById(edition, [id]);
        const shown = (value: number | undefined) =>
          value === undefined || !measure ? words.none : figure(value, measure);
        return (
          <tr key={`${id} ${period} ${of}`}>
            <th scope="row">{measure?.title ?? id}</th>
            <td>{of === 'target' ? say.ofTarget(shortPeriod(period)) : shortPeriod(period)}</td>
            <td>{shown(from)}</td>
            <td>{shown(to)}</td>
            <td>{longDay(revisionDay(edition, revision))}</td>
            <td>{reason}</td>
          </tr>
        );
      })}
    </tbody>
  </Table>
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
