import { describe, expect, test } from '@jest/globals';
import type { NumberFormat } from '#adapter/csv/config.ts';
import { readNumber, type Written } from '#adapter/csv/numbers.ts';
import { readPence, readPlain, readSeconds } from '#adapter/csv/units.ts';

describe('a number', () => {
  test.each<[string, NumberFormat, number | Written | RegExp]>([
    ['1234.5', '1,234.5', 1234.5],
    ['1,234.5', '1,234.5', 1234.5],
    ['1,234,567', '1,234.5', 1_234_567],
    ['12 345', '1,234.5', 12_345],
    ['.5', '1,234.5', 0.5],
    ['-3', '1,234.5', -3],
    ['\u22123', '1,234.5', -3],
    ['3-', '1,234.5', -3],
    ['(1,234)', '1,234.5', -1234],
    ['(£3.50)', '1,234.5', { value: -3.5, mark: '£' }],
    ['-£3.50', '1,234.5', { value: -3.5, mark: '£' }],
    ['£-3.50', '1,234.5', { value: -3.5, mark: '£' }],
    ['81.5 %', '1,234.5', { value: 81.5, mark: '%' }],
    ['-0', '1,234.5', 0],
    ['1.5E+3', '1,234.5', 1500],
    ['1.234,5', '1.234,5', 1234.5],
    ['1.234.567', '1.234,5', 1_234_567],
    ['3,5', '1.234,5', 3.5],
    // A comma that ends no thousands may be a decimal point somewhere else.
    ['3,5', '1,234.5', /numbers: "1\.234,5"/],
    ['1,2345', '1,234.5', /numbers: "1\.234,5"/],
    ['1.5', '1.234,5', /numbers: "1,234\.5"/],
    ['12,34,567', '1,234.5', /is no number/],
    ['1,234.5.6', '1,234.5', /is no number/],
    ['', '1,234.5', /is no number/],
    ['.', '1,234.5', /is no number/],
    ['=1+1', '1,234.5', /is no number/],
    ['12 or so', '1,234.5', /is no number/],
    ['0x10', '1,234.5', /is no number/],
    ['NaN', '1,234.5', /is no number/],
    ['9'.repeat(41), '1,234.5', /is no number/],
  ])('%s as %s', (text, format, meaning) => {
    const read = readNumber(text, format);
    if (meaning instanceof RegExp) expect(read).toMatchObject({ problem: expect.stringMatching(meaning) });
    else expect(read).toEqual(typeof meaning === 'number' ? { value: meaning } : meaning);
  });
});

const usual = '1,234.5';
const expectRead = (read: unknown, meaning: number | RegExp) => {
  if (typeof meaning === 'number') expect(read).toBe(meaning);
  else expect(read).toMatchObject({ problem: expect.stringMatching(meaning) });
};

describe('a length of time in whole seconds', () => {
  test.each<[string, string | undefined, number | RegExp]>([
    ['80', undefined, 80],
    ['80.4', 'seconds', 80],
    ['1.5', 'minutes', 90],
    ['0.1', 'hours', 360],
    ['1499', 'milliseconds', 1],
    ['1500', 'milliseconds', 2],
    ['00:01:20', undefined, 80],
    ['25:00:00', undefined, 90_000],
    ['01:20', 'mm:ss', 80],
    ['75:00', 'mm:ss', 4500],
    ['01:20', 'hh:mm', 4800],
    ['01:20', 'hh:mm:ss', 80],
    ['00:00:01.6', undefined, 2],
    ['01:20', undefined, /say unit: "mm:ss" or "hh:mm"/],
    ['00:61:00', undefined, /more than 59 minutes/],
    ['00:00:60', undefined, /more than 59/],
    ['a while', undefined, /is no number/],
    ['80', 'mm:ss', /not written as mm:ss/],
    ['5%', undefined, /no length of time/],
  ])('%s in %s', (text, unit, meaning) => expectRead(readSeconds(text, unit, usual), meaning));
});

describe('an amount in whole pence', () => {
  test.each<[string, string | undefined, number | RegExp]>([
    ['350', 'pence', 350],
    ['3.50', 'pounds', 350],
    ['0.29', 'pounds', 29],
    ['£1,234.56', undefined, 123_456],
    ['(£2)', undefined, -200],
    ['3.50', undefined, /say unit: pounds/],
    ['£3.505', undefined, /no whole number of pence/],
    ['£3', 'pence', /unit: pence was said/],
    ['3%', 'pounds', /no amount/],
  ])('%s in %s', (text, unit, meaning) => expectRead(readPence(text, unit, usual), meaning));
});

describe('a number in its own unit', () => {
  test.each<[string, string | undefined, number | RegExp]>([
    ['81.5', 'percent', 81.5],
    ['81.5%', 'percent', 81.5],
    ['0.29', 'fraction', 29],
    ['£12.50', 'pounds', 12.5],
    ['£12.50', 'pence', 1250],
    ['00:01:20', 'seconds', 80],
    ['00:01:30', 'minutes', 1.5],
    ['4,211', undefined, 4211],
    ['81.5%', undefined, /say unit: percent/],
    ['81.5%', 'count', /its unit is count/],
    ['£3', undefined, /say unit: pounds/],
    ['81%', 'fraction', /unit: fraction means 0\.85/],
  ])('%s in %s', (text, unit, meaning) => expectRead(readPlain(text, unit, usual), meaning));
});
