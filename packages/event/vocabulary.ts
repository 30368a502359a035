/** The closed sets of values. Apart from the schemas, so that who counts by them need not bundle zod. */
export const callDirections = ['inbound', 'outbound'] as const;
export const callOutcomes = ['answered', 'abandoned', 'overflow', 'failed'] as const;
export const messageChannels = ['social', 'webchat', 'chatbot', 'email', 'voicemail', 'sms', 'post'] as const;
export const webKinds = ['page', 'search', 'form', 'download', 'event'] as const;
export const recordedStatuses = ['provisional', 'confirmed'] as const;
export const commentaryKinds = ['comment', 'performance', 'current-activity', 'future-activity'] as const;
export const milestoneStatuses = ['on-track', 'delayed', 'complete', 'not-known'] as const;
