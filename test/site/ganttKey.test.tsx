import { expect, test } from '@jest/globals';
import { render } from 'preact-render-to-string';
import type { EditionMilestone } from '#scorecard/edition.ts';
import { GanttKey } from '#site/ganttKey.tsx';
import { words } from '#site/words.ts';

const milestone = (over: Partial<EditionMilestone>): EditionMilestone => ({
  id: 'a',
  title: 'A',
  group: 'g',
  start: '2023-04-01',
  originalDeadline: '2023-06-30',
  currentDeadline: '2023-06-30',
  status: 'on-track',
  rating: { colour: 'green', reason: 'Green.' },
  rebaselined: 0,
  ...over,
});
const late = milestone({ status: 'delayed', currentDeadline: '2023-09-30' });
const done = milestone({ status: 'complete', completedOn: '2023-06-01' });
const undated = milestone({ start: undefined, originalDeadline: undefined, currentDeadline: undefined });
const optional = [words.startUnknown, words.delay, words.expectedFinish, words.complete];

test.each([
  ['on track', [milestone({})], [words.expectedFinish]],
  ['late', [late], [words.delay, words.expectedFinish]],
  ['done in time', [done], [words.complete]],
  ['done late', [milestone({ status: 'complete', completedOn: '2023-07-01' })], [words.delay, words.complete]],
  ['without a start', [milestone({ start: undefined })], [words.startUnknown, words.expectedFinish]],
  ['of no day', [undated], []],
  ['of no day, beside one that is', [undated, done], [words.complete]],
  ['late and done', [late, done], [words.delay, words.expectedFinish, words.complete]],
])('the key names only what is drawn: %s', (_, milestones, expected) => {
  const html = render(<GanttKey milestones={milestones} asOf="2023-12-15" />);
  expect(optional.filter((text) => html.includes(text))).toEqual(expected);
});
