import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { contrast, nearestPassing } from '#scorecard/colour.ts';

const hex = fc.integer({ min: 0, max: 0xffffff }).map((value) => `#${value.toString(16).padStart(6, '0')}`);

describe('contrast', () => {
  // By the formula of WCAG 2.2; #767676 is the well-known lightest grey that is read on white.
  test.each([
    ['#000000', '#ffffff', 21],
    ['#ffffff', '#ffffff', 1],
    ['#767676', '#ffffff', 4.54],
    ['#777777', '#ffffff', 4.48],
    ['#ff0000', '#ffffff', 4],
    ['#0000ff', '#ffffff', 8.59],
    ['#ffff00', '#ffffff', 1.07],
  ])('of %s on %s is %d', (a, b, ratio) => {
    expect(Math.round(contrast(a, b) * 100) / 100).toBe(ratio);
  });

  test('is the same both ways, and from 1 to 21', async () => {
    await fc.assert(
      fc.property(hex, hex, (a, b) => {
        expect(contrast(a, b)).toBe(contrast(b, a));
        expect(contrast(a, b)).toBeGreaterThanOrEqual(1);
        expect(contrast(a, b)).toBeLessThanOrEqual(21);
      }),
    );
  });
});

describe('the nearest that passes', () => {
  const on = (ground: string, atLeast: number) => (text: string) => contrast(text, ground) >= atLeast;

  test.each([
    ['what passes already is left alone', '#1a65a6', '#ffffff', 4.5, '#1a65a6'],
    ['a grey is darkened to the lightest that passes', '#999999', '#ffffff', 4.5, '#767676'],
    ['on black it is lightened', '#444444', '#000000', 4.5, '#757575'],
  ])('%s', (_, colour, ground, atLeast, nearest) => {
    expect(nearestPassing(colour, on(ground, atLeast))).toBe(nearest);
  });

  test('is there for every colour on every ground, and passes', async () => {
    await fc.assert(
      fc.property(hex, hex, fc.constantFrom(3, 4.5), (colour, ground, atLeast) => {
        const nearest = nearestPassing(colour, on(ground, atLeast));
        expect(nearest).toMatch(/^#[0-9a-f]{6}$/);
        expect(contrast(nearest ?? '', ground)).toBeGreaterThanOrEqual(atLeast);
      }),
    );
  });

  test('keeps to the hue: a blue does not turn red', () => {
    const nearest = nearestPassing('#5599ff', on('#ffffff', 4.5)) ?? '';
    const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => Number.parseInt(nearest.slice(at, at + 2), 16));
    expect(blue).toBeGreaterThan(green);
    expect(green).toBeGreaterThan(red);
  });

  test('is nothing where nothing can pass', () => {
    expect(nearestPassing('#808080', () => false)).toBeUndefined();
  });
});
