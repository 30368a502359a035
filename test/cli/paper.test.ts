import { describe, expect, test } from '@jest/globals';
import { paperPage } from '#cli/paper/page.ts';
import { subjectNamed } from '#cli/preview/subjects.ts';
import { quarterlight } from '#test/cli/commandLine.ts';
import { q3, scorecardNamed, signOffTown } from '#test/publish/signOff.ts';

const usage = "Name an organisation's scorecard and a period: quarterlight paper ORG/SCORECARD --period P [--pdf FILE]";

describe('what cannot be printed is told in a sentence', () => {
  test.each([
    [['paper'], usage],
    [['paper', 'service', '--period', q3], usage],
    [['paper', 'example/service/x', '--period', q3], usage],
    [['paper', 'example/service'], usage],
    [
      ['paper', 'example/service', '--period', 'Q3'],
      '"Q3" is no period: write --period 2023-24-q3, 2023-24 or 2016-05.',
    ],
    [['paper', 'example/service', '--period', q3], 'Say where to: --pdf FILE, --html FILE, or both.'],
  ])('%j', async (words, sentence) => {
    const { code, err } = await quarterlight(words);
    expect({ code, err }).toEqual({ code: 1, err: `${sentence}\n` });
  });

  test.each([
    {
      what: 'no paper',
      papers: [],
      sentence: `There is no paper scorecards/example/papers/service-${q3}.md. See docs/papers.md.`,
    },
    {
      what: 'a paper on another quarter',
      papers: [{ scorecard: 'service', period: '2023-24-q2' }],
      sentence: `There is no paper scorecards/example/papers/service-${q3}.md. There is one on 2023-24-q2. See docs/papers.md.`,
    },
    {
      what: 'a paper without an edition',
      papers: [{ scorecard: 'service', period: q3 }],
      sentence: `example/service has no edition of ${q3}: run "quarterlight night".`,
    },
  ])('$what', async ({ papers, sentence }) => {
    const { stores } = await signOffTown([scorecardNamed('service')]);
    const configuration = await stores.config.read('example');
    if (!configuration) throw new Error('nothing was pushed');
    const subject = subjectNamed('service', [{ ...configuration, papers: papers as never }]);
    await expect(paperPage(subject, q3, stores)).rejects.toThrow(sentence);
  });
});
