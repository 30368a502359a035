import type { SiteInput } from '#site/renderSite.tsx';
import { organisations, inputs as others } from '#test/site/fixtures.ts';
import { strategy } from '#test/site/strategyFixture.ts';

const { organisation, scorecard } = strategy;
const all = [...organisations, { ...organisation, scorecards: [{ id: scorecard.id, title: scorecard.title }] }];

/** Every scorecard of the fixtures, on one installation. */
export const inputs: readonly SiteInput[] = [
  ...others,
  { editions: [strategy], scorecards: [strategy], organisations },
].map((input) => ({ ...input, organisations: all }));
