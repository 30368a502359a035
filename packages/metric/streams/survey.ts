import type { Fact } from '#event/types.ts';
import { type Declaration, field, free, listed } from '#metric/declaration.ts';

/** `1 to 5`: scores on different scales are not alike. */
const scale = {
  ...free,
  of: ({ data }: Fact) => (data['min'] === undefined ? undefined : `${data['min']} to ${data['max']}`),
};

export const survey: Declaration = {
  counts: 'responses to surveys',
  dimensions: { surveyId: listed(), service: listed(), answer: listed(), scale },
  numbers: { score: field },
  groupingSets: [
    ['surveyId', 'service', 'answer'],
    ['surveyId', 'service', 'scale'],
  ],
};
