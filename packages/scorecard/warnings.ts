import { addDays, type Day } from '#calendar/day.ts';
import { isPeriodId, type Period, parsePeriod, periodContaining, shiftPeriod, shortLabel } from '#calendar/period.ts';
import { partOfTarget } from '#scorecard/accumulation.ts';
import { annotationWarnings } from '#scorecard/annotations.ts';
import { longDate } from '#scorecard/format.ts';
import type { Finding, Step } from '#scorecard/problem.ts';
import type { Measure, Scorecard } from '#scorecard/schema.ts';
import { aimOf } from '#scorecard/target.ts';
import { measureAt } from '#scorecard/versions.ts';

/** What may be meant as it stands, but is worth a second look. Never a reason to refuse a file. */
type Doubt = (measure: Measure, today: Day | undefined) => readonly Finding[];

const found = (path: readonly Step[], message: string, mend: string): Finding => ({ path, message, mend });

const noticeDays = 60;

const isBlank = ({ target }: Measure, { id }: Period): boolean =>
  typeof target === 'object' && (target as Readonly<Record<string, unknown>>)[id] === null;

/** Or an earlier figure in its place. */
const hasTarget = (measure: Measure, period: Period): boolean => {
  const at = measureAt(measure, period);
  return isBlank(at, period) || at.rating?.against !== undefined || aimOf(at, period, 0) !== undefined;
};

/** A target by period that ends: said from 60 days before the first period without one begins, while that lasts. */
const targetRunsOut: Doubt = (measure, today) => {
  const targets = [measure, ...(measure.versions ?? [])].findLastIndex(({ target }) => target !== undefined);
  if (today === undefined || targets < 0) return [];
  const current = periodContaining(today, measure.frequency, measure.year);
  const next = shiftPeriod(current, 1);
  const upcoming = next.start <= addDays(today, noticeDays) ? [current, next] : [current];
  const without = upcoming.find((period) => !hasTarget(measure, period) && hasTarget(measure, shiftPeriod(period, -1)));
  if (!without) return [];
  const begins = without.start > today ? 'begins' : 'began';
  return [
    found(
      targets === 0 ? ['target'] : ['versions', targets - 1, 'target'],
      `there is no target for ${shortLabel(without)}, which ${begins} on ${longDate(without.start)}`,
      `write one for ${without.id}, or leave ${without.id} blank on purpose`,
    ),
  ];
};

const isPercentTitle = (title: string): boolean => /%|\bper ?cent(age)?\b/i.test(title);
const isCountTitle = (title: string): boolean => /^(total )?number of\b/i.test(title);

const unitOfTitle: Doubt = ({ title, unit }) => {
  if (isPercentTitle(title) && unit !== 'percent')
    return [found(['unit'], `the title speaks of a percentage, and the unit is ${unit}`, 'change one of the two')];
  return isCountTitle(title) && unit === 'percent'
    ? [found(['unit'], 'the title speaks of a number, and the unit is percent', 'change one of the two')]
    : [];
};

const hasLimit = (title: string): boolean =>
  /\bwithin\b.*\b\d+\s?-?\s?(working |calendar )?(d|days?|hours?|hrs?|minutes?|weeks?|months?)\b/i.test(title);
const namesClock = (text: string): boolean => /\b(working|calendar|elapsed|opening)\b|\bclock\b/i.test(text);

const withoutClock: Doubt = ({ title, definition = '', value }) =>
  'recorded' in value && hasLimit(title) && !namesClock(`${title} ${definition}`)
    ? [
        found(
          ['title'],
          'nothing says by which clock the limit is counted',
          'say in the definition whether it is working days, calendar days or elapsed time',
        ),
      ]
    : [];

const targetsOf = ({ target }: Measure): readonly (readonly [readonly Step[], number])[] => {
  if (typeof target === 'number') return [[['target'], target]];
  if (typeof target !== 'object' || 'maintain' in target || 'path' in target) return [];
  return Object.entries(target).flatMap(([id, aim]) =>
    isPeriodId(id) && typeof aim === 'number' ? [[['target', id], aim] as const] : [],
  );
};

const worseThanBaseline: Doubt = (measure) => {
  const { polarity, baseline } = measure;
  const was = baseline?.value;
  if (was === undefined || (polarity !== 'higher' && polarity !== 'lower')) return [];
  return targetsOf(measure)
    .filter(([, aim]) => (polarity === 'higher' ? aim < was : aim > was))
    .slice(0, 1)
    .map(([path, aim]) =>
      found(
        path,
        `the target of ${aim} is worse than the baseline of ${was}`,
        'check both, or write maintain: baseline',
      ),
    );
};

const totalOfPart: Doubt = (measure) => {
  if (measure.annual !== undefined || typeof measure.target !== 'object') return [];
  const longer = Object.keys(measure.target).filter(isPeriodId).map(parsePeriod);
  const unlike = longer.find((of) =>
    partOfTarget(measure, periodContaining(of.start, measure.frequency, measure.year), { of }),
  );
  return unlike
    ? [
        found(
          ['target'],
          `a total of a ${measure.frequency} will not be judged by the target of ${unlike.id}`,
          'write annual: prorated or annual: not-judged to say so',
        ),
      ]
    : [];
};

const doubts: readonly Doubt[] = [targetRunsOut, unitOfTitle, withoutClock, worseThanBaseline, totalOfPart];

interface Placed {
  readonly measure: Measure;
  readonly path: readonly Step[];
}

const demandTitle = /\b(calls?|messages?|e-?mails?|contacts?|enquir(y|ies)|visits?|visitors?|appointments?)\b/i;
const demandStreams: readonly string[] = ['call', 'message', 'visit'];
const chosen = /\b(answered|resolved|responded|responses?|completed|online|digital|self.?service)\b/i;

/** How much people ask of the council: neither more nor less of it is good by itself. */
const isDemand = ({ title, unit, value }: Measure): boolean => {
  if (unit !== 'count') return false;
  if ('count' in value) return demandStreams.includes(value.count) && !('outcome' in (value.where ?? {}));
  return 'recorded' in value && demandTitle.test(title) && !chosen.test(title);
};

const contradictions = (all: readonly Placed[]): readonly Finding[] => {
  const demand = all.filter(({ measure }) => isDemand(measure));
  const fewer = demand.find(({ measure }) => measure.polarity === 'lower');
  if (!fewer) return [];
  return demand
    .filter(({ measure }) => measure.polarity === 'higher')
    .map(({ path }) =>
      found(
        [...path, 'polarity'],
        `more demand is called better here, and worse of "${fewer.measure.title}"`,
        'decide it once for both; polarity: none publishes demand without a judgement',
      ),
    );
};

/** Doubts about a scorecard that is in order; those of dates only where the day is handed in. */
export const scorecardWarnings = (scorecard: Scorecard, today?: Day): readonly Finding[] => {
  const all = scorecard.groups.flatMap(({ measures }, g) =>
    measures.map((measure, i): Placed => ({ measure, path: ['groups', g, 'measures', i] })),
  );
  const each = all.flatMap(({ measure, path }) =>
    doubts
      .flatMap((doubt) => doubt(measure, today))
      .map((finding) => ({ ...finding, path: [...path, ...finding.path] })),
  );
  const dated = today === undefined ? [] : annotationWarnings(scorecard, today);
  return [...each, ...contradictions(all), ...dated];
};
