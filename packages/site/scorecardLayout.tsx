import type { ComponentChildren } from 'preact';
import type { Edition } from '#scorecard/edition.ts';
import { addresses, type Links, linksOn, outside } from '#site/addresses.ts';
import { longDay, longInstant } from '#site/format.ts';
import { type FurtherSection, furtherPages } from '#site/furtherPages.ts';
import { type Crumb, Details } from '#site/govuk.tsx';
import { Layout, type NavItem } from '#site/layout.tsx';
import type { View } from '#site/view.ts';
import { say, words } from '#site/words.ts';

type Section = 'strategy' | 'measures' | 'milestones' | FurtherSection;

interface ScorecardLayoutProps {
  readonly view: View;
  readonly section: Section;
  /** The page's heading; the scorecard's own title on its front page. */
  readonly heading: string;
  readonly caption: string;
  readonly description: string;
  /** Between the scorecard and the page. */
  readonly trail?: readonly Crumb[];
  /** The same page in another edition; undefined where it has none. */
  readonly pageIn: (links: Links, edition: Edition) => string | undefined;
  readonly children: ComponentChildren;
}

export const navOf = ({ edition, links }: View, section?: Section): NavItem[] => [
  { text: words.overview, href: addresses.organisation(edition.organisation.id) },
  { text: edition.scorecard.title, href: links.strategy, isCurrent: section === 'strategy' },
  { text: words.allMeasures, href: links.measures, isCurrent: section === 'measures' },
  { text: words.milestones, href: links.milestones, isCurrent: section === 'milestones' },
];

/** `current` is a section, or the address of a dashboard. */
export const furtherNavOf = ({ edition, links, dashboards = [] }: View, current: string): NavItem[] => [
  ...dashboards.map(({ id, title }) => {
    const href = addresses.dashboard(edition.organisation.id, id);
    return { text: title, href, isCurrent: href === current };
  }),
  ...furtherPages(links, edition).map(({ section, text, href }) => ({ text, href, isCurrent: section === current })),
];

export const websiteCrumbs = ({ organisation }: Edition): Crumb[] => {
  const website = outside(organisation.website);
  return website === undefined ? [] : [{ text: words.councilWebsite, href: website }];
};

const trailOf = ({ view, section, heading, trail = [] }: ScorecardLayoutProps): Crumb[] => {
  const { edition, links } = view;
  const front = [
    ...websiteCrumbs(edition),
    { text: words.ourPerformance, href: addresses.organisation(edition.organisation.id) },
  ];
  const isFront = section === 'strategy';
  return isFront
    ? [...front, { text: heading }]
    : [...front, { text: edition.scorecard.title, href: links.strategy }, ...trail, { text: heading }];
};

/** The promise that the site says how old its figures are. */
export const footnotesOf = (edition: Edition, contact: string | undefined): string[] => [
  `${say.asAt(longDay(edition.asOf))}. ${say.published(longInstant(edition.publishedAt))}. ${say.edition(edition.edition, edition.period.label)}. ${say.madeBy(edition.software)}.`,
  ...(contact === undefined ? [] : [say.contact(contact)]),
];

const PeriodLink = ({ edition, href, isCurrent }: { edition: Edition; href: string; isCurrent: boolean }) => (
  <li>
    <a class="govuk-link" href={href} aria-current={isCurrent ? 'true' : undefined}>
      {edition.period.label}
    </a>
    {!edition.period.complete && `, ${words.unfinished}`}
  </li>
);

const Periods = ({ view, pageIn }: ScorecardLayoutProps) => {
  const pages = view.editions.flatMap((edition) => {
    const href = pageIn(linksOn('period', edition), edition);
    return href === undefined ? [] : [{ edition, href }];
  });
  if (pages.length < 2) return null;
  return (
    <Details summary={words.otherPeriods} class="periods">
      <ul class="periods__list">
        {pages.map(({ edition, href }) => (
          <PeriodLink
            key={href}
            edition={edition}
            href={href}
            isCurrent={edition.period.id === view.edition.period.id}
          />
        ))}
      </ul>
    </Details>
  );
};

/** Where the period has another edition to turn to. */
const newestOf = ({ view: { edition, editions, withdrawn }, pageIn }: ScorecardLayoutProps): string | undefined => {
  const isShown = editions.some(({ period }) => period.id === edition.period.id);
  return withdrawn && !isShown ? undefined : pageIn(linksOn('period', edition), edition);
};

const Permanent = (props: ScorecardLayoutProps) => {
  const { edition, withdrawn } = props.view;
  const newest = newestOf(props);
  return (
    <p class="banner">
      {(withdrawn ? say.withdrawnBanner : say.permanentBanner)(edition.edition, edition.period.label)}{' '}
      {newest && (
        <a class="govuk-link" href={newest}>
          {say.newestEdition}
        </a>
      )}
    </p>
  );
};

const Banner = (props: ScorecardLayoutProps) => {
  const { edition, shelf } = props.view;
  return (
    <>
      {!edition.period.complete && (
        <p class="banner">{say.incompleteBanner(edition.period.label, longDay(edition.asOf))}</p>
      )}
      {shelf === 'edition' && !props.view.shell.draft && <Permanent {...props} />}
    </>
  );
};

/** The shell of every page of a scorecard: its notice, its period, and what other periods there are. */
export const ScorecardLayout = (props: ScorecardLayoutProps) => {
  const { view, heading, caption, section } = props;
  const { edition, links } = view;
  const { organisation, scorecard } = edition;
  const parts = section === 'strategy' ? [heading] : [heading, scorecard.title];
  return (
    <Layout
      shell={view.shell}
      title={[...parts, edition.period.label, organisation.name]}
      description={props.description}
      address={props.pageIn(links, edition) ?? links.strategy}
      brand={{ name: organisation.name, href: addresses.organisation(organisation.id) }}
      nav={navOf(view, section)}
      furtherNav={furtherNavOf(view, section)}
      trail={trailOf(props)}
      notices={scorecard.notice === undefined ? [] : [scorecard.notice]}
      feed={addresses.feed(organisation.id)}
      data={addresses.data(organisation.id)}
      footnotes={footnotesOf(edition, view.contact)}
    >
      <Banner {...props} />
      <div class="top">
        <div>
          <span class="govuk-caption-xl">{caption}</span>
          <h1 class="govuk-heading-xl">{heading}</h1>
        </div>
        <Periods {...props} />
      </div>
      {props.children}
    </Layout>
  );
};
