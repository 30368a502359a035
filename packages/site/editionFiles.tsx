import type { Edition } from '#scorecard/edition.ts';
import { ganttFile, measureFiles, metadataOf, pathOf, type Shelf, tablesOn } from '#site/addresses.ts';
import { BudgetPage } from '#site/budgetPage.tsx';
import { ChangesPage } from '#site/changesPage.tsx';
import { ChannelsPage } from '#site/channelsPage.tsx';
import { chartFile } from '#site/chartFile.tsx';
import { measuresCsv, milestonesCsv, partsCsv, seriesCsv } from '#site/csv.ts';
import { type PeriodTable, periodTables, type TableKind } from '#site/csvColumns.ts';
import { csvw } from '#site/csvw.ts';
import { editionJson } from '#site/editionJson.ts';
import { type FurtherSection, furtherPages } from '#site/furtherPages.ts';
import { ganttDrawing } from '#site/ganttFile.tsx';
import { originalOf } from '#site/isolated.ts';
import { pageText } from '#site/layout.tsx';
import type { Licence } from '#site/licence.ts';
import { MeasurePage } from '#site/measurePage.tsx';
import { MeasuresPage } from '#site/measuresPage.tsx';
import { MilestonesPage } from '#site/milestonesPage.tsx';
import { textOnce } from '#site/once.ts';
import { PlanPage } from '#site/planPage.tsx';
import { csvFile, htmlFile, jsonFile, type SiteFile, svgFile } from '#site/siteFile.ts';
import { StrategyPage } from '#site/strategyPage.tsx';
import { TargetsPage } from '#site/targetsPage.tsx';
import type { View } from '#site/view.ts';
import { say } from '#site/words.ts';

/** A page, as the file that is served for its address. */
export const page = (address: string, element: preact.JSX.Element): SiteFile =>
  htmlFile(pathOf(address), pageText(element));

const furtherPage: Record<FurtherSection, (props: { view: View }) => preact.JSX.Element> = {
  plan: PlanPage,
  targets: TargetsPage,
  channels: ChannelsPage,
  budget: BudgetPage,
  changes: ChangesPage,
};

const furtherFiles = (view: View): SiteFile[] =>
  furtherPages(view.links, view.edition).map(({ section, href }) => {
    const Page = furtherPage[section];
    return page(href, <Page view={view} />);
  });

/** The same pages for every shelf; only their addresses differ. */
export const pagesOf = (view: View): SiteFile[] => [
  ...view.edition.measures.map((measure) =>
    page(view.links.measure(measure.id), <MeasurePage view={view} measure={measure} />),
  ),
  page(view.links.measures, <MeasuresPage view={view} />),
  page(view.links.milestones, <MilestonesPage view={view} />),
  ...furtherFiles(view),
  page(view.links.strategy, <StrategyPage view={view} />),
  jsonFile(view.links.editionJson, editionJson(originalOf(view.edition))),
];

const described = (kind: TableKind, address: string, text: string, about: About): SiteFile[] => {
  const { edition, title, licence } = about;
  const file = address.slice(address.lastIndexOf('/') + 1);
  const { organisation, publishedAt } = edition;
  const metadata = csvw({ kind, file, title, publisher: organisation.name, publishedAt, licence });
  return [csvFile(address, text), jsonFile(metadataOf(address), metadata)];
};

interface About {
  readonly edition: Edition;
  readonly title: string;
  readonly licence?: Licence;
}

const textOf: Record<PeriodTable, (edition: Edition) => string> = {
  measures: measuresCsv,
  milestones: milestonesCsv,
  parts: partsCsv,
};

/** All measures, all milestones and what stands beside them, as tables with their metadata. */
export const tables = (shelf: Shelf, edition: Edition, licence?: Licence): SiteFile[] => {
  const addresses = tablesOn(shelf, edition);
  return periodTables.flatMap((kind) =>
    described(
      kind,
      addresses[kind],
      textOnce(edition, `${kind}.csv`, () => textOf[kind](edition)),
      { edition, title: say.tableTitle(edition.scorecard.title, kind, edition.period.label), licence },
    ),
  );
};

const optionalSvg = (address: string, drawing: string | undefined): SiteFile[] =>
  drawing === undefined ? [] : [svgFile(address, drawing)];

/** The files that figures link to, beside the edition that they are of. */
export const figures = (edition: Edition, licence?: Licence): SiteFile[] => [
  ...edition.measures.flatMap((measure) => {
    const files = measureFiles(edition, measure.id);
    const title = say.seriesTitle(measure.title, edition.period.label);
    return [
      ...described('series', files.csv, seriesCsv(edition, measure), { edition, title, licence }),
      ...optionalSvg(files.svg, chartFile(edition, measure)),
    ];
  }),
  ...optionalSvg(ganttFile(edition), ganttDrawing(edition)),
];
