import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { isPeriodId } from '#calendar/period.ts';
import { type Command, type Context, textOf, type Values } from '#cli/command.ts';
import { withStack } from '#cli/connect.ts';
import { withStores } from '#cli/localStores.ts';
import { chromiumPath, printPdf } from '#cli/paper/chromium.ts';
import { type PaperPage, paperPage } from '#cli/paper/page.ts';
import { subjectNamed } from '#cli/preview/subjects.ts';
import { checkedFolders } from '#cli/push.ts';
import { foldersOf } from '#cli/scorecardFolders.ts';
import { Failure } from '#local/failure.ts';

const usage = 'paper ORG/SCORECARD --period P [--pdf FILE]';

export const paper: Command = {
  usage,
  summary: 'print a committee paper with its figures in place (docs/papers.md)',
  options: { period: { type: 'string' }, pdf: { type: 'string' }, html: { type: 'string' } },
  positionals: 1,
  async run(context, { values, positionals: [name] }) {
    const { organisation, scorecard, period, html, pdf } = askedFor(context, name, values);
    const chromium = pdf === undefined ? undefined : chromiumOrFailure();
    const subject = subjectNamed(scorecard, checkedFolders(foldersOf(context.root, context.here, [organisation])));
    const page = await context.output.stage('Paper', async () => {
      const result = await withStack(context, (up) => withStores(up, (stores) => paperPage(subject, period, stores)));
      return { detail: inWords(result), result };
    });
    if (html !== undefined) writeFileSync(html, page.html);
    if (pdf !== undefined && chromium !== undefined) await printed(context, page, chromium, pdf);
    for (const file of [html, pdf]) if (file !== undefined) context.output.line(file);
    const { edition, isDraft } = page;
    return { organisation, scorecard, period, edition: edition.edition, isDraft, html, pdf };
  },
};

interface Asked {
  readonly organisation: string;
  readonly scorecard: string;
  readonly period: string;
  readonly html: string | undefined;
  readonly pdf: string | undefined;
}

function askedFor({ here }: Context, name: string | undefined, values: Values): Asked {
  const [organisation, scorecard, more] = name?.split('/') ?? [];
  const period = textOf(values, 'period');
  if (!organisation || !scorecard || more !== undefined || period === undefined)
    throw new Failure(`Name an organisation's scorecard and a period: quarterlight ${usage}`);
  if (!isPeriodId(period))
    throw new Failure(`"${period}" is no period: write --period 2023-24-q3, 2023-24 or 2016-05.`);
  const [html, pdf] = ['html', 'pdf'].map((option) => {
    const file = textOf(values, option);
    return file === undefined ? undefined : resolve(here, file);
  });
  if (html === undefined && pdf === undefined) throw new Failure('Say where to: --pdf FILE, --html FILE, or both.');
  return { organisation, scorecard, period, html, pdf };
}

function chromiumOrFailure(): string {
  const chromium = chromiumPath();
  if (chromium !== undefined) return chromium;
  throw new Failure(
    'A PDF is printed by Chromium, which was not found: install it, name it in the variable CHROMIUM, or write --html and print that.',
  );
}

const inWords = ({ edition, isDraft }: PaperPage): string =>
  `edition ${edition.edition} of ${edition.period.label}${isDraft ? ', which is not released' : ''}`;

const printed = ({ output }: Context, { html }: PaperPage, chromium: string, pdf: string): Promise<void> =>
  output.stage('Print', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'quarterlight-paper-'));
    try {
      const path = join(folder, 'paper.html');
      writeFileSync(path, html);
      await printPdf(chromium, path, pdf);
    } finally {
      rmSync(folder, { recursive: true });
    }
    return { detail: 'A4, by Chromium', result: undefined };
  });
