import type { ComponentChildren } from 'preact';
import { addresses } from '#site/addresses.ts';
import { MeasureKey, MilestoneKey } from '#site/key.tsx';
import { Layout } from '#site/layout.tsx';
import { accessibilityText, rateText } from '#site/prose.ts';
import type { Shell } from '#site/view.ts';
import { generalMilestoneMeans, words } from '#site/words.ts';

/** An organisation that has something to read. */
export interface Listed {
  readonly id: string;
  readonly name: string;
  readonly scorecards: readonly { readonly id: string; readonly title: string }[];
}

interface GeneralProps {
  readonly shell: Shell;
  readonly organisations: readonly Listed[];
  readonly address: string;
  readonly heading: string;
  readonly description: string;
  readonly children: ComponentChildren;
}

/** With one organisation the whole site is its own. */
const nameOf = (organisations: readonly Listed[]): string =>
  organisations.length === 1 ? (organisations[0]?.name ?? '') : words.generalName;

const GeneralLayout = ({ organisations, heading, address, children, ...rest }: GeneralProps) => (
  <Layout
    {...rest}
    title={[heading, nameOf(organisations)]}
    address={address}
    brand={{ name: nameOf(organisations), href: addresses.home }}
    nav={[]}
    feed={addresses.wholeFeed}
    trail={address === addresses.home ? [] : [{ text: words.ourPerformance, href: addresses.home }, { text: heading }]}
  >
    <h1 class="govuk-heading-xl">{heading}</h1>
    {children}
  </Layout>
);

type PageProps = Pick<GeneralProps, 'shell' | 'organisations'>;

const Organisation = ({ organisation: { id, name, scorecards } }: { organisation: Listed }) => (
  <li>
    <h2 class="govuk-heading-m">
      <a class="govuk-link" href={addresses.organisation(id)}>
        {name}
      </a>
    </h2>
    <ul class="govuk-list">
      {scorecards.map((scorecard) => (
        <li key={scorecard.id}>
          <a class="govuk-link" href={addresses.current(id, scorecard.id)}>
            {scorecard.title}
          </a>
        </li>
      ))}
    </ul>
  </li>
);

export const OrganisationsPage = (props: PageProps) => (
  <GeneralLayout {...props} address={addresses.home} heading={words.generalName} description={words.organisationsLede}>
    <p class="lede">{words.organisationsLede}</p>
    {props.organisations.length === 0 ? (
      <p class="empty">{words.nothingPublished}</p>
    ) : (
      <ul class="organisations">
        {props.organisations.map((organisation) => (
          <Organisation key={organisation.id} organisation={organisation} />
        ))}
      </ul>
    )}
  </GeneralLayout>
);

export const NotFoundPage = (props: PageProps) => (
  <GeneralLayout {...props} address={addresses.notFound} heading={words.pageNotFound} description={words.pageNotFound}>
    <p class="govuk-body">{words.notFoundText}</p>
    <p class="govuk-body">
      <a class="govuk-link" href={addresses.home}>
        {words.notFoundLink}
      </a>
    </p>
  </GeneralLayout>
);

/** Stays where a page was that the scorecard no longer has. */
export const WithdrawnPage = ({ address, home, ...props }: PageProps & { address: string; home: string }) => (
  <GeneralLayout {...props} address={address} heading={words.withdrawn} description={words.withdrawn}>
    <p class="govuk-body">{words.withdrawnText}</p>
    <p class="govuk-body">
      <a class="govuk-link" href={home}>
        {words.withdrawnLink}
      </a>
    </p>
  </GeneralLayout>
);

const Prose = ({
  sections,
}: {
  sections: readonly { readonly heading: string; readonly text: readonly string[] }[];
}) => (
  <>
    {sections.map(({ heading, text }) => (
      <section key={heading}>
        <h2 class="govuk-heading-m">{heading}</h2>
        {text.map((paragraph) => (
          <p key={paragraph} class="govuk-body">
            {paragraph}
          </p>
        ))}
      </section>
    ))}
  </>
);

export const HowWeRatePage = (props: PageProps) => (
  <GeneralLayout {...props} address={addresses.howWeRate} heading={words.howWeRate} description={rateText.lede}>
    <p class="lede">{rateText.lede}</p>
    <h2 class="govuk-heading-m">{words.measures}</h2>
    <MeasureKey />
    <h2 class="govuk-heading-m">{words.milestones}</h2>
    <MilestoneKey means={generalMilestoneMeans} />
    <Prose sections={rateText.sections} />
  </GeneralLayout>
);

export const AccessibilityPage = (props: PageProps) => (
  <GeneralLayout
    {...props}
    address={addresses.accessibility}
    heading={words.accessibility}
    description={accessibilityText.lede}
  >
    <p class="lede">{accessibilityText.lede}</p>
    <Prose sections={accessibilityText.sections} />
  </GeneralLayout>
);
