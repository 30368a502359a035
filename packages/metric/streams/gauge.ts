import type { Fact } from '#event/types.ts';
import { type Declaration, type Dimension, field, free } from '#metric/declaration.ts';

const kept = ['network', 'service'];
const tagsOf = (fact: Fact) => (fact.data['dimensions'] ?? {}) as Readonly<Record<string, string>>;
const tag = (name: string): Dimension => ({ ...free, of: (fact) => tagsOf(fact)[name] });

/** The sender's other dimensions as one text, so that no reading hides another: `age band: 18 to 24, ward: Seacombe`. */
const detail: Dimension = {
  ...free,
  of: (fact) =>
    Object.entries(tagsOf(fact))
      .filter(([name]) => !kept.includes(name))
      .map(([name, value]) => `${name}: ${value}`)
      .sort()
      .join(', '),
};

const readings = ['gauge', ...kept, 'detail'];

/** Every value is kept as sent: two gauges that became one `other` would overwrite each other. */
export const gauge: Declaration = {
  counts: 'readings of gauges',
  dimensions: { gauge: free, network: tag('network'), service: tag('service'), detail },
  numbers: { value: field },
  groupingSets: [readings],
  readings,
};
