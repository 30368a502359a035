import { type Declaration, field, hourOf, listed } from '#metric/declaration.ts';

export const transaction: Declaration = {
  counts: 'transactions',
  dimensions: {
    channel: listed('online', 'phone', 'kiosk', 'post'),
    service: listed(),
    enquiryType: listed(),
    hour: hourOf(),
  },
  numbers: { amountPence: field },
  groupingSets: [
    ['channel', 'service', 'enquiryType'],
    ['channel', 'hour'],
  ],
};
