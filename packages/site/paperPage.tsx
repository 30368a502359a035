import type { Edition } from '#scorecard/edition.ts';
import { boundTo, type Named, placeholder } from '#scorecard/paperNames.ts';
import type { Paper } from '#scorecard/paperSchema.ts';
import { addresses } from '#site/addresses.ts';
import { longDay } from '#site/format.ts';
import { Key } from '#site/key.tsx';
import { Layout } from '#site/layout.tsx';
import { Lede } from '#site/lede.tsx';
import { measureColumnsOf } from '#site/measureTable.tsx';
import { type Document, documentOf, type Fill } from '#site/paperMarkdown.tsx';
import { marker } from '#site/paperMarks.ts';
import { boundText, type PaperFigures } from '#site/paperValues.ts';
import { Rankings } from '#site/ranking.tsx';
import { footnotesOf, websiteCrumbs } from '#site/scorecardLayout.tsx';
import { GroupSection } from '#site/strategyPage.tsx';
import { Tally } from '#site/tally.tsx';
import type { View } from '#site/view.ts';
import { say, words } from '#site/words.ts';

interface PaperProps {
  readonly paper: Paper;
  readonly view: View;
  /** Of the period before, where there is one. */
  readonly before?: Edition;
}

const ids = (list: readonly string[]) => list.map((id) => ({ id }));

const namesIn = ({ groups }: Edition): Named => ({
  groups: groups.map(({ id, measures, milestones }) => ({ id, measures: ids(measures), milestones: ids(milestones) })),
});

/** Every name in a text by what it stands for. A name was known when the paper was checked; an old edition may lack it. */
const filler = (figures: PaperFigures): Fill => {
  const named = namesIn(figures.edition);
  const marked = marker(figures.edition.measures);
  return (text, section) =>
    text.replaceAll(placeholder, (_, name: string) => {
      const bound = boundTo(name.trim(), named);
      return 'message' in bound ? words.notInEdition : marked(bound, boundText(bound, figures), section);
    });
};

const Particulars = ({ paper, view: { edition } }: PaperProps) => {
  const rows: readonly (readonly [string, string | undefined])[] = [
    [words.meeting, paper.meeting],
    [words.meetingDate, longDay(paper.date)],
    [words.agendaItem, paper.item],
    [words.reportOf, paper.reportOf],
    [words.author, paper.author && [paper.author.role, paper.author.contact].filter(Boolean).join(', ')],
    [words.handling, paper.label],
    [words.version, paper.version],
    [words.figuresFrom, say.figuresOf(edition.period.label, edition.edition, longDay(edition.asOf))],
  ];
  return (
    <dl class="facts paper__particulars">
      {rows.flatMap(([term, text]) =>
        text === undefined
          ? []
          : [
              <div key={term}>
                <dt>{term}</dt>
                <dd>{text}</dd>
              </div>,
            ],
      )}
    </dl>
  );
};

const Contents = ({ headings, appendix }: { headings: Document['headings']; appendix: boolean }) => (
  <nav class="paper__contents" aria-labelledby="contents">
    <h2 class="govuk-heading-m" id="contents">
      {words.contents}
    </h2>
    <ol class="govuk-list">
      {headings
        .filter(({ depth }) => depth === 2)
        .map(({ id, number, text }) => (
          <li key={id}>
            <span class="paper__number">{number}</span>
            <a class="govuk-link" href={`#${id}`}>
              {text}
            </a>
          </li>
        ))}
      {appendix && (
        <li>
          <a class="govuk-link" href="#appendix">
            {words.appendix}
          </a>
        </li>
      )}
    </ol>
  </nav>
);

/** The same figures as the scorecard's own pages, from the same edition, so that the two cannot differ. */
const Appendix = ({ view }: { view: View }) => {
  const { edition } = view;
  const columns = measureColumnsOf(edition);
  return (
    <section class="paper__appendix" aria-labelledby="appendix">
      <h2 class="govuk-heading-l" id="appendix">
        {words.appendix}
      </h2>
      <p class="govuk-body">{say.figuresOf(edition.period.label, edition.edition, longDay(edition.asOf))}.</p>
      <Lede edition={edition} />
      <Tally edition={edition} />
      <h3 class="govuk-heading-m">{words.changedMost}</h3>
      <Rankings view={view} />
      {edition.groups.map((group) => (
        <GroupSection key={group.id} group={group} view={view} columns={columns} />
      ))}
      <Key
        edition={edition}
        shows={['measures', ...(edition.milestones.length > 0 ? (['milestones'] as const) : [])]}
      />
    </section>
  );
};

/** A committee paper with its figures in place: one page, to read or to print on A4. */
export const PaperPage = ({ paper, view, before }: PaperProps) => {
  const { edition, links } = view;
  const { organisation, scorecard } = edition;
  const { headings, content } = documentOf(paper.body, filler({ edition, before }));
  const address = addresses.paper(organisation.id, scorecard.id, edition.period.id);
  return (
    <Layout
      shell={view.shell}
      title={[paper.title, organisation.name]}
      description={say.paperAbout(paper.title, paper.meeting, longDay(paper.date))}
      address={address}
      brand={{ name: organisation.name, href: addresses.organisation(organisation.id) }}
      nav={[]}
      trail={[
        ...websiteCrumbs(edition),
        { text: words.ourPerformance, href: addresses.organisation(organisation.id) },
        { text: scorecard.title, href: links.strategy },
        { text: words.paper },
      ]}
      notices={scorecard.notice === undefined ? [] : [scorecard.notice]}
      feed={addresses.feed(organisation.id)}
      footnotes={footnotesOf(edition, view.contact)}
    >
      <article class="paper">
        <header>
          <span class="govuk-caption-xl">{organisation.name}</span>
          <h1 class="govuk-heading-xl">{paper.title}</h1>
          <Particulars paper={paper} view={view} />
        </header>
        <Contents headings={headings} appendix={paper.appendix} />
        <div class="paper__text">{content}</div>
        {paper.appendix && <Appendix view={view} />}
      </article>
    </Layout>
  );
};
