import * as z from 'zod';
import { parsePeriod, periodContaining } from '#calendar/period.ts';
import { rounded } from '#scorecard/format.ts';
import { comparisonPeriod } from '#scorecard/improvement.ts';
import { day, given, month, number, text, type Way } from '#test/golden/cases.ts';
import { yearNamed, yearOf } from '#test/golden/dates.ts';
import { added, asRecorded } from '#test/golden/figures.ts';
import { namesIn } from '#test/golden/lists.ts';
import { begunAs, isRange, notGreen } from '#test/golden/milestones.ts';
import { measureFrom, publish, thisMonth } from '#test/golden/publish.ts';

const targetOf = (target: number): number | undefined =>
  measureFrom({ measure: { polarity: 'higher', target }, recorded: { asked: { [thisMonth]: target } } }).target;

/** Of two printed baselines the finer one, rounded as the coarser. */
const baseline = (a: number, b: number, places: number): number | undefined => {
  const [left, right] = [rounded(asRecorded(a), places), rounded(asRecorded(b), places)];
  return left === right ? left : undefined;
};

/** Whether a quarter is compared with this one under any basis that is a year long. */
const isComparedWith = (now: string, then: string): boolean => {
  const period = parsePeriod(`2021-22-${now.toLowerCase()}`);
  return comparisonPeriod({ compare: '12-months-prior' }, period).id === `2020-21-${then.toLowerCase()}`;
};

/** Measures with something to draw; the printed count leaves one out. */
const charts = (rows: number): number => {
  const ids = Array.from({ length: rows }, (_, i) => `m${i}`);
  const measures = ids.map((id) => ({ id }));
  const records = ids.map((measure) => ({ measure, period: thisMonth, value: 1 }));
  return publish({ measures, records }).measures.filter(({ series }) => series.length > 0).length;
};

const year = text.regex(/^\d{4}\/\d{2}$/);
const quarter = text.regex(/^Q[1-4]$/);

export const referenceKinds: Readonly<Record<string, readonly Way[]>> = {
  cross_reference: [
    given({ green_rows: number, amber_rows: number }, ({ green_rows: green, amber_rows: amber }) =>
      notGreen(green, amber),
    ),
    given({ text: month, history: day }, ({ history }) => periodContaining(history, 'month').id),
    given({ deadline: day, rollout_start: day }, ({ deadline, rollout_start: start }) => isRange(start, deadline)),
    given({ alignment: number, scorecard: number, dp: number }, ({ alignment, scorecard, dp }) =>
      baseline(alignment, scorecard, dp),
    ),
    given({ alignment: number, scorecard: number }, ({ alignment }) => targetOf(alignment)),
    given({ baseline: number, named: number }, ({ baseline, named }) => added([baseline, named])),
    given({ text: year, action_end: day }, ({ action_end: end }) => yearOf(end)),
    given({ end: day }, ({ end }) => yearOf(end)),
    given(
      { programme: month, wave1: month },
      ({ programme, wave1 }) => parsePeriod(programme).start <= parsePeriod(wave1).start,
    ),
    given({ asked: year, attached: year }, ({ asked, attached }) => yearNamed(asked).id === yearNamed(attached).id),
    given({ now_quarter: quarter, then_quarter: quarter }, ({ now_quarter: now, then_quarter: then }) =>
      isComparedWith(now, then),
    ),
    given({ planned: number, active: number }, ({ planned, active }) => begunAs({ Planned: planned, Active: active })),
    given({ waves_stated: number, names: z.array(text) }, ({ waves_stated: stated, names }) => namesIn(names) > stated),
    given({ indicator_rows: number }, ({ indicator_rows: rows }) => charts(rows)),
  ],
};
