import type { Edition, EditionMilestone } from '#scorecard/edition.ts';
import { Lines, Sheet } from '#site/chartFile.tsx';
import { percent } from '#site/chartUnits.ts';
import { longDay, shortDay } from '#site/format.ts';
import { GanttGrid, GanttMarks } from '#site/ganttMarks.tsx';
import { fileInk } from '#site/ink.ts';
import { Nested } from '#site/nested.tsx';
import { Fades, Patterns } from '#site/patterns.tsx';
import { milestonesSentence, milestoneWord } from '#site/summary.ts';
import { spanOf, type Timeline, timelineOf } from '#site/timeline.ts';
import { ratingWords, say, words } from '#site/words.ts';
import { wrapped } from '#site/wrapped.ts';
import { xmlText } from '#site/xmlText.ts';

const width = 1200;
const chart = { left: 400, right: 60 };
const top = 150;
const rowHeight = 64;
const chartWidth = width - chart.left - chart.right;

const rowText = (milestone: EditionMilestone): string => {
  const { rating, currentDeadline, weeksDelay } = milestone;
  return [
    [milestoneWord(milestone), ratingWords[rating.colour].colour].filter((word) => word !== undefined).join(', '),
    ...(currentDeadline === undefined ? [] : [shortDay(currentDeadline)]),
    ...(weeksDelay === undefined ? [] : [say.weeksLate(weeksDelay)]),
  ].join('. ');
};

const Row = ({ milestone, timeline, y }: { milestone: EditionMilestone; timeline: Timeline; y: number }) => {
  const title = wrapped(milestone.title, 44).slice(0, 2);
  return (
    <g>
      <line {...fileInk('grid')} x1="20" x2={width - 20} y1={y + rowHeight} y2={y + rowHeight} />
      {title.map((text, i) => (
        <text key={text} {...fileInk('row-title')} x="20" y={y + 20 + i * 18}>
          {text}
        </text>
      ))}
      <text {...fileInk('row-text')} x="20" y={y + 20 + title.length * 18}>
        {rowText(milestone)}
      </text>
      <Nested x={chart.left} y={y} width={chartWidth} height={rowHeight}>
        <GanttMarks span={spanOf(milestone, timeline)} ink={fileInk} middle={rowHeight / 2} />
      </Nested>
    </g>
  );
};

const Axis = ({ timeline, asOf }: { timeline: Timeline; asOf: string }) => (
  <Nested x={chart.left} y={top - 40} width={chartWidth} height="40">
    {timeline.ticks.map(({ at, month, year }) => (
      <text key={at} {...fileInk('tick')} x={percent(at)} dx="4" y="32">
        {year === undefined ? month : `${month} ${year}`}
      </text>
    ))}
    <text {...fileInk('as-of-label')} x={percent(timeline.at(asOf))} y="8" text-anchor="middle">
      {shortDay(asOf)}
    </text>
  </Nested>
);

/** The Gantt of a scorecard as one drawing; undefined where there are no milestones. */
export const ganttDrawing = (edition: Edition): string | undefined => {
  const { milestones, asOf, scorecard, organisation } = edition;
  if (milestones.length === 0) return undefined;
  const timeline = timelineOf(milestones, asOf);
  const bottom = top + milestones.length * rowHeight;
  return xmlText(
    <Sheet
      width={width}
      height={bottom + 50}
      title={`${words.milestones}, ${scorecard.title}`}
      description={milestonesSentence(milestones)}
    >
      <defs>
        <Patterns ink={fileInk} />
        <Fades ink={fileInk} />
      </defs>
      <Lines
        texts={[`${scorecard.title}: ${words.milestones.toLowerCase()}`]}
        y={42}
        size={24}
        weight="bold"
        fill="#0b0c0c"
      />
      <Lines
        texts={[`${say.milestonesAt(longDay(asOf))}. ${milestonesSentence(milestones)}`]}
        y={70}
        size={16}
        fill="#4a4f55"
      />
      <Axis timeline={timeline} asOf={asOf} />
      <Nested x={chart.left} y={top} width={chartWidth} height={bottom - top}>
        <GanttGrid timeline={timeline} asOf={asOf} ink={fileInk} />
      </Nested>
      {milestones.map((milestone, i) => (
        <Row key={milestone.id} milestone={milestone} timeline={timeline} y={top + i * rowHeight} />
      ))}
      <Lines
        texts={[`${say.source(organisation.name)} ${say.edition(edition.edition, edition.period.label)}.`]}
        y={bottom + 32}
        size={16}
        fill="#4a4f55"
      />
    </Sheet>,
  );
};
