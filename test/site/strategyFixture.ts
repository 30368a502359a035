import type { BudgetRow, Edition, EditionMeasure } from '#scorecard/edition.ts';
import { contactCentre, measure, milestone, point } from '#test/site/fixtures.ts';

/** A strategy with all that only some scorecards have: a plan, targets for years to come, budgets and channels. */

const year = { id: '2024-25', label: '2024–25' };

const planned = (id: string, title: string, more: Partial<EditionMeasure>): EditionMeasure =>
  measure({
    id,
    title,
    group: 'reach',
    frequency: 'year',
    period: year.id,
    periodLabel: 'April 2024 to March 2025',
    series: [point(year, { value: more.value })],
    ...more,
  });

const amounts = (net: number | undefined, forecast: number | undefined, earlier: number | undefined): BudgetRow => {
  const variance = net === undefined || forecast === undefined ? undefined : forecast - net;
  return {
    net,
    forecast,
    variance,
    movement: variance === undefined || earlier === undefined ? undefined : variance - earlier,
    earlier: [{ period: '2023-24', label: '2023–24', net, forecast: undefined, variance: earlier }],
  };
};

const target = (period: string, value?: number) => ({ period, label: period.replace('-', '–'), value });

export const strategy: Edition = {
  ...contactCentre,
  organisation: { id: 'northmoor', name: 'Northmoor Council' },
  scorecard: { id: 'strategy', title: 'Customer strategy', frequency: 'year' },
  period: { id: year.id, label: 'April 2024 to March 2025', start: '2024-04-01', end: '2025-03-31', complete: true },
  groups: [
    {
      id: 'reach',
      title: 'Easy to reach',
      measures: ['web-use', 'centres', 'visits'],
      milestones: ['library', 'kiosks', 'charter'],
      commentary: [],
    },
    { id: 'say', title: 'What people say', measures: ['contacts-online', 'answers'], milestones: [], commentary: [] },
  ],
  measures: [
    planned('web-use', 'People who use the website', {
      value: 48,
      target: 45,
      rating: { colour: 'green', reason: 'Green: 48% meets the target of 45% or more.' },
      baseline: { period: '2022-23', label: '2022–23', value: 41.26 },
      targetPlan: [target('2024-25', 45), target('2025-26', 52.5), target('2026-27')],
    }),
    planned('centres', 'Shared centres', {
      unit: 'count',
      decimals: 0,
      value: 3,
      baseline: { period: '2022-23', label: '2022–23' },
    }),
    planned('visits', 'Visits', { unit: 'count', decimals: 0, value: 900 }),
    planned('contacts-online', 'Contacts that people made online', {
      group: 'say',
      value: 12.5,
      numerator: 100,
      denominator: 800,
      cuts: [
        {
          by: 'channel',
          rows: [
            { name: 'phone', value: 75, denominator: 800, count: 600, share: 75 },
            { name: 'in person', value: 12.5, denominator: 800, count: 100, share: 12.5 },
            { name: 'online form', value: 10, denominator: 800, count: 80, share: 10, inFigure: true },
            { name: 'kiosk', value: 2.5, denominator: 800, count: 20, share: 2.5, inFigure: true },
          ],
        },
      ],
    }),
    planned('answers', 'How people found us', {
      group: 'say',
      unit: 'count',
      decimals: 0,
      polarity: 'none',
      value: 200,
      cuts: [
        {
          by: 'answer',
          rows: [
            { name: 'very good', value: 90, share: 45 },
            { name: 'good', value: 60, share: 30 },
            { name: 'fair', value: 24, share: 12 },
            { name: 'poor', value: 20, share: 10 },
            { name: 'very poor', value: 6, share: 3 },
          ],
        },
      ],
    }),
  ],
  milestones: [
    milestone({
      id: 'library',
      title: 'Open a desk in the library',
      group: 'reach',
      owner: 'Head of libraries',
      start: '2024-04-01',
      originalDeadline: '2024-11-30',
      originalDeadlineLabel: 'autumn 2024',
      precision: 'season',
      status: 'complete',
      completedOn: '2024-10-14',
      rating: { colour: 'green', reason: 'Green: the work is complete.' },
      outcome: 'Nobody travels more than two miles.',
    }),
    milestone({
      id: 'kiosks',
      title: 'Put up kiosks',
      group: 'reach',
      originalDeadline: '2025-01-31',
      currentDeadline: '2025-05-30',
      status: 'delayed',
      weeksDelay: 17,
      rebaselined: 2,
      rating: { colour: 'amber', reason: 'Amber: the deadline moved to 30 May 2025.' },
      wave: '2',
      services: 3,
      description: 'In both receptions.',
      comment: 'The supplier is late.',
    }),
    milestone({ id: 'charter', title: 'Publish a charter', group: 'reach', originalDeadline: '2026-03-31' }),
  ],
  alignment: [
    {
      enabler: 'Digital by design',
      deliverable: 'Simple things online.',
      milestones: ['kiosks'],
      measures: ['web-use', 'contacts-online'],
    },
    { enabler: 'One council', milestones: [], measures: ['centres'] },
  ],
  budgets: [
    {
      id: 'contact',
      title: 'Customer contact',
      unit: '£ thousand',
      period: year.id,
      periodLabel: 'April 2024 to March 2025',
      rows: [
        { id: 'phones', title: 'Telephones', ...amounts(1410, 1205, -190) },
        { id: 'desks', title: 'Receptions', ...amounts(265, 281, undefined) },
        { id: 'rest', title: 'Further lines', earlier: [] },
      ],
      total: { title: 'All customer contact', ...amounts(1675, 1486, -190) },
      summary: 'The forecast is 189 under budget, 1 worse than in 2023–24.',
      notes: ['2024–25: Receptions, variance: 15 was recorded, but forecast less net budget is 16.'],
    },
  ],
  mostImproved: [],
  mostWorsened: [],
  revisions: [],
};
