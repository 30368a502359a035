import * as z from 'zod';
import { rounded } from '#scorecard/format.ts';
import { given, number, numbers, text, type Way } from '#test/golden/cases.ts';
import { asRecorded } from '#test/golden/figures.ts';
import { publish, thisMonth } from '#test/golden/publish.ts';
import { roundedAs } from '#test/golden/rounding.ts';

const row = z.tuple([text, number]);

/** The values of a published list of the largest: each name once, however often its row was sent. */
const topRows = (rows: readonly z.infer<typeof row>[]): readonly (number | undefined)[] => {
  const { measures } = publish({
    measures: [{ id: 'top', value: { top: { of: { count: 'visit' }, by: 'enquiryType', n: 10 } } }],
    records: rows.map(([enquiryType, value]) => ({ measure: 'top', period: thisMonth, value, cut: { enquiryType } })),
  });
  return (measures[0]?.ranking ?? []).map(({ value }) => value);
};

/** Sent in the order opposite to the print, so that the order published is ours. */
const topOf = (counts: readonly number[]) =>
  topRows(counts.map((count, i): z.infer<typeof row> => [`name ${i}`, count]).toReversed());

export const namesIn = (names: readonly string[]): number => topRows(names.map((name, i) => [name, i + 1])).length;

const changed = (improvements: readonly (number | null)[]) =>
  publish({
    measures: improvements.map((_, i) => ({ id: `m${i}`, polarity: 'higher' })),
    records: improvements.flatMap((improvement, i) =>
      improvement === null ? [] : [{ measure: `m${i}`, period: thisMonth, improvement }],
    ),
  });

const listsOf = (improvement: number | null): readonly string[] => {
  const { mostImproved, mostWorsened } = changed([improvement]);
  return [...mostImproved.map(() => 'improved'), ...mostWorsened.map(() => 'worsened')];
};

/** What improved, then what worsened, each the largest first. */
const ranked = (improvements: readonly number[]): readonly (number | undefined)[] => {
  const { mostImproved, mostWorsened, measures } = changed(improvements.toReversed());
  const sizes = new Map(measures.map(({ id, improvement }) => [id, improvement?.value]));
  return [...mostImproved, ...mostWorsened].map((id) => sizes.get(id));
};

const publishedChange = (improvement: number): number =>
  changed([improvement]).measures[0]?.improvement?.value ?? Number.NaN;

export const listKinds: Readonly<Record<string, readonly Way[]>> = {
  count: [
    given(
      { from: number, to: number },
      ({ from, to }) => topOf(Array.from({ length: to - from + 1 }, (_, i) => to - from + 1 - i)).length,
    ),
    given({ names: z.array(text) }, ({ names }) => namesIn(names)),
    given({ printed: number }, ({ printed }) => asRecorded(printed)),
  ],
  extraction: [given({ rows: z.array(row) }, ({ rows }) => topRows([...rows, ...rows.slice(0, 1)]).length)],
  list_membership: [
    given({ improvement: number.nullable(), priority: text }, ({ improvement }) => listsOf(improvement)),
  ],
  rank_order: [
    given({ printed_order: numbers }, ({ printed_order: printed }) => ranked(printed)),
    given({ counts: numbers }, ({ counts }) => topOf(counts)),
  ],
  tile_rounding: [
    given({ list: number }, ({ list }, { rounding }) => roundedAs(rounding, publishedChange(list))),
    given({ list_percent: number, as_fraction: number }, ({ list_percent: percent }) =>
      rounded(publishedChange(percent), 0),
    ),
  ],
};
