import { type CloudEvent, type Drawn, numbered } from '#events/example/cloudEvent.ts';
import { days, londonMs, progress, seasonOf } from '#events/example/days.ts';
import { mulberry32, oneOf, pick, type Random, weighted, whole } from '#events/example/random.ts';

const interactionCount = 976;
const visitorCount = 300;
const webDays = weighted(days, (day) => (0.5 + progress(day)) * seasonOf(day));

const paths = { '/': 4, '/council-tax': 5, '/bins': 6, '/housing/repairs': 3, '/planning': 2, '/contact': 2 };
const forms = { 'pay-council-tax': 5, 'report-missed-bin': 5, 'request-repair': 3, 'change-of-address': 2 };
const searches = { 'bin day': 4, 'council tax bands': 2, 'school holidays': 2, parking: 1 };

/** At least one a day: a website is never silent. The rest fall where it is busy. */
export function interactions(): CloudEvent[] {
  const random = mulberry32(0x3eb);
  const busy = Array.from({ length: interactionCount - days.length }, () => pick(random, webDays));
  return numbered(
    'website',
    'web',
    [...days, ...busy].map((day) => drawInteraction(random, day)),
  );
}

/** Of what residents do on the site, more and more is to send a form. */
function drawInteraction(random: Random, day: string): Drawn {
  const kind = oneOf(random, { page: 66, form: 14 + 26 * progress(day), search: 7, download: 3 });
  const visitorKey = `visitor-${whole(random, 1, visitorCount)}`;
  const atMs = londonMs(day, whole(random, 6 * 3600, 24 * 3600 - 1));
  return { type: 'web.interaction', atMs, data: { kind, ...detail(random, kind), visitorKey } };
}

function detail(random: Random, kind: 'page' | 'form' | 'search' | 'download') {
  const site = kind === 'form' ? 'my-account' : 'main';
  if (kind === 'form') return { site, path: '/forms', name: oneOf(random, forms) };
  if (kind === 'search') return { site, path: '/search', name: oneOf(random, searches) };
  if (kind === 'download') return { site, path: '/documents/council-tax-guide.pdf' };
  return { site, path: oneOf(random, paths) };
}
