import { createHash } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import type { CloudEvent } from '#events/example/cloudEvent.ts';
import { batches, truth } from '#events/example/generate.ts';
import { exampleFigures } from '#test/events/exampleFigures.ts';

const posted = [...batches()].flatMap(({ events }) => events);
const first = posted.filter(({ revision }) => revision === undefined);
const second = posted.filter(({ revision }) => revision === 1);
const byId = Map.groupBy(posted, ({ id }) => id);
const dayOf = ({ data, time }: CloudEvent): string => String(data['offeredAt'] ?? data['sentAt'] ?? time).slice(0, 10);
const original = ({ id }: CloudEvent): CloudEvent => first.find((event) => event.id === id) as CloudEvent;

describe('the example events', () => {
  test('are the same bytes on every run', () => {
    const bytes = JSON.stringify([...batches()]);
    expect(JSON.stringify([...batches()])).toBe(bytes);
    expect(createHash('sha256').update(bytes).digest('hex').slice(0, 16)).toBe('26cad3d3d0ebfd18');
  });

  test.each([
    ['distinct events', byId.size, 6000],
    ['calls', new Set(posted.filter(({ id }) => id.startsWith('call-')).map(({ id }) => id)).size, 4200],
    ['messages', new Set(posted.filter(({ id }) => id.startsWith('message-')).map(({ id }) => id)).size, 800],
    ['web interactions', new Set(posted.filter(({ id }) => id.startsWith('web-')).map(({ id }) => id)).size, 976],
    [
      'readings, one a month',
      new Set(posted.filter(({ id }) => id.startsWith('reading-')).map(({ id }) => id)).size,
      24,
    ],
    ['repeated: 2% of 6,000', first.length - byId.size, 120],
    ['withdrawn: 0.5%', second.filter(({ withdrawn }) => withdrawn).length, 30],
    ['moved to another day: 0.5%', second.filter((event) => dayOf(event) !== dayOf(original(event))).length, 30],
    [
      'corrected otherwise: 1%',
      second.filter((event) => !event.withdrawn && dayOf(event) === dayOf(original(event))).length,
      60,
    ],
    ['postings in all', posted.length, 6240],
    ['standing in the end', truth().length, 5970],
  ])('hold the stated number of %s', (_, found, expected) => expect(found).toBe(expected));

  test('revise no event twice, and a web interaction never', () => {
    expect(new Set(second.map(({ id }) => id)).size).toBe(second.length);
    expect(second.filter(({ type }) => type === 'web.interaction')).toEqual([]);
  });

  test('come in batches of at most a hundred from their own source', () => {
    for (const { source, events } of batches()) {
      expect(events.length).toBeLessThanOrEqual(100);
      expect(new Set(events.map((event) => event.source))).toEqual(new Set([source]));
    }
  });

  test('are out of order, but by less than two weeks', () => {
    const calls = first.filter(({ id }) => id.startsWith('call-')).map(({ time }) => Date.parse(time));
    const overtaken = calls.map((time, index) => Math.max(...calls.slice(0, index), time) - time);
    expect(overtaken.filter((ms) => ms > 0).length).toBeGreaterThan(2000);
    expect(Math.max(...overtaken) / 86_400_000).toBeLessThan(14);
  });

  test('bring no call on a Sunday or a bank holiday', () => {
    const days = new Set(first.filter(({ id }) => id.startsWith('call-')).map(dayOf));
    expect([...days].filter((day) => new Date(day).getUTCDay() === 0)).toEqual([]);
    expect(['2023-05-01', '2023-12-25', '2024-03-29', '2025-01-01'].filter((day) => days.has(day))).toEqual([]);
    expect([...days].toSorted().at(0)).toBe('2023-05-02');
  });

  test('are busiest in March', () => {
    const march = truth().filter((event) => event.id.startsWith('call-') && dayOf(event).startsWith('2025-03')).length;
    const february = truth().filter(
      (event) => event.id.startsWith('call-') && dayOf(event).startsWith('2025-02'),
    ).length;
    expect(march).toBeGreaterThan(1.3 * february);
  });

  // Counted a second time by a script in another language.
  test('give the figures of January to March 2025 that the edition is compared with', () => {
    expect(exampleFigures(truth())).toEqual({
      'service-level': (100 * 433) / 564,
      'abandonment-rate': (100 * 42) / 564,
      'average-speed-of-answer': 19_169 / 522,
      'median-wait': 13,
      'longest-waits': 111,
      'first-contact-resolution': (100 * 416) / 522,
      'calls-offered': 567,
      'social-answered': (100 * 34) / 41,
      followers: 15_851,
      'form-completions': 40,
    });
  });
});
