import type { Edition } from '#scorecard/edition.ts';
import { tablesOn } from '#site/addresses.ts';
import { savedAs } from '#site/savedAs.ts';
import { say, words } from '#site/words.ts';

/** Under a table: all tables of this kind of the edition, as one file that never changes. */
export const PartsLink = ({ edition, about }: { edition: Edition; about: string }) => {
  const { parts } = tablesOn('edition', edition);
  return (
    <p class="figure__foot">
      <a class="govuk-link" href={parts} download={savedAs(parts, edition)}>
        {words.downloadParts}
        <span class="govuk-visually-hidden">{say.alsoHolds(about)}</span>
      </a>
    </p>
  );
};
