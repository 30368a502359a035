import type { PublishOutput, ScorecardTask } from '#functions/payloads.ts';
import { manifestsIn } from '#functions/publish/manifest.ts';
import { currentHead, headsBefore, type ReadAll, readerOf, recentHeads } from '#functions/publish/published.ts';
import { everShown, type Taken, withdrawnFrom } from '#functions/publish/withdrawals.ts';
import { writeSite } from '#functions/publish/writeSite.ts';
import type { Configuration } from '#scorecard/configuration.ts';
import type { Edition } from '#scorecard/edition.ts';
import { isOnSignOff, releasedOf, shownOf, withdrawnOf } from '#scorecard/release.ts';
import type { Scorecard } from '#scorecard/schema.ts';
import type { Withdrawal } from '#site/feed.tsx';
import type { Listed } from '#site/generalPages.tsx';
import { renderSite, type SiteInput } from '#site/renderSite.tsx';
import type { Assets } from '#site/siteFile.ts';
import type { SiteTheme } from '#site/theme.ts';
import { overviewPaths, withdrawnFile } from '#site/withdrawn.tsx';
import type { ConfigStore } from '#store/config.ts';
import type { EditionHead, Editions } from '#store/editions.ts';
import type { EventLog } from '#store/eventLog.ts';
import { inParallel } from '#store/inParallel.ts';
import type { SiteFile, Website } from '#store/website.ts';

export interface Stores {
  readonly config: ConfigStore;
  readonly editions: Editions;
  /** For the releases of scorecards that are published on sign-off. */
  readonly log: Pick<EventLog, 'recordsOf'>;
  readonly website: Website;
  /** Where the manifests are, which no reader can reach. */
  readonly data: Website;
  readonly assets: Assets;
  /** On an officer's computer, where all of it is a draft. */
  readonly draft?: SiteInput['draft'];
  /** `https://…` of the site, where it is known. */
  readonly origin?: string;
}

interface Held {
  readonly configuration: Configuration;
  /** Of each scorecard that has something to show, the edition of each period that it shows; by the scorecard's id. */
  readonly heads: ReadonlyMap<string, readonly EditionHead[]>;
  /** Of the same scorecards, every edition that readers could see, older ones of a period too. */
  readonly published: ReadonlyMap<string, readonly EditionHead[]>;
  /** What readers saw and was taken back, of every scorecard. */
  readonly withdrawn: readonly Taken[];
}

/** Who publishes by the night has no releases to read. */
const recordsFor = (organisation: string, scorecard: Scorecard, log: Stores['log']) =>
  isOnSignOff(scorecard) ? log.recordsOf(organisation, scorecard.id) : [];

const headsOf = async (organisation: string, scorecard: Scorecard, { editions, log, website }: Stores) => {
  const [heads, records] = await Promise.all([
    editions.heads(organisation, scorecard.id),
    recordsFor(organisation, scorecard, log),
  ]);
  const published = isOnSignOff(scorecard) ? [...new Set(releasedOf(records, heads))] : heads;
  const withdrawn = isOnSignOff(scorecard) ? await withdrawnFrom({ scorecard, heads, records, website }) : [];
  return { id: scorecard.id, shown: shownOf(scorecard, heads, records), published, withdrawn };
};

const held = async (organisation: string, stores: Stores): Promise<Held | undefined> => {
  const configuration = await stores.config.read(organisation);
  if (configuration === undefined) return undefined;
  const all = await inParallel(configuration.scorecards, (scorecard) => headsOf(organisation, scorecard, stores));
  const some = all.filter(({ shown }) => shown.length > 0);
  return {
    configuration,
    heads: new Map(some.map(({ id, shown }) => [id, shown])),
    published: new Map(some.map(({ id, published }) => [id, published])),
    withdrawn: all.flatMap(({ withdrawn }) => withdrawn),
  };
};

const listedOf = ({ configuration: { organisation, scorecards }, heads }: Held): Listed => ({
  id: organisation.id,
  name: organisation.name,
  scorecards: scorecards.filter(({ id }) => heads.has(id)).map(({ id, title }) => ({ id, title })),
});

const byName = (a: Listed, b: Listed): number => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0);

const shownIn = ({ configuration, heads }: Held): NonNullable<SiteInput['shown']> =>
  configuration.scorecards.flatMap(({ id, title }) =>
    (heads.get(id) ?? []).map(({ period, edition, asOf }) => ({ scorecard: { id, title }, period, edition, asOf })),
  );

const hasSomething = ({ scorecards }: Listed): boolean => scorecards.length > 0;

/** Kept for good, and no longer shown: those of the withdrawn that readers ever saw. */
const withdrawnEditions = async (
  { organisation, scorecard: id }: ScorecardTask,
  scorecard: Scorecard,
  { editions, log, website }: Stores,
  readAll: ReadAll,
): Promise<readonly Edition[]> => {
  if (!isOnSignOff(scorecard)) return [];
  const [heads, records] = await Promise.all([editions.heads(organisation, id), log.recordsOf(organisation, id)]);
  return readAll(await everShown(withdrawnOf(records, heads), website));
};

const withdrawalsOf = ({ configuration: { organisation }, withdrawn }: Held): readonly Withdrawal[] =>
  withdrawn.map((taken) => ({ ...taken, organisation: { id: organisation.id, name: organisation.name } }));

const themeOf = ({ organisation: { id, theme }, logo }: Configuration): SiteTheme | undefined =>
  theme && { organisation: id, theme, logo };

const noEdition = ({ organisation, scorecard }: ScorecardTask): Error =>
  new Error(`${organisation}/${scorecard} has no edition to publish`);

const inputOf = async (task: ScorecardTask, stores: Stores): Promise<SiteInput> => {
  const all = await inParallel(await stores.config.organisations(), (id) => held(id, stores));
  const organisations = all.filter((each) => each !== undefined);
  const own = organisations.find(({ configuration }) => configuration.organisation.id === task.organisation);
  const scorecard = own?.configuration.scorecards.find(({ id }) => id === task.scorecard);
  if (own === undefined || scorecard === undefined) throw noEdition(task);
  const { heads, configuration } = own;
  const shown = heads.get(task.scorecard) ?? [];
  if (shown.length === 0 && !isOnSignOff(scorecard)) throw noEdition(task);
  const readAll = readerOf(stores.editions);
  const current = configuration.scorecards.flatMap(({ id }) => currentHead(heads.get(id) ?? []) ?? []);
  return {
    editions: await readAll(shown),
    earlier: await readAll(headsBefore(shown, own.published.get(task.scorecard) ?? [])),
    recent: {
      organisation: await readAll(recentHeads([...own.published.values()].flat())),
      installation: await readAll(
        recentHeads(organisations.flatMap(({ published }) => [...published.values()].flat())),
      ),
    },
    withdrawals: { organisation: withdrawalsOf(own), installation: organisations.flatMap(withdrawalsOf) },
    withdrawn: await withdrawnEditions(task, scorecard, stores, readAll),
    scorecards: await readAll(current),
    organisations: organisations.map(listedOf).filter(hasSomething).sort(byName),
    contact: configuration.organisation.contact,
    licence: configuration.organisation.licence,
    shown: shownIn(own),
    theme: themeOf(configuration),
    papers: configuration.papers?.filter(({ scorecard: of }) => of === task.scorecard),
    dashboards: configuration.dashboards,
    origin: stores.origin,
    draft: stores.draft,
  };
};

/** Where the last edition of an organisation was withdrawn, its overview must not go on showing it. */
const overviewGone = async (
  task: ScorecardTask,
  input: SiteInput,
  { website, assets }: Stores,
): Promise<readonly SiteFile[]> => {
  const paths = overviewPaths(task.organisation, input);
  const stored = await inParallel(paths, (path) => website.get(path));
  return paths.filter((_, i) => stored[i] !== undefined).map((path) => withdrawnFile(path, task, input, assets));
};

/** Renders a scorecard's editions and writes what changed. A failed run leaves yesterday's site. */
export const publish = async (task: ScorecardTask, stores: Stores): Promise<PublishOutput> => {
  const input = await inputOf(task, stores);
  const site = renderSite(input, stores.assets);
  const gone = await overviewGone(task, input, stores);
  const files = await writeSite({
    site: { ...site, shared: [...site.shared, ...gone] },
    withdrawn: (path) => withdrawnFile(path, task, input, stores.assets),
    website: stores.website,
    manifests: manifestsIn(stores.data, task.organisation, task.scorecard),
  });
  return { files };
};
