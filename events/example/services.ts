/** What Northmoor's residents get in touch about: as in `scorecards/example/organisation.yaml`. */
export const services = {
  'council-tax': 30,
  waste: 22,
  housing: 18,
  benefits: 14,
  planning: 6,
  general: 10,
} as const;
export type Service = keyof typeof services;

/** Planning and general enquiries have no line of their own. */
export const queueOf: Readonly<Record<Service, string>> = {
  'council-tax': 'revenues',
  benefits: 'revenues',
  waste: 'streets',
  housing: 'housing',
  planning: 'switchboard',
  general: 'switchboard',
};

export const enquiryTypes: Readonly<Record<Service, Readonly<Record<string, number>>>> = {
  'council-tax': { payment: 5, 'change-of-address': 3, discount: 2 },
  benefits: { 'new-claim': 2, 'change-of-circumstances': 3 },
  waste: { 'missed-bin': 5, 'bulky-collection': 2, 'new-bin': 2 },
  housing: { repair: 6, tenancy: 2, homelessness: 1 },
  planning: { application: 3, enforcement: 1 },
  general: { 'opening-hours': 2, 'find-a-contact': 3 },
};
