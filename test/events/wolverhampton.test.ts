import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { card, periodOf, posted, reference } from '#test/scorecards/wolverhampton.ts';

const measures = card.groups.flatMap((group) => group.measures);
const milestones = card.groups.flatMap((group) => group.milestones);
const dataOf = (type: string) => posted.filter((event) => event.type === type).map(({ data }) => data);

describe('the measures of the paper', () => {
  const places = card.groups.flatMap(({ id, measures: within }) =>
    within.map((measure) => ({ ...measure, group: id })),
  );

  test('are all there, each once, under the heading and with the title and polarity of the paper', () => {
    const found = places.map(({ group, id, code, title, polarity }) => [group, id, code, title, polarity]);
    expect(found).toEqual(
      reference.measures.map(({ group, measure, id, name, polarity }) => [group, measure, id, name, polarity]),
    );
    expect(measures).toHaveLength(49);
  });

  test('are as many under each heading as in the paper', () => {
    expect(card.groups.flatMap(({ id, measures: { length } }) => (length > 0 ? [[id, length]] : []))).toEqual([
      ['main-targets', 3],
      ['overall-performance', 1],
      ['face-to-face', 8],
      ['web-and-social-media', 3],
      ['contact-centre-transactions', 6],
      ['website-usage', 10],
      ['app-usage', 7],
      ['action-plan', 7],
      ['financial', 1],
      ['minutes', 1],
      ['ict', 2],
    ]);
  });

  test('have as many figures as the paper prints with a date, and no other', () => {
    const printed = reference.measures.flatMap(({ measure, values }) =>
      values.flatMap(({ period, value }) =>
        value === null || !periodOf(period) ? [] : [`${measure} ${periodOf(period)} ${value}`],
      ),
    );
    const recorded = dataOf('measure.recorded').map(({ measure, period, value }) => `${measure} ${period} ${value}`);
    const read = dataOf('gauge.read').map(({ gauge, value }) => `${gauge} 2016-03 ${value}`);
    expect([...recorded, ...read].toSorted()).toEqual(printed.toSorted());
    expect(printed).toHaveLength(39);
  });

  test('tell of what has no date in words', () => {
    const undated = reference.measures.filter(({ values }) => values.some(({ period }) => !periodOf(period)));
    const definitions = undated.map(({ measure }) => measures.find(({ id }) => id === measure)?.definition);
    expect(undated.map(({ id }) => id)).toEqual(['WOL-M03', 'WOL-M46']);
    expect(definitions).toEqual([expect.stringContaining('between 33% and 85%'), expect.stringContaining('14 before')]);
  });

  test('aim at what the paper says: stars for the website and pounds by year', () => {
    const aims = measures.filter(({ target }) => target !== undefined).map(({ code, target }) => [code, target]);
    const targetsOf = (code: string) =>
      (reference.measures.find(({ id }) => id === code)?.targets ?? []).map(({ value }) => value);
    expect(aims).toEqual([
      ['WOL-M42', 4],
      ['WOL-M45', { '2015-16': 150_000, '2016-17': 850_000, '2017-18': 1_500_000 }],
    ]);
    expect([targetsOf('WOL-M42'), targetsOf('WOL-M45')]).toEqual([[4], [150_000, 850_000, 1_500_000]]);
  });
});

describe('the activities of the paper', () => {
  const codeOf = (id: string): string =>
    id
      .replace(/^activity-(\d+)$/, (_, n) => `WOL-A${n.padStart(2, '0')}`)
      .replace(/^programme-(\d+)$/, (_, n) => `WOL-W${n.padStart(2, '0')}`);
  const updates = dataOf('milestone.updated');
  const endOf = (printed: string): string => printed.split('/').at(-1) ?? printed;

  test('are milestones, in the order of the paper', () => {
    expect(milestones.map(({ id }) => codeOf(id))).toEqual(reference.milestones.map(({ id }) => id));
    expect(milestones.map(({ title }) => title)).toEqual(reference.milestones.map(({ title }) => title));
    expect(milestones).toHaveLength(24 + 13);
  });

  test('have a deadline where the paper prints an end, and nowhere else', () => {
    const due = milestones.flatMap(({ id, originalDeadline }) => (originalDeadline ? [codeOf(id)] : []));
    expect(due).toEqual(reference.milestones.flatMap(({ id, end }) => (end === null ? [] : [id])));
    const undated = updates.filter(({ undated }) => undated === true).map(({ milestone }) => codeOf(String(milestone)));
    expect(undated).toEqual(reference.milestones.flatMap(({ id, end }) => (end === null ? [id] : [])));
  });

  test('count the services of a wave where its title does', () => {
    const counted = milestones.flatMap(({ wave, services, title }) => (wave ? [[wave, services, title]] : []));
    expect(
      counted.map(([wave, services, title]) => [Number(wave), services, String(title).match(/\((\d)/)?.[1]]),
    ).toEqual([6, 6, 7, 6, 5, undefined, undefined].map((n, i) => [i + 1, n, n?.toString()]));
  });

  test.each(
    milestones.flatMap(({ id, originalDeadline }) => (originalDeadline ? [{ id: codeOf(id), originalDeadline }] : [])),
  )('$id ends on the last day of the printed interval', ({ id, originalDeadline }) => {
    const row = reference.milestones.find((each) => each.id === id);
    if (row?.end) expect(originalDeadline.startsWith(endOf(row.end))).toBe(true);
    const nextDay = new Date(Date.parse(originalDeadline) + 86_400_000);
    expect(nextDay.getUTCDate()).toBe(1);
  });

  test('are complete only where the reference says so or infers it', () => {
    const complete = updates
      .filter(({ status }) => status === 'complete')
      .map(({ milestone }) => codeOf(String(milestone)));
    const stated = reference.milestones.filter(({ status }) => /^complete/.test(status)).map(({ id }) => id);
    expect(complete.toSorted()).toEqual(stated.toSorted());
    expect(updates.filter(({ completedOn }) => completedOn)).toEqual([]);
  });

  test('say why they stand where they do', () => {
    expect(updates.filter(({ reason }) => !reason)).toEqual([]);
    const inferred = updates.filter(({ reason }) => String(reason).startsWith('Taken to be'));
    expect(inferred.map(({ milestone }) => codeOf(String(milestone)))).toEqual([
      'WOL-W01',
      'WOL-W02',
      'WOL-W03',
      'WOL-W06',
      'WOL-W07',
    ]);
  });

  test('are of unknown state where the reference cannot tell', () => {
    const unknown = updates
      .filter(({ status }) => status === 'not-known')
      .map(({ milestone }) => codeOf(String(milestone)));
    expect(unknown).toEqual(reference.milestones.flatMap(({ id, status }) => (status === 'unknown' ? [id] : [])));
  });
});

test('every event names something that the scorecard holds', () => {
  const known = new Set([...measures, ...milestones, ...card.groups].map(({ id }) => id));
  const named = posted.map(({ data }) =>
    String(data['measure'] ?? data['milestone'] ?? data['group'] ?? data['gauge']),
  );
  expect(named.filter((id) => !known.has(id))).toEqual([]);
});

test('the notes have a line on each of the contradictions of the paper', () => {
  const named = new Set(readFileSync('scorecards/wolverhampton/NOTES.md', 'utf8').match(/K\d\d/g));
  expect([...named].toSorted()).toEqual(Array.from({ length: 12 }, (_, i) => `K${51 + i}`));
});
