import { expect, test } from '@jest/globals';
import { render } from 'preact-render-to-string';
import type { EditionMeasure } from '#scorecard/edition.ts';
import { About } from '#site/aboutMeasure.tsx';
import { contactCentre, measure } from '#test/site/fixtures.ts';

const textOf = (coverage: EditionMeasure['coverage']): string =>
  render(<About edition={contactCentre} measure={measure({ id: 'm', title: 'M', coverage })} />)
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll(/\s+/g, ' ');

const missing = ['2024-05-11', '2024-05-12'];
const whole = { expectedDays: 28, daysWithData: 26, missing };

test.each<[string, EditionMeasure['coverage'], string]>([
  ['all together', whole, 'Days covered 26 of 28 expected days. Missing: 11 May 2024, 12 May 2024.'],
  [
    'each source that has a calendar',
    {
      ...whole,
      sources: [
        { source: 'a', title: 'Telephone system', expectedDays: 21, daysWithData: 21, missing: [] },
        { source: 'b', title: 'Weekend line', expectedDays: 7, daysWithData: 5, missing },
      ],
    },
    'Missing: 11 May 2024, 12 May 2024. Telephone system: 21 of 21 expected days. Weekend line: 5 of 7 expected days. Missing: 11 May 2024, 12 May 2024.',
  ],
])('the days covered: %s', (_, coverage, text) => expect(textOf(coverage)).toContain(text));
