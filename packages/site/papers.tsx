import { addresses } from '#site/addresses.ts';
import { longDay } from '#site/format.ts';
import type { View } from '#site/view.ts';
import { words } from '#site/words.ts';

/** Papers on the edition's period; an edition kept for good names none, because papers come after it. */
export const Papers = ({ view: { edition, shelf, papers = [] } }: { view: View }) => {
  const own = papers.filter(({ period }) => period === edition.period.id);
  if (own.length === 0 || shelf === 'edition') return null;
  return (
    <section class="rule" aria-labelledby="papers">
      <h2 class="govuk-heading-m" id="papers">
        {words.papers}
      </h2>
      <ul class="govuk-list">
        {own.map(({ scorecard, period, title, meeting, date }) => (
          <li key={period}>
            <a class="govuk-link" href={addresses.paper(edition.organisation.id, scorecard, period)}>
              {title}
            </a>
            , {meeting}, {longDay(date)}
          </li>
        ))}
      </ul>
    </section>
  );
};
