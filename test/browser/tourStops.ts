export interface Stop {
  /** Of the picture. */
  readonly name: string;
  readonly title: string;
  readonly path: string;
  /** What to see there. */
  readonly about: string;
  readonly isDark?: boolean;
}

/** Every kind of page once, of whichever council shows it best. */
export const stops: readonly Stop[] = [
  { name: 'home', title: 'Every organisation', path: '/', about: 'the councils of one installation.' },
  {
    name: 'overview',
    title: 'Overview',
    path: '/wirral/',
    about: 'counts by status, what changed most, and each priority.',
  },
  {
    name: 'overview-theme',
    title: 'Overview, with a theme',
    path: '/example/',
    about: 'a council with its own colours, logo and links.',
  },
  {
    name: 'strategy',
    title: 'Strategy',
    path: '/wirral/customer-experience/',
    about: 'groups with their introduction, measures and milestones; revisions and downloads.',
  },
  {
    name: 'strategy-dark',
    title: 'Strategy, on a dark screen',
    path: '/example/contact-centre/',
    about: 'the same kind of page for readers who chose dark colours.',
    isDark: true,
  },
  {
    name: 'measures',
    title: 'All measures',
    path: '/worcestershire/corporate-scorecard/measures/',
    about: 'with the search and the filters that the script adds.',
  },
  {
    name: 'measure-line',
    title: 'Measure, a line',
    path: '/example/contact-centre/measures/service-level/',
    about: 'value, target, rating and why, trend, what lies behind it, how it is worked out.',
  },
  {
    name: 'measure-bars',
    title: 'Measure, bars and cuts',
    path: '/example/front-doors/measures/calls/',
    about: 'a month that is not finished is hatched.',
  },
  {
    name: 'measure-waits',
    title: 'Measure, how the values lie',
    path: '/example/front-doors/measures/wait/',
    about: 'what lies behind an average.',
  },
  {
    name: 'measure-without',
    title: 'Measure without a figure',
    path: '/wirral/customer-experience/measures/complaints-in-15-days/',
    about: 'a measure without data says why.',
  },
  {
    name: 'milestones',
    title: 'Milestones',
    path: '/wirral/customer-experience/milestones/',
    about: 'a table that is also a timeline.',
  },
  {
    name: 'changes',
    title: 'Changes',
    path: '/wirral/customer-experience/changes/',
    about: 'what is new and what was revised.',
  },
  {
    name: 'plan',
    title: 'Action plan',
    path: '/wolverhampton/customer-services/plan/',
    about: 'aims, actions and what makes them possible.',
  },
  {
    name: 'targets',
    title: 'Targets by year',
    path: '/worcestershire/corporate-scorecard/targets/',
    about: 'baseline and the targets of each year.',
  },
  {
    name: 'channels',
    title: 'Contacts by channel',
    path: '/example/front-doors/channels/',
    about: 'shares of channels, assisted and by oneself.',
  },
  {
    name: 'budget',
    title: 'Budget',
    path: '/worcestershire/corporate-scorecard/budget/',
    about: 'budget, forecast and variance.',
  },
  {
    name: 'dashboard',
    title: 'Monthly dashboard',
    path: '/example/dashboards/front-doors/',
    about: 'one month of the front doors.',
  },
  {
    name: 'dashboard-section',
    title: 'A service of the dashboard',
    path: '/example/dashboards/front-doors/2025-03/service-lines/',
    about: 'one service line of one month.',
  },
  {
    name: 'dashboard-year',
    title: 'A year by month',
    path: '/example/dashboards/front-doors/year/2024-25/',
    about: 'twelve months with their total and growth.',
  },
  {
    name: 'paper',
    title: 'Committee paper',
    path: '/example/papers/contact-centre-2024-25-q4/',
    about: 'a paper with its figures bound by name.',
  },
  { name: 'data', title: 'Open data', path: '/example/data/', about: 'every file to download, with its licence.' },
  { name: 'how-we-rate', title: 'How we rate', path: '/how-we-rate/', about: 'what colours and words mean.' },
  {
    name: 'accessibility',
    title: 'Accessibility',
    path: '/accessibility/',
    about: 'what was tested and what was not.',
  },
  { name: 'not-found', title: 'Not found', path: '/404.html', about: 'for an address that is not there.' },
];
