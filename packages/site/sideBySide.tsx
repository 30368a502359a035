import type { Edition, EditionMeasure } from '#scorecard/edition.ts';
import { BarTable } from '#site/barTable.tsx';
import { shortPeriod } from '#site/format.ts';
import { PartsLink } from '#site/partsLink.tsx';
import { say, words } from '#site/words.ts';

/** The figure cut by a dimension. */
export const Cuts = ({ edition, measure }: { edition: Edition; measure: EditionMeasure }) => (
  <>
    {measure.cuts.map(({ by, rows }) => (
      <section key={by} aria-labelledby={`cut-${by}`}>
        <h2 class="govuk-heading-m" id={`cut-${by}`}>
          {say.cutBy(by)}
        </h2>
        <BarTable heading={say.cutBy(by)} caption={say.cutBy(by)} rows={rows} measure={measure} />
        <PartsLink edition={edition} about={say.cutBy(by)} />
      </section>
    ))}
  </>
);

/** The figures of other councils, each with its own period. */
export const Comparators = ({ edition, measure }: { edition: Edition; measure: EditionMeasure }) => {
  const { comparators, value, period } = measure;
  if (comparators.length === 0) return null;
  const own = { name: edition.organisation.name, value, note: shortPeriod(period), isOwn: true };
  const others = comparators.map((each) => ({ ...each, note: shortPeriod(each.period), isOwn: false }));
  return (
    <section aria-labelledby="comparators">
      <h2 class="govuk-heading-m" id="comparators">
        {words.comparedWithOthers}
      </h2>
      <BarTable heading={words.name} caption={words.comparedWithOthers} rows={[own, ...others]} measure={measure} />
      <PartsLink edition={edition} about={words.comparedWithOthers} />
    </section>
  );
};
