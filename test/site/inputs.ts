import { shownOf } from '#site/dataCatalogue.ts';
import type { SiteInput } from '#site/renderSite.tsx';
import { organisations, inputs as others } from '#test/site/fixtures.ts';
import { april, dashboard, march } from '#test/site/monthlyFixture.ts';
import { strategy } from '#test/site/strategyFixture.ts';

const { organisation } = strategy;
const scorecards = [strategy, march].map(({ scorecard: { id, title } }) => ({ id, title }));
const all = [...organisations, { ...organisation, scorecards }];
const northmoor = { scorecards: [strategy, march], dashboards: [dashboard], organisations };

const one: readonly SiteInput[] = [
  ...others,
  { ...northmoor, editions: [strategy] },
  { ...northmoor, editions: [march, april] },
];
const published = (inputs: readonly SiteInput[]) =>
  inputs.flatMap(({ editions, earlier = [] }) => [...editions, ...earlier]);
const idOf = ({ scorecards: [first] }: SiteInput) => first?.organisation.id;
const ofSame = (input: SiteInput) => one.filter((other) => idOf(other) === idOf(input));

/** Every scorecard of the fixtures, on one installation. */
export const inputs: readonly SiteInput[] = one.map((input) => ({
  ...input,
  organisations: all,
  recent: { organisation: published(ofSame(input)), installation: published(one) },
  shown: ofSame(input).flatMap(({ editions }) => editions.map(shownOf)),
}));
