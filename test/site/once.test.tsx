import { describe, expect, test } from '@jest/globals';
import { render } from 'preact-render-to-string';
import { forget, once, textOnce } from '#site/once.ts';
import { renderSite } from '#site/renderSite.tsx';
import { contactCentre } from '#test/site/fixtures.ts';
import { plainAssets } from '#test/site/pages.ts';

describe('what several shelves share', () => {
  test('is made once for an edition, and anew when it is forgotten', () => {
    const edition = {};
    let made = 0;
    const make = () => `made ${++made}`;
    expect([textOnce(edition, 'a', make), textOnce(edition, 'a', make)]).toEqual(['made 1', 'made 1']);
    expect(textOnce(edition, 'b', make)).toBe('made 2');
    expect(textOnce({}, 'a', make)).toBe('made 3');
    forget(edition);
    expect(textOnce(edition, 'a', make)).toBe('made 4');
  });

  test('is put into the page as it would be drawn there, escaped once', () => {
    const part = <b title={'"<&'}>{'<script> & "'}</b>;
    expect(render(<p>{once({}, 'part', () => part)}!</p>)).toBe(render(<p>{part}!</p>));
  });
});

test('a site’s parts can be asked for twice and are the same', () => {
  const input = { editions: [contactCentre], scorecards: [contactCentre], organisations: [] };
  const { parts } = renderSite(input, plainAssets);
  const all = () => [...parts].flat().map(({ path, body }) => [path, body]);
  expect(all()).toEqual(all());
});
