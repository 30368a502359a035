import type { EditionMeasure } from '#scorecard/edition.ts';
import { Fact } from '#site/fact.tsx';
import { isRated } from '#site/forecasts.ts';
import { figure, longDay, plain, shortPeriod } from '#site/format.ts';
import { accumulationWords, processWords, ratingName, say, sentence, words } from '#site/words.ts';

/** What is known of the figure beyond its value: each stands only where it says something. */
export const AboutFigure = ({ measure }: { measure: EditionMeasure }) => {
  const facts = factsOf(measure).filter((fact): fact is readonly [string, string] => fact[1] !== undefined);
  if (facts.length === 0) return null;
  return (
    <section class="about" aria-labelledby="figure">
      <h2 class="govuk-heading-m" id="figure">
        {words.aboutFigure}
      </h2>
      <dl class="facts">
        {facts.map(([term, text]) => (
          <Fact key={term} term={term}>
            {text}
          </Fact>
        ))}
      </dl>
    </section>
  );
};

const factsOf = (measure: EditionMeasure): readonly (readonly [string, string | undefined])[] => [
  [words.covers, measure.accumulation && accumulationWords[measure.accumulation]],
  [words.inHistory, measure.historyRank && `${sentence(measure.historyRank.words)}.`],
  [words.direction, measure.directionReason],
  [words.usualRange, processText(measure)],
  [words.forecastBefore, forecastText(measure)],
  [words.baseline, baselineText(measure)],
  [words.precision, measure.errorPercent === undefined ? undefined : say.standardError(plain(measure.errorPercent, 2))],
  [words.suspendedFact, suspensionText(measure)],
  [words.nextDue, measure.nextDue && say.nextDue(measure.nextDue.label)],
  [words.expectedBy, measure.expectedBy && say.expectedBy(longDay(measure.expectedBy))],
];

/** What chance alone would give, and which rule says that the newest figure is more than that. */
const processText = (measure: EditionMeasure): string | undefined => {
  const { process } = measure;
  if (process === undefined) return undefined;
  const range = say.usualRange(
    figure(process.lower, measure),
    figure(process.upper, measure),
    figure(process.mean, measure),
    shortPeriod(process.from),
  );
  return process.rule === undefined ? `${range} ${words.withinRange}` : `${range} ${processWords[process.rule]}`;
};

/** The last forecast made before the period was over, beside what it came to. */
const forecastText = (measure: EditionMeasure): string | undefined => {
  const { forecastOutcome: outcome, value, rating } = measure;
  if (outcome === undefined || value === undefined) return undefined;
  const text = say.cameOut(figure(outcome.value, measure), figure(value, measure));
  const rated = isRated(outcome) ? say.cameOutRated(ratingName(outcome.colour), ratingName(rating.colour)) : '';
  return `${text}${rated}.`;
};

const baselineText = (measure: EditionMeasure): string | undefined => {
  const { baseline } = measure;
  if (baseline === undefined) return undefined;
  const value = baseline.value === undefined ? words.notPublished : figure(baseline.value, measure);
  return say.baselineOf(value, baseline.label);
};

const suspensionText = ({ suspension }: EditionMeasure): string | undefined =>
  suspension &&
  say.suspended(shortPeriod(suspension.from), suspension.to && shortPeriod(suspension.to), suspension.reason);
