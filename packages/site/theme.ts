import type { Logo } from '#scorecard/logo.ts';
import { type Part, parts, type Scheme, shownIn } from '#scorecard/palette.ts';
import type { Theme } from '#scorecard/themeSchema.ts';
import { addresses, outside } from '#site/addresses.ts';
import { hashOf } from '#site/hash.ts';
import { cssAsset, pngAsset, type SiteFile, svgAsset } from '#site/siteFile.ts';
import type { Shell } from '#site/view.ts';

/** How an organisation's pages look, as it is configured. */
export interface SiteTheme {
  readonly organisation: string;
  readonly theme: Theme;
  readonly logo?: Logo;
}

export interface OutsideLink {
  readonly text: string;
  readonly href: string;
}

/** What a theme gives the shell of a page. */
export interface Dress {
  readonly css?: string;
  readonly logo?: { readonly src: string; readonly width: number; readonly height: number };
  /** Of the masthead, for the frame that a phone puts round the page. */
  readonly colour: string;
  readonly header: readonly OutsideLink[];
  readonly footer: readonly OutsideLink[];
}

const variables: Record<Part, string> = { background: 'brand', text: 'on-brand', accent: 'light', link: 'link' };

const isWritten = ({ colours = {} }: Theme, part: Part): boolean =>
  (['light', 'dark'] as const).some((scheme) => shownIn({ colours }, scheme, part).path !== undefined);

const rulesIn = (theme: Theme, scheme: Scheme): string =>
  parts
    .filter((part) => isWritten(theme, part))
    .map((part) => `--${variables[part]}:${shownIn(theme, scheme, part).hex}`)
    .concat(isWritten(theme, 'link') ? ['--link-hover:var(--ink)'] : [])
    .join(';');

/** Only what the theme changes; undefined when that is no colour. */
export const themeCss = (theme: Theme): string | undefined => {
  const light = rulesIn(theme, 'light');
  if (light === '') return undefined;
  return `:root{${light}}@media screen and (prefers-color-scheme:dark){:root{${rulesIn(theme, 'dark')}}}`;
};

const cssFile = ({ organisation, theme }: SiteTheme): SiteFile | undefined => {
  const css = themeCss(theme);
  return css === undefined ? undefined : cssAsset(addresses.asset(organisation, hashOf(css), 'css'), css);
};

const logoFile = ({ organisation, logo }: SiteTheme): SiteFile | undefined => {
  if (logo === undefined) return undefined;
  const body = logo.format === 'svg' ? logo.body : Buffer.from(logo.body, 'base64');
  const address = addresses.asset(`${organisation}-logo`, hashOf(body), logo.format);
  return logo.format === 'svg' ? svgAsset(address, logo.body) : pngAsset(address, body);
};

export const themeFiles = (theme: SiteTheme | undefined): SiteFile[] =>
  theme === undefined ? [] : [cssFile(theme), logoFile(theme)].filter((file) => file !== undefined);

const mostHigh = 40;
const mostWide = 200;

/** In CSS pixels, so that nothing moves when the picture comes. */
const fitted = ({ width, height }: Logo): { readonly width: number; readonly height: number } => {
  const scale = Math.min(mostHigh / height, mostWide / width);
  return { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) };
};

const linksOf = (links: readonly { readonly title: string; readonly address: string }[] = []): OutsideLink[] =>
  links.flatMap(({ title, address }) => {
    const href = outside(address);
    return href === undefined ? [] : [{ text: title, href }];
  });

const dressOf = (theme: SiteTheme): Dress => {
  const [css, logo] = [cssFile(theme), logoFile(theme)];
  return {
    css: css && `/${css.path}`,
    logo: logo && theme.logo && { src: `/${logo.path}`, ...fitted(theme.logo) },
    colour: shownIn(theme.theme, 'light', 'background').hex,
    header: linksOf(theme.theme.links?.header),
    footer: linksOf(theme.theme.links?.footer),
  };
};

export const dressed = (shell: Shell, theme: SiteTheme | undefined): Shell =>
  theme === undefined ? shell : { ...shell, dress: dressOf(theme) };
