import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { addDays, daysOf } from '#calendar/day.ts';
import { type Stream, streams } from '#event/types.ts';
import { linesOf, roundNights, shareLimits, shareOf } from '#functions/plan/share.ts';

const line = (first: string, stream: Stream = 'call', organisation = 'example') => ({ organisation, stream, first });

describe('a night’s share of the settled days', () => {
  test.each([
    ['one day, on its turn', '2024-06-03', '2024-06-03', '2024-06-03', ['2024-06-03']],
    ['one day, the night after', '2024-06-03', '2024-06-03', '2024-06-04', []],
    ['and again four weeks later', '2024-06-03', '2024-06-03', '2024-07-01', ['2024-06-03']],
    ['every 28th day back to the first', '2024-05-06', '2024-06-30', '2024-07-01', ['2024-05-06', '2024-06-03']],
    ['nothing that is not over', '2024-06-10', '2024-06-03', '2024-06-10', []],
  ])('%s', (_, first, last, night, days) => {
    expect(shareOf([line(first)], last, night).map(({ day }) => day)).toEqual(days);
  });

  test('streams take turns, so that one day is not read for all of them in one night', () => {
    const lines = [line('2024-06-03', 'call'), line('2024-06-03', 'message')];
    expect(shareOf(lines, '2024-06-30', '2024-07-01')).toEqual([
      { organisation: 'example', stream: 'call', day: '2024-06-03' },
      { organisation: 'example', stream: 'message', day: '2024-06-04' },
    ]);
  });

  test('every day of every stream once in a round, whatever there is, and never more than the most', () => {
    const anyLine = fc.record({
      organisation: fc.constantFrom('a', 'b'),
      stream: fc.constantFrom(...streams),
      first: fc.integer({ min: 0, max: 400 }).map((days) => addDays('2024-01-01', days)),
    });
    const anyLines = fc.uniqueArray(anyLine, {
      minLength: 1,
      maxLength: 6,
      selector: ({ organisation, stream }) => organisation + stream,
    });
    const anyLimits = fc.record({
      everyNights: fc.integer({ min: 1, max: 30 }),
      mostDays: fc.integer({ min: 6, max: 40 }),
    });
    fc.assert(
      fc.property(anyLines, anyLimits, (lines, limits) => {
        const last = '2024-12-31';
        const nights = (line: (typeof lines)[number]) => roundNights(line, last, lines.length, limits);
        const shares = Array.from({ length: Math.max(...lines.map(nights)) }, (_, i) =>
          shareOf(lines, last, addDays('2025-01-01', i), limits),
        );
        for (const share of shares) expect(share.length).toBeLessThanOrEqual(limits.mostDays);
        for (const line of lines) {
          const ofRound = shares.slice(0, nights(line)).flat();
          const verified = ofRound.filter(
            (day) => day.organisation === line.organisation && day.stream === line.stream,
          );
          expect(verified.map(({ day }) => day).toSorted()).toEqual([...daysOf({ start: line.first, end: last })]);
        }
      }),
      { numRuns: 60 },
    );
  });

  test('ten years of eight streams: some 500 a night, and each day every 59 nights', () => {
    const lines = streams.slice(0, 8).map((stream) => line('2015-01-01', stream));
    expect(lines.map((each) => roundNights(each, '2024-12-31', 8, shareLimits))).toEqual(Array(8).fill(59));
    // 3,653 days of each, so 61 or 62 of each.
    const days = shareOf(lines, '2024-12-31', '2025-01-01').length;
    expect(days).toBeGreaterThanOrEqual(8 * 61);
    expect(days).toBeLessThanOrEqual(8 * 62);
  });

  test('a long stream does not keep a short one waiting', () => {
    const [long, short] = [line('2015-01-01'), line('2024-01-01', 'visit')];
    const nightsOf = (each: typeof long) => roundNights(each, '2024-12-31', 2, { everyNights: 28, mostDays: 50 });
    expect([nightsOf(long), nightsOf(short)]).toEqual([147, 28]);
  });

  test('only streams that were ever counted', async () => {
    const span = async (organisation: string, stream: Stream) =>
      organisation === 'b' && stream === 'visit' ? { first: '2024-02-01', last: '2024-03-01' } : undefined;
    expect(await linesOf(['a', 'b'], { span })).toEqual([line('2024-02-01', 'visit', 'b')]);
  });
});
