import { isComplete, type Period, parsePeriod, periodLabel } from '#calendar/period.ts';
import { type AssessInput, assess, type Knowledge, knowledgeOf } from '#scorecard/assess.ts';
import type { EditionMeasure } from '#scorecard/edition.ts';
import {
  daysOfTime,
  daysOver,
  type Evidences,
  type ExplainedDay,
  type ExplainedFacts,
  factsOver,
  type Numbers,
  numbersOver,
} from '#scorecard/explainDays.ts';
import { type ExplainedReading, readingsOf } from '#scorecard/explainReadings.ts';
import { type ExplainedRecord, recordsOf } from '#scorecard/explainRecords.ts';
import { stretchOf } from '#scorecard/explainStretch.ts';
import { streamsOf } from '#scorecard/questions.ts';
import { unlessUnanswered } from '#scorecard/report.ts';
import type { Measure, Scorecard } from '#scorecard/schema.ts';
import type { Span } from '#scorecard/spans.ts';
import { measureAt } from '#scorecard/versions.ts';
import { workOut } from '#scorecard/workOut.ts';

/** The figure of another measure that this one is worked out from. */
export interface ExplainedInput {
  readonly measure: string;
  readonly title: string;
  readonly period: string;
  readonly value?: number;
}

/** Where a figure came from: all that a doubting reader would ask for. */
export interface Explanation {
  readonly organisation: { readonly id: string; readonly name: string };
  readonly scorecard: { readonly id: string; readonly title: string };
  readonly asOf: string;
  /** As an edition of this as-of date publishes it. */
  readonly measure: EditionMeasure;
  /** The period that the figure is of, and the days that the formula looks at. */
  readonly period: { readonly id: string; readonly label: string; readonly complete: boolean } & Span;
  readonly days: Span;
  readonly definition: {
    /** 1, and one more for each change that held by then. */
    readonly version: number;
    readonly formula: Measure['value'];
    readonly from?: string;
    readonly ruleVersion?: string;
  };
  readonly totals: Numbers;
  readonly byDay: readonly ExplainedDay[];
  readonly facts: readonly ExplainedFacts[];
  readonly readings: readonly ExplainedReading[];
  readonly inputs: readonly ExplainedInput[];
  readonly records: readonly ExplainedRecord[];
}

/** So that the period asked for is told of, and no other stands in for it. */
const withoutLag = (scorecard: Scorecard, id: string): Scorecard => ({
  ...scorecard,
  groups: scorecard.groups.map((group) => ({
    ...group,
    measures: group.measures.map((measure) => (measure.id === id ? { ...measure, lag: 0 } : measure)),
  })),
});

const measureNamed = ({ groups }: Scorecard, id: string): Measure => {
  const found = groups.flatMap(({ measures }) => measures).find((measure) => measure.id === id);
  if (!found) throw new RangeError(`no measure "${id}" in the scorecard`);
  return found;
};

export type ExplainInput = Omit<AssessInput, 'publishedAt' | 'software' | 'before'> & { readonly measure: string };

/** Every figure of another measure that the formula asks for, whether it is known or not. */
const inputsOf = ({ value, unit }: Measure, period: Period, { basisOf }: Knowledge): readonly ExplainedInput[] => {
  const asked = new Map<string, ExplainedInput>();
  const basis = basisOf(period);
  const inputOf: typeof basis.inputOf = (id, at) => {
    const input = basis.inputOf(id, at);
    asked.set(`${id} ${at.id}`, { measure: id, title: input?.measure.title ?? id, period: at.id, value: input?.value });
    return input;
  };
  unlessUnanswered<unknown>(
    () => workOut(value, unit, { ...basis, inputOf }),
    () => undefined,
  );
  return [...asked.values()];
};

/** As an edition of the period would publish it; without a lag where the period is one of the measure's own. */
const publishedAs = (input: ExplainInput, known: Knowledge, measure: Measure): EditionMeasure => {
  const isOwn = measure.frequency === input.period.frequency;
  const scorecard = isOwn ? withoutLag(input.scorecard, measure.id) : input.scorecard;
  const edition = assess({ ...input, scorecard, known, publishedAt: '', software: '' });
  const found = edition.measures.find(({ id }) => id === measure.id);
  if (!found) throw new Error(`the edition lacks "${measure.id}"`);
  return found;
};

/** The same inputs give the same explanation. Throws a RangeError for a measure that the scorecard does not have. */
export const explain = (input: ExplainInput): Explanation => {
  const { scorecard, asOf, records, partials } = input;
  const written = measureNamed(scorecard, input.measure);
  const known = knowledgeOf(input);
  const published = publishedAs(input, known, written);
  const period = parsePeriod(published.period);
  const measure = measureAt(written, period);
  const stretch = stretchOf(measure.value, period);
  const streams = streamsOf(measure.value);
  const evidences: Evidences = { evidenceOf: known.evidenceOf, partials, unit: measure.unit, asOf };
  // What is hidden because it is from too few people could be read off its days.
  const isHidden = published.flags.includes('suppressed');
  const isOfTime = 'availability' in measure.value;
  const totals = isOfTime ? { of: published.numerator, over: published.denominator } : numbersOver(stretch, evidences);
  return {
    organisation: { id: input.organisation.id, name: input.organisation.name },
    scorecard: { id: scorecard.id, title: scorecard.title },
    asOf,
    measure: published,
    period: {
      id: period.id,
      label: periodLabel(period),
      start: period.start,
      end: period.end,
      complete: isComplete(period, asOf),
    },
    days: stretch.span,
    definition: {
      version: 1 + (published.versions?.length ?? 0),
      formula: measure.value,
      from: measure.from,
      ruleVersion: measure.rating?.version,
    },
    totals: isHidden ? {} : totals,
    byDay: isHidden ? [] : isOfTime ? daysOfTime(measure, period, known) : daysOver(stretch, streams, evidences),
    facts: isHidden ? [] : factsOver(stretch, streams, evidences, totals),
    readings: readingsOf(measure.value, period, evidences),
    inputs: inputsOf(measure, period, known),
    records: recordsOf(records, { measure: measure.id, period: period.id, asOf }),
  };
};
