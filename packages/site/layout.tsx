import type { ComponentChildren, JSX } from 'preact';
import { render } from 'preact-render-to-string';
import { addresses } from '#site/addresses.ts';
import { contentPolicy } from '#site/contentPolicy.ts';
import { Breadcrumbs, type Crumb, SkipLink } from '#site/govuk.tsx';
import { once } from '#site/once.ts';
import { Emblem, Sprite } from '#site/sprite.tsx';
import type { OutsideLink } from '#site/theme.ts';
import type { Shell } from '#site/view.ts';
import { say, words } from '#site/words.ts';

export interface NavItem {
  readonly text: string;
  readonly href: string;
  readonly isCurrent?: boolean;
}

interface LayoutProps {
  readonly shell: Shell;
  /** From the particular to the general; the last is the council's name. */
  readonly title: readonly string[];
  readonly description: string;
  /** The page's own address, for its canonical link. */
  readonly address: string;
  readonly brand: { readonly name: string; readonly href: string };
  readonly nav: readonly NavItem[];
  /** In a second line, smaller: pages that not every scorecard has. */
  readonly furtherNav?: readonly NavItem[];
  readonly trail: readonly Crumb[];
  /** What a scorecard wants printed on every page of it. */
  readonly notices?: readonly string[];
  readonly feed?: string;
  /** Where all files of the organisation are. */
  readonly data?: string;
  /** How old the figures are, and who to ask. */
  readonly footnotes?: readonly string[];
  readonly children: ComponentChildren;
}

const Head = ({ shell, title, description, address, feed }: LayoutProps) => (
  <head>
    <meta charset="utf-8" />
    <meta http-equiv="Content-Security-Policy" content={contentPolicy} />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>{say.pageTitle(shell.draft === undefined ? title : [words.draft, ...title])}</title>
    {shell.draft && <meta name="robots" content="noindex" />}
    <meta name="description" content={description} />
    <meta name="color-scheme" content="light dark" />
    <meta name="theme-color" content={shell.dress?.colour ?? '#14304f'} />
    {shell.origin && <link rel="canonical" href={`${shell.origin}${address}`} />}
    <link rel="icon" href={shell.icon} type="image/svg+xml" />
    <link rel="stylesheet" href={shell.css} />
    {shell.dress?.css && <link rel="stylesheet" href={shell.dress.css} />}
    {feed && <link rel="alternate" type="application/atom+xml" href={feed} title={words.feed} />}
    <script src={shell.script} defer />
  </head>
);

const Logo = ({ shell: { dress } }: LayoutProps) =>
  dress?.logo ? <img class="masthead__logo" alt="" {...dress.logo} /> : <Emblem />;

const OutsideLinks = ({ links, class: name }: { links: readonly OutsideLink[]; class: string }) => (
  <ul class={name}>
    {links.map(({ text, href }) => (
      <li key={href}>
        <a href={href}>{text}</a>
      </li>
    ))}
  </ul>
);

const CouncilLinks = ({ shell: { dress } }: LayoutProps) =>
  dress === undefined || dress.header.length === 0 ? null : (
    <nav aria-label={words.councilPages}>
      <OutsideLinks links={dress.header} class="masthead__links" />
    </nav>
  );

const Masthead = (props: LayoutProps) => (
  <header class="masthead">
    <div class="govuk-width-container masthead__row">
      <a class="masthead__name" href={props.brand.href}>
        <Logo {...props} />
        <span>{props.brand.name}</span>
      </a>
      <CouncilLinks {...props} />
    </div>
  </header>
);

const NavLink = ({ item }: { item: NavItem }) => (
  <li>
    <a href={item.href} aria-current={item.isCurrent ? 'page' : undefined}>
      {item.text}
    </a>
  </li>
);

const FurtherNavigation = ({ furtherNav = [] }: LayoutProps) =>
  furtherNav.length === 0 ? null : (
    <nav class="tabs tabs--further" aria-label={words.morePages}>
      <div class="govuk-width-container">
        <ul class="tabs__list">
          {furtherNav.map((item) => (
            <NavLink key={item.href} item={item} />
          ))}
        </ul>
      </div>
    </nav>
  );

const Navigation = ({ nav }: LayoutProps) =>
  nav.length === 0 ? null : (
    <nav class="tabs" aria-label={words.mainNavigation}>
      <div class="govuk-width-container">
        <ul class="tabs__list">
          {nav.map((item) => (
            <NavLink key={item.href} item={item} />
          ))}
        </ul>
      </div>
    </nav>
  );

const Notices = ({ notices = [] }: LayoutProps) => (
  <>
    {notices.map((notice) => (
      <p key={notice} class="notice">
        {notice}
      </p>
    ))}
  </>
);

const DraftBanner = ({ shell: { draft } }: LayoutProps) =>
  draft === undefined ? null : (
    <p class="banner">
      <strong>{words.draft}</strong>. {draft.banner}
    </p>
  );

const generalLinks = [
  { text: words.howWeRate, href: addresses.howWeRate },
  { text: words.accessibility, href: addresses.accessibility },
  { text: words.organisations, href: addresses.home },
];

const Footer = ({ footnotes = [], feed, data, shell: { dress } }: LayoutProps) => (
  <footer class="footer">
    <div class="govuk-width-container">
      {footnotes.map((note) => (
        <p key={note}>{note}</p>
      ))}
      <ul class="footer__links">
        {generalLinks.map(({ text, href }) => (
          <li key={href}>
            <a href={href}>{text}</a>
          </li>
        ))}
        {data && (
          <li>
            <a href={data}>{words.data}</a>
          </li>
        )}
        {feed && (
          <li>
            <a href={feed}>{words.feed}</a>
          </li>
        )}
      </ul>
      {dress && dress.footer.length > 0 && <OutsideLinks links={dress.footer} class="footer__links" />}
    </div>
  </footer>
);

export const Layout = (props: LayoutProps) => (
  <html lang="en-GB" class="govuk-template">
    <Head {...props} />
    <body class="govuk-template__body">
      <SkipLink text={words.skip} href="#content" />
      {once(Sprite, 'sprite', Sprite)}
      <Masthead {...props} />
      <Navigation {...props} />
      <FurtherNavigation {...props} />
      <div class="govuk-width-container">
        {props.trail.length > 0 && <Breadcrumbs items={props.trail} label={words.breadcrumb} />}
        <main class="govuk-main-wrapper" id="content">
          <DraftBanner {...props} />
          <Notices {...props} />
          {props.children}
        </main>
      </div>
      <Footer {...props} />
    </body>
  </html>
);

/** The bytes of a page. */
export const pageText = (page: JSX.Element): string => `<!doctype html>\n${render(page)}\n`;
