import { isComplete, parsePeriod } from '#calendar/period.ts';
import type { PublishOutput, ScorecardTask } from '#functions/payloads.ts';
import { manifestsIn } from '#functions/publish/manifest.ts';
import { writeSite } from '#functions/publish/writeSite.ts';
import type { Configuration } from '#scorecard/configuration.ts';
import type { Edition } from '#scorecard/edition.ts';
import type { Listed } from '#site/generalPages.tsx';
import { renderSite, type SiteInput, withdrawnPage } from '#site/renderSite.tsx';
import type { Assets } from '#site/siteFile.ts';
import type { ConfigStore } from '#store/config.ts';
import type { EditionHead, Editions } from '#store/editions.ts';
import { inParallel } from '#store/inParallel.ts';
import type { Website } from '#store/website.ts';

export interface Stores {
  readonly config: ConfigStore;
  readonly editions: Editions;
  readonly website: Website;
  /** Where the manifests are, which no reader can reach. */
  readonly data: Website;
  readonly assets: Assets;
  /** `https://…` of the site, where it is known. */
  readonly origin?: string;
}

interface Held {
  readonly configuration: Configuration;
  /** Of each scorecard that has an edition, the highest of each period; by the scorecard's id. */
  readonly heads: ReadonlyMap<string, readonly EditionHead[]>;
}

/** Heads come by period and number, so the last of a period is the highest. */
const highest = (heads: readonly EditionHead[]): EditionHead[] => [
  ...new Map(heads.map((head) => [head.period, head])).values(),
];

const endOf = ({ period }: EditionHead): string => parsePeriod(period).end;
const isOver = (head: EditionHead): boolean => isComplete(parsePeriod(head.period), head.asOf);

/** The last complete period, or while there is none the newest. */
const currentHead = (heads: readonly EditionHead[]): EditionHead | undefined => {
  const newest = heads.toSorted((a, b) => (endOf(a) < endOf(b) ? 1 : -1));
  return newest.find(isOver) ?? newest[0];
};

const held = async (organisation: string, { config, editions }: Stores): Promise<Held | undefined> => {
  const configuration = await config.read(organisation);
  if (configuration === undefined) return undefined;
  const heads = await inParallel(configuration.scorecards, async ({ id }) => {
    return [id, highest(await editions.heads(organisation, id))] as const;
  });
  return { configuration, heads: new Map(heads.filter(([, each]) => each.length > 0)) };
};

const listedOf = ({ configuration: { organisation, scorecards }, heads }: Held): Listed => ({
  id: organisation.id,
  name: organisation.name,
  scorecards: scorecards.filter(({ id }) => heads.has(id)).map(({ id, title }) => ({ id, title })),
});

const byName = (a: Listed, b: Listed): number => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0);

const readAll = async (heads: readonly EditionHead[], editions: Editions): Promise<Edition[]> => {
  const found = await inParallel(heads, (head) => editions.read(head));
  return found.map((edition, i) => {
    if (edition === undefined)
      throw new Error(`edition ${heads[i]?.period}#${heads[i]?.edition} has a head but no body`);
    return edition;
  });
};

const inputOf = async (task: ScorecardTask, stores: Stores): Promise<SiteInput> => {
  const all = await inParallel(await stores.config.organisations(), (id) => held(id, stores));
  const organisations = all.filter((each) => each !== undefined);
  const own = organisations.find(({ configuration }) => configuration.organisation.id === task.organisation);
  const heads = own?.heads.get(task.scorecard);
  if (own === undefined || heads === undefined)
    throw new Error(`${task.organisation}/${task.scorecard} has no edition to publish`);
  const current = own.configuration.scorecards.flatMap(({ id }) => currentHead(own.heads.get(id) ?? []) ?? []);
  return {
    editions: await readAll(heads, stores.editions),
    scorecards: await readAll(current, stores.editions),
    organisations: organisations.map(listedOf).filter(hasSomething).sort(byName),
    contact: own.configuration.organisation.contact,
    papers: own.configuration.papers?.filter(({ scorecard }) => scorecard === task.scorecard),
    origin: stores.origin,
  };
};

const hasSomething = ({ scorecards }: Listed): boolean => scorecards.length > 0;

/** Renders a scorecard's editions and writes what changed. A failed run leaves yesterday's site. */
export const publish = async (task: ScorecardTask, stores: Stores): Promise<PublishOutput> => {
  const input = await inputOf(task, stores);
  const files = await writeSite({
    site: renderSite(input, stores.assets),
    withdrawn: (path) => withdrawnPage(path, input, stores.assets),
    website: stores.website,
    manifests: manifestsIn(stores.data, task.organisation, task.scorecard),
  });
  return { files };
};
