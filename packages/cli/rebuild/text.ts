import { counted } from '#cli/output.ts';
import type { CheckedDays } from '#cli/rebuild/days.ts';
import type { CheckedFigures } from '#cli/rebuild/figures.ts';

export interface Checked {
  readonly days: CheckedDays;
  readonly figures: CheckedFigures;
}

type Figure = CheckedFigures['different'][number];

export const isEqual = ({ days, figures }: Checked): boolean =>
  days.different.length === 0 && figures.different.length === 0;

/** More than a screen holds is in the JSON. */
const mostLines = 50;

function list(title: string, lines: readonly string[]): readonly string[] {
  if (lines.length === 0) return [];
  const rest = lines.length - mostLines;
  const more = rest > 0 ? [`  and ${rest.toLocaleString('en-GB')} more: --json lists them all`] : [];
  return [title, ...lines.slice(0, mostLines).map((line) => `  ${line}`), ...more];
}

/** The first says what kind of thing happened; the others are much like it. */
function dayInWords({ organisation, stream, day, differences: [first, ...others] }: CheckedDays['different'][number]) {
  const more = others.length > 0 ? `; ${counted(others.length, 'other table')} besides` : '';
  return `${organisation} ${stream} ${day}: ${first}${more}`;
}

const valueInWords = (value: unknown): string => (value === undefined ? 'nothing' : String(value));

function figureInWords({
  organisation,
  scorecard,
  measure,
  period,
  edition,
  differs,
  published,
  rebuilt,
}: Figure): string {
  const place = `${organisation}/${scorecard} ${measure}, ${period}, in ${edition.period} edition ${edition.edition} as of ${edition.asOf}`;
  if (typeof published === 'object' || typeof rebuilt === 'object') return `${place}: ${differs} differs`;
  const part = differs === 'value' ? '' : `${differs} `;
  return `${place}: ${part}${valueInWords(published)} published, ${valueInWords(rebuilt)} worked out anew`;
}

/** How many of each reason. */
function leftOutInWords({ days, figures }: Checked): readonly string[] {
  const of = (noun: string, reasons: readonly { readonly reason: string }[]) =>
    [...Map.groupBy(reasons, ({ reason }) => reason)].map(
      ([reason, alike]) => `${counted(alike.length, noun)}: ${reason}`,
    );
  const editions = figures.leftOut.filter(({ measure }) => measure === undefined);
  const measures = figures.leftOut.filter(({ measure }) => measure !== undefined);
  return [...of('day', days.leftOut), ...of('edition', editions), ...of('measure', measures)];
}

function verdict({ days, figures }: Checked): string {
  const worked = `${counted(days.compared, 'day')} and ${counted(figures.compared, 'figure')} worked out anew`;
  if (isEqual({ days, figures })) return `${worked}: all equal.`;
  const [day, figure] = [counted(days.different.length, 'day'), counted(figures.different.length, 'figure')];
  return `${worked}: ${day} and ${figure} not equal.`;
}

/** Of each organisation from the first wrong day to the last. */
const rebuildsOf = (different: CheckedDays['different']): readonly string[] =>
  [...Map.groupBy(different, ({ organisation }) => organisation)].map(([organisation, ofOne]) => {
    const days = ofOne.map(({ day }) => day).sort();
    return `"quarterlight rebuild --org ${organisation} --from ${days[0]} --to ${days.at(-1)}" has the next night count again.`;
  });

const advice = ({ days, figures }: Checked): readonly string[] => {
  if (days.different.length > 0) return rebuildsOf(days.different);
  return figures.different.length > 0
    ? [
        'All days are right: events, records or settings came after these editions. A night as of the day of each publishes them.',
      ]
    : [];
};

export const checkedInWords = (checked: Checked): readonly string[] => [
  ...list('Left out:', leftOutInWords(checked)),
  ...list('Days that are not what their events add up to:', checked.days.different.map(dayInWords)),
  ...list('Figures that are not what was published:', checked.figures.different.map(figureInWords)),
  verdict(checked),
  ...advice(checked),
];
