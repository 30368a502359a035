import { describe, expect, test } from '@jest/globals';
import { shiftPeriod } from '#calendar/period.ts';
import type { EditionMeasure, Point } from '#scorecard/edition.ts';
import { changeBetween } from '#site/changeBetween.ts';
import { notesOf } from '#site/dashboardFigures.tsx';
import { monthsIn, yearsIn } from '#site/dashboardMonths.ts';
import { yearTotal } from '#site/yearTotals.ts';
import { measure } from '#test/site/fixtures.ts';
import { april, dashboard, march, months as pointsOf, yearOf } from '#test/site/monthlyFixture.ts';
import { filesFor, textAt } from '#test/site/pages.ts';

const monthsOf = (editions = [april, march]) => {
  const found = monthsIn(dashboard, editions);
  if (found === undefined) throw new Error('there is no month');
  return found;
};

describe('the months of a dashboard', () => {
  test('are those that any edition has a figure of; the latest is the newest that is over', () => {
    const { ids, latest } = monthsOf();
    expect([ids[0], ids.at(-1), ids.length, latest]).toEqual(['2024-03', '2025-04', 14, '2025-03']);
  });

  test('are those of the one that runs, while none is over', () => {
    const running = { ...april, measures: april.measures.map((each) => ({ ...each, series: each.series.slice(-1) })) };
    expect(monthsOf([running])).toMatchObject({ ids: ['2025-04'], latest: '2025-04' });
  });

  test('are none of another scorecard, nor of measures by quarter', () => {
    expect(monthsIn({ ...dashboard, scorecard: 'other' }, [april, march])).toBeUndefined();
    const quarterly = march.measures.map((each): EditionMeasure => ({ ...each, frequency: 'quarter' }));
    expect(monthsIn(dashboard, [{ ...march, measures: quarterly }])).toBeUndefined();
  });

  test('of a quarterly scorecard are the months of its monthly measures', () => {
    const scorecard = { ...march.scorecard, frequency: 'quarter' as const };
    expect(monthsOf([{ ...march, scorecard }]).ids).toHaveLength(13);
  });

  test('keep what an older edition knows and the newest no longer reaches', () =>
    expect(monthsOf().figure('calls', '2024-03')?.point?.value).toBe(5100));

  test('have what the newest edition says of them', () => {
    const revised = april.measures.map((each) => ({
      ...each,
      series: each.series.map((point): Point => (point.period === '2025-03' ? { ...point, value: 1 } : point)),
    }));
    expect(monthsOf([{ ...april, measures: revised }, march]).figure('calls', '2025-03')?.point?.value).toBe(1);
  });

  test('have the lists of their own edition', () => {
    expect(monthsOf().figure('top-enquiries', '2025-03')?.account?.ranking).toHaveLength(3);
    expect(monthsOf().figure('top-enquiries', '2025-02')?.account).toBeUndefined();
  });
});

describe('what a month is compared with', () => {
  const of = (id: string, month: string, editions = [april, march]) => {
    const { monthBefore, yearBefore } = monthsOf(editions).figure(id, month) ?? {};
    return [monthBefore?.value, yearBefore?.value];
  };

  test.each([
    ['the month before and the year before', '2025-03', [4600, 5100]],
    ['no year before the first month', '2025-02', [4900, undefined]],
    ['nothing before the first', '2024-03', [undefined, undefined]],
    ['nothing, while it is not over', '2025-04', [undefined, undefined]],
  ])('%s', (_, month, expected) => expect(of('calls', month)).toEqual(expected));

  const withMarch = (more: Partial<EditionMeasure>) => [
    { ...march, measures: march.measures.map((each) => ({ ...each, ...more })) },
  ];

  test('never the month before of a year so far', () =>
    expect(of('calls', '2025-03', withMarch({ accumulation: 'year-to-date' }))).toEqual([undefined, 5100]));

  test.each([
    ['2025-03', [undefined, undefined]],
    ['2025-02', [4600, undefined]],
    ['2024-03', [4600, 5100]],
  ])('nothing across a break at %s', (at, expected) => {
    const broken = march.measures.map((each) => ({
      ...each,
      series: each.series.map((point) => (point.period === at ? { ...point, break: 'Counted anew.' } : point)),
    }));
    expect(of('calls', '2025-03', [{ ...march, measures: broken }])).toEqual(expected);
  });
});

describe('a change', () => {
  const at = (value?: number): Point => ({ ...(pointsOf({ last: '2025-03', values: [value] })[0] as Point) });
  test.each([
    ['more, where higher is better', 'higher', 80, 60, ['up', '20.0 points', '33.3%', 'better', false]],
    ['more, where lower is better', 'lower', 80, 60, ['up', '20.0 points', '33.3%', 'worse', true]],
    ['less, where neither is', 'none', 60, 80, ['down', '20.0 points', '25.0%', '', false]],
    ['none at all', 'higher', 60, 60, ['level', '0.0 points', '0.0%', '', false]],
    ['from nothing', 'higher', 60, 0, ['up', '60.0 points', '', 'better', false]],
  ] as const)('%s', (_, polarity, now, then, [arrow, size, relative, verdict, isWorse]) =>
    expect(changeBetween(at(now), at(then), measure({ id: 'a', title: 'A', polarity }), 'x')).toMatchObject({
      arrow,
      size,
      relative,
      verdict,
      isWorse,
    }),
  );

  test.each([
    [undefined, 1],
    [1, undefined],
  ])('is none without both: %s, %s', (now, then) =>
    expect(changeBetween(at(now), at(then), measure({ id: 'a', title: 'A' }), 'x')).toBeUndefined(),
  );
});

describe('a year', () => {
  const [before, now, running] = ['2023-06-01', '2024-06-01', '2025-06-01'].map(yearOf);

  test('each April year that has a month', () =>
    expect(yearsIn(monthsOf()).map(({ id }) => id)).toEqual(['2023-24', '2024-25', '2025-26']));

  test('adds the months up', () =>
    expect(yearTotal(monthsOf(), 'calls', now as never)).toEqual({
      total: 56100,
      months: 12,
      growth: { percent: expect.closeTo(7.84, 2), months: 1 },
    }));
  test('says of how many months it is', () =>
    expect(yearTotal(monthsOf(), 'calls', before as never)).toEqual({ total: 5100, months: 1 }));
  test('leaves a month out that is not over', () =>
    expect(yearTotal(monthsOf(), 'calls', running as never)).toBeUndefined());

  const twoYears = (earlier: readonly (number | undefined)[], brokenAt?: string) => {
    const values = [...earlier, ...Array.from({ length: 12 }, () => 110)];
    const series = pointsOf({ last: '2025-03', values }).map((point) =>
      point.period === brokenAt ? { ...point, break: 'Counted anew.' } : point,
    );
    return monthsOf([{ ...march, measures: march.measures.map((each) => ({ ...each, series })) }]);
  };
  const hundreds = Array.from({ length: 12 }, () => 100);

  test.each([
    ['grows on twelve months', hundreds, undefined, { percent: 10, months: 12 }],
    ['grows on those that both know', [undefined, ...hundreds.slice(1)], undefined, { percent: 10, months: 11 }],
    ['does not grow from nothing', hundreds.map(() => 0), undefined, undefined],
    ['nor from months that nobody knows', hundreds.map(() => undefined), undefined, undefined],
    ['nor across a break', hundreds, '2024-09', undefined],
  ])('%s', (_, earlier, brokenAt, growth) =>
    expect(yearTotal(twoYears(earlier, brokenAt), 'calls', now as never)).toEqual({ total: 1320, months: 12, growth }),
  );

  test('a year before has the same id as twelve months earlier', () =>
    expect(shiftPeriod(now as never, -1).id).toBe((before as { id: string }).id));
});

describe('pages of a dashboard', () => {
  const input = {
    editions: [march, april],
    scorecards: [march],
    organisations: [],
    dashboards: [dashboard, { ...dashboard, id: 'empty', scorecard: 'other' }],
    origin: 'https://x.example',
  };
  const files = filesFor(input);
  const html = (path: string) => textAt(files, `northmoor/dashboards/services/${path}index.html`);

  test('are made for every month, section page and year, and the latest under its own address', () => {
    const paths = [...files.keys()].filter((path) => path.startsWith('northmoor/dashboards/'));
    expect(paths).toHaveLength(14 * 2 + 3 + 1);
    expect(html('')).toContain('<h1 class="govuk-heading-xl">Monthly dashboard, March 2025</h1>');
  });

  test('are linked from the scorecard and the overview, never from an edition kept for good', () => {
    const href = 'href="/northmoor/dashboards/services/"';
    expect(textAt(files, 'northmoor/index.html')).toContain(href);
    expect(textAt(files, 'northmoor/monthly/index.html')).toContain(href);
    expect(textAt(files, 'northmoor/monthly/2025-03/index.html')).toContain(href);
    expect(textAt(files, 'northmoor/monthly/2025-03/1/index.html')).not.toContain(href);
    expect(textAt(files, 'northmoor/index.html')).not.toContain('/dashboards/empty/');
  });

  test('are in the site map', () =>
    expect(textAt(files, 'northmoor/data/monthly-sitemap.xml')).toContain('/dashboards/services/2025-02/</loc>'));

  test('lead to the months beside them, and to their year', () => {
    const text = html('2025-03/');
    expect(text).toContain('href="/northmoor/dashboards/services/2025-02/" rel="prev"');
    expect(text).toContain('href="/northmoor/dashboards/services/2025-04/" rel="next"');
    expect(text).toContain('href="/northmoor/dashboards/services/year/2024-25/"');
    expect(html('2025-04/')).not.toContain('rel="next"');
  });

  test('say that a month is not finished', () => {
    expect(html('2025-04/')).toContain('April 2025 is not finished.');
    expect(html('2025-03/')).not.toContain('is not finished.');
  });

  test('print ranks without counts as ranks, and say what nothing is known of', () => {
    expect(html('2025-03/')).toContain('&lt;b>Parking&lt;/b>');
    expect(html('2025-02/')).toContain('Nothing was published for February 2025 of: Top ten enquiries.');
  });

  test('add no shares and no stocks up', () => {
    const rows = html('year/2024-25/').split('<tr');
    const cellsOf = (title: string) =>
      [...(rows.find((row) => row.includes(`>${title}<`)) ?? '').matchAll(/<td[^>]*>(.*?)<\/td>/g)].map(
        (match) => match[1],
      );
    expect(cellsOf('Calls').slice(-2)).toEqual([expect.stringContaining('56,100'), expect.stringContaining('+7.8%')]);
    expect(cellsOf('Calls answered in time').slice(-2)).toEqual(['', '']);
    expect(cellsOf('Followers at the end of the month').slice(-2)).toEqual(['', '']);
  });
});

describe('a figure of a month is marked with words', () => {
  const point = { period: '2025-03', label: 'March 2025', colour: 'no-target', complete: true } as const;
  const account = (flags: EditionMeasure['flags']) => measure({ id: 'm', title: 'M', period: '2025-03', flags });
  test.each<[string, Parameters<typeof notesOf>[0], readonly string[]]>([
    ['nothing to say', { point: { ...point, value: 1, status: 'confirmed' }, account: account([]) }, []],
    [
      'an estimate that is provisional',
      { point: { ...point, value: 1, status: 'provisional' }, account: account(['estimated']) },
      ['Provisional', 'An estimate'],
    ],
    [
      'days that are not in',
      { point: { ...point, value: 1, status: 'confirmed' }, account: account(['incomplete']) },
      ['Incomplete: not all of its days are in'],
    ],
    [
      'withheld',
      { point: { ...point, status: 'not-published' }, account: account(['suppressed']) },
      ['Withheld, because it is about too few people'],
    ],
    [
      'what a later edition says of itself',
      { point: { ...point, value: 1, status: 'confirmed' }, account: account(['stale', 'overdue']) },
      [],
    ],
    ['no account of the month', { point: { ...point, value: 1, status: 'revised' } }, ['Revised']],
  ])('%s', (_, month, notes) => expect(notesOf(month)).toEqual(notes));
});
