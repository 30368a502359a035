import type { Configuration } from '#scorecard/configuration.ts';
import { organisation, scorecard } from '#scorecard/schema.ts';
import { sources } from '#scorecard/sourceSchema.ts';

const inbound = { direction: 'inbound' };
const finished = { count: 'call', where: { ...inbound, outcome: ['answered', 'abandoned'] } };

const measure = (id: string, value: object, more: object = {}) => ({
  id,
  title: id,
  unit: 'percent',
  polarity: 'higher',
  frequency: 'quarter',
  value,
  ...more,
});

/** A small council whose one scorecard has a formula of every kind, for the laws that hold from event to edition. */
export const town: Configuration = {
  organisation: organisation.parse({
    id: 'town',
    name: 'Town Council',
    dimensions: { queue: ['bins', 'council tax'], site: ['main'], network: ['facebook'] },
  }),
  sources: sources.parse({ sources: [{ id: 'phones' }, { id: 'officers' }] }).sources,
  scorecards: [
    scorecard.parse({
      id: 'service',
      title: 'Service',
      history: 2,
      groups: [
        {
          id: 'all',
          title: 'All',
          measures: [
            measure(
              'level',
              {
                ratio: {
                  of: { count: 'call', where: { ...inbound, outcome: 'answered', waitSeconds: { atMost: 80 } } },
                  over: finished,
                },
              },
              { target: 80, rating: { amber: { within: 5, of: 'target', unit: 'points' } } },
            ),
            measure('first-contact', {
              share: 'call',
              where: { resolvedAtFirstContact: 'true' },
              of: { outcome: 'answered' },
            }),
            measure('wait', { mean: 'call.waitSeconds', where: { outcome: 'answered' } }, { unit: 'seconds' }),
            measure('wait-90', { percentile: 'call.waitSeconds', at: 90 }, { unit: 'seconds', polarity: 'lower' }),
            measure('talk', { sum: 'call.talkSeconds' }, { unit: 'seconds', polarity: 'none' }),
            measure('answered-messages', { share: 'message', where: { answered: true } }),
            measure('forms', { count: 'web', where: { kind: 'form' } }, { unit: 'count' }),
            measure('followers', { latest: 'gauge.value', where: { gauge: 'followers' } }, { unit: 'count' }),
            measure('satisfaction', { recorded: true }),
          ],
          milestones: [{ id: 'open-hub', title: 'Open the hub', originalDeadline: '2025-01-31' }],
        },
      ],
    }),
  ],
};
