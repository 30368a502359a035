import type { ComponentChildren } from 'preact';
import { Details } from '#site/govuk.tsx';
import { type Dated, savedAs } from '#site/savedAs.ts';
import { say, words } from '#site/words.ts';

interface FigureProps {
  readonly id: string;
  readonly number: number;
  readonly title: string;
  readonly subtitle: string;
  readonly notes?: readonly string[];
  readonly source: string;
  readonly files?: { readonly csv: string; readonly svg: string; readonly of: Dated };
  readonly table?: ComponentChildren;
  readonly children: ComponentChildren;
}

/** A chart with its message, its subtitle, its notes, its table, its source and its files. */
export const Figure = (props: FigureProps) => (
  <figure class="figure" id={props.id}>
    <figcaption>
      <h2 class="figure__title" id={`${props.id}-title`}>
        {props.title}
      </h2>
      <p class="figure__subtitle">{say.figureName(props.number, props.subtitle)}</p>
    </figcaption>
    {props.children}
    {props.notes?.map((note) => (
      <p key={note} class="figure__note">
        {note}
      </p>
    ))}
    {props.table && (
      <Details summary={say.showAsTable(props.number)} class="figure__data">
        <Scrolling label={say.tableLabel(props.number)}>{props.table}</Scrolling>
      </Details>
    )}
    <Foot {...props} />
  </figure>
);

/** Reached by keyboard, because a wide table scrolls on a phone. */
const Scrolling = ({ label, children }: { label: string; children: ComponentChildren }) => (
  <section class="scrolling" tabindex={0} aria-label={label}>
    {children}
  </section>
);

const Foot = ({ source, files }: FigureProps) => (
  <p class="figure__foot">
    <span>{say.source(source)}</span>
    {files && (
      <>
        <a class="govuk-link" href={files.csv} download={savedAs(files.csv, files.of)}>
          {words.downloadCsv}
        </a>
        <a class="govuk-link" href={files.svg} download={savedAs(files.svg, files.of)}>
          {words.downloadSvg}
        </a>
      </>
    )}
  </p>
);
