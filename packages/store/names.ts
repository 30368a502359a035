/** Names that both the stack and the running code must agree on. Imports nothing, so that `infra` may import it. */

/**
 * How many partitions the index and a day of web facts are spread over: each takes 1,000 writes a second, and each is read
 * by a query of its own in every rollup. Never change it on a live installation.
 */
export const shardCount = 2;
export const dayIndex = 'day';

export const keys = {
  partition: 'pk',
  sort: 'sk',
  dayPartition: 'dayPk',
  daySort: 'daySk',
  expires: 'expires',
} as const;

/** Environment variables: the stack sets them, `requiredEnv` reads them. */
export const env = {
  eventsTable: 'EVENTS_TABLE',
  partialsTable: 'PARTIALS_TABLE',
  editionsTable: 'EDITIONS_TABLE',
  dataBucket: 'DATA_BUCKET',
  siteBucket: 'SITE_BUCKET',
  secret: 'SECRET_ID',
  /** Seconds that a dirty mark must have rested before rollup may delete it: the index lags. */
  quietSeconds: 'QUIET_SECONDS',
  /** `https://…` of the public site, where it has its own name; not set otherwise. */
  siteOrigin: 'SITE_ORIGIN',
  /** The software's version, printed in each edition. */
  version: 'QUARTERLIGHT_VERSION',
} as const;

/** Of the days verified by a night, how many were not what their events add up to. By function, as AWS's own metrics. */
export const driftMetric = { namespace: 'Quarterlight', name: 'PartialDrift', dimension: 'FunctionName' } as const;

/** Prefixes in the data bucket. */
export const configPrefix = 'config/';
export const quarantinePrefix = 'quarantine/';
export const partialsPrefix = 'partials/';
export const editionsPrefix = 'editions/';
/** What each import stored, so that it can be taken back. */
export const batchesPrefix = 'batches/';
/** What is put here is imported. */
export const dropPrefix = 'drop/';
/** What the last publication wrote, so that the next one writes only what changed. */
export const manifestsPrefix = 'manifests/';

/** An item larger than this many bytes goes to the data bucket and leaves a pointer. */
export const itemLimitBytes = 300_000;

export const eventKeys = {
  fact: (organisation: string, stream: string, subjectHash: string) => `${organisation}#${stream}#${subjectHash}`,
  webFact: (organisation: string, day: string, shard: number) => `${organisation}#web#${day}#${shard}`,
  day: (organisation: string, stream: string, day: string, shard: number) =>
    `${organisation}#${stream}#${day}#${shard}`,
  identity: (organisation: string, identityHash: string) => `${organisation}#ID#${identityHash}`,
  dirty: (organisation: string) => `${organisation}#DIRTY`,
  dirtyDay: (stream: string, day: string) => `${stream}#${day}`,
  quarantine: (organisation: string, day: string) => `${organisation}#QUARANTINE#${day}`,
} as const;

export const partialKeys = {
  partition: (organisation: string, stream: string) => `${organisation}#${stream}`,
  sort: (day: string) => day,
} as const;

export const editionKeys = {
  partition: (organisation: string, scorecard: string) => `${organisation}#${scorecard}`,
  sort: (period: string, edition: number) => `${period}#${String(edition).padStart(6, '0')}`,
} as const;
