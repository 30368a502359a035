import { describe, expect, test } from '@jest/globals';
import { scorecardFindings } from '#scorecard/rules.ts';
import { editionOf, inputOf } from '#test/scorecard/council.ts';

const given = (alignment: readonly object[]) => ({
  measures: [
    { id: 'first', title: 'First', baseline: { period: '2022-23-q3', value: 72 }, compare: 'baseline' },
    { id: 'second', title: 'Second' },
  ],
  milestones: [{ id: 'work', title: 'Work', originalDeadline: '2024-03-31' }],
  scorecard: { alignment },
});

const staff = { enabler: 'Staff', deliverable: 'Training', milestones: ['work'], measures: ['first', 'second'] };
const channels = { enabler: 'Channels', milestones: ['work'], measures: ['first'] };

test('a measure and a piece of work may stand in many rows', () =>
  expect(editionOf(given([staff, channels])).alignment).toEqual([staff, channels]));

test('a scorecard without rows has none', () => expect(editionOf({}).alignment).toBeUndefined());

test('rows lead to the one record of each figure', () => {
  const { alignment = [], measures } = editionOf(given([staff, channels]));
  const baselines = alignment.map((row) => measures.find(({ id }) => id === row.measures[0])?.baseline?.value);
  expect(baselines).toEqual([72, 72]);
});

describe('check', () => {
  const findings = (row: object) => scorecardFindings(inputOf(given([{ ...channels, ...row }])).scorecard);
  test.each([
    ['in order', {}, []],
    ['an unknown measure', { measures: ['frist'] }, ['no measure has the id "frist"']],
    ['an unknown milestone', { milestones: ['works'] }, ['no milestone has the id "works"']],
    ['a measure is no milestone', { milestones: ['first'] }, ['no milestone has the id "first"']],
    ['twice', { measures: ['first', 'first'] }, ['"first" stands twice in one row']],
  ])('%s', (_, row, messages) => expect(findings(row).map(({ message }) => message)).toEqual(messages));
});
