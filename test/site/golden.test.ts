import { describe, expect, test } from '@jest/globals';
import { golden } from '#test/site/golden.ts';
import { fixtureFiles, textAt } from '#test/site/pages.ts';

const files = fixtureFiles();

const pages = [
  ['organisations.html', 'index.html'],
  ['overview.html', 'wirral/index.html'],
  ['strategy.html', 'example/contact-centre/index.html'],
  ['measures.html', 'example/contact-centre/measures/index.html'],
  ['measure-line.html', 'example/contact-centre/measures/calls-answered-80s/index.html'],
  ['measure-band.html', 'example/contact-centre/measures/advisers-busy/index.html'],
  ['measure-bars-unfinished.html', 'example/contact-centre/2025-26-q1/measures/forms-completed/index.html'],
  ['measure-not-published.html', 'wirral/customer-experience/measures/complaints-in-15-days/index.html'],
  ['milestones.html', 'wirral/customer-experience/milestones/index.html'],
  ['empty-strategy.html', 'bare/plan/index.html'],
  ['chart.svg', 'example/contact-centre/2024-25-q4/2/measures/calls-answered-80s/calls-answered-80s-2024-25-q4.svg'],
  ['gantt.svg', 'wirral/customer-experience/2023-24-q3/1/milestones/customer-experience-2023-24-q3-milestones.svg'],
  ['measures.csv', 'wirral/data/customer-experience-2023-24-q3-measures.csv'],
  ['parts.csv', 'northmoor/data/strategy-2024-25-parts.csv'],
  ['milestones.csv', 'wirral/data/customer-experience-2023-24-q3-milestones.csv'],
  ['changes.html', 'example/contact-centre/changes/index.html'],
  ['changes-first.html', 'bare/plan/changes/index.html'],
  ['plan.html', 'northmoor/strategy/plan/index.html'],
  ['targets.html', 'northmoor/strategy/targets/index.html'],
  ['channels.html', 'northmoor/strategy/channels/index.html'],
  ['budget.html', 'northmoor/strategy/budget/index.html'],
  ['dashboard.html', 'northmoor/dashboards/services/2025-03/index.html'],
  ['dashboard-section.html', 'northmoor/dashboards/services/2025-03/line/index.html'],
  ['dashboard-year.html', 'northmoor/dashboards/services/year/2024-25/index.html'],
  ['paper.html', 'example/papers/contact-centre-2024-25-q4/index.html'],
  ['feed.xml', 'example/feed.xml'],
  ['whole-feed.xml', 'feed.xml'],
  ['data.html', 'example/data/index.html'],
  ['datapackage.json', 'example/data/datapackage.json'],
  ['measures.csv-metadata.json', 'example/data/contact-centre-2024-25-q4-measures.csv-metadata.json'],
] as const;

describe('published files are what was reviewed', () => {
  test.each(pages)('%s', (name, path) => {
    const { actual, expected } = golden(name, textAt(files, path));
    expect(actual).toBe(expected);
  });
});
