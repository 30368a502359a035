import { createRequire } from 'node:module';
import { describe, expect, test } from '@jest/globals';
import { render } from 'preact-render-to-string';
import { Breadcrumbs, Details, SkipLink } from '#site/govuk.tsx';

interface Fixture {
  readonly name: string;
  readonly html: string;
  readonly options: {
    readonly text?: string;
    readonly href?: string;
    readonly summaryText?: string;
    readonly items?: readonly { readonly text: string; readonly href?: string }[];
    readonly labelText?: string;
  };
}

const fixtureOf = (component: string, name: string): Fixture => {
  const path = `govuk-frontend/dist/govuk/components/${component}/fixtures.json`;
  const { fixtures } = createRequire(import.meta.url)(path) as { fixtures: readonly Fixture[] };
  const fixture = fixtures.find((each) => each.name === name);
  if (fixture === undefined) throw new Error(`${component} has no fixture ${name}`);
  return fixture;
};

/** Space between tags, and how a greater-than sign is written, mean nothing. */
const same = (html: string): string => html.replaceAll(/\s*\n\s*/g, '').replaceAll('&gt;', '>');

describe('components are those of govuk-frontend', () => {
  test.each(['default', 'html as text'])('details, %s', (name) => {
    const { options, html } = fixtureOf('details', name);
    expect(same(render(<Details summary={options.summaryText ?? ''}>{options.text}</Details>))).toBe(same(html));
  });

  test.each(['default', 'with one level', 'with last breadcrumb as current page'])('breadcrumbs, %s', (name) => {
    const { options, html } = fixtureOf('breadcrumbs', name);
    expect(same(render(<Breadcrumbs items={options.items ?? []} label={options.labelText ?? 'Breadcrumb'} />))).toBe(
      same(html),
    );
  });

  test('skip link', () => {
    const { options, html } = fixtureOf('skip-link', 'default');
    expect(same(render(<SkipLink text={options.text ?? ''} href={options.href ?? ''} />))).toBe(same(html));
  });
});
