import { contrast, nearestPassing } from '#scorecard/colour.ts';
import { grounds, type Part, type Scheme, type Shown, schemes, shownIn } from '#scorecard/palette.ts';
import type { Finding } from '#scorecard/problem.ts';
import type { Theme } from '#scorecard/themeSchema.ts';

/** WCAG 2.2, 1.4.3 and 1.4.11. */
const forText = 4.5;
const forGraphics = 3;

interface Ground extends Shown {
  readonly name: string;
}

interface Pairing {
  readonly part: Part;
  readonly atLeast: number;
  readonly on: (theme: Theme, scheme: Scheme) => readonly Ground[];
}

const masthead: Pairing['on'] = (theme, scheme) => [{ name: 'the masthead', ...shownIn(theme, scheme, 'background') }];
const paper: Pairing['on'] = (_, scheme) => [
  { name: 'the page', hex: grounds[scheme].page },
  { name: 'the grey of the page', hex: grounds[scheme].wash },
];

const pairings: readonly Pairing[] = [
  { part: 'text', atLeast: forText, on: masthead },
  { part: 'accent', atLeast: forGraphics, on: masthead },
  { part: 'link', atLeast: forText, on: paper },
];

/** Cut and not rounded: 4.499 must not be printed as the 4.5 that it is not. */
const ratioText = (ratio: number): string => `${Math.floor(ratio * 100) / 100}:1`;

const worst = (hex: string, on: readonly Ground[]): Ground =>
  [...on].sort((a, b) => contrast(hex, a.hex) - contrast(hex, b.hex))[0] as Ground;

/** The colour that was written is the one to change: the text's before its ground's. */
const mendOf = (shown: Shown, on: readonly Ground[], atLeast: number): string => {
  const isTold = shown.path !== undefined;
  const others = isTold ? on.map(({ hex }) => hex) : [shown.hex];
  const wrong = isTold ? shown.hex : (on[0]?.hex ?? shown.hex);
  const nearest = nearestPassing(wrong, (hex) => others.every((other) => contrast(hex, other) >= atLeast));
  return `write '${nearest}', the nearest that passes`;
};

const findingOf = (theme: Theme, scheme: Scheme, { part, atLeast, on }: Pairing): readonly Finding[] => {
  const shown = shownIn(theme, scheme, part);
  const grounds = on(theme, scheme);
  const ground = worst(shown.hex, grounds);
  const path = shown.path ?? ground.path;
  const ratio = contrast(shown.hex, ground.hex);
  if (path === undefined || ratio >= atLeast) return [];
  const where = `${ground.name} (${ground.hex})${scheme === 'dark' ? ' on a dark screen' : ''}`;
  const message = `${shown.hex} on ${where} has a contrast of ${ratioText(ratio)}, and readers need ${atLeast}:1`;
  return [{ path, message, mend: mendOf(shown, grounds, atLeast) }];
};

const samePlace = (a: Finding, b: Finding): boolean => a.path.join() === b.path.join();

/** Each pair of colours that too few could read, in the light and in the dark; one line for each place to mend. */
export const themeFindings = (theme: Theme): readonly Finding[] =>
  schemes
    .flatMap((scheme) => pairings.flatMap((pairing) => findingOf(theme, scheme, pairing)))
    .filter((finding, i, all) => all.findIndex((other) => samePlace(finding, other)) === i);
