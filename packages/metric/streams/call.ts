import { callDirections, callOutcomes } from '#event/vocabulary.ts';
import { closed, type Declaration, field, flag, hourOf, knownUnless, listed, sumOf } from '#metric/declaration.ts';

export const call: Declaration = {
  counts: 'calls',
  dimensions: {
    queue: listed(),
    service: listed(),
    enquiryType: listed(),
    direction: closed(callDirections),
    outcome: closed(callOutcomes),
    resolvedAtFirstContact: flag,
    transferred: flag,
    hour: hourOf('offeredAt'),
  },
  numbers: {
    waitSeconds: knownUnless('waitSeconds', 'waitUnknown'),
    talkSeconds: field,
    holdSeconds: field,
    wrapSeconds: field,
    handleSeconds: sumOf('talkSeconds', 'holdSeconds', 'wrapSeconds'),
  },
  maybeUnknown: { number: 'waitSeconds', called: 'the wait' },
  groupingSets: [
    ['queue', 'outcome', 'resolvedAtFirstContact', 'direction'],
    ['service', 'outcome', 'enquiryType', 'direction'],
    ['service', 'outcome', 'resolvedAtFirstContact', 'direction'],
    ['queue', 'outcome', 'transferred', 'direction'],
    ['service', 'outcome', 'transferred', 'direction'],
    ['hour', 'outcome', 'direction'],
  ],
  added: ['handleSeconds'],
};
