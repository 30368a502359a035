import type { Edition, EditionMeasure } from '#scorecard/edition.ts';
import { sourceOf } from '#site/describe.ts';
import { longDay, shortDay } from '#site/format.ts';
import { frequencyWords, polarityWords, say, words } from '#site/words.ts';

const Fact = ({ term, children }: { term: string; children: preact.ComponentChildren }) => (
  <div>
    <dt>{term}</dt>
    <dd>{children}</dd>
  </div>
);

const ruleText = ({ rating: { rule, colour, reason } }: EditionMeasure): string => {
  if (rule !== undefined) return `${rule.text} ${say.rule(rule.version, rule.owner)}`;
  return colour === 'not-reported' ? words.notRated : reason;
};

/** At most this many missing days are named; the edition has them all. */
const namedDays = 5;

const coverageText = ({ coverage }: EditionMeasure): string | undefined => {
  if (coverage === undefined) return undefined;
  const { missing, daysWithData, expectedDays } = coverage;
  const covered = `${say.covered(daysWithData, expectedDays)}.`;
  if (missing.length === 0) return covered;
  const named = missing.slice(0, namedDays).map(shortDay).join(', ');
  return `${covered} ${say.missing(named, missing.length - namedDays)}`;
};

/** What it counts, how it is worked out and rated, and who answers for it. */
export const About = ({ edition, measure }: { edition: Edition; measure: EditionMeasure }) => {
  const coverage = coverageText(measure);
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
        {coverage && <Fact term={words.coverage}>{coverage}</Fact>}
        <Fact term={words.source}>{sourceOf(edition, measure)}</Fact>
        {measure.owner && <Fact term={words.team}>{measure.owner}</Fact>}
        {measure.code && <Fact term={words.code}>{measure.code}</Fact>}
      </dl>
    </section>
  );
};
