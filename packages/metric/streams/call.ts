import { callDirections, callOutcomes } from '#event/vocabulary.ts';
import { closed, type Declaration, field, flag, hourOf, listed } from '#metric/declaration.ts';

export const call: Declaration = {
  counts: 'calls',
  dimensions: {
    queue: listed(),
    service: listed(),
    enquiryType: listed(),
    direction: closed(callDirections),
    outcome: closed(callOutcomes),
    resolvedAtFirstContact: flag,
    hour: hourOf('offeredAt'),
  },
  numbers: { waitSeconds: field, talkSeconds: field, holdSeconds: field, wrapSeconds: field },
  groupingSets: [
    ['queue', 'outcome', 'resolvedAtFirstContact', 'direction'],
    ['service', 'outcome', 'enquiryType', 'direction'],
    ['service', 'outcome', 'resolvedAtFirstContact', 'direction'],
    ['hour', 'outcome', 'direction'],
  ],
};
