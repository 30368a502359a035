import { type Bands, type Judged, nearestLimit, rangeText, spanText } from '#scorecard/bands.ts';
import { decimalsOf, formatBeside, formatExact, formatTolerance } from '#scorecard/format.ts';
import type { Rated } from '#scorecard/rating.ts';
import type { Aim } from '#scorecard/target.ts';

const names: Record<Judged, string> = { green: 'Green', amber: 'Amber', red: 'Red' };

const shownBeside = (measure: Rated, value: number, limit: number): string =>
  formatBeside(value, limit, measure.unit, decimalsOf(measure));

const toleranceText = (measure: Rated): string => {
  const amber = measure.rating?.amber;
  if (!amber) return '';
  return amber.unit === 'percent' ? formatExact(amber.within, 'percent') : formatTolerance(amber.within, measure.unit);
};

const targetText = ({ unit }: Rated, { value, range }: Aim): string =>
  range ? spanText(range.from, range.to, unit) : formatExact(value ?? 0, unit);

const metText = ({ polarity }: Rated): string => {
  if (polarity === 'band') return '';
  return polarity === 'lower' ? ' or less' : ' or more';
};

type Prior = NonNullable<Aim['prior']>;

/** Of two figures, so that both are rounded alike. */
const byPrior = (
  measure: Rated,
  value: number,
  bands: Bands,
  { prior, value: then = 0 }: Aim,
  colour: Judged,
): string => {
  const limit = colour === 'red' && bands.amber ? nearestLimit(value, bands.amber) : then;
  const shown = shownBeside(measure, value, limit);
  const label = prior?.label ?? '';
  if (value === then) return `${names[colour]}: ${shown} is the same as in ${label}.`;
  const side = `${shown} is ${value > then ? 'above' : 'below'} the ${shownBeside(measure, then, value)} of ${label}`;
  if (colour === 'green' || !bands.amber) return `${names[colour]}: ${side}.`;
  return `${names[colour]}: ${side} ${colour === 'amber' ? 'but within' : 'by more than'} ${toleranceText(measure)}${colour === 'amber' ? ' of it' : ''}.`;
};

const byTarget = (measure: Rated, value: number, bands: Bands, aim: Aim, colour: Judged): string => {
  const limit = nearestLimit(value, colour === 'red' ? (bands.amber ?? bands.green) : bands.green);
  const shown = shownBeside(measure, value, limit);
  const target = targetText(measure, aim);
  if (colour === 'green') return `Green: ${shown} meets the target of ${target}${metText(measure)}.`;
  const isAbove = bands.green.most !== undefined && value >= bands.green.most.at;
  const miss = `${shown} is ${isAbove ? 'above' : 'below'} the target of ${target}`;
  if (colour === 'amber') return `Amber: ${miss} but within ${toleranceText(measure)} of it.`;
  return bands.amber ? `Red: ${miss} by more than ${toleranceText(measure)}.` : `Red: ${miss}.`;
};

const byBands = (measure: Rated, value: number, { green, amber }: Bands, colour: Judged): string => {
  const said = (name: 'green' | 'amber', range: Bands['green']): string =>
    `${name} (${rangeText(range, measure.unit)})`;
  const missed = colour === 'red' && amber ? amber : green;
  const shown = shownBeside(measure, value, nearestLimit(value, missed));
  if (colour === 'green') return `Green: ${shown} is inside ${said('green', green)}.`;
  if (colour === 'amber' && amber)
    return `Amber: ${shown} is outside ${said('green', green)} but inside ${said('amber', amber)}.`;
  return `${names[colour]}: ${shown} is outside ${amber ? said('amber', amber) : said('green', green)}.`;
};

/** Why a value has its colour, in one sentence. */
export const reasonFor = (measure: Rated, value: number, bands: Bands, aim: Aim | undefined, colour: Judged): string =>
  aim && !measure.rating?.bands
    ? (aim.prior ? byPrior : byTarget)(measure, value, bands, aim, colour)
    : byBands(measure, value, bands, colour);

const restText = ({ polarity, rating }: Rated): string => {
  if (polarity === 'band' || rating?.bands) return 'red otherwise';
  return polarity === 'lower' ? 'red above that' : 'red below that';
};

const earlier: Record<Prior['basis'], string> = {
  'previous-period': 'the period before',
  'same-period-last-year': 'the same period of the year before',
  '12-months-prior': 'the same period of the year before',
  baseline: 'the baseline',
};

const againstText = (measure: Rated, { basis }: Prior): string => {
  const amber = measure.rating?.amber ? ` amber if worse by at most ${toleranceText(measure)};` : '';
  return `Green if no worse than ${earlier[basis]};${amber} red otherwise.`;
};

/** The rule with its limits, and how the target came about. */
export const ruleText = (measure: Rated, { green, amber }: Bands, aim: Aim | undefined): string => {
  if (aim?.prior) return againstText(measure, aim.prior);
  const bands = [
    `Green at ${rangeText(green, measure.unit)}`,
    ...(amber ? [`amber at ${rangeText(amber, measure.unit)}`] : []),
    restText(measure),
  ];
  return [`${bands.join('; ')}.`, ...(aim?.note ? [aim.note] : [])].join(' ');
};
