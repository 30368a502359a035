import { describe, expect, test } from '@jest/globals';
import type { Edition, Revision } from '#scorecard/edition.ts';
import { entriesOf, feed, mostEntries, wholeFeed } from '#site/feed.tsx';
import { contactCentre, contactCentreBefore, wirral } from '#test/site/fixtures.ts';

const revision = (more: Partial<Revision> = {}): Revision => ({
  measure: 'calls-abandoned',
  period: '2024-25-q3',
  from: 6.4,
  to: 6.6,
  reason: 'Twelve calls came late.',
  ...more,
});
const revised = (...revisions: readonly Revision[]): Edition => ({ ...contactCentre, revisions });

describe('the entries of a feed', () => {
  test('are one for an edition and one for each thing that it revised', () =>
    expect(entriesOf([revised(revision({ on: '2025-04-29' }))])).toEqual([
      {
        id: 'urn:quarterlight:example:contact-centre:2024-25-q4:2',
        title: 'Contact centre, January to March 2025 (quarter 4), edition 2',
        updated: '2025-04-30T22:59:59.999Z',
        address: '/example/contact-centre/2024-25-q4/2/',
        summary:
          'Figures as at 30 April 2025. 3 of 6 rated measures are on target. 1 has no target and 1 has no published figure. The one milestone is on track.',
      },
      {
        id: 'urn:quarterlight:example:contact-centre:2024-25-q4:2:revision:calls-abandoned:2024-25-q3',
        title: 'Contact centre: Calls abandoned before being answered, Q3 2024–25, revised',
        updated: '2025-04-30T22:59:59.999Z',
        address: '/example/contact-centre/2024-25-q4/2/measures/calls-abandoned/',
        summary: 'Q3 2024–25: 6.4% is now 6.6%, revised on 29 April 2025. Twelve calls came late.',
      },
    ]));

  test.each<[string, Partial<Revision>, string]>([
    [
      'of a target',
      { of: 'target', from: 5, to: 4 },
      'Q3 2024–25 (target): 5.0% is now 4.0%, revised on 30 April 2025.',
    ],
    ['of a figure that is gone', { to: undefined }, 'Q3 2024–25: 6.4% is now None, revised on 30 April 2025.'],
    ['of a measure that is gone', { measure: 'letters' }, 'Q3 2024–25: None is now None, revised on 30 April 2025.'],
  ])('say a revision %s', (_, more, text) =>
    expect(entriesOf([revised(revision(more))])[1]?.summary).toBe(`${text} Twelve calls came late.`),
  );

  test('of a measure that is gone lead to the changes', () =>
    expect(entriesOf([revised(revision({ measure: 'letters' }))])[1]?.address).toBe(
      '/example/contact-centre/2024-25-q4/2/changes/',
    ));

  test('have each their own id: a value, its target and another period', () => {
    const entries = entriesOf([
      revised(revision(), revision({ of: 'target' }), revision({ period: '2024-25-q2' })),
      contactCentreBefore,
      wirral,
    ]);
    expect(new Set(entries.map(({ id }) => id)).size).toBe(6);
  });

  test('tell a revision once, of the older of two periods whose series have the figure', () => {
    const next = { ...contactCentre.period, id: '2025-26-q1' };
    const [on, other] = [{ on: '2025-04-30' }, { on: '2025-04-30', to: 6.7 }];
    const entries = entriesOf([
      { ...revised(revision(on), revision(other)), period: next },
      revised(revision(on)),
      { ...revised(revision(on)), organisation: wirral.organisation },
    ]);
    expect(entries.map(({ id }) => id).filter((id) => id.includes('revision'))).toEqual([
      'urn:quarterlight:example:contact-centre:2024-25-q4:2:revision:calls-abandoned:2024-25-q3',
      'urn:quarterlight:example:contact-centre:2025-26-q1:2:revision:calls-abandoned:2024-25-q3',
      'urn:quarterlight:wirral:contact-centre:2024-25-q4:2:revision:calls-abandoned:2024-25-q3',
    ]);
  });

  test('of two editions of one day have the higher first', () => {
    const entries = entriesOf([revised(), { ...revised(), edition: 10 }]);
    expect(entries.map(({ id }) => id.split(':').at(-1))).toEqual(['10', '2']);
  });

  test('are the same, the newest first, in whatever order editions come', () => {
    const editions = [contactCentreBefore, wirral, contactCentre];
    expect(entriesOf(editions)).toEqual(entriesOf([...editions].reverse()));
    expect(entriesOf(editions).map(({ updated }) => updated.slice(0, 10))).toEqual([
      '2025-04-30',
      '2025-04-30',
      '2025-04-15',
      '2024-01-25',
    ]);
  });

  test.each([
    [mostEntries - 2, mostEntries - 1],
    [mostEntries - 1, mostEntries],
    [mostEntries, mostEntries],
  ])('with %i revisions of one edition are %i', (count, expected) => {
    const many = Array.from({ length: count }, (_, i) => revision({ measure: `m-${i}` }));
    expect(entriesOf([revised(...many)])).toHaveLength(expected);
  });
});

/** What RFC 4287 asks of a feed (4.1.1) and of an entry (4.1.2). */
const required = ['id', 'title', 'updated'] as const;
const elements = (text: string, name: string) =>
  [...text.matchAll(new RegExp(`<${name}>([^<]*)</${name}>`, 'g'))].map((match) => match[1] ?? '');

describe.each([
  ['an organisation', feed(contactCentre.organisation, [contactCentre, contactCentreBefore], 'https://x.example')],
  ['the installation', wholeFeed([contactCentre, wirral], 'https://x.example')],
])('the Atom feed of %s', (_, text) => {
  const [head = '', ...entries] = text.split('<entry>');

  test('has in itself and in each entry one id, one title and one updated', () => {
    expect(entries).toHaveLength(3);
    for (const part of [head, ...entries]) for (const name of required) expect(elements(part, name)).toHaveLength(1);
    const instants = [head, ...entries].map((part) => elements(part, 'updated')[0] ?? '');
    for (const instant of instants) expect(instant).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/);
    expect(instants[0]).toBe(instants[1]);
  });

  test('has an author, and whole addresses to itself and to its page', () => {
    expect(head).toMatch(/<author><name>[^<]+<\/name><\/author>/);
    expect(head).toMatch(
      /<link rel="self" type="application\/atom\+xml" href="https:\/\/x\.example\/[a-z/]*feed\.xml"\/>/,
    );
    for (const entry of entries) expect(entry).toMatch(/<link href="https:\/\/x\.example\/[^"]+"\/>/);
  });
});

test('the feed of the installation says whose each entry is', () => {
  const titles = elements(wholeFeed([contactCentre, wirral]), 'title');
  expect(titles[1]).toBe('Example Borough Council: Contact centre, January to March 2025 (quarter 4), edition 2');
  expect(titles[3]).toContain('Wirral Council: Customer Experience Strategy');
});
