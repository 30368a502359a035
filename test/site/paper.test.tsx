import { describe, expect, test } from '@jest/globals';
import { render } from 'preact-render-to-string';
import type { Edition } from '#scorecard/edition.ts';
import { type Bound, boundTo } from '#scorecard/paperNames.ts';
import { documentOf } from '#site/paperMarkdown.tsx';
import { boundText } from '#site/paperValues.ts';
import { bareEdition, contactCentre, wirral } from '#test/site/fixtures.ts';

const unfilled = (text: string) => text;
const html = (markdown: string, fill = unfilled) => render(documentOf(markdown, fill).content);

describe('the text of a paper', () => {
  test.each([
    ['a script', 'a <script>alert(1)</script> b', '&lt;script>alert(1)&lt;/script>'],
    ['a block of markup', '<div onclick="x()">\nhi\n</div>', '&lt;div onclick='],
    ['an image', '![a chart](https://x.example/y.png)', '<p class="govuk-body">a chart</p>'],
    ['an address that runs', '[go](javascript:alert(1))', '<p class="govuk-body">go</p>'],
    ['an address of data', '[go](data:text/html,x)', '<p class="govuk-body">go</p>'],
    ['an address', '[go](https://x.example/a?b=1&c=2)', 'href="https://x.example/a?b=1&amp;c=2"'],
    ['code', '`<b>`', '<code>&lt;b></code>'],
    ['emphasis', '*a* **b**', '<em>a</em> <strong>b</strong>'],
    ['marks of direction', 'a \u202e b', 'a \u202e b'],
  ])('shows %s as what it is', (_, markdown, expected) => expect(html(markdown)).toContain(expected));

  test('numbers its sections in two levels, from the first that it uses', () => {
    const { headings } = documentOf('## A\n### B\n### C\n## D\n### E\n#### F', unfilled);
    expect(headings.map(({ number, text, depth, id }) => [number, text, depth, id])).toEqual([
      ['1', 'A', 2, 'section-1'],
      ['1.1', 'B', 3, 'section-1-1'],
      ['1.2', 'C', 3, 'section-1-2'],
      ['2', 'D', 2, 'section-2'],
      ['2.1', 'E', 3, 'section-2-1'],
      ['2.2', 'F', 3, 'section-2-2'],
    ]);
  });

  test('fills names in after parsing: a title with asterisks emphasises nothing', () => {
    const fill = (text: string) => text.replaceAll('{{t}}', '*5* <b> | x');
    expect(html('{{t}}', fill)).toBe('<p class="govuk-body">*5* &lt;b> | x</p>');
    expect(html('| a |\n|---|\n| {{t}} |', fill)).toContain('<td>*5* &lt;b> | x</td>');
    expect(documentOf('# {{t}}', fill).headings[0]?.text).toBe('*5* <b> | x');
  });

  test('may be empty', () => expect(documentOf('', unfilled).headings).toEqual([]));
});

const ids = (list: readonly string[]) => list.map((id) => ({ id }));
const names = ({ groups }: Edition) => ({
  groups: groups.map(({ id, measures, milestones }) => ({ id, measures: ids(measures), milestones: ids(milestones) })),
});

const textOf = (name: string, edition = contactCentre, before?: Edition): string => {
  const bound = boundTo(name, names(edition));
  if ('message' in bound) throw new Error(bound.message);
  return boundText(bound, { edition, before });
};

describe('what names stand for', () => {
  test.each([
    ['measure.calls-answered-80s.title', 'Calls answered within 80 seconds'],
    ['measure.calls-answered-80s.period', 'January to March 2025 (quarter 4)'],
    ['edition', '2'],
    ['as-of', '30 April 2025'],
  ])('%s', (name, expected) => expect(textOf(name)).toBe(expected));

  test('a list of nothing is said to be none', () => {
    expect(textOf('most-worsened', { ...contactCentre, mostWorsened: [] })).toBe('none');
  });

  test('counts agree with one another', () => {
    for (const edition of [contactCentre, wirral, bareEdition]) {
      const count = (name: string) => Number(textOf(name, edition));
      expect(count('measures.rated')).toBe(count('measures.green') + count('measures.amber') + count('measures.red'));
      expect(count('measures.total')).toBe(
        count('measures.rated') + count('measures.no-target') + count('measures.not-reported'),
      );
      const groups = (of: string) => edition.groups.reduce((sum, { id }) => sum + count(`group.${id}.${of}`), 0);
      expect(groups('milestones.complete')).toBe(count('milestones.complete'));
      expect(groups('measures.red')).toBe(count('measures.red'));
    }
  });

  test('a movement is of what was not so before', () => {
    const [first, ...rest] = wirral.milestones;
    if (first === undefined) throw new Error('the fixture has no milestones');
    const then: Edition = {
      ...wirral,
      milestones: [{ ...first, status: 'on-track', rating: { colour: 'red', reason: '' } }, ...rest],
    };
    const now: Edition = {
      ...wirral,
      milestones: [{ ...first, status: 'complete', rating: { colour: 'green', reason: '' } }, ...rest],
    };
    expect(textOf('movement.milestones.completed', now, then)).toBe('1');
    expect(textOf('movement.milestones.no-longer-red', now, then)).toBe('1');
    expect(textOf('movement.milestones.newly-green', now, then)).toBe('1');
    expect(textOf('movement.milestones.newly-delayed', now, then)).toBe('0');
    expect(textOf('movement.milestones.completed', then, now)).toBe('0');
    expect(textOf('movement.milestones.newly-red', then, now)).toBe('1');
    expect(textOf('movement.milestones.completed', now)).toBe(
      'not known, because no earlier period has been published',
    );
  });

  test('what an edition does not have is said', () => {
    const bound: Bound = { kind: 'measure', id: 'gone', field: 'value' };
    expect(boundText(bound, { edition: contactCentre })).toBe('not in this edition');
  });

  test('no field of any measure or milestone is left empty', () => {
    for (const edition of [contactCentre, wirral]) {
      for (const { id } of edition.measures)
        for (const field of [
          'value',
          'target',
          'variance',
          'rating',
          'reason',
          'change',
          'direction',
          'previous',
          'numerator',
        ])
          expect(textOf(`measure.${id}.${field}`, edition)).not.toMatch(/^$|undefined|NaN/);
      for (const { id } of edition.milestones)
        for (const field of ['status', 'rating', 'deadline', 'original-deadline', 'completed', 'delay'])
          expect(textOf(`milestone.${id}.${field}`, edition)).not.toMatch(/^$|undefined|NaN/);
    }
  });
});
