import { londonDay } from '#calendar/day.ts';
import { addMonths } from '#calendar/months.ts';
import { type Period, parsePeriod } from '#calendar/period.ts';
import type { LocalStores as Stores } from '#cli/localStores.ts';
import type { Stream } from '#event/types.ts';
import { Failure } from '#local/failure.ts';
import { nearest, probably } from '#metric/nearest.ts';
import type { Configuration } from '#scorecard/configuration.ts';
import type { Edition, Status } from '#scorecard/edition.ts';
import { type Explanation, explain } from '#scorecard/explain.ts';
import { daysNeeded } from '#scorecard/periods.ts';
import { streamsOf } from '#scorecard/questions.ts';
import type { Scorecard } from '#scorecard/schema.ts';
import { everyVersion } from '#scorecard/versions.ts';
import { linksOn } from '#site/addresses.ts';
import type { EditionHead } from '#store/editions.ts';

export interface Question {
  readonly measure: string;
  readonly period: Period;
  readonly organisation?: string;
  readonly scorecard?: string;
  readonly asOf?: string;
}

/** An edition that shows the measure's figure of the period. */
export interface Publication {
  readonly period: string;
  readonly edition: number;
  readonly asOf: string;
  readonly publishedAt: string;
  readonly value?: number;
  readonly status: Status;
  /** On the public site, for good. */
  readonly address: string;
}

export interface Explained extends Explanation {
  readonly published: readonly Publication[];
}

export interface Place {
  readonly configuration: Configuration;
  readonly scorecard: Scorecard;
}

const measureIds = ({ scorecard }: Place): readonly string[] =>
  scorecard.groups.flatMap((group) => group.measures.map(({ id }) => id));

const nameOf = ({ configuration, scorecard }: Place): string =>
  `--org ${configuration.organisation.id} --scorecard ${scorecard.id}`;

/** Every scorecard that was pushed, or the named ones. */
export async function placesFor(
  { organisation, scorecard }: Pick<Question, 'organisation' | 'scorecard'>,
  config: Stores['config'],
): Promise<readonly Place[]> {
  const all = await Promise.all((await config.organisations()).map((id) => config.read(id)));
  const configurations = all.filter((one) => one !== undefined);
  if (configurations.length === 0) throw new Failure('No scorecard has been pushed yet: run "quarterlight start".');
  mustBeKnown(
    'organisation',
    organisation,
    configurations.map((one) => one.organisation.id),
  );
  const places = configurations
    .filter((one) => organisation === undefined || one.organisation.id === organisation)
    .flatMap((configuration) => configuration.scorecards.map((each) => ({ configuration, scorecard: each })));
  mustBeKnown(
    'scorecard',
    scorecard,
    places.map((place) => place.scorecard.id),
  );
  return places.filter((place) => scorecard === undefined || place.scorecard.id === scorecard);
}

function mustBeKnown(kind: string, name: string | undefined, known: readonly string[]) {
  if (name === undefined || known.includes(name)) return;
  const meant = probably(name, known);
  const advice = meant ? `did you mean "${meant}"?` : `there is ${[...new Set(known)].join(', ')}.`;
  throw new Failure(`There is no ${kind} "${name}": ${advice}`);
}

function placeOf({ measure }: Question, places: readonly Place[]): Place {
  const having = places.filter((place) => measureIds(place).includes(measure));
  const [found, ...more] = having;
  if (found === undefined) {
    const meant = nearest(measure, places.flatMap(measureIds));
    throw new Failure(`There is no measure "${measure}"${meant ? `: did you mean "${meant}"?` : '.'}`);
  }
  if (more.length === 0) return found;
  throw new Failure(`Several scorecards have a measure "${measure}": write ${having.map(nameOf).join(' or ')}.`);
}

/** Editions of periods that can show a figure of this one: of its own time, or of later periods by way of a lag. */
function mayShow({ period }: Question, lag: number) {
  const months = { month: 1, quarter: 3, 'half-year': 6, year: 12 }[period.frequency];
  const latest = addMonths(period.end, (lag + 1) * months);
  return (head: EditionHead): boolean => {
    const { start, end } = parsePeriod(head.period);
    return end >= period.start && start <= latest;
  };
}

const byPublication = (a: Edition, b: Edition): number =>
  a.publishedAt === b.publishedAt ? a.edition - b.edition : a.publishedAt < b.publishedAt ? -1 : 1;

/** Editions whose figure of the measure is that of the period, oldest first. */
async function editionsShowing(question: Question, place: Place, editions: Stores['editions']): Promise<Edition[]> {
  const { configuration, scorecard } = place;
  const measure = scorecard.groups.flatMap((group) => group.measures).find(({ id }) => id === question.measure);
  const heads = await editions.heads(configuration.organisation.id, scorecard.id);
  const read = await Promise.all(heads.filter(mayShow(question, measure?.lag ?? 0)).map((head) => editions.read(head)));
  return read.filter((edition) => edition !== undefined).sort(byPublication);
}

const publicationsOf = (editions: readonly Edition[], { measure }: Question, period: string): readonly Publication[] =>
  editions.flatMap((edition) => {
    const found = edition.measures.find(({ id }) => id === measure);
    if (found?.period !== period) return [];
    const { value, status } = found;
    const address = linksOn('edition', edition).measure(measure);
    const { asOf, publishedAt } = edition;
    return [{ period: edition.period.id, edition: edition.edition, asOf, publishedAt, value, status, address }];
  });

/** What its formulas count, as they are and as they were. */
export const streamsIn = ({ groups }: Scorecard): ReadonlySet<Stream> =>
  new Set(groups.flatMap(({ measures }) => measures.flatMap(everyVersion)).flatMap(({ value }) => streamsOf(value)));

/** All that the figure rests on, as of a day: the day of the newest edition that shows it, where none is given. */
export async function explanationOf(question: Question, stores: Stores, now: Date): Promise<Explained> {
  const place = placeOf(question, await placesFor(question, stores.config));
  const { configuration, scorecard } = place;
  const { organisation } = configuration;
  const editions = await editionsShowing(question, place, stores.editions);
  const newest = publicationsOf(editions, question, question.period.id).at(-1);
  const asOf = question.asOf ?? newest?.asOf ?? londonDay(now);
  const streams = streamsIn(scorecard);
  const { from } = daysNeeded(scorecard, question.period, asOf);
  const { end } = question.period;
  const ranges = [...streams].map((stream) =>
    stores.partials.range(organisation.id, stream, from, end > asOf ? end : asOf),
  );
  const explanation = explain({
    organisation,
    scorecard,
    sources: configuration.sources,
    measure: question.measure,
    period: question.period,
    asOf,
    partials: (await Promise.all(ranges)).flat(),
    records: await stores.log.recordsOf(organisation.id, scorecard.id),
  });
  return { ...explanation, published: publicationsOf(editions, question, explanation.period.id) };
}
