import { ganttFile } from '#site/addresses.ts';
import { longDay } from '#site/format.ts';
import { Gantt } from '#site/gantt.tsx';
import { GanttKey } from '#site/ganttKey.tsx';
import { Key } from '#site/key.tsx';
import { once } from '#site/once.ts';
import { savedAs } from '#site/savedAs.ts';
import { ScorecardLayout } from '#site/scorecardLayout.tsx';
import { milestonesSentence } from '#site/summary.ts';
import { Tally } from '#site/tally.tsx';
import { isDrawn, isFinishUnknown } from '#site/timeline.ts';
import type { View } from '#site/view.ts';
import { say, windowWords, words } from '#site/words.ts';

const Chart = ({ view: { edition, tables } }: { view: View }) => (
  <section class="figure" id="timeline" aria-labelledby="timeline-title">
    <h2 class="figure__title" id="timeline-title">
      {words.ganttTitle}
    </h2>
    <p class="figure__subtitle">{say.milestonesAt(longDay(edition.asOf))}</p>
    <GanttKey milestones={edition.milestones} asOf={edition.asOf} />
    {once(edition, 'gantt', () => (
      <Gantt edition={edition} />
    ))}
    {edition.milestones.some((each) => isDrawn(each) && each.start === undefined) && (
      <p class="figure__note">{words.startNote}</p>
    )}
    {edition.milestones.some((each) => isDrawn(each) && isFinishUnknown(each)) && (
      <p class="figure__note">{words.finishNote}</p>
    )}
    <p class="figure__foot">
      <span>{say.source(edition.organisation.name)}</span>
      <a class="govuk-link" href={tables.milestones} download={savedAs(tables.milestones, edition)}>
        {words.downloadCsv}
      </a>
      <a class="govuk-link" href={ganttFile(edition)} download={savedAs(ganttFile(edition), edition)}>
        {words.downloadSvg}
      </a>
    </p>
  </section>
);

const Rule = ({ view: { edition } }: { view: View }) => {
  const { windowDays, previousQuarterEnd } = edition.milestoneRule;
  return <p class="govuk-body">{say.milestoneRule(windowWords(windowDays), longDay(previousQuarterEnd))}</p>;
};

const Content = ({ view }: { view: View }) => (
  <>
    <p class="lede">
      <b>{milestonesSentence(view.edition.milestones)}</b>
    </p>
    <Tally edition={{ measures: [], milestones: view.edition.milestones }} />
    <Chart view={view} />
    <section class="rule" aria-labelledby="rule">
      <h2 class="govuk-heading-m" id="rule">
        {words.howRated}
      </h2>
      <Rule view={view} />
    </section>
    <Key edition={view.edition} shows={['milestones']} />
  </>
);

export const MilestonesPage = ({ view }: { view: View }) => {
  const { edition } = view;
  return (
    <ScorecardLayout
      view={view}
      section="milestones"
      heading={words.milestones}
      caption={`${edition.scorecard.title}, ${edition.period.label}`}
      description={milestonesSentence(edition.milestones) || words.noMilestones}
      pageIn={(links) => links.milestones}
    >
      {edition.milestones.length === 0 ? <p class="empty">{words.noMilestones}</p> : <Content view={view} />}
    </ScorecardLayout>
  );
};
