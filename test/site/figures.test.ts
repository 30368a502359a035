import { describe, expect, test } from '@jest/globals';
import type { Edition, EditionMeasure } from '#scorecard/edition.ts';
import { linksOn, measureFiles, pathOf, tablesOn } from '#site/addresses.ts';
import { mostRows } from '#site/editionChanges.ts';
import { figure, plain, relative, targetFigure } from '#site/format.ts';
import { measureCounts, milestoneCounts } from '#site/summary.ts';
import { figureNewsWords, milestoneStateWords, ratingName, ratingWords, statusWords, words } from '#site/words.ts';
import { editionOf as westLothian } from '#test/scorecards/westLothian.ts';
import { editionOf as wirralOf } from '#test/scorecards/wirral.ts';
import { editionOf as wolverhampton } from '#test/scorecards/wolverhampton.ts';
import { editions as worcestershire } from '#test/scorecards/worcestershire.ts';
import { contactCentre, contactCentreBefore, contactCentreRunning, paper, wirral } from '#test/site/fixtures.ts';
import { march } from '#test/site/monthlyFixture.ts';
import { filesFor, textAt } from '#test/site/pages.ts';
import { strategy } from '#test/site/strategyFixture.ts';
import { cellsOf, rowsOf, textOfClass } from '#test/site/tables.ts';

const editions: readonly (readonly [string, Edition])[] = [
  ['a contact centre', contactCentre],
  ['a quarter that is not over', contactCentreRunning],
  ['a strategy by hand', wirral],
  ['a strategy with a plan and budgets', strategy],
  ['a month', march],
  ['Wirral', wirralOf('2023-24-q3', '2024-01-25')],
  ['West Lothian', westLothian('2017-18')],
  ['Wolverhampton', wolverhampton('2016-05')],
  ...worcestershire.map((edition): readonly [string, Edition] => [`Worcestershire, ${edition.scorecard.id}`, edition]),
];

/** Editions that were not worked out, but written for their looks. */
const isByHand = ({ software }: Edition): boolean => software !== 'test';

const tight = (text: string | undefined): string | undefined => text?.replaceAll(/\s/g, '');
/** A cell of a table as a number, exactly: an empty one is none, and never 0. */
const numberIn = (cell: string | undefined): number | undefined => (cell === '' ? undefined : Number(cell));

const shown = (value: number | undefined, measure: EditionMeasure, absent: string): string =>
  value === undefined ? absent : figure(value, measure);
const withQualifier = (measure: EditionMeasure, value: number | undefined, absent: string): string =>
  [value === undefined ? undefined : measure.qualifier, shown(value, measure, absent)]
    .filter((text) => text !== undefined)
    .join(' ');

describe.each(editions)('every figure of %s is the same wherever it stands', (_, edition) => {
  const files = filesFor({
    editions: [edition],
    earlier: [{ ...edition, edition: edition.edition - 1, measures: [] }],
    scorecards: [edition],
    organisations: [],
  });
  const links = linksOn('current', edition);
  const at = (address: string): string => textAt(files, pathOf(address).slice(1));
  const published = JSON.parse(at(links.editionJson)) as Edition;
  const measuresCsv = rowsOf(at(tablesOn('period', edition).measures));
  const rowOf = (id: string) => measuresCsv.find((row) => row['id'] === id) ?? {};
  /** Rows of a page's tables that are of the measure, by the beginning of their first cell. */
  const cellsFor = (page: string, { title }: EditionMeasure) =>
    cellsOf(page).filter(([name = '', ...rest]) => tight(name)?.startsWith(tight(title) ?? '-') && rest.length > 0);

  const numbers: readonly (readonly [string, (measure: EditionMeasure) => number | undefined])[] = [
    ['value', ({ value }) => value],
    ['numerator', ({ numerator }) => numerator],
    ['denominator', ({ denominator }) => denominator],
    ['target', ({ target }) => target],
    ['target_from', ({ targetRange }) => targetRange?.from],
    ['target_to', ({ targetRange }) => targetRange?.to],
    ['annual_target', ({ annualTarget }) => annualTarget?.value],
    ['value_by_formula', ({ overridden }) => overridden?.value],
    ['variance', ({ variance }) => variance],
    ['to_next_rating', ({ rating }) => rating.toNextBand?.by],
    ['improvement_percent', ({ improvement }) => improvement?.value],
    ['compared_with_value', ({ improvement }) => improvement?.from.value],
    ['change', ({ improvement }) => improvement?.change],
    ['forecast', ({ forecast }) => forecast?.value],
    ['history_rank', ({ historyRank }) => historyRank?.rank],
    ['baseline', ({ baseline }) => baseline?.value],
    ['judged_against', ({ rating }) => rating.against?.value],
    ['usual_mean', ({ process }) => process?.mean],
    ['standard_error_percent', ({ errorPercent }) => errorPercent],
    ['days_with_data', ({ coverage }) => coverage?.daysWithData],
  ];

  test('the table and the document, to the last digit', () => {
    expect(measuresCsv.map(({ id }) => id)).toEqual(published.measures.map(({ id }) => id));
    for (const measure of published.measures)
      for (const [column, of] of numbers)
        expect([measure.id, column, numberIn(rowOf(measure.id)[column])]).toEqual([measure.id, column, of(measure)]);
    for (const { id, status, rating, flags } of published.measures)
      expect(rowOf(id)).toMatchObject({
        status: statusWords[status],
        rating: rating.colour,
        rating_in_words: ratingName(rating.colour),
        flags: flags.join(' '),
      });
  });

  test('the page of each measure: value, share, target and forecast', () => {
    for (const measure of published.measures) {
      const page = at(links.measure(measure.id));
      const row = rowOf(measure.id);
      const value = numberIn(row['value']);
      const expected = value === undefined ? words.notPublished : withQualifier(measure, value, '');
      const printed = textOfClass(page, value === undefined ? 'key-figure__absent' : 'key-figure__value');
      expect([measure.id, tight(printed)]).toEqual([measure.id, tight(expected)]);
      const [part, whole] = [numberIn(row['numerator']), numberIn(row['denominator'])];
      if (part !== undefined && whole !== undefined && measure.unit === 'percent')
        expect(page).toContain(`${plain(part)} of ${plain(whole)}`);
      const target = numberIn(row['target']);
      if (target !== undefined && row['judged_against'] === '')
        expect(tight(page)).toContain(tight(`${targetFigure(target, measure)} <span class="fact__more">`));
      const forecast = numberIn(row['forecast']);
      if (forecast !== undefined) expect(page).toContain(figure(forecast, measure));
    }
  });

  test('the series on each page, in its table and in the document', () => {
    for (const measure of published.measures) {
      const rows = rowsOf(at(measureFiles(edition, measure.id).csv));
      expect(rows.map(({ value }) => numberIn(value))).toEqual(measure.series.map(({ value }) => value));
      expect(rows.map(({ target }) => numberIn(target))).toEqual(measure.series.map(({ target }) => target));
      const cells = cellsOf(at(links.measure(measure.id)));
      if (!measure.series.some(({ value }) => value !== undefined)) continue;
      for (const { period_label: label, value, rating } of rows) {
        const expected = shown(numberIn(value), measure, words.notPublished);
        const found = cells.filter(([name, text]) => name === label && text === expected);
        expect([measure.id, label, expected, found.length > 0]).toEqual([measure.id, label, expected, true]);
        const colour = rating as keyof typeof ratingWords;
        expect(found.some((each) => each.some((cell) => cell.startsWith(ratingWords[colour].word)))).toBe(true);
      }
    }
  });

  test('the newest point of the series is the value, where it is of the same period', () => {
    for (const { id, period, value, series } of isByHand(edition) ? [] : published.measures) {
      const point = series.find((each) => each.period === period);
      if (point !== undefined) expect([id, point.value]).toEqual([id, value]);
    }
  });

  test.each(['measures', 'strategy'] as const)('the list of measures on the page of %s', (name) => {
    const page = at(links[name]);
    const listed = published.measures.filter(({ id }) =>
      published.groups.some(({ measures }) => measures.includes(id)),
    );
    for (const measure of name === 'measures' ? published.measures : listed) {
      const row = rowOf(measure.id);
      const expected = withQualifier(measure, numberIn(row['value']), '–');
      const rows = cellsFor(page, measure).filter((cells) =>
        cells.some((cell) => cell.startsWith(ratingWords[measure.rating.colour].word)),
      );
      expect([measure.id, rows.map(([, cell]) => cell).includes(expected)]).toEqual([measure.id, true]);
      const target = numberIn(row['target']);
      if (target !== undefined && row['target_from'] === '')
        expect([measure.id, rows.some((cells) => cells.includes(targetFigure(target, measure)))]).toEqual([
          measure.id,
          true,
        ]);
    }
  });

  test('what is new on the page of changes, which has room for some', () => {
    const page = at(links.changes);
    const rows = cellsOf(page).filter((row) => row[1] === figureNewsWords.first);
    const known = published.measures.filter(({ value, improvement }) => value !== undefined || improvement?.recorded);
    expect(rows).toHaveLength(Math.min(known.length, mostRows));
    expect(page.match(/<[a-z]/g)?.length).toBeLessThan(1500);
    for (const [title, , , now] of rows) {
      const same = known.filter((measure) => measure.title === title && measure.value !== undefined);
      const expected = same.map((measure) => withQualifier(measure, numberIn(rowOf(measure.id)['value']), ''));
      if (same.length > 0) expect([title, expected.some((text) => now?.startsWith(text))]).toEqual([title, true]);
    }
  });

  test('counts by status: the page, the overview, the feed, the tables and the document', () => {
    const milestones = rowsOf(at(tablesOn('period', edition).milestones));
    const overview = at(`/${edition.organisation.id}/`);
    const inFeed = at(`/${edition.organisation.id}/feed.xml`);
    for (const { key, count } of measureCounts(published.measures)) {
      expect(measuresCsv.filter(({ rating }) => rating === key)).toHaveLength(count);
      for (const page of [at(links.strategy), overview])
        expect(tight(page)).toContain(
          tight(`<span class="tally__number">${count}</span> <span class="tally__word">${ratingWords[key].word}`),
        );
    }
    for (const { key, count } of milestoneCounts(published.milestones)) {
      const same = milestones.filter(({ status, rating }) => (status === 'complete' ? 'complete' : rating) === key);
      expect(same).toHaveLength(count);
      expect(tight(overview)).toContain(
        tight(`<span class="tally__number">${count}</span> <span class="tally__word">${milestoneStateWords[key].word}`),
      );
    }
    const lede = textOfClass(at(links.strategy), 'lede') ?? words.nothingPublished;
    expect(tight(inFeed)).toContain(tight(lede.replaceAll('&', '&amp;')));
  });

  test('what improved and worsened most', () => {
    const overview = at(`/${edition.organisation.id}/`);
    for (const id of [...published.mostImproved.slice(0, 5), ...published.mostWorsened.slice(0, 5)])
      expect(overview).toContain(relative(numberIn(rowOf(id)['improvement_percent']) ?? Number.NaN));
  });

  test('parts of figures: the table and the document, to the last digit', () => {
    const rows = rowsOf(at(tablesOn('period', edition).parts));
    const numbersOf = (more: Readonly<Record<string, string>>, statistic: string) =>
      rows
        .filter(
          (row) => row['statistic'] === statistic && Object.entries(more).every(([key, text]) => row[key] === text),
        )
        .map((row) => [row['part'], numberIn(row['value'])]);
    for (const { id, cuts, ranking = [], distribution, comparators } of published.measures) {
      for (const { by, rows: parts } of cuts) {
        const cut = { measure: id, kind: 'cut', by };
        expect(numbersOf(cut, 'value')).toEqual(parts.map(({ name, value }) => [name, value]));
        for (const statistic of ['count', 'share'] as const)
          expect(numbersOf(cut, statistic)).toEqual(
            parts.flatMap((part) => (part[statistic] === undefined ? [] : [[part.name, part[statistic]]])),
          );
        const bases = rows.filter((row) => row['measure'] === id && row['by'] === by && row['statistic'] === 'value');
        expect(bases.map(({ base, rank }) => [numberIn(base), numberIn(rank)])).toEqual(
          parts.map(({ denominator, rank }) => [denominator, rank]),
        );
      }
      const listed = rows.filter((row) => row['measure'] === id && row['kind'] === 'ranking');
      expect(listed.map(({ rank, part, value }) => [numberIn(rank), part, numberIn(value)])).toEqual(
        ranking.map(({ rank, name, value }) => [rank, name, value]),
      );
      const spread = { measure: id, kind: 'distribution' };
      for (const statistic of ['median', 'ninetieth', 'longest'] as const)
        expect(numbersOf(spread, statistic)).toEqual(
          (distribution?.rows ?? []).flatMap((row) =>
            row[statistic] === undefined ? [] : [[row.name ?? '', row[statistic]]],
          ),
        );
      expect(numbersOf(spread, 'band')).toEqual(
        (distribution?.rows ?? []).flatMap(({ name = '', bands = [] }) => bands.map(({ count }) => [name, count])),
      );
      expect(numbersOf({ measure: id, kind: 'comparator' }, 'value')).toEqual(
        comparators.map(({ name, value }) => [name, value]),
      );
    }
    for (const { id, period, rows: lines, total } of published.budgets ?? [])
      for (const statistic of ['gross', 'net', 'forecast', 'variance', 'movement'] as const)
        expect(numbersOf({ measure: id, kind: 'budget', period }, statistic)).toEqual(
          [...lines, { ...total, title: '' }].flatMap((line) =>
            line[statistic] === undefined ? [] : [[line.title, line[statistic]]],
          ),
        );
  });

  test('parts of figures: the table and the page that links to it', () => {
    const rows = rowsOf(at(tablesOn('period', edition).parts));
    const linkTo = `href="${tablesOn('edition', edition).parts}"`;
    for (const measure of published.measures) {
      const own = rows.filter((row) => row['measure'] === measure.id);
      const page = at(links.measure(measure.id));
      expect([measure.id, page.includes(linkTo)]).toEqual([measure.id, own.length > 0]);
      const cells = cellsOf(page);
      for (const row of own.filter(({ kind, statistic }) => kind === 'cut' && statistic === 'value')) {
        const value = numberIn(row['value']);
        if (value === undefined) continue;
        const printed = [row['qualifier'], figure(value, measure)].filter((text) => text !== '').join(' ');
        const found = cells.some(([name = '', text]) => tight(name) === tight(row['part']) && text === printed);
        expect([measure.id, row['part'], printed, found]).toEqual([measure.id, row['part'], printed, true]);
      }
    }
    const hasBudgets = (published.budgets ?? []).some(({ total }) => total.net !== undefined);
    if (hasBudgets) expect(at(links.budget)).toContain(linkTo);
  });

  test('the newest figure of a measure without one, and how long it took: the table and the document', () => {
    for (const measure of published.measures) {
      const { id, distribution, value, series } = measure;
      const row = rowOf(id);
      const all = distribution?.rows.find(({ name }) => name === undefined);
      expect([id, ...['median', 'ninetieth', 'longest'].map((name) => numberIn(row[`distribution_${name}`]))]).toEqual([
        id,
        all?.median,
        all?.ninetieth,
        all?.longest,
      ]);
      const newest = value === undefined ? series.findLast((point) => point.value !== undefined) : undefined;
      expect([id, row['last_published_period'], numberIn(row['last_published_value'])]).toEqual([
        id,
        newest?.period ?? '',
        newest?.value,
      ]);
      const why = textOfClass(at(links.measure(id)), 'key-figure__why');
      expect([id, tight(row['not_published_in_words'])]).toEqual([id, tight(why) ?? '']);
    }
  });

  test('dates of milestones: the table and the document', () => {
    const rows = rowsOf(at(tablesOn('period', edition).milestones));
    expect(
      rows.map((row) => [row['id'], row['current_deadline'], row['original_deadline'], numberIn(row['weeks_delay'])]),
    ).toEqual(
      published.milestones.map(({ id, currentDeadline = '', originalDeadline = '', weeksDelay }) => [
        id,
        currentDeadline,
        originalDeadline,
        weeksDelay,
      ]),
    );
  });
});

describe('a revision is the same wherever it stands', () => {
  const files = filesFor({
    editions: [contactCentre],
    earlier: [contactCentreBefore],
    scorecards: [contactCentre],
    organisations: [],
  });
  const [revision] = contactCentre.revisions;
  const measure = contactCentre.measures.find(({ id }) => id === revision?.measure);
  if (revision === undefined || measure === undefined) throw new Error('no revision in the fixtures');
  const [from, to] = [figure(revision.from ?? 0, measure), figure(revision.to ?? 0, measure)];

  test.each(['index', 'changes/index'])('in the table of %s', (page) => {
    const rows = cellsOf(textAt(files, `example/contact-centre/${page}.html`));
    expect(rows).toContainEqual([measure.title, 'Q3 2024–25', from, to, '30 April 2025', revision.reason]);
  });

  test('on the page of the measure, in the feed and in its series', () => {
    const sentence = `Q3 2024–25: ${from} is now ${to}, revised on 30 April 2025. ${revision.reason}`;
    expect(textAt(files, `example/contact-centre/measures/${measure.id}/index.html`)).toContain(sentence);
    expect(textAt(files, 'example/feed.xml')).toContain(sentence);
    const series = rowsOf(textAt(files, measureFiles(contactCentre, measure.id).csv.slice(1)));
    expect(series.find(({ period }) => period === revision.period)).toMatchObject({
      value: '6.6',
      revised_from: '6.4',
      revised_on: '2025-04-30',
      revision_reason: revision.reason,
    });
  });
});

test('a paper prints the figure of the page', () => {
  const files = filesFor({
    editions: [contactCentre],
    scorecards: [contactCentre],
    organisations: [],
    papers: [paper],
  });
  const [row] = rowsOf(textAt(files, 'example/data/contact-centre-2024-25-q4-measures.csv'));
  const [measure] = contactCentre.measures;
  expect(measure && textAt(files, 'example/papers/contact-centre-2024-25-q4/index.html')).toContain(
    `Calls: ${measure && figure(Number(row?.['value']), measure)}.`,
  );
});
