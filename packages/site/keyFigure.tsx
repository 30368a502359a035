import type { EditionMeasure } from '#scorecard/edition.ts';
import { ChangeText } from '#site/change.tsx';
import { type Change, changeOf } from '#site/changeOf.ts';
import { Fact } from '#site/fact.tsx';
import { distance, figure, figureParts, plain, shortPeriod, targetFigure } from '#site/format.ts';
import { marksOf } from '#site/marksOf.ts';
import { RatingTag } from '#site/ratingTag.tsx';
import { whyNotPublished } from '#site/sinceWhen.ts';
import { targetText } from '#site/targetText.ts';
import { colourWords, say, targetWords, words } from '#site/words.ts';

const Value = ({ measure }: { measure: EditionMeasure }) => {
  if (measure.value === undefined)
    return (
      <>
        <p class="key-figure__absent">{words.notPublished}</p>
        <p class="key-figure__why">{whyNotPublished(measure)}</p>
      </>
    );
  const { number, unit } = figureParts(measure.value, measure);
  return (
    <p class="key-figure__value">
      {measure.qualifier && <span class="key-figure__unit">{measure.qualifier} </span>}
      {number}
      {unit && <span class="key-figure__unit"> {unit}</span>}
    </p>
  );
};

/** A percentage shows what it is a share of; the sum behind an average is no part of how many were added up. */
const Fraction = ({ measure: { unit, numerator, denominator } }: { measure: EditionMeasure }) =>
  unit !== 'percent' || numerator === undefined || denominator === undefined ? null : (
    <p class="key-figure__note">{say.fraction(plain(numerator), plain(denominator))}</p>
  );

/** A year's target, printed where the figure of a part of the year is not judged by it. */
const AnnualTarget = ({ measure }: { measure: EditionMeasure }) =>
  measure.annualTarget === undefined ? null : (
    <span class="fact__more">
      {say.annualTarget(targetFigure(measure.annualTarget.value, measure), shortPeriod(measure.annualTarget.period))}
    </span>
  );

/** The earlier figure that takes the target's place. */
const Against = ({ measure, against }: { measure: EditionMeasure; against: { label: string; value: number } }) => (
  <Fact term={words.judgedAgainst}>
    {figure(against.value, measure)} <span class="fact__more">{against.label}</span>
  </Fact>
);

const Target = ({ measure }: { measure: EditionMeasure }) => {
  const text = targetText(measure, measure);
  return (
    <Fact term={words.target}>
      {text === undefined ? (
        <span class="quiet">{words.noTarget}</span>
      ) : (
        <>
          {text} <span class="fact__more">{targetWords[measure.polarity]}</span>
        </>
      )}{' '}
      <AnnualTarget measure={measure} />
    </Fact>
  );
};

/** `from 71.9% in July to September 2022`; where only a change was recorded, that the value is not published. */
const comparedText = (measure: EditionMeasure, change: Change): string => {
  const from = measure.improvement?.from;
  if (measure.value === undefined) return `${say.than(change.basis)} (${words.valueNotPublished})`;
  return from?.value === undefined ? say.than(change.basis) : say.from(figure(from.value, measure), from.label);
};

const Compared = ({ measure }: { measure: EditionMeasure }) => {
  const change = changeOf(measure);
  if (change === undefined)
    return (
      <Fact term={words.change}>
        <span class="quiet">{words.notCompared}</span> <span class="fact__more">{measure.notComparedReason}</span>
      </Fact>
    );
  const hasBoth = measure.improvement?.change !== undefined && measure.improvement.value !== 0;
  return (
    <Fact term={measure.value === undefined ? words.change : say.comparedWith(change.basis)}>
      <ChangeText change={change} /> <span class="fact__more">{comparedText(measure, change)}</span>{' '}
      {hasBoth && change.verdict && <span class="fact__more">{say.relative(change.relative, change.verdict)}</span>}
    </Fact>
  );
};

const order = ['red', 'amber', 'green'];

const nextBandText = (measure: EditionMeasure): string | undefined => {
  const { colour, toNextBand } = measure.rating;
  if (toNextBand === undefined) return undefined;
  const by = distance(toNextBand.by, measure);
  const name = colourWords[toNextBand.colour];
  return order.indexOf(toNextBand.colour) > order.indexOf(colour) ? say.short(by, name) : say.clear(by, name);
};

/** Why it has the colour that it has, and how far it is from the next one. */
const Reason = ({ measure }: { measure: EditionMeasure }) => {
  const next = nextBandText(measure);
  return (
    <Fact term={words.whyThisRating}>
      <span class="fact__reason">{measure.rating.reason}</span> {next && <span class="fact__more">{next}</span>}
    </Fact>
  );
};

/** What officers expect, with a rating of its own: it never stands in for the actual one. */
const Forecast = ({ measure }: { measure: EditionMeasure }) => {
  const { forecast } = measure;
  if (forecast === undefined) return null;
  return (
    <Fact term={words.forecast}>
      {figure(forecast.value, measure)} <span class="fact__more">{forecast.label}</span>{' '}
      <RatingTag colour={forecast.rating.colour} /> <span class="fact__more">{forecast.rating.reason}</span>
    </Fact>
  );
};

/** Both are shown: what stands, and what the formula gave. */
const Overridden = ({ measure }: { measure: EditionMeasure }) =>
  measure.overridden === undefined ? null : (
    <p class="key-figure__note">
      {say.overridden(figure(measure.overridden.value, measure), measure.overridden.reason)}
    </p>
  );

const Standing = ({ measure }: { measure: EditionMeasure }) => (
  <>
    {marksOf(measure).map((mark) => (
      <p key={mark} class="key-figure__note">
        {mark}
      </p>
    ))}
  </>
);

export const KeyFigure = ({ measure }: { measure: EditionMeasure }) => (
  <div class="key-figure">
    <div class="key-figure__main">
      <p class="key-figure__period">{measure.periodLabel}</p>
      <Value measure={measure} />
      <RatingTag colour={measure.rating.colour} />
      <Fraction measure={measure} />
      <Overridden measure={measure} />
      <Standing measure={measure} />
    </div>
    <dl class="key-figure__facts">
      {measure.rating.against ? (
        <Against measure={measure} against={measure.rating.against} />
      ) : (
        <Target measure={measure} />
      )}
      <Compared measure={measure} />
      {measure.value !== undefined && <Reason measure={measure} />}
      <Forecast measure={measure} />
    </dl>
  </div>
);
