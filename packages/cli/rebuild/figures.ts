import { parsePeriod } from '#calendar/period.ts';
import type { Progress } from '#cli/output.ts';
import {
  type Compared,
  comparedIn,
  type FigureCompared,
  type FigureLeftOut,
  type Redone,
  type ShownIn,
} from '#cli/rebuild/edition.ts';
import { same } from '#cli/rebuild/measure.ts';
import type { Asked, Scope } from '#cli/rebuild/scope.ts';
import type { VerifyStores } from '#cli/rebuild/stores.ts';
import { draftsOf } from '#functions/assess/assess.ts';
import type { EditionHead } from '#store/editions.ts';

export interface CheckedFigures {
  readonly compared: number;
  readonly different: readonly FigureCompared[];
  readonly leftOut: readonly FigureLeftOut[];
}

type Stores = Pick<VerifyStores, 'config' | 'log' | 'editions'> & {
  readonly partials: Pick<VerifyStores['partials'], 'range'>;
};

/** The highest of each period. */
function newestOf(heads: readonly EditionHead[]): readonly EditionHead[] {
  const newest = new Map<string, EditionHead>();
  for (const head of heads) if (head.edition > (newest.get(head.period)?.edition ?? 0)) newest.set(head.period, head);
  return [...newest.values()];
}

const isIn =
  ({ from = '', to = '9999' }: Asked) =>
  ({ edition }: ShownIn): boolean => {
    const { start, end } = parsePeriod(edition.period);
    return end >= from && start <= to;
  };

/** All editions of one day together: they rest on the same figures. */
async function redoneOf(asOf: string, heads: readonly EditionHead[], stores: Stores): Promise<readonly Redone[]> {
  const read = await Promise.all(heads.map((head) => stores.editions.read(head)));
  const editions = read.filter((edition) => edition !== undefined);
  const [first] = editions;
  if (!first) return [];
  const { organisation, scorecard, publishedAt, software } = first;
  const task = { organisation: organisation.id, scorecard: scorecard.id, asOf, publishedAt };
  const { drafts } = await draftsOf(task, { ...stores, software });
  return editions.map((published) => {
    const draft = drafts.find(({ period }) => period.id === published.period.id);
    return { published, anew: draft?.build(undefined, published.edition) };
  });
}

/**
 * Why a figure may differ: a later edition shows it rightly. What came too late for the earlier one either changed the
 * figure, and the public was told of that, or only what it rests on. undefined where it may not.
 */
function accountedFor(figure: FigureCompared, all: readonly FigureCompared[]): string | undefined {
  const later = all.findLast(
    ({ measure, period, edition, differs }) =>
      measure === figure.measure &&
      period === figure.period &&
      edition.asOf > figure.edition.asOf &&
      differs === undefined,
  );
  if (!later) return undefined;
  const where = `${later.edition.period} edition ${later.edition.edition}`;
  if (figure.differs !== 'value') return `it rests on events that came since, and is the same figure in ${where}`;
  return same(later.published, figure.published) ? undefined : `revised since, by ${where}`;
}

function judged(comparisons: readonly Compared[], asked: Asked): CheckedFigures {
  const all = comparisons.flatMap((each) => each.figures);
  const figures = all.filter(isIn(asked));
  const different: FigureCompared[] = [];
  const accounted: FigureLeftOut[] = [];
  const leftOut = comparisons.flatMap((each) => each.leftOut).filter(isIn(asked));
  for (const figure of figures.filter(({ differs }) => differs !== undefined)) {
    const { organisation, scorecard, edition, measure } = figure;
    const reason = accountedFor(figure, all);
    if (reason === undefined) different.push(figure);
    else accounted.push({ organisation, scorecard, edition, measure, reason });
  }
  return { compared: figures.length - accounted.length, different, leftOut: [...leftOut, ...accounted] };
}

async function figuresOf(heads: readonly EditionHead[], asked: Asked, stores: Stores): Promise<CheckedFigures> {
  const byDay = [...Map.groupBy(heads, ({ asOf }) => asOf)].sort(([a], [b]) => (a < b ? -1 : 1));
  const comparisons: Compared[] = [];
  for (const [asOf, ofDay] of byDay) comparisons.push(...(await redoneOf(asOf, ofDay, stores)).map(comparedIn));
  return judged(comparisons, asked);
}

/** The newest edition of every period made again, from counts that are right, and compared with what was published. */
export async function checkFigures(
  scopes: readonly Scope[],
  asked: Asked,
  stores: Stores,
  progress: Progress,
): Promise<CheckedFigures> {
  const places = scopes.flatMap(({ configuration, scorecards }) =>
    scorecards.map(({ id }) => ({ organisation: configuration.organisation.id, scorecard: id })),
  );
  const found: CheckedFigures[] = [];
  for (const [i, { organisation, scorecard }] of places.entries()) {
    progress(i / places.length, `${organisation}/${scorecard}`);
    const heads = newestOf(await stores.editions.heads(organisation, scorecard));
    found.push(await figuresOf(heads, asked, stores));
  }
  return {
    compared: found.reduce((sum, each) => sum + each.compared, 0),
    different: found.flatMap((each) => each.different),
    leftOut: found.flatMap((each) => each.leftOut),
  };
}
