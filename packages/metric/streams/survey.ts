import { type Declaration, field, listed } from '#metric/declaration.ts';

export const survey: Declaration = {
  counts: 'responses to surveys',
  dimensions: { surveyId: listed(), service: listed(), answer: listed() },
  numbers: { score: field },
  groupingSets: [['surveyId', 'service', 'answer']],
};
