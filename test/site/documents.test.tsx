import { expect, test } from '@jest/globals';
import { render } from 'preact-render-to-string';
import { About } from '#site/aboutMeasure.tsx';
import { Documents } from '#site/documents.tsx';
import { contactCentre, measure } from '#test/site/fixtures.ts';

const report = {
  title: 'Annual <report>',
  address: 'https://www.example.gov.uk/a.pdf?year=2023&part="1"',
  date: '2024-06-28',
  format: 'PDF',
};

test('a document is a link with what it is and when it was published', () => {
  const html = render(<Documents documents={[report]} />);
  expect(html).toContain('href="https://www.example.gov.uk/a.pdf?year=2023&amp;part=&quot;1&quot;"');
  expect(html).toContain('Annual &lt;report> (PDF)</a>');
  expect(html).toContain('<time datetime="2024-06-28">28 June 2024</time>');
});

test('one without a format is a page', () => {
  const { format: _, ...page } = report;
  expect(render(<Documents documents={[page]} />)).toContain('Annual &lt;report></a>');
});

test('without documents there is no heading', () => {
  expect(render(<Documents />)).toBe('');
  expect(render(<Documents documents={[]} />)).toBe('');
});

test('those of a measure stand with what is told about it', () => {
  const about = (documents?: (typeof report)[]) =>
    render(
      <About edition={contactCentre} measure={measure({ id: 'm', title: 'M', ...(documents && { documents }) })} />,
    );
  expect(about([report])).toContain('Annual &lt;report> (PDF)</a>');
  expect(about()).not.toContain('Documents');
});
