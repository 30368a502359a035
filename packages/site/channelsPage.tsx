import type { Edition } from '#scorecard/edition.ts';
import { percent } from '#site/chartUnits.ts';
import { Downloads } from '#site/downloads.tsx';
import { plain, relative } from '#site/format.ts';
import { furtherPageIn } from '#site/furtherPages.ts';
import { Details } from '#site/govuk.tsx';
import { Table } from '#site/measureTable.tsx';
import { PartsLink } from '#site/partsLink.tsx';
import { ScorecardLayout } from '#site/scorecardLayout.tsx';
import { drawnShares, type Shares, sharesOf } from '#site/shares.ts';
import type { View } from '#site/view.ts';
import { say, words } from '#site/words.ts';

const series = [1, 2, 3, 4] as const;

/** Each part has a pattern besides its colour. Only this page uses them. */
const SeriesPatterns = () => (
  <svg class="sprite" width="0" height="0" aria-hidden="true" focusable="false">
    <defs>
      {series.map((n) => (
        <pattern
          key={n}
          id={`series-${n}`}
          width="8"
          height="8"
          patternUnits="userSpaceOnUse"
          patternTransform={n === 4 ? 'rotate(-45)' : n === 2 ? 'rotate(45)' : undefined}
        >
          <rect width="8" height="8" class={`series-${n}`} />
          {(n === 2 || n === 4) && <rect width="1.6" height="8" class="series-line" />}
          {n === 3 && <circle cx="4" cy="4" r="1.3" class="series-line" />}
        </pattern>
      ))}
    </defs>
  </svg>
);

type Drawn = ReturnType<typeof drawnShares>;

const Bar = ({ drawn, id }: { drawn: Drawn; id: string }) => {
  const starts = drawn.map((_, i) => drawn.slice(0, i).reduce((all, { share }) => all + share, 0));
  return (
    // biome-ignore lint/a11y/noSvgWithoutTitle: it is named by the figure's heading and described by the list below it.
    <svg
      class="stack"
      role="img"
      aria-labelledby={`${id}-title`}
      aria-describedby={`${id}-parts`}
      width="100%"
      height="52"
    >
      {drawn.map(({ name, share }, i) => (
        <rect
          key={name}
          class="stack__part"
          x={percent((starts[i] ?? 0) / 100)}
          width={percent(share / 100)}
          height="52"
          fill={`url(#series-${i + 1})`}
        />
      ))}
    </svg>
  );
};

const Parts = ({ drawn, id }: { drawn: Drawn; id: string }) => (
  <ul class="stack-key" id={`${id}-parts`}>
    {drawn.map(({ name, share }, i) => (
      <li key={name}>
        <svg width="20" height="20" aria-hidden="true" focusable="false">
          <rect width="20" height="20" fill={`url(#series-${i + 1})`} />
        </svg>
        <span>
          {name} <b>{relative(share)}</b>
        </span>
      </li>
    ))}
  </ul>
);

const ShareTable = ({ shares: { rows, kind, measure, base } }: { shares: Shares }) => {
  const hasCounts = rows.some(({ count }) => count !== undefined);
  return (
    <Table class="table table--small" caption={measure.title}>
      <thead>
        <tr>
          <th scope="col">{kind === 'channels' ? words.channel : words.answer}</th>
          {hasCounts && (
            <th scope="col" class="number">
              {words.number}
            </th>
          )}
          <th scope="col" class="number">
            {words.share}
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ name, count, share }) => (
          <tr key={name}>
            <th scope="row">{name}</th>
            {hasCounts && <td class="number">{count === undefined ? words.withheldShare : plain(count)}</td>}
            <td class="number">{share === undefined ? words.withheldShare : relative(share)}</td>
          </tr>
        ))}
      </tbody>
      {base !== undefined && hasCounts && (
        <tfoot>
          <tr>
            <th scope="row">{words.all}</th>
            <td class="number">{plain(base)}</td>
            <td class="number">{relative(100)}</td>
          </tr>
        </tfoot>
      )}
    </Table>
  );
};

/** What the figure counts, and all that it does not: self-service and assisted contact. */
const Sides = ({ shares: { rows, measure } }: { shares: Shares }) => {
  const ours = rows.filter(({ inFigure }) => inFigure);
  if (ours.length === 0 || measure.value === undefined || measure.unit !== 'percent') return null;
  const others = rows.filter(({ inFigure }) => !inFigure);
  return (
    <dl class="sides">
      <div>
        <dt>{say.names(ours.map(({ name }) => name))}</dt>
        <dd>{relative(measure.value)}</dd>
      </div>
      <div>
        <dt>{say.names(others.map(({ name }) => name))}</dt>
        <dd>{relative(100 - measure.value)}</dd>
      </div>
    </dl>
  );
};

const baseText = ({ base, kind }: Shares): string => {
  if (base === undefined) return words.baseUnknown;
  return (kind === 'channels' ? say.contactBase : say.answerBase)(plain(base));
};

const ShareFigure = ({ shares, number, view }: { shares: Shares; number: number; view: View }) => {
  const { measure, rows } = shares;
  const id = `shares-${number}`;
  const drawn = drawnShares(rows, say.others);
  return (
    <figure class="figure" id={id}>
      <figcaption>
        <h3 class="figure__title" id={`${id}-title`}>
          <a class="heading-link" href={view.links.measure(measure.id)}>
            {measure.title}
          </a>
        </h3>
        <p class="figure__subtitle">{say.figureName(number, `${measure.periodLabel}. ${baseText(shares)}`)}</p>
      </figcaption>
      <Sides shares={shares} />
      <Bar drawn={drawn} id={id} />
      <Parts drawn={drawn} id={id} />
      {drawn.length < rows.filter(({ share }) => share !== undefined).length && (
        <p class="figure__note">{words.othersNote}</p>
      )}
      <Details summary={say.showAsTable(number)} class="figure__data">
        <ShareTable shares={shares} />
      </Details>
      <PartsLink edition={view.edition} about={measure.title} />
    </figure>
  );
};

const Kind = ({ kind, all, view }: { kind: Shares['kind']; all: readonly Shares[]; view: View }) => {
  const own = all.filter((shares) => shares.kind === kind);
  if (own.length === 0) return null;
  return (
    <section class="rule" aria-labelledby={kind}>
      <h2 class="govuk-heading-l" id={kind}>
        {kind === 'channels' ? words.byChannel : words.whatPeopleAnswered}
      </h2>
      {own.map((shares) => (
        <ShareFigure key={shares.measure.id} shares={shares} number={all.indexOf(shares) + 1} view={view} />
      ))}
    </section>
  );
};

const allShares = ({ measures }: Edition): readonly Shares[] => {
  const all = measures.flatMap(sharesOf);
  return [...all.filter(({ kind }) => kind === 'channels'), ...all.filter(({ kind }) => kind === 'answers')];
};

/** How people get in touch, and what they answer when they are asked: parts of a whole, each with its base. */
export const ChannelsPage = ({ view }: { view: View }) => {
  const { edition } = view;
  const all = allShares(edition);
  return (
    <ScorecardLayout
      view={view}
      section="channels"
      heading={words.channels}
      caption={`${edition.scorecard.title}, ${edition.period.label}`}
      description={say.sharesAbout(all.map(({ measure }) => measure.title))}
      pageIn={furtherPageIn('channels')}
    >
      <SeriesPatterns />
      <Kind kind="channels" all={all} view={view} />
      <Kind kind="answers" all={all} view={view} />
      <Downloads view={view} />
    </ScorecardLayout>
  );
};
