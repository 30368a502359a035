import type { Edition, EditionMeasure } from '#scorecard/edition.ts';
import { definitionOn } from '#site/addresses.ts';
import { Fact } from '#site/fact.tsx';
import { figure, plain } from '#site/format.ts';
import { savedAs } from '#site/savedAs.ts';
import { say, words } from '#site/words.ts';

/** What the command must come to. */
const resultOf = (measure: EditionMeasure): string | undefined => {
  const { value, numerator, denominator } = measure;
  if (value === undefined) return undefined;
  const printed = figure(value, measure);
  if (numerator === undefined || denominator === undefined) return printed;
  return `${say.fraction(plain(numerator), plain(denominator))}: ${printed}`;
};

/** How anybody works the figure out again, and how another council takes it over. */
export const CheckIt = ({ edition, measure }: { edition: Edition; measure: EditionMeasure }) => {
  if (measure.portable === undefined) return null;
  const file = definitionOn('edition', edition, measure.id);
  const result = resultOf(measure);
  return (
    <Fact term={words.checkIt}>
      <a
        class="govuk-link"
        href={file}
        download={savedAs(file.replace('definition', `${measure.id}-definition`), edition)}
      >
        {words.definitionFile}
      </a>{' '}
      {words.definitionFor} {words.whoHasEvents} <code>{say.explain(measure.id, measure.period)}</code>
      {result === undefined ? '.' : say.mustGive(result)}
    </Fact>
  );
};
