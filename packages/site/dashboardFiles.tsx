import type { Dashboard } from '#scorecard/dashboardSchema.ts';
import type { Edition } from '#scorecard/edition.ts';
import { dashboardLinks } from '#site/addresses.ts';
import { type Months, monthsIn, yearsIn } from '#site/dashboardMonths.ts';
import { DashboardPage } from '#site/dashboardPage.tsx';
import { page } from '#site/editionFiles.tsx';
import type { SiteFile } from '#site/siteFile.ts';
import type { View } from '#site/view.ts';
import { YearPage } from '#site/yearPage.tsx';

const linksOf = (dashboard: Dashboard, { edition }: View) => dashboardLinks(edition.organisation.id, dashboard.id);

const monthFiles = (dashboard: Dashboard, months: Months, view: View): SiteFile[] => {
  const links = linksOf(dashboard, view);
  const props = { dashboard, months, view };
  return months.ids.flatMap((month) => [
    page(links.month(month), <DashboardPage {...props} month={month} />),
    ...dashboard.sections
      .filter((section) => section.page)
      .map((section) =>
        page(links.section(month, section.id), <DashboardPage {...props} month={month} section={section} />),
      ),
  ]);
};

/** Every month and every year of a scorecard's dashboards, and the newest month under the dashboard's own address. */
export const dashboardFiles = (view: View): SiteFile[] =>
  (view.dashboards ?? []).flatMap((dashboard) => {
    const months = monthsIn(dashboard, view.editions);
    if (months === undefined) return [];
    const props = { dashboard, months, view };
    const links = linksOf(dashboard, view);
    return [
      ...monthFiles(dashboard, months, view),
      ...yearsIn(months).map((year) => page(links.year(year.id), <YearPage {...props} year={year} />)),
      page(links.latest, <DashboardPage {...props} month={months.latest} isLatest />),
    ];
  });

/** Of one scorecard, those that have a month to show. */
export const shownDashboards = (dashboards: readonly Dashboard[] = [], editions: readonly Edition[]): Dashboard[] =>
  dashboards.filter((dashboard) => monthsIn(dashboard, editions) !== undefined);
