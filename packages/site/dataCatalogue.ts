import { parsePeriod, periodLabel } from '#calendar/period.ts';
import type { Edition } from '#scorecard/edition.ts';
import { linksOn, measureFiles, metadataOf, tablesOn } from '#site/addresses.ts';
import { hasChart } from '#site/chartModel.ts';

/** An edition that the site shows, by what is known without reading it. */
export interface Shown {
  readonly scorecard: { readonly id: string; readonly title: string };
  readonly period: string;
  readonly edition: number;
  /** London day. */
  readonly asOf: string;
}

export const shownOf = ({ scorecard: { id, title }, period, edition, asOf }: Edition): Shown => ({
  scorecard: { id, title },
  period: period.id,
  edition,
  asOf,
});

/** The files of a period of a scorecard: its highest edition's. */
export interface PeriodFiles {
  readonly scorecard: Shown['scorecard'];
  readonly period: string;
  readonly label: string;
  readonly edition: number;
  readonly asOf: string;
  readonly measures: string;
  readonly milestones: string;
  readonly parts: string;
  readonly editionJson: string;
}

/** Those of one scorecard, the newest first. */
export type Periods = readonly [PeriodFiles, ...PeriodFiles[]];

const filesOf = (organisation: { readonly id: string }, shown: Shown): PeriodFiles => {
  const { scorecard, period, edition, asOf } = shown;
  const label = periodLabel(parsePeriod(period));
  const named = { organisation, scorecard, period: { id: period }, edition };
  return {
    ...{ scorecard, period, label, edition, asOf },
    ...tablesOn('period', named),
    editionJson: linksOn('period', named).editionJson,
  };
};

const newestFirst = (a: Shown, b: Shown): number => (parsePeriod(a.period).end < parsePeriod(b.period).end ? 1 : -1);

/** Scorecards in their order, and of each its periods, the newest first. */
export const catalogueOf = (organisation: { readonly id: string }, shown: readonly Shown[]): readonly Periods[] =>
  [...Map.groupBy(shown, ({ scorecard }) => scorecard.id).values()].flatMap((each) => {
    const [first, ...rest] = [...each].sort(newestFirst).map((one) => filesOf(organisation, one));
    return first === undefined ? [] : [[first, ...rest] as const];
  });

export interface MeasureFiles {
  readonly title: string;
  readonly csv: string;
  readonly metadata: string;
  /** Where there is anything to draw. */
  readonly svg?: string;
}

/** The series and the chart of every measure of an edition. */
export const seriesFilesOf = (edition: Edition): readonly MeasureFiles[] =>
  edition.measures.map((measure) => {
    const { csv, svg } = measureFiles(edition, measure.id);
    return {
      title: measure.title,
      csv,
      metadata: metadataOf(csv),
      ...(hasChart(measure) && { svg }),
    };
  });
