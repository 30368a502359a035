import { describe, expect, test } from '@jest/globals';
import { q3, scorecardNamed, signOffTown } from '#test/publish/signOff.ts';

const folder = 'example/service';

/** As of 10 January 2024 with a figure of 71, which nobody has released. */
const drafted = async () => {
  const town = await signOffTown();
  await town.value('2024-01-05', 71);
  await town.night('2024-01-10');
  return town;
};

/** The same, released on the 12th and published by the next night. */
const published = async () => {
  const town = await drafted();
  const release = await town.release('2024-01-12', (await town.hashOf(1)).slice(0, 12));
  await town.night('2024-01-12');
  return { ...town, released: release };
};

describe('before a release', () => {
  test('the night makes a draft, and the site shows nothing of it', async () => {
    const { numbers, website, textAt } = await drafted();
    expect(await numbers()).toEqual([1]);
    expect(website.paths().filter((path) => path.startsWith('example/'))).toEqual([]);
    expect(await textAt('index.html')).toContain('Nothing has been published yet.');
  });

  test('another scorecard of the council is published alone', async () => {
    const town = await signOffTown([scorecardNamed('service'), scorecardNamed('other', 'nightly')]);
    await town.night('2024-01-10');
    expect(await town.textAt('example/index.html')).not.toContain('Scorecard service');
    expect(await town.textAt('example/feed.xml')).not.toContain('Scorecard service');
    expect(await town.textAt('index.html')).not.toContain('Scorecard service');
    expect(town.website.paths().filter((path) => /service/.test(path))).toEqual([]);
  });
});

describe('once released', () => {
  test('the edition is on every shelf, in the feed, the sitemap and the list', async () => {
    const { editionAt, textAt } = await published();
    for (const shelf of ['', 'latest/', `${q3}/`, `${q3}/1/`])
      expect(await editionAt(`${folder}/${shelf}edition.json`)).toMatchObject({
        edition: 1,
        measures: [{ value: 71 }],
      });
    expect(await textAt('example/feed.xml')).toContain('Scorecard service');
    expect(await textAt('example/data/service-sitemap.xml')).toContain('/example/service/measures/m/');
    expect(await textAt('index.html')).toContain('Scorecard service');
    expect(await textAt('example/data/service-2023-24-q3-measures.csv')).toContain('71');
  });

  test('the quarter that is running waits for its own release', async () => {
    const { website } = await published();
    expect(website.paths().filter((path) => path.includes('2023-24-q4'))).toEqual([]);
  });

  test('what is recorded later is a draft, and changes nothing', async () => {
    const town = await published();
    await town.value('2024-01-20', 64);
    await town.night('2024-01-20');
    expect(await town.numbers()).toEqual([1, 2]);
    expect(await town.editionAt(`${folder}/${q3}/edition.json`)).toMatchObject({ edition: 1 });
    expect(town.website.paths().filter((path) => path.includes(`${q3}/2/`))).toEqual([]);
  });
});

const revision = (from: number, to: number, on: string) => ({
  measure: 'm',
  period: q3,
  from,
  to,
  on,
  reason: 'A new value was recorded, from: return.',
});

describe('a newer release', () => {
  test('is a revision of what was released, not of a draft that nobody saw', async () => {
    const town = await published();
    for (const [day, value] of [
      ['2024-01-20', 64],
      ['2024-01-22', 68],
    ] as const) {
      await town.value(day, value);
      await town.night(day);
    }
    await town.release('2024-01-23', await town.hashOf(3));
    await town.night('2024-01-23');
    const shown = await town.editionAt(`${folder}/${q3}/edition.json`);
    expect(shown.revisions).toEqual([revision(71, 68, '2024-01-22')]);
    expect(shown.measures[0]).toMatchObject({ value: 68, status: 'revised' });
    expect(await town.editionAt(`${folder}/${q3}/1/edition.json`)).toMatchObject({ edition: 1, revisions: [] });
  });

  test('of a draft that was made before anything was released says what it revises all the same', async () => {
    const town = await drafted();
    await town.value('2024-01-11', 64);
    await town.night('2024-01-11');
    await town.release('2024-01-12', await town.hashOf(1));
    await town.night('2024-01-12');
    await town.release('2024-01-13', await town.hashOf(2));
    await town.night('2024-01-13');
    const shown = await town.editionAt(`${folder}/${q3}/edition.json`);
    expect(shown).toMatchObject({ edition: 3, asOf: '2024-01-11', measures: [{ value: 64, status: 'revised' }] });
    expect(shown.revisions).toEqual([revision(71, 64, '2024-01-13')]);
    await town.night('2024-01-14');
    expect(await town.numbers()).toEqual([1, 2, 3]);
  });

  test('of what was shown before the last is a revision back', async () => {
    const town = await published();
    await town.value('2024-01-20', 64);
    await town.night('2024-01-20');
    await town.release('2024-01-21', await town.hashOf(2));
    await town.night('2024-01-21');
    await town.release('2024-01-22', await town.hashOf(1));
    await town.night('2024-01-22');
    const shown = await town.editionAt(`${folder}/${q3}/edition.json`);
    expect(shown.measures[0]).toMatchObject({ value: 71 });
    expect(shown.revisions).toMatchObject([{ from: 64, to: 71, on: '2024-01-22' }]);
  });
});

describe('a release that is taken back', () => {
  const withdrawn = async () => {
    const town = await published();
    await town.withdraw(town.released);
    await town.night('2024-01-13');
    return town;
  };

  test('leaves no figure on the shelves that change', async () => {
    const { textAt } = await withdrawn();
    for (const path of [`${folder}/index.html`, `${folder}/${q3}/index.html`, `${folder}/latest/index.html`]) {
      expect(await textAt(path)).toContain('No longer published');
      expect(await textAt(path)).not.toContain('71%');
    }
    for (const path of [`${folder}/edition.json`, `${folder}/latest/edition.json`, `${folder}/${q3}/edition.json`])
      expect(JSON.parse(await textAt(path))).toMatchObject({ schema: 'withdrawn-1' });
    expect(await textAt('example/data/service-2023-24-q3-measures.csv')).not.toContain('71');
    expect(await textAt('example/data/service-sitemap.xml')).not.toContain('measures');
  });

  test('leaves the overview and the list without it', async () => {
    const { textAt } = await withdrawn();
    expect(await textAt('example/index.html')).toContain('No longer published');
    expect(await textAt('example/data/index.html')).toContain('No longer published');
    expect(await textAt('example/data/datapackage.json')).not.toContain('measures.csv');
    expect(await textAt('index.html')).not.toContain('Scorecard service');
  });

  const entriesIn = (feed: string) =>
    [...feed.matchAll(/<entry>.*?<\/entry>/gs)].map(([entry]) =>
      ['id', 'title', 'updated', 'summary'].map((name) => new RegExp(`<${name}>(.*?)</${name}>`, 's').exec(entry)?.[1]),
    );
  const entry = (title: string, at: string, summary: string) => [
    `urn:quarterlight:example:service:${q3}:1:withdrawn`,
    `${title}, October to December 2023 (quarter 3), edition 1, withdrawn`,
    at,
    `Withdrawn on ${summary}`,
  ];
  const kept = 'it is no longer among the published figures, and is kept at its own address.';

  test('is the one entry of the feed: what, when and why', async () => {
    const town = await published();
    const data = { ...town.released.data, reason: 'The audit found an error.' };
    await town.withdraw(town.released, { time: '2024-01-13T09:30:00.000Z', day: '2024-01-13', data });
    await town.night('2024-01-13');
    const at = '2024-01-13T09:30:00.000Z';
    const summary = `13 January 2024: ${kept} It had been signed off by: Director. The audit found an error.`;
    const own = await town.textAt('example/feed.xml');
    expect(entriesIn(own)).toEqual([entry('Scorecard service', at, summary)]);
    expect(own).toContain(`<updated>${at}</updated><author>`);
    expect(own).toContain(`<link href="https://figures.example/${folder}/${q3}/1/"/>`);
    expect(entriesIn(await town.textAt('feed.xml'))).toEqual([entry('Example: Scorecard service', at, summary)]);
  });

  test('with nothing but the release as it was is of its day, and says that no reason was given', async () => {
    const { textAt } = await withdrawn();
    const summary = `12 January 2024: ${kept} It had been signed off by: Director. No reason was given.`;
    expect(entriesIn(await textAt('example/feed.xml'))).toEqual([
      entry('Scorecard service', '2024-01-12T12:00:00.000Z', summary),
    ]);
  });

  test('is told beside what other scorecards publish, and no more once it is released again', async () => {
    const town = await signOffTown([scorecardNamed('service'), scorecardNamed('other', 'nightly')]);
    await town.value('2024-01-05', 71);
    await town.night('2024-01-10');
    const released = await town.release('2024-01-12', await town.hashOf(1));
    await town.night('2024-01-12');
    await town.withdraw(released);
    await town.night('2024-01-13');
    const titles = async () => entriesIn(await town.textAt('example/feed.xml')).map(([, title]) => title);
    const taken = 'Scorecard service, October to December 2023 (quarter 3), edition 1, withdrawn';
    expect(await titles()).toContain(taken);
    expect((await titles()).filter((title) => title?.startsWith('Scorecard other'))).toHaveLength(2);
    await town.release('2024-01-14', await town.hashOf(1));
    await town.night('2024-01-14');
    expect(await titles()).not.toContain(taken);
  });

  test('dated before its edition is told on the day of the edition', async () => {
    const town = await published();
    await town.withdraw(town.released, { time: '2023-12-01T09:00:00.000Z', day: '2023-12-01' });
    await town.night('2024-01-13');
    expect(entriesIn(await town.textAt('example/feed.xml'))[0]?.[2]).toBe('2024-01-10T23:59:59.999Z');
  });

  test('leaves the permanent address, which says so and keeps its figures', async () => {
    const { textAt, editionAt } = await withdrawn();
    expect(await textAt(`${folder}/${q3}/1/index.html`)).toContain('Withdrawn: edition 1 of');
    expect(await textAt(`${folder}/${q3}/1/measures/m/index.html`)).toContain('Withdrawn: edition 1 of');
    expect(await editionAt(`${folder}/${q3}/1/edition.json`)).toMatchObject({ edition: 1, measures: [{ value: 71 }] });
  });

  test('and followed by other figures says what those revise, and keeps saying it', async () => {
    const town = await withdrawn();
    await town.value('2024-01-20', 64);
    await town.night('2024-01-20');
    await town.release('2024-01-21', await town.hashOf(2));
    await town.night('2024-01-21');
    const anew = await town.editionAt(`${folder}/${q3}/edition.json`);
    expect(anew).toMatchObject({ edition: 2, measures: [{ value: 64, status: 'revised' }] });
    expect(anew.revisions).toEqual([revision(71, 64, '2024-01-20')]);
    expect(await town.textAt(`${folder}/measures/m/index.html`)).toContain(
      '71.0% is now 64.0%, revised on 20 January 2024',
    );
    await town.value('2024-01-22', 66);
    await town.night('2024-01-22');
    await town.release('2024-01-23', await town.hashOf(3));
    await town.night('2024-01-23');
    expect(await town.editionAt(`${folder}/${q3}/edition.json`)).toMatchObject({
      edition: 3,
      revisions: [revision(64, 66, '2024-01-22')],
      earlierRevisions: [revision(71, 64, '2024-01-20')],
    });
  });

  test('and was never published shows nothing anywhere', async () => {
    const town = await drafted();
    await town.withdraw(await town.release('2024-01-12', await town.hashOf(1)));
    await town.night('2024-01-13');
    expect(town.website.paths().filter((path) => path.startsWith('example/'))).toEqual([]);
    expect(await town.textAt('feed.xml')).not.toContain('Scorecard service');
  });

  test('and given again is as it was', async () => {
    const town = await withdrawn();
    await town.release('2024-01-14', await town.hashOf(1));
    await town.night('2024-01-14');
    expect(await town.editionAt(`${folder}/latest/edition.json`)).toMatchObject({ edition: 1 });
    expect(await town.textAt(`${folder}/${q3}/1/index.html`)).not.toContain('Withdrawn: edition');
    expect(await town.textAt('example/index.html')).toContain('Scorecard service');
  });

  test('gives way to what was released before it', async () => {
    const town = await published();
    await town.value('2024-01-20', 64);
    await town.night('2024-01-20');
    const newer = await town.release('2024-01-21', await town.hashOf(2));
    await town.night('2024-01-21');
    await town.withdraw(newer);
    await town.night('2024-01-22');
    expect(await town.editionAt(`${folder}/latest/edition.json`)).toMatchObject({ edition: 1 });
    expect(await town.textAt(`${folder}/${q3}/2/index.html`)).toContain('Withdrawn: edition 2 of');
    expect(await town.textAt(`${folder}/${q3}/2/index.html`)).toContain('See the newest edition');
  });
});

test('a night again writes nothing', async () => {
  const town = await published();
  const before = town.website.paths().length;
  await town.night('2024-01-12');
  expect(town.website.paths()).toHaveLength(before);
  expect(await town.numbers()).toEqual([1]);
});
