import { isWithin, type Limit, rangeOf } from '#scorecard/bands.ts';
import type { Finding, Step } from '#scorecard/problem.ts';
import type { Measure } from '#scorecard/schema.ts';

type Band = NonNullable<NonNullable<Measure['rating']>['bands']>['green'];
type Side = 'least' | 'most';

const found = (path: readonly Step[], message: string, mend: string): Finding => ({ path, message, mend });
const at = (...steps: readonly Step[]): readonly Step[] => ['rating', 'bands', ...steps];

const doubled = (name: string, band: Band): readonly Finding[] => [
  ...(band.atLeast !== undefined && band.above !== undefined
    ? [found(at(name), 'atLeast and above say the same side twice', 'keep one of the two')]
    : []),
  ...(band.atMost !== undefined && band.below !== undefined
    ? [found(at(name), 'atMost and below say the same side twice', 'keep one of the two')]
    : []),
];

/** The side on which a band must have its limit. */
const sidesOf: Record<'higher' | 'lower' | 'band', readonly Side[]> = {
  higher: ['least'],
  lower: ['most'],
  band: ['least', 'most'],
};
const keysOf: Record<Side, string> = { least: 'atLeast or above', most: 'atMost or below' };

const greenSides = (green: Band, polarity: 'higher' | 'lower' | 'band'): readonly Finding[] => {
  const range = rangeOf(green);
  const missing = sidesOf[polarity].filter((side) => !range[side]);
  const extra = (['least', 'most'] as const).filter((side) => range[side] && !sidesOf[polarity].includes(side));
  return [
    ...missing.map((side) =>
      found(at('green'), `with polarity ${polarity} green needs a limit`, `write ${keysOf[side]}`),
    ),
    ...extra.map((side) =>
      found(
        at('green'),
        `with polarity ${polarity} what is ${side === 'most' ? 'above' : 'below'} green would be red`,
        `remove ${keysOf[side]}, or write polarity: band`,
      ),
    ),
  ];
};

const isOpposite = (inner: Limit, green: Limit): boolean => inner.at === green.at && inner.isInside !== green.isInside;

/** Amber must begin exactly where green ends: the same number, inside one of the two. */
const meets = (side: Side, green: Limit, inner: Limit): readonly Finding[] => {
  if (isOpposite(inner, green)) return [];
  const isGap = side === 'least' ? inner.at <= green.at : inner.at >= green.at;
  const key = side === 'least' ? (green.isInside ? 'below' : 'atMost') : green.isInside ? 'above' : 'atLeast';
  return [
    found(
      at('amber'),
      isGap && inner.at !== green.at
        ? `there is a gap between ${inner.at} and ${green.at}: what lies in it would be red`
        : `amber and green do not end at one point: ${inner.at} and ${green.at}`,
      `write ${key}: ${green.at}, or leave that side out`,
    ),
  ];
};

const reaches = (side: Side, green: Limit, outer: Limit): readonly Finding[] => {
  const isWorse = side === 'least' ? outer.at < green.at : outer.at > green.at;
  const isEdge = outer.at === green.at && outer.isInside && !green.isInside;
  return isWorse || isEdge
    ? []
    : [
        found(
          at('amber'),
          `amber ends at ${outer.at}, inside green, which ends at ${green.at}`,
          `write a ${side === 'least' ? 'lower' : 'higher'} number`,
        ),
      ];
};

const oneSided = (amber: Band, green: Limit, side: Side): readonly Finding[] => {
  const range = rangeOf(amber);
  const outer = range[side];
  const inner = range[side === 'least' ? 'most' : 'least'];
  if (!outer) return [found(at('amber'), 'nothing says where amber ends', `write ${keysOf[side]}`)];
  return [...reaches(side, green, outer), ...(inner ? meets(side, green, inner) : [])];
};

const twoSided = (amber: Band, green: { readonly least?: Limit; readonly most?: Limit }): readonly Finding[] =>
  (['least', 'most'] as const).flatMap((side) => {
    const [outer, limit] = [rangeOf(amber)[side], green[side]];
    if (!limit) return [];
    if (!outer) return [found(at('amber'), 'nothing says where amber ends on one side', `write ${keysOf[side]}`)];
    // Exactly green's own end: there is no amber on this side.
    return outer.at === limit.at && outer.isInside === limit.isInside ? [] : reaches(side, limit, outer);
  });

const amberFindings = (amber: Band, green: Band, polarity: 'higher' | 'lower' | 'band'): readonly Finding[] => {
  if (polarity === 'band') return twoSided(amber, rangeOf(green));
  const side = polarity === 'higher' ? 'least' : 'most';
  const limit = rangeOf(green)[side];
  return limit ? oneSided(amber, limit, side) : [];
};

const targetInGreen = ({ target }: Measure, green: Band): readonly Finding[] =>
  typeof target === 'number' && !isWithin(target, rangeOf(green))
    ? [found(['target'], `a figure of ${target} would meet the target and not be green`, 'write a target inside green')]
    : [];

const emptyGreen = (green: Band): readonly Finding[] => {
  const { least, most } = rangeOf(green);
  return least && most && least.at > most.at
    ? [found(at('green'), `from ${least.at} to ${most.at} there is nothing`, 'write the smaller number first')]
    : [];
};

const ofBands = (measure: Measure, bands: { readonly green: Band; readonly amber?: Band }): readonly Finding[] => {
  const { polarity } = measure;
  if (polarity === 'none')
    return [found(at(), 'no colour is possible with polarity none', 'write polarity: higher, lower or band')];
  const doubles = [...doubled('green', bands.green), ...(bands.amber ? doubled('amber', bands.amber) : [])];
  if (doubles.length > 0) return doubles;
  const green = [...emptyGreen(bands.green), ...greenSides(bands.green, polarity)];
  if (green.length > 0) return green;
  return [
    ...(bands.amber ? amberFindings(bands.amber, bands.green, polarity) : []),
    ...targetInGreen(measure, bands.green),
  ];
};

/** What the schema cannot say of how amber is set, by a tolerance or by bands without a gap and without an overlap. */
export const bandFindings = (measure: Measure): readonly Finding[] => {
  const { target, rating } = measure;
  if (rating?.from && (rating.amber || rating.bands || rating.against || target !== undefined))
    return [
      found(['rating'], 'a measure that is judged by others is not judged by its own figure', 'keep one of the two'),
    ];
  if (rating?.amber && rating.bands)
    return [found(['rating'], 'amber is said twice, by a tolerance and by bands', 'keep one of the two')];
  if (rating?.amber && target === undefined && !rating.against)
    return [found(['rating'], 'there is no target for this rating to judge by', 'add a target, or remove the rating')];
  return rating?.bands ? ofBands(measure, rating.bands) : [];
};
