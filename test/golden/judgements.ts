import * as z from 'zod';
import { parsePeriod } from '#calendar/period.ts';
import type { Direction } from '#scorecard/edition.ts';
import { measure as measureSchema } from '#scorecard/schema.ts';
import { aimOf } from '#scorecard/target.ts';
import { colourWords } from '#site/words.ts';
import { given, number, text, type Way } from '#test/golden/cases.ts';
import { figureOf, measureFrom, warningsOf } from '#test/golden/publish.ts';

const directions: Record<Direction, string> = {
  improving: 'Improving',
  deteriorating: 'Deteriorating',
  'no-change': 'No noticeable change',
  'not-applicable': 'N/A',
};

/** Of one month on the month before; the reference adds `(inferred)` to some polarities. */
const directionOf = (now: number, then: number, polarity = 'higher'): Direction => {
  const measure = { polarity: polarity.split(' ')[0], compare: 'previous-period' };
  return measureFrom({ measure, recorded: { asked: { '2021-12': now, '2021-11': then } } }).direction;
};

const isAbove = (a: number, b: number): boolean => directionOf(a, b) === 'improving';

/** "Below 88" is any figure below it; the direction is known where they all agree. */
const directionBelow = (previous: number, polarity: string): string | undefined => {
  const found = [previous - 0.01, previous / 2, 0].map((now) => directions[directionOf(now, previous, polarity)]);
  return new Set(found).size === 1 ? found[0] : undefined;
};

const colourOf = (value: number, target: number): string | undefined => {
  const { rating } = measureFrom({
    measure: { unit: 'percent', polarity: 'higher', target },
    recorded: { asked: value },
  });
  return rating.colour === 'green' ? colourWords.green : `not ${colourWords.green}`;
};

const timesAs = (a: number, b: number): number =>
  figureOf({ quotient: { of: 'a', over: 'b' } }, { recorded: { a, b } });

const years = ['2018-19', '2019-20', '2020-21', '2021-22', '2022-23'];

const aimsOf = (target: object): readonly (number | undefined)[] => {
  const measure = measureSchema.parse({
    id: 'm',
    title: 'M',
    unit: 'count',
    polarity: 'higher',
    frequency: 'year',
    value: { recorded: true },
    target,
  });
  return years.map((year) => aimOf(measure, parsePeriod(year))?.value);
};

/** Of a baseline and the targets published after it, in order. */
const neverWorsens = (baseline: number | null, targets: readonly (number | null)[], polarity: string): boolean => {
  const aims = aimsOf(Object.fromEntries(targets.map((target, i) => [years[i], target])));
  const known = [baseline ?? undefined, ...aims].filter((value) => value !== undefined);
  return known.every((value, i) => i === 0 || directionOf(value, known[i - 1] ?? value, polarity) !== 'deteriorating');
};

/** Whether check has no doubt about a target beside a baseline; an aim that maintains it is none. */
const isUndoubted = (baseline: number, target: number, polarity: string): boolean => {
  const measure = {
    id: 'm',
    polarity,
    frequency: 'year',
    target: { '2018-19': target },
    compare: 'baseline',
    baseline: { period: '2017-18', value: baseline },
  };
  return warningsOf({ measures: [measure] }).length === 0;
};

const straightLine = (from: number, to: number, step: number): number | undefined =>
  aimsOf({
    path: 'straight-line',
    from: { period: '2017-18', value: from },
    to: { period: '2022-23', value: to },
  })[step - 1];

const baseline = { baseline: number, polarity: text };

export const judgementKinds: Readonly<Record<string, readonly Way[]>> = {
  direction: [
    given(
      { now: number, prev: number, polarity: text.optional() },
      ({ now, prev, polarity }) => directions[directionOf(now, prev, polarity)],
    ),
    given({ previous: number, current: text, polarity: text }, ({ previous, polarity }) =>
      directionBelow(previous, polarity),
    ),
  ],
  measure_rag: [given({ value: number, target: number }, ({ value, target }) => colourOf(value, target))],
  comparison: [
    given(
      { total: number, interim: number, earmarked: number },
      ({ total, interim, earmarked }) => isAbove(total, interim) && isAbove(interim, earmarked),
    ),
    given(
      { 2021: number, 2019: number, 2018: number },
      ({ 2021: now, 2019: a, 2018: b }) => isAbove(now, a) && isAbove(now, b),
    ),
    given({ 2021: number, 2020: number }, ({ 2021: now, 2020: then }) => timesAs(now, then) > 3),
    given(
      { county: number, wm: number, eng: number },
      ({ county, wm, eng }) => isAbove(county, wm) && isAbove(county, eng),
    ),
    given({ q3: number, q2: number }, ({ q3, q2 }) => isAbove(q3, q2)),
  ],
  target_trajectory: [
    given(
      { ...baseline, final: number },
      ({ baseline, final, polarity }) => directionOf(final, baseline, polarity) === 'improving',
    ),
    given({ baseline: number.nullable(), targets: z.array(number.nullable()), polarity: text }, (inputs) =>
      neverWorsens(inputs.baseline, inputs.targets, inputs.polarity),
    ),
    given({ ...baseline, target: number }, ({ baseline, target, polarity }) => isUndoubted(baseline, target, polarity)),
    given({ baseline_unrounded: number, target: number }, ({ baseline_unrounded: from, target }) =>
      isUndoubted(from, target, 'higher'),
    ),
    given({ baseline: number, final: number, step: number, steps: z.literal(years.length) }, (inputs) =>
      straightLine(inputs.baseline, inputs.final, inputs.step),
    ),
  ],
};
