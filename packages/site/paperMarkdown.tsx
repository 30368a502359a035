import type { Nodes, Parents, RootContent, Table as TableNode } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table';
import { gfmTable } from 'micromark-extension-gfm-table';
import type { ComponentChildren, JSX } from 'preact';
import { outside } from '#site/addresses.ts';

/** A heading of a paper, for its list of contents. */
export interface Heading {
  readonly id: string;
  /** `3` or `3.1`; sections are numbered as councils number them. */
  readonly number: string;
  readonly text: string;
  readonly depth: number;
}

export interface Document {
  readonly headings: readonly Heading[];
  readonly content: JSX.Element;
}

/** Puts figures in place of names in a text of a section; the sections of the first level are numbered from 1. */
export type Fill = (text: string, section: number) => string;

/**
 * CommonMark with tables; `fill` replaces the names in its texts, after parsing, so that a title's asterisk stays one.
 * Markup in the text stays text: nothing of it reaches the page as an element.
 */
export const documentOf = (markdown: string, fill: Fill): Document => {
  const tree = fromMarkdown(markdown, { extensions: [gfmTable()], mdastExtensions: [gfmTableFromMarkdown()] });
  fillSections(tree.children, fill);
  const headings = numbered(tree.children);
  const byNode = new Map(headings.map(({ node, ...heading }) => [node, heading]));
  return {
    headings: headings.map(({ node: _, ...heading }) => heading),
    content: <>{tree.children.map((node, i) => block(node, i, byNode))}</>,
  };
};

const topOf = (nodes: readonly RootContent[]): number =>
  Math.min(...nodes.filter((node) => node.type === 'heading').map(({ depth }) => depth));

const fillSections = (nodes: readonly RootContent[], fill: Fill): void => {
  const top = topOf(nodes);
  let section = 0;
  for (const node of nodes) {
    if (node.type === 'heading' && node.depth === top) section += 1;
    fillIn(node, (text) => fill(text, section));
  }
};

const fillIn = (node: Nodes, fill: (text: string) => string): void => {
  if ('value' in node) node.value = fill(node.value);
  if ('children' in node) for (const child of node.children) fillIn(child, fill);
};

type Numbered = Heading & { readonly node: RootContent };
type ByNode = ReadonlyMap<RootContent, Heading>;

/** The first level of headings in use is level 2 on the page: the title has level 1. */
const numbered = (nodes: readonly RootContent[]): readonly Numbered[] => {
  let section = 0;
  let part = 0;
  const found = nodes.filter((node) => node.type === 'heading');
  const top = topOf(nodes);
  return found.map((node) => {
    const isTop = node.depth === top;
    section += isTop ? 1 : 0;
    part = isTop ? 0 : part + 1;
    const number = isTop ? String(section) : `${section}.${part}`;
    return { node, id: `section-${number.replace('.', '-')}`, number, text: textOf(node), depth: isTop ? 2 : 3 };
  });
};

const textOf = (node: Nodes): string => {
  if ('value' in node) return node.value;
  return 'children' in node ? node.children.map(textOf).join('') : '';
};

const block = (node: RootContent, key: number, headings: ByNode): ComponentChildren => {
  switch (node.type) {
    case 'heading':
      return <PaperHeading key={key} node={node} heading={headings.get(node)} />;
    case 'paragraph':
      return (
        <p key={key} class="govuk-body">
          {inlines(node)}
        </p>
      );
    case 'list':
      return <List key={key} node={node} headings={headings} />;
    case 'table':
      return <PaperTable key={key} node={node} />;
    case 'blockquote':
      return <blockquote key={key}>{node.children.map((child, i) => block(child, i, headings))}</blockquote>;
    case 'thematicBreak':
      return <hr key={key} class="govuk-section-break govuk-section-break--visible" />;
    case 'code':
    case 'html':
      return (
        <p key={key} class="govuk-body">
          {node.value}
        </p>
      );
    default:
      return null;
  }
};

type HeadingNode = Extract<RootContent, { type: 'heading' }>;

const PaperHeading = ({ node, heading }: { node: HeadingNode; heading: Heading | undefined }) => {
  const content = (
    <>
      <span class="paper__number">{heading?.number}</span> {inlines(node)}
    </>
  );
  return heading?.depth === 2 ? (
    <h2 class="govuk-heading-m" id={heading.id}>
      {content}
    </h2>
  ) : (
    <h3 class="govuk-heading-s" id={heading?.id}>
      {content}
    </h3>
  );
};

const List = ({ node, headings }: { node: Extract<RootContent, { type: 'list' }>; headings: ByNode }) => {
  const items = node.children.map((item, i) => (
    <li key={i}>
      {item.children.map((child, j) =>
        child.type === 'paragraph' ? <>{inlines(child)} </> : block(child, j, headings),
      )}
    </li>
  ));
  return node.ordered === true ? (
    <ol class="govuk-list govuk-list--number" start={node.start ?? undefined}>
      {items}
    </ol>
  ) : (
    <ul class="govuk-list govuk-list--bullet">{items}</ul>
  );
};

const PaperTable = ({ node }: { node: TableNode }) => {
  const [head, ...rows] = node.children;
  return (
    <table class="table paper__table">
      <thead>
        <tr>
          {head?.children.map((cell, i) => (
            <th key={i} scope="col">
              {inlines(cell)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row, i) => (
          <tr key={i}>
            {row.children.map((cell, j) => (
              <td key={j}>{inlines(cell)}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
};

const inlines = (parent: Parents): ComponentChildren => parent.children.map((node, i) => inline(node, i));

const inline = (node: Nodes, key: number): ComponentChildren => {
  switch (node.type) {
    case 'text':
    case 'html':
      return node.value;
    case 'inlineCode':
      return <code key={key}>{node.value}</code>;
    case 'strong':
      return <strong key={key}>{inlines(node)}</strong>;
    case 'emphasis':
      return <em key={key}>{inlines(node)}</em>;
    case 'break':
      return <br key={key} />;
    case 'link':
      return <PaperLink key={key} href={node.url} text={inlines(node)} />;
    case 'image':
      return node.alt;
    default:
      return 'children' in node ? inlines(node) : null;
  }
};

/** An address that is none, or of a kind that runs something, is left out; its text stays. */
const PaperLink = ({ href, text }: { href: string; text: ComponentChildren }) => {
  const address = outside(href);
  if (address === undefined) return text;
  return (
    <a class="govuk-link" href={address}>
      {text}
    </a>
  );
};
