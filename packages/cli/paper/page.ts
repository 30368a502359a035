import { parsePeriod } from '#calendar/period.ts';
import type { LocalStores } from '#cli/localStores.ts';
import { render } from '#cli/preview/render.ts';
import type { Subject } from '#cli/preview/subjects.ts';
import { Failure } from '#local/failure.ts';
import type { Edition } from '#scorecard/edition.ts';
import { shownOf } from '#scorecard/release.ts';
import { addresses, pathOf } from '#site/addresses.ts';
import { standalone } from '#site/standalone.ts';
import { toDo } from '#site/words.ts';
import type { EditionHead } from '#store/editions.ts';

export interface PaperPage {
  readonly html: string;
  readonly edition: Edition;
  /** Nobody has released the edition: the page says so. */
  readonly isDraft: boolean;
}

/** A paper as one file, with the figures that the site shows or, while none are released, of the newest draft. */
export async function paperPage(subject: Subject, period: string, stores: LocalStores): Promise<PaperPage> {
  const { configuration, scorecard } = subject;
  const organisation = configuration.organisation.id;
  mustBeWritten(subject, period);
  const heads = await stores.editions.heads(organisation, scorecard.id);
  const shown = shownOf(scorecard, heads, await stores.log.recordsOf(organisation, scorecard.id));
  const released = shown.find((head) => head.period === period);
  const head = released ?? heads.findLast((each) => each.period === period);
  if (!head)
    throw new Failure(`${organisation}/${scorecard.id} has no edition of ${period}: run "quarterlight night".`);
  const [edition, before] = await Promise.all([stores.editions.read(head), beforeOf(head, shown, stores)]);
  if (!edition) throw new Error(`${organisation}/${scorecard.id} ${period}#${head.edition} has no body`);
  const draft = { banner: toDo.waiting, readiness: new Map(), older: [] };
  const files = await render([
    {
      configuration,
      scorecard: scorecard.id,
      editions: before ? [before, edition] : [edition],
      draft: released ? undefined : draft,
    },
  ]);
  const page = files.get(pathOf(addresses.paper(organisation, scorecard.id, period)).slice(1));
  if (!page) throw new Error(`no page was made of the paper on ${period}`);
  return { html: standalone(Buffer.from(page.body).toString(), files), edition, isDraft: !released };
}

function mustBeWritten({ configuration, scorecard }: Subject, period: string) {
  const papers = (configuration.papers ?? []).filter((paper) => paper.scorecard === scorecard.id);
  if (papers.some((paper) => paper.period === period)) return;
  const folder = `scorecards/${configuration.organisation.id}/papers`;
  const others = papers.length > 0 ? ` There is one on ${papers.map((paper) => paper.period).join(', ')}.` : '';
  throw new Failure(`There is no paper ${folder}/${scorecard.id}-${period}.md.${others} See docs/papers.md.`);
}

/** What is published of the period before, for what has moved since. */
async function beforeOf({ period }: EditionHead, shown: readonly EditionHead[], { editions }: LocalStores) {
  const { start } = parsePeriod(period);
  const [newest] = shown
    .filter((head) => parsePeriod(head.period).end < start)
    .sort((a, b) => (parsePeriod(a.period).end < parsePeriod(b.period).end ? 1 : -1));
  return newest && (await editions.read(newest));
}
