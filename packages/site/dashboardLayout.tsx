import type { ComponentChildren } from 'preact';
import type { Dashboard } from '#scorecard/dashboardSchema.ts';
import { addresses, dashboardLinks } from '#site/addresses.ts';
import type { Months } from '#site/dashboardMonths.ts';
import type { Crumb } from '#site/govuk.tsx';
import { Layout } from '#site/layout.tsx';
import { footnotesOf, furtherNavOf, navOf, websiteCrumbs } from '#site/scorecardLayout.tsx';
import type { View } from '#site/view.ts';
import { words } from '#site/words.ts';

export interface DashboardProps {
  readonly dashboard: Dashboard;
  readonly months: Months;
  /** Of the edition that the scorecard shows now. */
  readonly view: View;
}

interface DashboardLayoutProps extends DashboardProps {
  readonly heading: string;
  readonly caption: string;
  readonly address: string;
  readonly description: string;
  /** Between the dashboard and the page. */
  readonly trail: readonly Crumb[];
  /** Beside the heading: other months. */
  readonly beside?: ComponentChildren;
  readonly children: ComponentChildren;
}

export const DashboardLayout = ({ dashboard, view, children, ...page }: DashboardLayoutProps) => {
  const { edition, links } = view;
  const { organisation, scorecard } = edition;
  const { latest } = dashboardLinks(organisation.id, dashboard.id);
  return (
    <Layout
      shell={view.shell}
      title={[page.heading, dashboard.title, organisation.name]}
      description={page.description}
      address={page.address}
      brand={{ name: organisation.name, href: addresses.organisation(organisation.id) }}
      nav={navOf(view)}
      furtherNav={furtherNavOf(view, latest)}
      trail={[
        ...websiteCrumbs(edition),
        { text: words.ourPerformance, href: addresses.organisation(organisation.id) },
        { text: scorecard.title, href: links.strategy },
        ...page.trail,
      ]}
      notices={scorecard.notice === undefined ? [] : [scorecard.notice]}
      feed={addresses.feed(organisation.id)}
      footnotes={footnotesOf(edition, view.contact)}
    >
      <div class="top">
        <div>
          <span class="govuk-caption-xl">{page.caption}</span>
          <h1 class="govuk-heading-xl">{page.heading}</h1>
        </div>
        {page.beside}
      </div>
      {children}
    </Layout>
  );
};
