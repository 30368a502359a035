import type { Edition, EditionMeasure } from '#scorecard/edition.ts';
import { CheckIt } from '#site/checkIt.tsx';
import { sourceOf } from '#site/describe.ts';
import { DocumentList } from '#site/documents.tsx';
import { Fact } from '#site/fact.tsx';
import { longDay, shortDay } from '#site/format.ts';
import { frequencyWords, polarityWords, say, words } from '#site/words.ts';

const ruleText = ({ rating: { rule, colour, reason } }: EditionMeasure): string => {
  if (rule !== undefined) return `${rule.text} ${say.rule(rule.version, rule.owner)}`;
  return colour === 'not-reported' ? words.notRated : reason;
};

/** At most this many missing days are named; the edition has them all. */
const namedDays = 5;

type Coverage = NonNullable<EditionMeasure['coverage']>;

const coveredText = ({ missing, daysWithData, expectedDays }: Omit<Coverage, 'sources'>): string => {
  const covered = `${say.covered(daysWithData, expectedDays)}.`;
  if (missing.length === 0) return covered;
  const named = missing.slice(0, namedDays).map(shortDay).join(', ');
  return `${covered} ${say.missing(named, missing.length - namedDays)}`;
};

/** Of all that it is worked out from, and of each source that has a calendar of its own. */
const Coverage = ({ coverage }: { coverage: Coverage }) => (
  <Fact term={words.coverage}>
    {coveredText(coverage)}
    {coverage.sources?.map((source) => (
      <span key={source.source} class="fact__source">
        {say.ofSource(source.title, coveredText(source))}
      </span>
    ))}
  </Fact>
);

/** What it counts, how it is worked out and rated, and who answers for it. */
export const About = ({ edition, measure }: { edition: Edition; measure: EditionMeasure }) => {
  return (
    <section class="about" aria-labelledby="about">
      <h2 class="govuk-heading-m" id="about">
        {words.aboutMeasure}
      </h2>
      <dl class="facts">
        <Fact term={words.whatItCounts}>{measure.definition ?? words.noDefinition}</Fact>
        <Fact term={words.howWorkedOut}>{measure.formula}</Fact>
        <Fact term={words.goodIs}>{polarityWords[measure.polarity]}</Fact>
        <Fact term={words.howRated}>{ruleText(measure)}</Fact>
        <Fact term={words.updated}>
          {frequencyWords[measure.frequency].each}. {say.asAt(longDay(measure.asOf))}.
        </Fact>
        {measure.coverage && <Coverage coverage={measure.coverage} />}
        <Fact term={words.source}>{sourceOf(edition, measure)}</Fact>
        {measure.owner && <Fact term={words.team}>{measure.owner}</Fact>}
        {measure.documents && (
          <Fact term={words.documents}>
            <DocumentList documents={measure.documents} />
          </Fact>
        )}
        {measure.code && <Fact term={words.code}>{measure.code}</Fact>}
        <CheckIt edition={edition} measure={measure} />
      </dl>
    </section>
  );
};
