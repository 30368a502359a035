import type { Edition } from '#scorecard/edition.ts';
import { ganttFile, measureFiles, pathOf, type Shelf, tablesOn } from '#site/addresses.ts';
import { BudgetPage } from '#site/budgetPage.tsx';
import { ChangesPage } from '#site/changesPage.tsx';
import { ChannelsPage } from '#site/channelsPage.tsx';
import { chartFile } from '#site/chartFile.tsx';
import { measuresCsv, milestonesCsv, seriesCsv } from '#site/csv.ts';
import { editionJson } from '#site/editionJson.ts';
import { type FurtherSection, furtherPages } from '#site/furtherPages.ts';
import { ganttDrawing } from '#site/ganttFile.tsx';
import { pageText } from '#site/layout.tsx';
import { MeasurePage } from '#site/measurePage.tsx';
import { MeasuresPage } from '#site/measuresPage.tsx';
import { MilestonesPage } from '#site/milestonesPage.tsx';
import { PlanPage } from '#site/planPage.tsx';
import { csvFile, htmlFile, jsonFile, type SiteFile, svgFile } from '#site/siteFile.ts';
import { StrategyPage } from '#site/strategyPage.tsx';
import { TargetsPage } from '#site/targetsPage.tsx';
import type { View } from '#site/view.ts';

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
  jsonFile(view.links.editionJson, editionJson(view.edition)),
];

/** All measures and all milestones, as tables. */
export const tables = (shelf: Shelf, edition: Edition): SiteFile[] => [
  csvFile(tablesOn(shelf, edition).measures, measuresCsv(edition)),
  csvFile(tablesOn(shelf, edition).milestones, milestonesCsv(edition)),
];

const optionalSvg = (address: string, drawing: string | undefined): SiteFile[] =>
  drawing === undefined ? [] : [svgFile(address, drawing)];

/** The files that figures link to, beside the edition that they are of. */
export const figures = (edition: Edition): SiteFile[] => [
  ...edition.measures.flatMap((measure) => {
    const files = measureFiles(edition, measure.id);
    return [csvFile(files.csv, seriesCsv(edition, measure)), ...optionalSvg(files.svg, chartFile(edition, measure))];
  }),
  ...optionalSvg(ganttFile(edition), ganttDrawing(edition)),
];
