import { describe, expect, test } from '@jest/globals';
import { candidateOf } from '#cli/release/candidate.ts';
import { releaseEvent } from '#cli/release/event.ts';
import { countsText } from '#cli/release/text.ts';
import { factOf } from '#event/factOf.ts';
import { parseEvent } from '#event/parseEvent.ts';
import { quarterlight } from '#test/cli/commandLine.ts';
import { q3, scorecardNamed, signOffTown } from '#test/publish/signOff.ts';

const question = { scorecard: 'service', period: q3, by: 'Director of Resources' };
const now = new Date('2024-01-23T09:00:00Z');

/** Two drafts of a quarter: 71, then 64. */
const town = async () => {
  const made = await signOffTown([scorecardNamed('service'), scorecardNamed('other', 'nightly')]);
  await made.value('2024-01-05', 71);
  await made.night('2024-01-10');
  await made.value('2024-01-11', 64);
  await made.night('2024-01-12');
  return made;
};

describe('what would be released', () => {
  test('is the highest edition of the period', async () => {
    const { stores, hashOf } = await town();
    expect(await candidateOf(question, stores)).toMatchObject({
      organisation: 'example',
      edition: { edition: 2, asOf: '2024-01-12' },
      hash: await hashOf(2),
      sender: 'performance-team',
      replaces: undefined,
      readiness: { unexplained: [], toEnter: [] },
    });
  });

  test('is the one that was asked for, and what it replaces', async () => {
    const { stores, release, hashOf } = await town();
    await release('2024-01-13', await hashOf(2));
    expect(await candidateOf({ ...question, edition: 1 }, stores)).toMatchObject({
      edition: { edition: 1 },
      replaces: 2,
    });
  });

  test('is told with its counts', async () => {
    const { stores } = await town();
    const { edition } = await candidateOf(question, stores);
    expect(countsText(edition)).toEqual(['1 measure: 1 no-target']);
  });

  test('is what the next night publishes', async () => {
    const { stores, night, editionAt } = await town();
    const event = releaseEvent(await candidateOf(question, stores), question.by, now);
    const parsed = parseEvent(event, { now, pathSource: 'performance-team', organisation: 'example' });
    if (!('event' in parsed)) throw new Error(parsed.reason);
    expect(parsed.warnings).toEqual([]);
    await stores.log.append([factOf(parsed.event, { organisation: 'example', hashKey: 'k'.repeat(32) })], now);
    await night('2024-01-23');
    expect(await editionAt('example/service/latest/edition.json')).toMatchObject({
      edition: 2,
      measures: [{ value: 64 }],
    });
  });
});

describe('what cannot be released is told in a sentence', () => {
  test.each([
    [{ scorecard: 'servic' }, 'There is no scorecard "servic": did you mean "service"?'],
    [{ organisation: 'nowhere' }, 'No organisation "nowhere" was pushed.'],
    [
      { scorecard: 'other' },
      'The night publishes "other" by itself. To have it wait, write release: on-sign-off in scorecards/example/other.yaml and push it.',
    ],
    [{ period: '2022-23-q1' }, `"service" has no edition of 2022-23-q1: there is ${q3}, 2023-24-q4.`],
    [{ edition: 9 }, `There is no edition 9 of ${q3}: there is 1, 2.`],
  ])('%j', async (over, sentence) => {
    const { stores } = await town();
    await expect(candidateOf({ ...question, ...over }, stores)).rejects.toThrow(sentence);
  });

  test('and so is what is released already', async () => {
    const { stores, release, hashOf } = await town();
    await release('2024-01-13', await hashOf(2));
    await expect(candidateOf(question, stores)).rejects.toThrow(
      `Edition 2 of ${q3} says the same, and is released already.`,
    );
  });

  test.each([
    [['release'], /^Name a scorecard, a period and the role that signs off: quarterlight release/],
    [
      ['release', 'x', '--period', 'Q3', '--by', 'me'],
      '"Q3" is no period: write --period 2023-24-q3, 2023-24 or 2016-05.',
    ],
    [
      ['release', 'x', '--period', q3, '--by', 'me', '--edition', '0'],
      '"0" is no number of an edition: write --edition 3.',
    ],
  ])('%j', async (words, sentence) => {
    const { code, err } = await quarterlight(words);
    expect(code).toBe(1);
    expect(err.trim()).toEqual(typeof sentence === 'string' ? sentence : expect.stringMatching(sentence));
  });
});
