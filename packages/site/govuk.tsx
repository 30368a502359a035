import type { ComponentChildren } from 'preact';

/** Components of govuk-frontend as JSX; the package's own fixtures are their test. */

export interface Crumb {
  readonly text: string;
  readonly href?: string;
}

const BreadcrumbItem = ({ text, href }: Crumb) =>
  href === undefined ? (
    <li class="govuk-breadcrumbs__list-item" aria-current="page">
      {text}
    </li>
  ) : (
    <li class="govuk-breadcrumbs__list-item">
      <a class="govuk-breadcrumbs__link" href={href}>
        {text}
      </a>
    </li>
  );

export const Breadcrumbs = ({ items, label }: { items: readonly Crumb[]; label: string }) => (
  <nav class="govuk-breadcrumbs" aria-label={label}>
    <ol class="govuk-breadcrumbs__list">
      {items.map((item) => (
        <BreadcrumbItem key={item.text} {...item} />
      ))}
    </ol>
  </nav>
);

interface DetailsProps {
  readonly summary: string;
  readonly class?: string;
  readonly children: ComponentChildren;
}

export const Details = ({ summary, class: extra, children }: DetailsProps) => (
  <details class={extra === undefined ? 'govuk-details' : `govuk-details ${extra}`}>
    <summary class="govuk-details__summary">
      <span class="govuk-details__summary-text">{summary}</span>
    </summary>
    <div class="govuk-details__text">{children}</div>
  </details>
);

export const SkipLink = ({ text, href }: { text: string; href: string }) => (
  <a href={href} class="govuk-skip-link" data-module="govuk-skip-link">
    {text}
  </a>
);
