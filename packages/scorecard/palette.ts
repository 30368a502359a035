import type { Step } from '#scorecard/problem.ts';
import type { Theme } from '#scorecard/themeSchema.ts';

export type Scheme = 'light' | 'dark';
export const schemes: readonly Scheme[] = ['light', 'dark'];

export type Part = 'background' | 'text' | 'accent' | 'link';
export const parts: readonly Part[] = ['background', 'text', 'accent', 'link'];

/** As in packages/site/styles/_tokens.scss; a test compares them. */
const own = {
  light: { background: '#14304f', text: '#ffffff', accent: '#ffb11a', link: '#1a65a6' },
  dark: { background: '#0f2740', text: '#ffffff', accent: '#ffb11a', link: '#8cc1f5' },
} as const;

/** What the text of a page stands on; no theme changes these. */
export const grounds = {
  light: { page: '#ffffff', wash: '#f3f6f9' },
  dark: { page: '#12161a', wash: '#1b2026' },
} as const;

/** A colour as it is shown, and where it is written; nowhere when it is the site's own. */
export interface Shown {
  readonly hex: string;
  readonly path?: readonly Step[];
}

type Colours = NonNullable<Theme['colours']>;

const stepsTo: Record<Part, readonly Step[]> = {
  background: ['masthead', 'background'],
  text: ['masthead', 'text'],
  accent: ['accent'],
  link: ['link'],
};

const written = ({ masthead, accent, link }: Omit<Colours, 'dark'>, part: Part): string | undefined =>
  ({ background: masthead?.background, text: masthead?.text, accent, link })[part];

const at = (hex: string | undefined, part: Part, ...under: Step[]): Shown | undefined =>
  hex === undefined ? undefined : { hex: hex.toLowerCase(), path: ['theme', 'colours', ...under, ...stepsTo[part]] };

/** The masthead stays as it is in the dark unless it is said otherwise; a link that suits white paper would not be read. */
export const shownIn = ({ colours = {} }: Theme, scheme: Scheme, part: Part): Shown => {
  const inLight = at(written(colours, part), part);
  if (scheme === 'light') return inLight ?? { hex: own.light[part] };
  const inDark = at(colours.dark && written(colours.dark, part), part, 'dark');
  const carried = part === 'link' ? undefined : inLight;
  return inDark ?? carried ?? { hex: own.dark[part] };
};
