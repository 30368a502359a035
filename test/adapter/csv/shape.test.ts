import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { withheld } from '#adapter/csv/cell.ts';
import { isFigure, shapeOf } from '#adapter/csv/shape.ts';

test.each([
  ['Jane Example', 'J… (12 characters)'],
  ['J', 'J… (1 character)'],
  ['', '… (0 characters)'],
  ['👩‍🦰 Jane', '👩… (8 characters)'],
  ['1 High Street', '1… (13 characters)'],
])('%j is shown as %j', (text, shape) => expect(shapeOf(text)).toBe(shape));

const figures = [
  ['85', true],
  ['-0.5', true],
  ['£1,234.50', true],
  ['(1,234)', true],
  ['85%', true],
  ['12,34', true],
  ['1 234 567', true],
  ['12345', true],
  ['123456', false],
  ['12,345,678', true],
  ['123,456,789', false],
  ['00:01:20', true],
  ['30:00', true],
  ['13/02/2024', true],
  ['31/02/2024 09:41', true],
  ['2024-02-13T09:41:22.500Z', true],
  ['20240213', true],
  ['13 Feb 2024', true],
  ['13th February 2024 9:41 pm', true],
  ['13 Jane 2024', false],
  ['13/02/2024 Jane', false],
  ['2023-24-q3', true],
  ['2016-05', true],
  ['Jane Example', false],
  ['Answered', false],
  ['07700 900 123', false],
  ['0151 606 2020', false],
  ['07700900123', false],
  ['943 476 5919', false],
  ['QQ 12 34 56 C', false],
  ['CH44 1AA', false],
  ['jane@x.example', false],
  ['', false],
] as const;

describe('a figure', () => test.each(figures)('%j: %j', (text, is) => expect(isFigure(text)).toBe(is)));

describe('a reason repeats', () => {
  test.each([
    ['a figure', '30:00:00 is no number', '30:00:00', '30:00:00 is no number'],
    ['of a text its shape', 'Jane Example is no number', 'Jane Example', '"J… (12 characters)" is no number'],
    ['of a quoted one too', '"Jane" is none of a, b', 'Jane', '"J… (4 characters)" is none of a, b'],
    ['of one letter, only where it stands', 'a is no date at all', 'a', '"a… (1 character)" is no date at all'],
    [
      'nothing where it names nothing',
      'what it holds looks like a number',
      'what',
      '"w… (4 characters)" it holds looks like a number',
    ],
  ])('%s', (_, reason, text, told) => expect(withheld(reason, text)).toBe(told));

  const names = fc.stringMatching(/^[A-Z][a-z]{3,12} [A-Z][a-z]{3,60}$/);
  test('no name, however it is put', () =>
    fc.assert(
      fc.property(names, fc.constantFrom('"', ''), (name, mark) => {
        const shown = name.length > 60 ? `${name.slice(0, 60)}…` : name;
        expect(withheld(`${mark}${shown}${mark} is none of these`, name)).not.toContain(name.slice(1, 8));
      }),
    ));
});
