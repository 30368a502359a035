import { join, resolve } from 'node:path';
import { isDay } from '#calendar/day.ts';
import { type Command, type Context, listOf, textOf, type Values } from '#cli/command.ts';
import { withStack } from '#cli/connect.ts';
import { type LocalStores, withStores } from '#cli/localStores.ts';
import { counted } from '#cli/output.ts';
import { changesText } from '#cli/preview/changesText.ts';
import { type Draft, draftOf } from '#cli/preview/draft.ts';
import { factsIn } from '#cli/preview/facts.ts';
import { emptyFolder, writeFiles } from '#cli/preview/folder.ts';
import { readinessText } from '#cli/preview/readinessText.ts';
import { type Rendering, render } from '#cli/preview/render.ts';
import { serveFiles } from '#cli/preview/serve.ts';
import { type Subject, subjectsNamed } from '#cli/preview/subjects.ts';
import { checkedFolders } from '#cli/push.ts';
import { foldersOf } from '#cli/scorecardFolders.ts';
import { untilInterrupted } from '#cli/session.ts';
import { softwareVersion } from '#cli/softwareVersion.ts';
import type { Fact } from '#event/types.ts';
import { Failure } from '#local/failure.ts';
import { longDate } from '#scorecard/format.ts';
import { linksOn } from '#site/addresses.ts';
import { draftChanges } from '#site/draftChanges.ts';
import type { SiteFile } from '#store/website.ts';

const usage = 'preview [SCORECARD] [--events FILE…] [--as-of DATE]';

export const preview: Command = {
  usage,
  summary: 'show a draft of files that are not pushed and of figures that are not sent',
  options: {
    org: { type: 'string' },
    'as-of': { type: 'string' },
    events: { type: 'string', multiple: true },
    source: { type: 'string', short: 's' },
    as: { type: 'string' },
    out: { type: 'string' },
    'no-serve': { type: 'boolean' },
  },
  positionals: Number.POSITIVE_INFINITY,
  async run(context, { values, positionals }) {
    const asked = askedFor(context, values, positionals);
    const facts = await factsOf(asked, values, context);
    const drafts = await context.output.stage('Assess', () => assessed(asked, facts, context));
    const files = await context.output.stage('Render', async () => {
      const result = await render(drafts.map(renderingOf));
      return { detail: `${counted(result.size, 'file')}, each page marked as a draft`, result };
    });
    const folder = folderFor(context, values);
    emptyFolder(folder);
    writeFiles(folder, files.values());
    tell(context, drafts);
    const isShown = values['no-serve'] !== true && values['json'] !== true;
    if (isShown) await show(context, drafts, files);
    else context.output.line(`The draft is in ${folder}. Nothing was sent or pushed.`);
    return { folder, drafts: drafts.map(inShort) };
  },
};

interface Asked {
  readonly subjects: readonly Subject[];
  readonly paths: readonly string[];
  readonly asOf: string | undefined;
}

/** `--events a.json b.json`: what looks like a file is one, wherever it stands. */
const isFile = (word: string): boolean => /\.[a-z]+$/i.test(word);

function askedFor({ root, here }: Context, values: Values, words: readonly string[]): Asked {
  const asOf = textOf(values, 'as-of');
  if (asOf !== undefined && !isDay(asOf)) throw new Failure(`"${asOf}" is no day: write --as-of 2024-01-25.`);
  const [name, ...more] = words.filter((word) => !isFile(word));
  if (more.length > 0) throw new Failure(`"preview" cannot use "${more[0]}": quarterlight ${usage}`);
  const organisation = textOf(values, 'org');
  const folders = foldersOf(root, here, organisation === undefined ? [] : [organisation]);
  return {
    subjects: subjectsNamed(name, checkedFolders(folders)),
    paths: [...listOf(values, 'events'), ...words.filter(isFile)],
    asOf,
  };
}

async function factsOf({ subjects, paths }: Asked, values: Values, context: Context): Promise<readonly Fact[]> {
  if (paths.length === 0) return [];
  const [of, ...others] = [...new Set(subjects.map(({ configuration }) => configuration))];
  if (of === undefined || others.length > 0)
    throw new Failure('Several organisations would get what is in the files: name one with --org.');
  return factsIn({ paths, source: textOf(values, 'source'), preset: textOf(values, 'as') }, of, context);
}

const assessed = ({ subjects, asOf }: Asked, facts: readonly Fact[], context: Context) =>
  withStack(context, (up) =>
    withStores(up, async (stores: LocalStores) => {
      const drafting = { facts, asOf, software: softwareVersion(), now: context.now() };
      const result = await Promise.all(subjects.map((subject) => draftOf(subject, stores, drafting)));
      return { detail: counted(result.length, 'scorecard'), result };
    }),
  );

const bannerOf = ({ asOf, fromFiles }: Draft): string => {
  const files = fromFiles === 0 ? '' : `, with ${counted(fromFiles, 'record')} from files that nobody has sent`;
  return `Not published: made on one computer, as of ${longDate(asOf)}${files}. These pages are not to be passed on as the council's figures.`;
};

function renderingOf(draft: Draft): Rendering {
  const { configuration, scorecard, editions, older } = draft;
  return {
    configuration,
    scorecard: scorecard.id,
    editions: editions.flatMap(({ shown, edition }) => (shown ? [shown, edition] : [edition])),
    draft: {
      banner: bannerOf(draft),
      readiness: new Map(editions.map(({ edition, readiness }) => [edition.period.id, readiness])),
      older,
    },
  };
}

const folderFor = ({ folder, here }: Context, values: Values): string => {
  const out = textOf(values, 'out');
  return out === undefined ? join(folder, 'preview') : resolve(here, out);
};

function tell({ output }: Context, drafts: readonly Draft[]) {
  for (const { configuration, scorecard, asOf, editions, fromFiles, tooLate, strange } of drafts) {
    output.line('');
    output.line(`${configuration.organisation.id}/${scorecard.id}, as of ${longDate(asOf)}`);
    if (fromFiles > 0) output.line(`  ${counted(fromFiles, 'record')} from files`);
    if (tooLate > 0)
      output.line(
        `  ${counted(tooLate, 'record')} of the files happened after ${asOf} and ${tooLate === 1 ? 'is' : 'are'} left out: give --as-of.`,
      );
    for (const id of strange) output.line(`  The files name "${id}", which the scorecard does not have.`);
    for (const { edition, hash, sameAs, readiness, shown } of editions) {
      const number = sameAs === undefined ? `edition ${edition.edition}` : `nothing new since edition ${sameAs}`;
      output.line(`  ${edition.period.label}: ${number}, hash ${hash.slice(0, 12)}`);
      for (const line of [...changesText(shown, edition, '    '), ...readinessText(readiness, '    ')])
        output.line(line);
    }
  }
  output.line('');
}

async function show(context: Context, drafts: readonly Draft[], files: ReadonlyMap<string, SiteFile>) {
  const server = await serveFiles(files);
  const [only, ...more] = drafts;
  const first = only?.editions[0]?.edition;
  const path = first && more.length === 0 ? linksOn('current', first).strategy : '/';
  context.output.line(`Draft   ${server.address}${path}`);
  context.output.line('Nothing was sent or pushed. Press Ctrl-C to stop.');
  await untilInterrupted();
  await server.close();
}

const inShort = ({ configuration, scorecard, asOf, editions, fromFiles, tooLate, strange }: Draft) => ({
  organisation: configuration.organisation.id,
  scorecard: scorecard.id,
  asOf,
  fromFiles,
  tooLate,
  strange,
  editions: editions.map(({ edition, hash, readiness, shown }) => ({
    period: edition.period.id,
    edition: edition.edition,
    hash,
    readiness,
    ...(shown && { published: shown.edition, changes: draftChanges(shown, edition) }),
  })),
});
