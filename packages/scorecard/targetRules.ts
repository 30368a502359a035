import { isPeriodId, type Period, parsePeriod } from '#calendar/period.ts';
import type { Finding, Step } from '#scorecard/problem.ts';
import type { Measure } from '#scorecard/schema.ts';
import type { TargetPath } from '#scorecard/targetSchema.ts';

const found = (path: readonly Step[], message: string, mend: string): Finding => ({ path, message, mend });

const isRange = (written: unknown): written is { readonly from: number; readonly to: number } =>
  typeof written === 'object' && written !== null && 'from' in written && 'to' in written && !('path' in written);

const isPath = (target: unknown): target is TargetPath =>
  typeof target === 'object' && target !== null && 'path' in target;

const isByPeriod = (target: Measure['target']): target is Extract<Measure['target'], Record<string, unknown>> =>
  typeof target === 'object' && !isRange(target) && !isPath(target) && !('maintain' in target);

/** Each number or band that a target holds, with its place. */
const parts = (target: Measure['target']): readonly (readonly [readonly Step[], unknown])[] =>
  isByPeriod(target)
    ? Object.entries(target).map(([id, written]) => [['target', id], written] as const)
    : [[['target'], target]];

const ofPolarity = ({ polarity, target }: Measure): readonly Finding[] => {
  if (target === undefined) return [];
  if (polarity === 'none')
    return [
      found(
        ['target'],
        'no colour is possible: with polarity none nothing says which side of the target is good',
        'write polarity: higher or lower, or remove the target',
      ),
    ];
  return parts(target).flatMap(([path, written]) => {
    if (written === null) return [];
    if (polarity === 'band' && !isRange(written))
      return [
        found(
          path,
          'with polarity band one number does not say where the band ends',
          'write { from: 18, to: 22 }, or polarity: higher or lower',
        ),
      ];
    return polarity !== 'band' && isRange(written)
      ? [found(path, `with polarity ${polarity} a target has one end`, 'write one number, or polarity: band')]
      : [];
  });
};

const rangeOrder = ({ target }: Measure): readonly Finding[] =>
  parts(target).flatMap(([path, written]) =>
    isRange(written) && written.from > written.to
      ? [found(path, `the band from ${written.from} to ${written.to} is empty`, 'write the smaller number first')]
      : [],
  );

const notPeriod = (path: readonly Step[], id: string, atKey = false): readonly Finding[] =>
  isPeriodId(id)
    ? []
    : [
        {
          ...found(path, `"${id}" is not a period`, 'write 2023-24-q3, 2023-24-h1, 2023-24, 2023 or 2016-05'),
          ...(atKey && { atKey }),
        },
      ];

const lengths = { month: 1, quarter: 3, 'half-year': 6, year: 12 };

const tooShort = (measure: Measure, { frequency }: Period, path: readonly Step[], atKey = false): readonly Finding[] =>
  lengths[frequency] < lengths[measure.frequency]
    ? [
        {
          ...found(
            path,
            `a target for a ${frequency} never serves a figure of a ${measure.frequency}`,
            `write the target of a ${measure.frequency}`,
          ),
          ...(atKey && { atKey }),
        },
      ]
    : [];

const periodsNamed = (measure: Measure): readonly Finding[] =>
  isByPeriod(measure.target)
    ? Object.keys(measure.target).flatMap((id) => {
        const path = ['target', id];
        const wrong = notPeriod(path, id, true);
        return wrong.length > 0 ? wrong : tooShort(measure, parsePeriod(id), path, true);
      })
    : [];

interface Placed {
  readonly path: readonly Step[];
  readonly id: string;
}

const placesOf = ({ from, via, to }: TargetPath): readonly Placed[] => [
  { path: ['target', 'from', 'period'], id: from.period },
  ...via.map(({ period }, i) => ({ path: ['target', 'via', i, 'period'], id: period })),
  { path: ['target', 'to', 'period'], id: to.period },
];

const inOrder = (places: readonly Placed[]): readonly Finding[] =>
  places.flatMap(({ path, id }, i) => {
    const before = places[i - 1];
    if (!before) return [];
    const [earlier, later] = [parsePeriod(before.id), parsePeriod(id)];
    if (earlier.frequency !== later.frequency)
      return [found(path, `${before.id} and ${id} are not of one length`, `write a ${earlier.frequency}`)];
    return earlier.start < later.start ? [] : [found(path, `it is not after ${before.id}`, 'write the oldest first')];
  });

const pathPeriods = (measure: Measure): readonly Finding[] => {
  if (!isPath(measure.target)) return [];
  const places = placesOf(measure.target);
  const wrong = places.flatMap(({ path, id }) => notPeriod(path, id));
  if (wrong.length > 0) return wrong;
  const short = places.flatMap(({ path, id }) => tooShort(measure, parsePeriod(id), path));
  return short.length > 0 ? short : inOrder(places);
};

/** What the schema cannot say of a target. */
export const targetFindings = (measure: Measure): readonly Finding[] => [
  ...ofPolarity(measure),
  ...rangeOrder(measure),
  ...periodsNamed(measure),
  ...pathPeriods(measure),
];
