import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { card, posted, reference } from '#test/scorecards/westLothian.ts';

const measures = card.groups.flatMap((group) => group.measures);
const milestones = card.groups.flatMap((group) => group.milestones);
const recorded = posted.filter(({ type }) => type === 'measure.recorded').map(({ data }) => data);

describe('the measures of the paper', () => {
  test('are all there, each once, in order, with the polarity and the code of the paper', () => {
    expect(measures.map(({ id, code, polarity }) => [id, code ?? null, polarity])).toEqual(
      reference.measures.map(({ measure, code, polarity }) => [measure, code, polarity]),
    );
    expect(measures).toHaveLength(25);
  });

  test('stand under the outcome that the paper puts them under', () => {
    expect(card.groups.map(({ id, measures: within }) => [id, within.length])).toEqual([
      ['outcome-1', 5],
      ['outcome-2', 4],
      ['outcome-3', 8],
      ['outcome-4', 6],
      ['citizens-panel', 2],
      ['action-plan', 0],
    ]);
    const places = card.groups.flatMap(({ id, measures: within }) => within.map((measure) => [measure.id, id]));
    expect(places).toEqual(reference.measures.map(({ measure, group }) => [measure, group]));
  });

  test('carry the seven codes that are printed, each once', () => {
    const codes = measures.flatMap(({ code }) => code ?? []);
    expect(codes.toSorted()).toEqual(['CRRE075', 'CSC090a', 'CSC091q', 'CSC101', 'CuCs007', 'PIS 108', 'REV125']);
  });

  test('are recorded only where the paper prints a figure: 18 baselines and 7 values of its text', () => {
    const printed = reference.measures.flatMap(({ measure, baseline, values }) => [
      ...(baseline === null ? [] : [measure]),
      ...values.map(() => measure),
    ]);
    expect(recorded.map(({ measure }) => measure).toSorted()).toEqual(printed.toSorted());
    expect(recorded).toHaveLength(25);
  });

  test('have no figure of a year after the baseline', () => {
    expect(recorded.filter(({ period }) => String(period) >= '2018-19')).toEqual([]);
  });
});

describe('the action plan', () => {
  const updates = posted.filter(({ type }) => type === 'milestone.updated').map(({ data }) => data);

  test('has the sixteen actions, from the first day of the printed month to the last', () => {
    expect(milestones.map(({ start, originalDeadline }) => ({ start, deadline: originalDeadline }))).toEqual(
      reference.milestones.map(({ start, deadline }) => ({ start, deadline })),
    );
    expect(milestones).toHaveLength(16);
  });

  test('keeps the printed label of each, and completes none', () => {
    expect(updates.map(({ reason }) => /^Printed as (\w+)/.exec(String(reason))?.[1])).toEqual(
      reference.milestones.map(({ status }) => status),
    );
    expect(updates.filter(({ status, completedOn }) => status !== 'on-track' || completedOn)).toEqual([]);
  });

  test('says of each that the paper gives months without days', () => {
    expect(updates.filter(({ reason }) => !/ to \w+ \d{4}, without days\.$/.test(String(reason)))).toEqual([]);
  });
});

test('every event names something that the scorecard holds', () => {
  const known = new Set([...measures, ...milestones].map(({ id }) => id));
  expect(posted.filter(({ data }) => !known.has(String(data['measure'] ?? data['milestone'])))).toEqual([]);
});

test('the notes have a line on each of the contradictions of the paper', () => {
  const notes = readFileSync('scorecards/west-lothian/NOTES.md', 'utf8');
  const named = new Set(notes.match(/K\d\d/g));
  expect([...named].toSorted()).toEqual(Array.from({ length: 13 }, (_, i) => `K${63 + i}`));
});
