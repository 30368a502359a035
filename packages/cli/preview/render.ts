import { importPublish } from '#cli/publishBundle.ts';
import type { Configuration } from '#scorecard/configuration.ts';
import type { Edition } from '#scorecard/edition.ts';
import { figuresHashOf } from '#scorecard/figuresHash.ts';
import type { Draft as DraftNotes } from '#site/view.ts';
import { memoryConfigStore } from '#store/memoryConfigStore.ts';
import { memoryEditions } from '#store/memoryEditions.ts';
import { memoryWebsite } from '#store/memoryWebsite.ts';
import type { SiteFile } from '#store/website.ts';

/** One scorecard to render: its editions, of each period the highest is shown. */
export interface Rendering {
  readonly configuration: Configuration;
  readonly scorecard: string;
  readonly editions: readonly Edition[];
  readonly draft?: DraftNotes;
}

const allOf = (renderings: readonly Rendering[]): readonly Configuration[] =>
  [...Map.groupBy(renderings, ({ configuration }) => configuration.organisation.id).values()].flatMap((ofOne) => {
    const [first] = ofOne;
    const ids = new Set(ofOne.map(({ scorecard }) => scorecard));
    return first ? [onlyThose(first.configuration, ids)] : [];
  });

/** Nothing here waits for a release: what is handed in is what is wanted. */
const onlyThose = (configuration: Configuration, ids: ReadonlySet<string>): Configuration => ({
  ...configuration,
  scorecards: configuration.scorecards
    .filter(({ id }) => ids.has(id))
    .map((scorecard) => ({ ...scorecard, release: 'nightly' })),
});

/** The files that the publish function would write, from stores in memory; by path. */
export async function render(renderings: readonly Rendering[]): Promise<ReadonlyMap<string, SiteFile>> {
  const { publish, assets } = await importPublish();
  const [config, editions, website] = [memoryConfigStore(), memoryEditions(), memoryWebsite()];
  for (const configuration of allOf(renderings)) await config.push(configuration);
  for (const edition of renderings.flatMap((each) => each.editions))
    await editions.mint(edition, figuresHashOf(edition));
  const stores = { config, editions, website, assets, data: memoryWebsite(), log: { recordsOf: async () => [] } };
  for (const { configuration, scorecard, draft, editions: own } of renderings) {
    const { asOf = '', publishedAt = '' } = own.at(-1) ?? {};
    await publish({ organisation: configuration.organisation.id, scorecard, asOf, publishedAt }, { ...stores, draft });
  }
  const files = await Promise.all(website.paths().map((path) => website.get(path)));
  return new Map(files.flatMap((file) => (file ? [[file.path, file] as const] : [])));
}
