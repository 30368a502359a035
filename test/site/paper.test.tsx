import { describe, expect, test } from '@jest/globals';
import { render } from 'preact-render-to-string';
import type { Edition, EditionMeasure } from '#scorecard/edition.ts';
import { type Bound, boundTo } from '#scorecard/paperNames.ts';
import { documentOf } from '#site/paperMarkdown.tsx';
import { marker, withMarks } from '#site/paperMarks.ts';
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

  test('knows its sections: what stands before the first heading is section 0', () => {
    const filled: [string, number][] = [];
    documentOf('a\n# b\nc\n## d\n| e |\n|---|\n| f |\n# g\n- h', (text, section) => {
      filled.push([text, section]);
      return text;
    });
    expect(filled).toEqual([
      ['a', 0],
      ['b', 1],
      ['c', 1],
      ['d', 1],
      ['e', 1],
      ['f', 1],
      ['g', 2],
      ['h', 2],
    ]);
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

  test('a list of changes says which are not for good', () => {
    const [some, ...others] = contactCentre.measures;
    if (some === undefined) throw new Error('the fixture has no measures');
    const from = { period: '2023-24-q4', label: '', value: 1 };
    const measure: EditionMeasure = {
      ...some,
      title: 'T',
      polarity: 'higher',
      direction: 'improving',
      status: 'provisional',
      flags: [],
      improvement: { value: 8, change: 1, basis: 'previous-period', from },
    };
    const edition = { ...contactCentre, measures: [measure, ...others], mostImproved: [measure.id] };
    expect(textOf('most-improved', edition)).toBe('T (8.0% better; provisional)');
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

describe('the marks of a figure', () => {
  const [some] = contactCentre.measures;
  if (some === undefined) throw new Error('the fixture has no measures');
  const label = 'October to December 2024 (quarter 3)';
  const plain: EditionMeasure = { ...some, id: 'm', status: 'confirmed', flags: [], periodLabel: label };
  const said = (over: Partial<EditionMeasure>, ...fields: readonly ('value' | 'change' | 'title' | 'previous')[]) => {
    const mark = marker([{ ...plain, ...over }]);
    return fields.map((field) => mark({ kind: 'measure', id: 'm', field }, '70%', 1));
  };

  test.each<[string, Partial<EditionMeasure>, string]>([
    ['confirmed', {}, '70%'],
    ['provisional', { status: 'provisional' }, '70% (provisional)'],
    ['revised', { status: 'revised' }, '70% (revised)'],
    ['an estimate', { flags: ['estimated'] }, '70% (an estimate)'],
    ['withheld', { flags: ['suppressed'] }, '70% (withheld, because it is about too few people)'],
    ['overdue', { flags: ['overdue'] }, '70% (overdue: the period is over and no figure has come)'],
    ['stale', { flags: ['stale'] }, `70% (not updated for this period: of ${label})`],
    ['suspended', { flags: ['suspended'] }, '70% (suspended)'],
    [
      'of a period that is not over',
      { status: 'provisional', flags: ['incomplete'] },
      '70% (provisional; incomplete: not all of its days are in)',
    ],
  ])('%s is said in words', (_, over, expected) => expect(said(over, 'value')).toEqual([expected]));

  test('are said of whatever is made of the figure, once, and of nothing else', () =>
    expect(said({ status: 'provisional' }, 'title', 'change', 'value')).toEqual(['70%', '70% (provisional)', '70%']));

  test('are said again in another section, where one may begin to read', () => {
    const mark = marker([{ ...plain, status: 'revised' }]);
    const value = { kind: 'measure', id: 'm', field: 'value' } as const;
    expect([1, 1, 2].map((section) => mark(value, '70%', section))).toEqual(['70% (revised)', '70%', '70% (revised)']);
  });

  test('of the figure before are its own', () => {
    const before = { period: '2023-24-q4', label: '', value: 1 };
    const [point] = plain.series;
    if (point === undefined) throw new Error('the fixture has no series');
    const over: Partial<EditionMeasure> = {
      status: 'provisional',
      improvement: { value: 1, basis: 'previous-period', from: before },
      series: [{ ...point, period: before.period, status: 'revised', flags: ['estimated'] }],
    };
    expect(said(over, 'previous', 'value')).toEqual(['70% (revised; an estimate)', '70% (provisional)']);
    expect(said({ ...over, series: [] }, 'previous')).toEqual(['70%']);
  });

  test.each([
    ['70%', [], '70%'],
    ['70%', ['a', 'b'], '70% (a; b)'],
    ['red (off target)', ['provisional'], 'red (off target; provisional)'],
  ])('%s with %j', (text, marks, expected) => expect(withMarks(text, marks)).toBe(expected));
});
