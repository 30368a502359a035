import type { Conversion } from '#scorecard/conversion.ts';
import { divided, times } from '#scorecard/decimal.ts';
import type { EditionMeasure } from '#scorecard/edition.ts';
import type { Unit } from '#scorecard/schemaWords.ts';

export interface Ranking {
  readonly rows: NonNullable<EditionMeasure['ranking']>;
  /** A count may be too low by so many at most. */
  readonly atMostMissed?: number;
}

/** In the measure's unit; numerator and denominator as counted. Nothing to measure: no value. */
export interface Figure {
  readonly value?: number;
  readonly numerator?: number;
  readonly denominator?: number;
  /** Worked out from another measure's value that may still change, or that was only about so much. */
  readonly isProvisional?: boolean;
  readonly isEstimated?: boolean;
  /** One standard error, where the value is an estimate. */
  readonly errorPercent?: number;
  /** Of a list, best first: it has no value. */
  readonly ranking?: Ranking;
  /** It would tell a figure that is from too few people. */
  readonly isTelling?: boolean;
  /** Why there is no value, where the formula knows better than that there was nothing to measure. */
  readonly because?: string;
}

/** Figures by the value of the dimension cut by; under `''` when not cut. */
export type Figures = ReadonlyMap<string, Figure>;

export const mapped = <In, Out>(map: ReadonlyMap<string, In>, change: (value: In) => Out): ReadonlyMap<string, Out> =>
  new Map([...map].map(([cut, value]) => [cut, change(value)]));

export const only = (figure: Figure): Figures => new Map([['', figure]]);

const noConversion: Conversion = { times: 1, over: 1 };

/** A part over a whole: `(100 × of) ÷ over` for a percent. An empty whole has no value. */
export const parted = (numerator: number, denominator: number, unit: Unit, conversion = noConversion): Figure => {
  if (denominator === 0) return { numerator, denominator };
  const factor = unit === 'percent' ? 100 : conversion.times;
  return { value: divided(times(factor, numerator), denominator * conversion.over), numerator, denominator };
};
