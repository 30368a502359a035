import type { SiteInput } from '#site/renderSite.tsx';
import { organisations, inputs as others } from '#test/site/fixtures.ts';
import { april, dashboard, march } from '#test/site/monthlyFixture.ts';
import { strategy } from '#test/site/strategyFixture.ts';

const { organisation } = strategy;
const scorecards = [strategy, march].map(({ scorecard: { id, title } }) => ({ id, title }));
const all = [...organisations, { ...organisation, scorecards }];
const northmoor = { scorecards: [strategy, march], dashboards: [dashboard], organisations };

/** Every scorecard of the fixtures, on one installation. */
export const inputs: readonly SiteInput[] = [
  ...others,
  { ...northmoor, editions: [strategy] },
  { ...northmoor, editions: [march, april] },
].map((input) => ({ ...input, organisations: all }));
