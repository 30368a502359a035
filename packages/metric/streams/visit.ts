import { type Declaration, flag, hourOf, listed, secondsBetween } from '#metric/declaration.ts';

export const visit: Declaration = {
  counts: 'visits in person',
  dimensions: {
    site: listed(),
    reception: listed(),
    service: listed(),
    enquiryType: listed(),
    served: { ...flag, of: ({ data }) => data['servedAt'] !== undefined },
    hour: hourOf('arrivedAt'),
  },
  numbers: {
    waitSeconds: secondsBetween('arrivedAt', 'servedAt'),
    serviceSeconds: secondsBetween('servedAt', 'endedAt'),
  },
  groupingSets: [
    ['site', 'reception', 'service', 'served'],
    ['site', 'service', 'enquiryType', 'served'],
    ['site', 'reception', 'enquiryType', 'served'],
    ['site', 'hour', 'served'],
  ],
  spans: [
    { from: 'arrived', to: 'served', number: 'waitSeconds' },
    { from: 'served', to: 'ended', number: 'serviceSeconds', begunIf: 'served' },
  ],
};
