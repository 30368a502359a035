import { expect, test } from '@jest/globals';
import { organisation } from '#scorecard/schema.ts';
import { council, fact, measureOf } from '#test/scorecard/council.ts';

const listed = organisation.parse({ ...council, dimensions: { answer: ['good', 'poor'] } });
const answers = (...given: readonly string[]) =>
  given.map((answer) => fact('survey.responded', '2023-11-01', { surveyId: 's', answer }));

const cut = (facts: ReturnType<typeof answers>, more: object = {}) =>
  measureOf({
    organisation: listed,
    measure: { value: { count: 'survey' }, unit: 'count', polarity: 'none', cuts: ['answer'], ...more },
    facts,
  }).cuts[0]?.rows;

test('the answers of a survey stand with the share of each, unrounded', () =>
  expect(cut(answers('good', 'good', 'poor'))).toEqual([
    { name: 'good', value: 2, share: 200 / 3 },
    { name: 'poor', value: 1, share: 100 / 3 },
  ]));

test('a share that would tell of few people is hidden with its count', () =>
  expect(
    cut(answers(...Array<string>(8).fill('good'), 'poor'), { suppressBelow: 5 })?.map(({ share }) => share),
  ).toEqual([undefined, undefined]));
