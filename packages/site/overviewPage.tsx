import { addresses } from '#site/addresses.ts';
import { longDay } from '#site/format.ts';
import { Key } from '#site/key.tsx';
import { Layout, type NavItem } from '#site/layout.tsx';
import { Lede } from '#site/lede.tsx';
import { Table } from '#site/measureTable.tsx';
import { Rankings } from '#site/ranking.tsx';
import { footnotesOf, websiteCrumbs } from '#site/scorecardLayout.tsx';
import { groupSentence, measureCounts, measuresById, milestoneCounts, milestonesById } from '#site/summary.ts';
import { Marks, Tally } from '#site/tally.tsx';
import type { Shell, View } from '#site/view.ts';
import { say, words } from '#site/words.ts';

const Priorities = ({ view: { edition, links } }: { view: View }) => (
  <Table class="table table--cards table--priorities" caption={`${words.priorities}, ${edition.scorecard.title}`}>
    <thead>
      <tr>
        <th scope="col">{words.priority}</th>
        <th scope="col">{words.measures}</th>
        <th scope="col">{words.milestones}</th>
      </tr>
    </thead>
    <tbody>
      {edition.groups.map((group) => {
        const measures = measuresById(edition, group.measures);
        const milestones = milestonesById(edition, group.milestones);
        return (
          <tr key={group.id}>
            <th scope="row" class="cell-name">
              <a class="govuk-link" href={links.group(group.id)}>
                {group.title}
              </a>
            </th>
            <td>
              <Marks counts={measureCounts(measures)} />
              <span class="note">{groupSentence(measures, []) || words.noneYet}</span>
            </td>
            <td>
              <Marks counts={milestoneCounts(milestones)} />
              <span class="note">{groupSentence([], milestones) || words.noneYet}</span>
            </td>
          </tr>
        );
      })}
    </tbody>
  </Table>
);

const More = ({ view: { edition, links, dashboards = [] } }: { view: View }) => (
  <ul class="more">
    {edition.measures.length > 0 && (
      <li>
        <a class="govuk-link" href={links.measures}>
          {say.seeAll(edition.measures.length)}
        </a>
      </li>
    )}
    {edition.milestones.length > 0 && (
      <li>
        <a class="govuk-link" href={links.milestones}>
          {say.seeMilestones(edition.milestones.length)}
        </a>
      </li>
    )}
    <li>
      <a class="govuk-link" href={links.strategy}>
        {say.seeScorecard(edition.scorecard.title)}
      </a>
    </li>
    {dashboards.map(({ id, title }) => (
      <li key={id}>
        <a class="govuk-link" href={addresses.dashboard(edition.organisation.id, id)}>
          {say.seeDashboard(title)}
        </a>
      </li>
    ))}
  </ul>
);

/** More scorecards than this, each in full, would be more than one page. */
const fewScorecards = 2;

const Scorecard = ({ view, count }: { view: View; count: number }) => {
  const { scorecard, period, asOf } = view.edition;
  const id = `scorecard-${scorecard.id}`;
  return (
    <section class={count === 1 ? undefined : 'rule'} aria-labelledby={id}>
      <p class="eyebrow">{say.periodAt(period.label, longDay(asOf))}</p>
      <h2 class="govuk-heading-l" id={id}>
        <a class="heading-link" href={view.links.strategy}>
          {scorecard.title}
        </a>
      </h2>
      {!period.complete && <p class="banner">{say.incompleteBanner(period.label, longDay(asOf))}</p>}
      <Lede edition={view.edition} />
      <Tally edition={view.edition} />
      <h3 class="section-title">{words.changedMost}</h3>
      <Rankings view={view} isBrief={count > fewScorecards} />
      <h3 class="section-title">{words.priorities}</h3>
      {view.edition.groups.length === 0 ? <p class="empty">{words.noPriorities}</p> : <Priorities view={view} />}
      <More view={view} />
    </section>
  );
};

const navOf = (views: readonly View[], home: string): NavItem[] => {
  const [only] = views;
  const scorecards = views.map(({ edition, links }) => ({ text: edition.scorecard.title, href: links.strategy }));
  const pages =
    views.length === 1 && only
      ? [
          { text: words.allMeasures, href: only.links.measures },
          { text: words.milestones, href: only.links.milestones },
        ]
      : [];
  return [{ text: words.overview, href: home, isCurrent: true }, ...scorecards, ...pages];
};

interface OverviewProps {
  readonly shell: Shell;
  /** The newest edition of each of the organisation's scorecards; at least one. */
  readonly views: readonly [View, ...View[]];
  /** `/{org}/`, or `/` where the installation has one organisation. */
  readonly address: string;
}

/** The script puts its search here; without it each scorecard's list of measures is linked. */
const Search = ({ views }: { views: readonly View[] }) => {
  const scorecards = views.filter(({ edition }) => edition.measures.length > 0);
  if (scorecards.length === 0) return null;
  const indexes = scorecards.map(({ edition }) => addresses.search(edition.organisation.id, edition.scorecard.id));
  return <div data-search={indexes.join(' ')} hidden />;
};

const noticesOf = (views: readonly View[]): string[] => [
  ...new Set(views.flatMap(({ edition }) => edition.scorecard.notice ?? [])),
];

/** All of one organisation: counts by status, what changed most, and each priority. */
export const OverviewPage = ({ shell, views, address }: OverviewProps) => {
  const { edition, contact } = views[0];
  const { organisation } = edition;
  const home = addresses.organisation(organisation.id);
  const hasMilestones = views.some((view) => view.edition.milestones.length > 0);
  return (
    <Layout
      shell={shell}
      title={[words.ourPerformance, organisation.name]}
      description={say.overviewOf(organisation.name, edition.period.label)}
      address={address}
      brand={{ name: organisation.name, href: home }}
      nav={navOf(views, home)}
      trail={[...websiteCrumbs(edition), { text: words.ourPerformance }]}
      notices={noticesOf(views)}
      feed={addresses.feed(organisation.id)}
      data={addresses.data(organisation.id)}
      footnotes={footnotesOf(edition, contact)}
    >
      <h1 class="govuk-heading-xl">{words.howWeAreDoing}</h1>
      <Search views={views} />
      {views.map((view) => (
        <Scorecard key={view.edition.scorecard.id} view={view} count={views.length} />
      ))}
      <Key edition={edition} shows={hasMilestones ? ['measures', 'milestones'] : ['measures']} />
    </Layout>
  );
};
