import type { EditionDocument } from '#scorecard/edition.ts';
import { longDay } from '#site/format.ts';
import { words } from '#site/words.ts';

/** Reports to look up, each with what it is and when it was published. */
export const DocumentList = ({ documents }: { documents: readonly EditionDocument[] }) => (
  <ul class="documents">
    {documents.map(({ title, address, date, format }) => (
      <li key={address}>
        <a class="govuk-link" href={address}>
          {title}
          {format !== undefined && ` (${format})`}
        </a>{' '}
        <span class="note">
          <time dateTime={date}>{longDay(date)}</time>
        </span>
      </li>
    ))}
  </ul>
);

export const Documents = ({ documents = [] }: { documents?: readonly EditionDocument[] }) =>
  documents.length === 0 ? null : (
    <section class="rule" aria-labelledby="documents">
      <h2 class="govuk-heading-m" id="documents">
        {words.documents}
      </h2>
      <DocumentList documents={documents} />
    </section>
  );
