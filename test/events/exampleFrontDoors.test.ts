import { createHash } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import { batches } from '#events/example/frontDoors.ts';

const posted = [...batches()].flatMap(({ events }) => events);
const of = (source: string) => posted.filter((event) => event.source === source);
const distinct = (source: string) => new Set(of(source).map(({ id }) => id)).size;
const caseIds = (kind: string, type: string) =>
  new Set(
    of('casework')
      .filter(({ data, type: each }) => data['kind'] === kind && each === type)
      .map(({ data }) => data['caseId']),
  ).size;

describe("the events of the example's other front doors", () => {
  test('are the same bytes on every run', () => {
    const bytes = JSON.stringify([...batches()]);
    expect(createHash('sha256').update(bytes).digest('hex').slice(0, 16)).toBe('93ad3560862c6d51');
  });

  test.each([
    ['postings in all, fewer than 2,500', posted.length, 2055],
    ['visits', distinct('reception'), 450],
    ['payments', distinct('payments'), 480],
    ['answers to surveys', distinct('feedback'), 380],
    ['readings: two a month, three a quarter, and the population twice', distinct('registers'), 74],
    ['complaints', caseIds('complaint', 'case.opened'), 88],
    ['complaints that went to stage 2', caseIds('complaint', 'case.escalated'), 12],
    ['complaints whose time was extended', caseIds('complaint', 'case.extended'), 15],
    ['requests', caseIds('request', 'case.opened'), 62],
    ['outages', caseIds('outage', 'case.closed'), 8],
    ['withdrawn', posted.filter(({ withdrawn }) => withdrawn).length, 9],
    ['corrected or moved', posted.filter(({ revision, withdrawn }) => revision && !withdrawn).length, 28],
  ])('hold the stated number of %s', (_, found, expected) => expect(found).toBe(expected));

  test('tell of nothing after the last day', () => {
    expect(posted.map(({ time }) => time).filter((time) => time >= '2025-04-30T23:00:00.000Z')).toEqual([]);
  });

  test('come in batches from their own source', () => {
    for (const { source, events } of batches())
      expect(new Set(events.map((event) => event.source))).toEqual(new Set([source]));
  });
});
