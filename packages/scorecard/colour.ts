/** Colours as `#rrggbb`, how they contrast by WCAG 2, and the nearest that would. */

type Triple = readonly [number, number, number];

const channels = (hex: string): Triple => {
  const value = Number.parseInt(hex.slice(1), 16);
  return [(value >> 16) / 255, ((value >> 8) & 255) / 255, (value & 255) / 255];
};

const toLinear = (channel: number): number =>
  channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;

const fromLinear = (light: number): number => (light <= 0.0031308 ? light * 12.92 : 1.055 * light ** (1 / 2.4) - 0.055);

const linear = (hex: string): Triple => channels(hex).map(toLinear) as unknown as Triple;

/** From 0 for black to 1 for white. */
export const luminance = (hex: string): number => {
  const [red, green, blue] = linear(hex);
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
};

/** From 1 for the same colour to 21 for black on white; the order does not matter. */
export const contrast = (a: string, b: string): number => {
  const [dark, light] = [luminance(a), luminance(b)].sort((one, other) => one - other) as [number, number];
  return (light + 0.05) / (dark + 0.05);
};

/** Lightness from 0 to 1, and the two axes of colour: the space in which equal steps look equal (Ottosson 2020). */
interface Oklab {
  readonly lightness: number;
  readonly a: number;
  readonly b: number;
}

const oklab = (hex: string): Oklab => {
  const [red, green, blue] = linear(hex);
  const l = Math.cbrt(0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue);
  const m = Math.cbrt(0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue);
  const s = Math.cbrt(0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue);
  return {
    lightness: 0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    a: 1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
    b: 0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s,
  };
};

const toChannels = ({ lightness, a, b }: Oklab): Triple => {
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
  return [
    fromLinear(4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s),
    fromLinear(-1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s),
    fromLinear(-0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s),
  ];
};

const tolerance = 1 / 1024;
const isOnScreen = (triple: Triple): boolean => triple.every((each) => each >= -tolerance && each <= 1 + tolerance);

const hexOf = (triple: Triple): string =>
  `#${triple
    .map((each) =>
      Math.round(Math.min(1, Math.max(0, each)) * 255)
        .toString(16)
        .padStart(2, '0'),
    )
    .join('')}`;

/** The colour of that lightness with the same hue, as vivid as a screen shows it. */
const atLightness = (colour: Oklab, lightness: number): string => {
  let [dull, vivid] = [0, 1];
  const mixed = (share: number): Triple => toChannels({ lightness, a: colour.a * share, b: colour.b * share });
  if (isOnScreen(mixed(1))) return hexOf(mixed(1));
  for (let halvings = 0; halvings < 12; halvings++) {
    const middle = (dull + vivid) / 2;
    if (isOnScreen(mixed(middle))) dull = middle;
    else vivid = middle;
  }
  return hexOf(mixed(dull));
};

const steps = 500;

/** The same hue, a little darker or lighter, until it passes; undefined when neither black nor white would. */
export const nearestPassing = (hex: string, passes: (hex: string) => boolean): string | undefined => {
  if (passes(hex)) return hex;
  const colour = oklab(hex);
  for (let step = 1; step <= steps; step++) {
    for (const lightness of [colour.lightness - step / steps, colour.lightness + step / steps]) {
      const tried = atLightness(colour, Math.min(1, Math.max(0, lightness)));
      if (passes(tried)) return tried;
    }
  }
  return undefined;
};
