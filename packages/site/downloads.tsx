import { addresses } from '#site/addresses.ts';
import { hasParts } from '#site/parts.ts';
import { documentSavedAs, savedAs } from '#site/savedAs.ts';
import type { View } from '#site/view.ts';
import { say, words } from '#site/words.ts';

/** Everything on the page is open data. */
export const Downloads = ({ view: { tables, links, edition } }: { view: View }) => (
  <section class="rule" aria-labelledby="data">
    <h2 class="govuk-heading-m" id="data">
      {words.useThisData}
    </h2>
    <ul class="downloads">
      {edition.measures.length > 0 && (
        <li>
          <a class="govuk-link" href={tables.measures} download={savedAs(tables.measures, edition)}>
            {say.downloadMeasures}
          </a>
        </li>
      )}
      {edition.milestones.length > 0 && (
        <li>
          <a class="govuk-link" href={tables.milestones} download={savedAs(tables.milestones, edition)}>
            {say.downloadMilestones}
          </a>
        </li>
      )}
      {hasParts(edition) && (
        <li>
          <a class="govuk-link" href={tables.parts} download={savedAs(tables.parts, edition)}>
            {say.downloadParts}
          </a>
        </li>
      )}
      <li>
        <a
          class="govuk-link"
          href={links.editionJson}
          download={documentSavedAs(edition.scorecard.id, edition.period.id, edition)}
        >
          {say.downloadEdition}
        </a>
      </li>
      <li>
        <a class="govuk-link" href={addresses.data(edition.organisation.id)}>
          {words.allData}
        </a>
      </li>
    </ul>
  </section>
);
