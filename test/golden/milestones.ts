import * as z from 'zod';
import type { EditionMilestone } from '#scorecard/edition.ts';
import { colourWords, milestoneWords, ratingWords } from '#site/words.ts';
import { day, given, number, text, type Way } from '#test/golden/cases.ts';
import { problemsOf, publish } from '#test/golden/publish.ts';

interface Row {
  readonly original: string;
  readonly current: string;
  readonly status: string;
}

const asOfUsual = '2023-09-30';
const idOf = (printed: string): string => printed.toLowerCase().replaceAll(' ', '-');
const quarterOf = (asOf: string): string => asOf.slice(0, 7);

/** As published by a night as of a day: from the deadline in the scorecard and one posted update. */
const milestonesOf = (rows: readonly Row[], asOf: string): readonly EditionMilestone[] =>
  publish({
    milestones: rows.map(({ original }, i) => ({ id: `m${i}`, originalDeadline: original })),
    records: rows.map(({ current, status }, i) => ({
      milestone: `m${i}`,
      currentDeadline: current,
      status: idOf(status),
    })),
    period: quarterOf(asOf),
    asOf,
  }).milestones;

const milestoneOf = (row: Row, asOf = asOfUsual): EditionMilestone => {
  const [milestone] = milestonesOf([row], asOf);
  if (!milestone) throw new Error('no milestone was published');
  return milestone;
};

export const milestoneColour = (row: Row, asOf: string): string =>
  ratingWords[milestoneOf(row, asOf).rating.colour].colour ?? '';

/** What the officer did not call complete is delayed or not by its deadlines alone. */
const statusFrom = ({ original, current, status }: Row): string => {
  const said = status === 'Complete' ? status : 'On Track';
  const { delayed } = milestoneWords;
  return milestoneWords[milestoneOf({ original, current, status: said }).status] === delayed
    ? delayed
    : `not ${delayed}`;
};

const deadline = '2024-03-31';
/** Rows of which each colour follows from the status alone. */
const rowOf: Record<string, Row> = {
  Green: { original: deadline, current: deadline, status: 'Complete' },
  Amber: { original: deadline, current: deadline, status: 'Delayed' },
};

const coloursOf = (colours: readonly string[]): readonly string[] =>
  milestonesOf(
    colours.flatMap((colour) => rowOf[colour] ?? []),
    asOfUsual,
  ).map(({ rating }) => ratingWords[rating.colour].colour ?? '');

const times = (n: number, colour: string): readonly string[] => Array.from({ length: n }, () => colour);

/** A year or a month begins on its first day. */
const firstDayOf = (at: string | number): string => `${at}${'-01-01'.slice(String(at).length - 4)}`;

/** Whether check lets a milestone through that begins and ends so. */
export const isRange = (start: string | number, end: string | number): boolean =>
  problemsOf({ milestones: [{ id: 'm', start: firstDayOf(start), originalDeadline: firstDayOf(end) }] }).length === 0;

const row = { original: day, current: day, status: text };

export const milestoneKinds: Readonly<Record<string, readonly Way[]>> = {
  milestone_rag: [
    given({ ...row, previous_quarter_end: day }, ({ previous_quarter_end: asOf, ...rest }) =>
      milestoneColour(rest, asOf),
    ),
  ],
  status_rule: [given(row, statusFrom)],
  weeks_delay: [
    given(
      { original: day, current: day, days: number },
      ({ original, current }) => milestoneOf({ original, current, status: 'On Track' }).weeksDelay ?? null,
    ),
  ],
  echo: [
    given(
      { status: text },
      ({ status }) => milestoneWords[milestoneOf({ original: deadline, current: deadline, status }).status],
    ),
  ],
  chart_legend: [given({ row_rags: z.array(text) }, ({ row_rags: colours }) => [...new Set(coloursOf(colours))])],
  date_range: [
    given({ start: number, end: number }, ({ start, end }) => isRange(start, end)),
    given({ start: text, end: text }, ({ start, end }) => isRange(start, end)),
  ],
};

/** How many rows are neither green nor complete. */
export const notGreen = (green: number, amber: number): number =>
  coloursOf([...times(green, 'Green'), ...times(amber, 'Amber')]).filter((colour) => colour !== colourWords.green)
    .length;

/** How many that have begun are still planned: the printed label is kept, and no status is made of a date. */
export const begunAs = ({ Planned, Active }: Readonly<Record<'Planned' | 'Active', number>>): number => {
  const labels = [...times(Planned, 'Planned'), ...times(Active, 'Active')];
  const { milestones } = publish({
    milestones: labels.map((_, i) => ({ id: `m${i}`, start: '2018-04-01', originalDeadline: '2019-03-31' })),
    records: labels.map((reason, i) => ({
      milestone: `m${i}`,
      status: 'on-track',
      currentDeadline: '2019-03-31',
      reason,
    })),
    period: '2018-06',
  });
  return milestones.filter(({ reason }) => reason === 'Planned').length;
};
