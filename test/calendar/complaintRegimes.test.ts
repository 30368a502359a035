import { describe, expect, test } from '@jest/globals';
import { dueBy } from '#calendar/clock.ts';
import { type ComplaintLimit, type ComplaintRegimeId, complaintRegimes } from '#calendar/complaintRegimes.ts';
import { endOfDay } from '#calendar/day.ts';
import { london } from '#test/calendar/london.ts';

const limitOf = (id: ComplaintRegimeId, stage: 1 | 2, step: ComplaintLimit['step']): ComplaintLimit => {
  const limits: readonly ComplaintLimit[] = complaintRegimes[id].limits;
  const found = limits.find((limit) => limit.stage === stage && limit.step === step);
  if (!found) throw new Error(`${id} has no limit for ${step} at stage ${stage}`);
  return found;
};

// Counted on a printed calendar. England: 6 and 27 May 2024 are bank holidays. Scotland: 15 June 2026 is one.
describe('when a step of a complaint is due', () => {
  test.each<[string, ComplaintRegimeId, 1 | 2, ComplaintLimit['step'], string, string, string | undefined]>([
    ['code, over Easter', 'ombudsman-code', 1, 'acknowledged', '2024-03-28', '2024-04-08', undefined],
    ['code, from the acknowledgement', 'ombudsman-code', 1, 'responded', '2024-04-08', '2024-04-22', '2024-05-07'],
    ['code, stage 2 asked for', 'ombudsman-code', 2, 'acknowledged', '2024-05-03', '2024-05-13', undefined],
    ['code, from its acknowledgement', 'ombudsman-code', 2, 'responded', '2024-04-08', '2024-05-07', '2024-06-05'],
    ['Scotland, over the World Cup', 'scottish-model', 1, 'responded', '2026-06-12', '2026-06-19', '2026-06-26'],
    ['Scotland, stage 2', 'scottish-model', 2, 'acknowledged', '2026-06-12', '2026-06-17', undefined],
    ['Scotland, from receipt', 'scottish-model', 2, 'responded', '2026-06-12', '2026-07-10', undefined],
  ])('%s', (_, id, stage, step, from, due, extended) => {
    const { limit, extension } = limitOf(id, stage, step);
    const { clock } = complaintRegimes[id];
    const start = london(`${from} 15:00`);
    expect(dueBy(clock, start, limit)).toEqual(endOfDay(due));
    expect(extension && dueBy(clock, start, limit + extension)).toEqual(extended && endOfDay(extended));
  });

  test('each names the document that says so', () =>
    expect(Object.values(complaintRegimes).map(({ document, publisher }) => `${publisher}: ${document}`)).toEqual([
      'Local Government and Social Care Ombudsman: Complaint Handling Code, part 6, Complaints stages',
      'Scottish Public Services Ombudsman: Local Authority Model Complaints Handling Procedure',
    ]));
});
