import type { Clock } from '#calendar/clock.ts';

/** How long one step of a complaint may take. */
export interface ComplaintLimit {
  readonly stage: 1 | 2;
  readonly step: 'acknowledged' | 'responded';
  /** What starts the clock: the complaint, or the request for stage 2, was received; or that was acknowledged. */
  readonly starts: 'received' | 'acknowledged';
  readonly limit: number;
  /** The most by which it may be extended; where it is absent, only by what is agreed case by case. */
  readonly extension?: number;
}

export interface ComplaintRegime {
  readonly title: string;
  /** The published document that says so. */
  readonly document: string;
  readonly publisher: string;
  readonly clock: Clock;
  readonly limits: readonly ComplaintLimit[];
}

/** A council may follow either, or state limits and clocks of its own. */
export const complaintRegimes = {
  'ombudsman-code': {
    title: 'Complaint handling code',
    document: 'Complaint Handling Code, part 6, Complaints stages',
    publisher: 'Local Government and Social Care Ombudsman',
    clock: { kind: 'working-days', division: 'england-and-wales' },
    limits: [
      { stage: 1, step: 'acknowledged', starts: 'received', limit: 5 },
      { stage: 1, step: 'responded', starts: 'acknowledged', limit: 10, extension: 10 },
      { stage: 2, step: 'acknowledged', starts: 'received', limit: 5 },
      { stage: 2, step: 'responded', starts: 'acknowledged', limit: 20, extension: 20 },
    ],
  },
  'scottish-model': {
    title: 'Scottish model procedure',
    document: 'Local Authority Model Complaints Handling Procedure',
    publisher: 'Scottish Public Services Ombudsman',
    // Its timelines count the day of receipt as day 1.
    clock: { kind: 'working-days', division: 'scotland', startDay: 1 },
    limits: [
      { stage: 1, step: 'responded', starts: 'received', limit: 5, extension: 5 },
      { stage: 2, step: 'acknowledged', starts: 'received', limit: 3 },
      { stage: 2, step: 'responded', starts: 'received', limit: 20 },
    ],
  },
} as const satisfies Record<string, ComplaintRegime>;

export type ComplaintRegimeId = keyof typeof complaintRegimes;
