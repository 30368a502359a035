import type { EditionMeasure } from '#scorecard/edition.ts';
import { Table } from '#site/measureTable.tsx';
import { words } from '#site/words.ts';

/** Changes of the definition, the formula, the target or the rating, the newest first. */
export const Versions = ({ measure: { versions = [] } }: { measure: EditionMeasure }) =>
  versions.length === 0 ? null : (
    <section aria-labelledby="versions">
      <h2 class="govuk-heading-m" id="versions">
        {words.versions}
      </h2>
      <Table class="table table--small" caption={words.versions}>
        <thead>
          <tr>
            <th scope="col">{words.from}</th>
            <th scope="col">{words.whatChanged}</th>
            <th scope="col">{words.earlierFigures}</th>
          </tr>
        </thead>
        <tbody>
          {[...versions].reverse().map(({ from, label, note, restate }) => (
            <tr key={from}>
              <th scope="row">{label}</th>
              <td>{note}</td>
              <td>{restate === true ? words.restated : words.notRestated}</td>
            </tr>
          ))}
        </tbody>
      </Table>
    </section>
  );
