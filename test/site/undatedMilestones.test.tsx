import { describe, expect, test } from '@jest/globals';
import { render } from 'preact-render-to-string';
import type { Edition, EditionMilestone } from '#scorecard/edition.ts';
import { milestonesCsv } from '#site/csv.ts';
import { Gantt } from '#site/gantt.tsx';
import { ganttDrawing } from '#site/ganttFile.tsx';
import { Key } from '#site/key.tsx';
import { contactCentre } from '#test/site/fixtures.ts';

const undated: EditionMilestone = {
  id: 'kiosks',
  title: 'Put kiosks into receptions',
  group: 'online',
  wave: '2',
  services: 6,
  status: 'on-track',
  rating: { colour: 'no-target', reason: 'No colour: no deadline is set that the work could be judged by.' },
  rebaselined: 0,
  reason: 'Planned.',
};
const unknown: EditionMilestone = {
  ...undated,
  id: 'webchat',
  title: 'Open webchat',
  wave: undefined,
  services: 1,
  status: 'not-known',
  rating: { colour: 'not-reported', reason: 'No colour: how far the work has come is not known.' },
};
const withWork = (...milestones: readonly EditionMilestone[]): Edition => ({
  ...contactCentre,
  milestones,
  groups: contactCentre.groups.map((group) => ({
    ...group,
    milestones: group.id === 'online' ? milestones.map(({ id }) => id) : [],
  })),
});
const textOf = (html: string): string => html.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ');
const row = (milestone: EditionMilestone): string =>
  render(<Gantt edition={withWork(milestone)} />).match(/<tbody>.*<\/tbody>/s)?.[0] ?? '';

describe('the row of work without a deadline', () => {
  test('says so in words, with its wave and the reason for having no colour', () =>
    expect(textOf(row(undated))).toBe(
      ' Put kiosks into receptions Wave 2, 6 services Planned. None set No deadline No colour: no deadline is set that the work could be judged by. ',
    ));

  test('that is not known to have come anywhere says that', () =>
    expect(textOf(row(unknown))).toBe(
      ' Open webchat 1 service Planned. None set Not known No colour: how far the work has come is not known. ',
    ));

  test('draws nothing but the grid', () => expect(row(undated)).not.toMatch(/<rect|<path/));

  test('draws what has a day', () =>
    expect(row({ ...undated, status: 'complete', completedOn: '2025-03-31' })).toMatch(/<rect/));
});

test('the key explains what is there, and what has a colour', () => {
  const text = (...milestones: readonly EditionMilestone[]) =>
    textOf(render(<Key edition={withWork(...milestones)} shows={['milestones']} />));
  expect(text(undated)).toContain('Nobody has set a deadline');
  expect(text(undated)).not.toContain('is not known.');
  expect(text(unknown)).toContain('How far the work has come is not known.');
  expect(text(unknown)).not.toContain('Nobody has set a deadline');
});

test('the drawing and the table have a row for it', () => {
  const edition = withWork(undated);
  expect(ganttDrawing(edition)).toContain('No deadline');
  expect(milestonesCsv(edition)).toContain('kiosks,Put kiosks into receptions,');
  expect(milestonesCsv(edition)).toMatch(/^kiosks,[^\n]*,Planned\.,[^\n]*,2,6,/m);
});
