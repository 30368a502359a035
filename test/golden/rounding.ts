import { rounded } from '#scorecard/format.ts';

const placesIn = (rounding: string): number | undefined => {
  const [, places] = /half up to (\d) dp/.exec(rounding) ?? [];
  return places === undefined ? undefined : Number(places);
};

/** `nearest 10,000` is 10000. */
export const nearestIn = (rounding: string): number | undefined => {
  const [, size] = /nearest ([\d,.]+)/.exec(rounding) ?? [];
  return size === undefined ? undefined : Number(size.replaceAll(',', ''));
};

/** Rounded once, as the case says; not at all where it does not say. */
export const roundedAs = (rounding: string, value: number): number => {
  const [places, nearest] = [placesIn(rounding), nearestIn(rounding)];
  if (places !== undefined) return rounded(value, places);
  return nearest === undefined ? value : rounded(value / nearest, 0) * nearest;
};
