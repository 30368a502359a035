import type { Measure, Polarity, Unit } from '#scorecard/schema.ts';

export type Colour = 'green' | 'amber' | 'red' | 'no-target' | 'not-reported';
export type Status = 'provisional' | 'confirmed' | 'revised' | 'not-published';
export type Flag = 'overdue' | 'stale' | 'suspended' | 'suppressed' | 'incomplete' | 'estimated';
export type Direction = 'improving' | 'deteriorating' | 'no-change' | 'not-applicable';
export type MilestoneStatus = 'on-track' | 'delayed' | 'complete' | 'not-known';

/** Why the colour is what it is: one sentence; the rule with its version; how far the value is from the next band. */
export interface MeasureRating {
  readonly colour: Colour;
  readonly reason: string;
  readonly rule?: { readonly text: string; readonly version: string; readonly owner?: string };
  /** In the measure's unit, always positive; the colour on the far side of the limit. */
  readonly toNextBand?: { readonly colour: 'green' | 'amber' | 'red'; readonly by: number };
  /** The earlier figure that it is judged by in place of a target. */
  readonly against?: {
    /** `12-months-prior`, `previous-period` … */
    readonly basis: string;
    readonly period: string;
    readonly label: string;
    readonly value: number;
  };
}

export interface EditionPeriod {
  readonly id: string;
  /** London days, both included. */
  readonly start: string;
  readonly end: string;
  /** For people: `October to December 2023 (quarter 3)`. */
  readonly label: string;
  readonly complete: boolean;
}

export interface Point {
  readonly period: string;
  readonly label: string;
  readonly value?: number;
  readonly target?: number;
  readonly targetRange?: { readonly from: number; readonly to: number };
  readonly colour: Colour;
  readonly status: Status;
  readonly complete: boolean;
  /** Why the line may not be read across the start of this period. */
  readonly break?: string;
  /** Those that are of this period's own figure, where there is one: suspended, suppressed, incomplete or estimated. */
  readonly flags?: readonly Flag[];
  /** Why there is no value; or of how many days data came, where some are missing. */
  readonly reason?: string;
}

export interface Commentary {
  readonly kind: 'comment' | 'performance' | 'current-activity' | 'future-activity';
  readonly text: string;
  /** A role, never a name. */
  readonly recordedBy: string;
  /** London day. */
  readonly on: string;
  readonly period: string;
  /** Written before the figure was revised. */
  readonly stale?: boolean;
}

/** Something to look up, as the scorecard lists it. */
export interface EditionDocument {
  readonly title: string;
  /** Begins with `https://` or `http://`. */
  readonly address: string;
  /** London day. */
  readonly date: string;
  readonly format?: string;
}

/** Values are in the measure's unit (a percent is 0 to 100), unrounded; each output rounds once. */
export interface EditionMeasure {
  readonly id: string;
  readonly code?: string;
  readonly title: string;
  readonly unit: Unit;
  readonly decimals: number;
  readonly polarity: Polarity;
  readonly frequency: 'month' | 'quarter' | 'half-year' | 'year';
  readonly definition?: string;
  /** The formula in words, generated from the scorecard file. */
  readonly formula: string;
  readonly source?: string;
  readonly owner?: string;
  readonly documents?: readonly EditionDocument[];
  /** All that another organisation must write to work the figure out so; absent of editions before there was such. */
  readonly portable?: {
    /** The measure's block of the scorecard as it was in force, defaults filled in. */
    readonly measure: Measure;
    /** Measures of the edition that it is worked out from or judged by. */
    readonly uses?: readonly string[];
    /** Values that must be listed, or they are counted as `other`. */
    readonly dimensions?: Readonly<Record<string, readonly string[]>>;
    readonly repliesUnseen?: readonly string[];
  };
  readonly group: string;
  readonly value?: number;
  readonly numerator?: number;
  readonly denominator?: number;
  readonly qualifier?: string;
  /** What the formula gave, where an officer recorded the value and why it stands instead. */
  readonly overridden?: { readonly value: number; readonly reason: string };
  /** One standard error in percent, where the value is an estimate. */
  readonly errorPercent?: number;
  /** Of a list, best first; equal counts share a rank. Without a count where only ranks are known. */
  readonly ranking?: readonly {
    readonly rank: number;
    readonly name: string;
    readonly label?: string;
    readonly value?: number;
  }[];
  /** A count of the list, and that of a name not in it, may be too low by so many at most. */
  readonly rankingAtMostMissed?: number;
  /** How the value ranks among those known; left out with fewer than three, and before its period is over. */
  readonly historyRank?: {
    readonly rank: number;
    readonly of: number;
    readonly direction: 'highest' | 'lowest';
    readonly among: 'all periods' | 'same month' | 'same quarter' | 'same half-year';
    readonly tied: boolean;
    readonly words: string;
  };
  /** The period that the value is of: it may lie before the edition's. */
  readonly period: string;
  readonly periodLabel: string;
  /** What the value is of: its period alone, the year so far, the period's last day, or the months to its end. */
  readonly accumulation?: 'in-period' | 'year-to-date' | 'point-in-time' | 'rolling';
  readonly asOf: string;
  readonly status: Status;
  /** Why there is no value, in a sentence; present exactly when `value` is absent. */
  readonly notPublishedReason?: string;
  readonly target?: number;
  /** Where the measure belongs in a band: both ends are on target. */
  readonly targetRange?: { readonly from: number; readonly to: number };
  /** The target of a longer period than the value's, which it is not judged by, or by its part only. */
  readonly annualTarget?: { readonly value: number; readonly period: string };
  /** Every target that is set by period, those to come too; without a value where one is left blank. */
  readonly targetPlan?: readonly {
    readonly period: string;
    readonly label: string;
    readonly value?: number;
    readonly range?: { readonly from: number; readonly to: number };
  }[];
  /** What the measure began from; without a value where none is known. */
  readonly baseline?: { readonly period: string; readonly label: string; readonly value?: number };
  /** value − target, in the measure's unit. */
  readonly variance?: number;
  readonly rating: MeasureRating;
  readonly flags: readonly Flag[];
  /** While the measure rests: since when and why. Ids of periods. */
  readonly suspension?: { readonly from: string; readonly to?: string; readonly reason: string };
  /** The day by which the newest figure should be there, where it is not. */
  readonly expectedBy?: string;
  /** Where no figure is due of the edition's own period: when the next is. */
  readonly nextDue?: { readonly period: string; readonly label: string };
  /** What officers expect of the figure's own period, or of the one that is not over, judged apart from the figure. */
  readonly forecast?: {
    readonly value: number;
    readonly period: string;
    readonly label: string;
    readonly rating: MeasureRating;
  };
  /** Of a period that is over: the last forecast made before it was, its colour, and whether the figure has that colour. */
  readonly forecastOutcome?: { readonly value: number; readonly colour: Colour; readonly asRated: boolean };
  readonly direction: Direction;
  /** How the direction was found, where a tolerance was not enough; or why there is none. */
  readonly directionReason?: string;
  /**
   * The limits of an XmR chart over the figures since `from`, cut at what is possible; `rule` tells, by the whole limits,
   * that the newest is more than chance.
   */
  readonly process?: {
    readonly mean: number;
    readonly lower: number;
    readonly upper: number;
    readonly from: string;
    readonly rule?: 'outside-limits' | 'shift' | 'trend' | 'two-of-three';
  };
  /** Against the comparison period, polarity-adjusted: positive is better. Relative change in percent. */
  readonly improvement?: {
    readonly value: number;
    /** `12-months-prior`, `previous-period` … */
    readonly basis: string;
    /** The period compared with and, where known, its value. */
    readonly from: { readonly period: string; readonly label: string; readonly value?: number };
    /** now − then in the measure's unit, not polarity-adjusted; absent where only the change was recorded. */
    readonly change?: number;
    readonly recorded?: boolean;
  };
  /** Why there is no improvement, in a sentence, when there is none. */
  readonly notComparedReason?: string;
  readonly series: readonly Point[];
  /** What happened in the periods of the series, the oldest first; `period` is that of the point. */
  readonly annotations?: readonly { readonly on: string; readonly text: string; readonly period: string }[];
  readonly comparators: readonly {
    readonly name: string;
    readonly value: number;
    readonly period: string;
    /** Ours from theirs in percent of theirs: positive when ours is better, or is more where neither is better. */
    readonly differencePercent?: number;
    /** Whether ours is better; left out where they are equal, or neither way is better. */
    readonly better?: boolean;
  }[];
  /** Changes of the definition, the formula, the target or the rating; the oldest first. */
  readonly versions?: readonly {
    readonly from: string;
    readonly label: string;
    readonly note: string;
    readonly restate?: boolean;
  }[];
  readonly cuts: readonly {
    readonly by: string;
    readonly rows: readonly {
      readonly name: string;
      /** What pages print instead of the name. */
      readonly label?: string;
      readonly value?: number;
      readonly denominator?: number;
      /** As counted, of a channel. */
      readonly count?: number;
      /** In percent of the whole; shares of one table add up to 100. */
      readonly share?: number;
      /** Of a channel: it is one of those that the figure is the share, or the sum, of. */
      readonly inFigure?: boolean;
      /** Where only the order is known; rows that tie share a rank. */
      readonly rank?: number;
      readonly qualifier?: string;
      /** Left out, because it is from too few people or would tell of such a row. */
      readonly suppressed?: boolean;
    }[];
  }[];
  /** The single values behind the figure, in the number's own unit: of all, then by the dimension. */
  readonly distribution?: {
    /** `waitSeconds`: its end says the unit. */
    readonly number: string;
    readonly by?: string;
    readonly rows: readonly {
      /** Absent of all together. */
      readonly name?: string;
      readonly label?: string;
      readonly count: number;
      /** Nearest rank. */
      readonly median?: number;
      readonly ninetieth?: number;
      readonly longest?: number;
      /** How many lie above the limit before and up to this one; the last has no limit. */
      readonly bands?: readonly { readonly atMost?: number; readonly count: number }[];
      /** Left out, because it is of too few people or would tell of such a row. */
      readonly suppressed?: boolean;
    }[];
  };
  readonly commentary: readonly Commentary[];
  readonly coverage?: {
    readonly expectedDays: number;
    readonly daysWithData: number;
    readonly missing: readonly string[];
    /** Each source that has a calendar of its own. */
    readonly sources?: readonly {
      readonly source: string;
      readonly title: string;
      readonly expectedDays: number;
      readonly daysWithData: number;
      readonly missing: readonly string[];
    }[];
  };
}

export interface EditionMilestone {
  readonly id: string;
  readonly title: string;
  readonly owner?: string;
  readonly group: string;
  readonly start?: string;
  /** Which part of a programme it is, and how many services move with it. */
  readonly wave?: string;
  readonly services?: number;
  /** Absent where nobody set one: then there is no delay in weeks, and no colour unless complete or delayed. */
  readonly originalDeadline?: string;
  /** How exact the dates are, where they are not days, and what was printed: `autumn 2016`. */
  readonly precision?: 'month' | 'season' | 'quarter' | 'half-year' | 'year';
  readonly originalDeadlineLabel?: string;
  readonly startLabel?: string;
  readonly description?: string;
  readonly outcome?: string;
  readonly currentDeadline?: string;
  readonly completedOn?: string;
  readonly status: MilestoneStatus;
  /** Whole weeks from the original to the current deadline; absent when there is no delay. */
  readonly weeksDelay?: number;
  /** `no-target`: no deadline to judge by; `not-reported`: how far the work has come is not known. */
  readonly rating: { readonly colour: Colour; readonly reason: string };
  /** How often the current deadline was moved. */
  readonly rebaselined: number;
  readonly reason?: string;
  readonly comment?: string;
  readonly recordedBy?: string;
}

export interface Revision {
  readonly measure: string;
  readonly period: string;
  /** Absent where there was or is no value, and both where the figure is withheld. */
  readonly from?: number;
  readonly to?: number;
  readonly reason: string;
  /** What was revised; the value when left out. */
  readonly of?: 'target';
  /** London day of the publication that revised it. */
  readonly on?: string;
}

/** As recorded; absent where not known. */
export interface BudgetRow {
  readonly gross?: number;
  readonly net?: number;
  readonly forecast?: number;
  /** Forecast − net: positive is overspent. */
  readonly variance?: number;
  /** The variance less the newest earlier one: negative is better. */
  readonly movement?: number;
  /** Of the year's earlier periods, the newest first, as they were then. */
  readonly earlier: readonly {
    readonly period: string;
    readonly label: string;
    readonly net?: number;
    readonly forecast?: number;
    readonly variance?: number;
  }[];
}

export interface EditionBudget {
  readonly id: string;
  readonly title: string;
  /** As it is printed: `£ thousand`. */
  readonly unit?: string;
  readonly period: string;
  readonly periodLabel: string;
  readonly rows: readonly (BudgetRow & { readonly id: string; readonly title: string })[];
  readonly total: BudgetRow & { readonly title: string };
  /** Of the total, in a sentence. */
  readonly summary?: string;
  /** Recorded amounts that are not used, and why. */
  readonly notes: readonly string[];
}

/** One publication: complete and self-contained. Pages decide nothing that is not in here. */
export interface Edition {
  readonly schema: 'edition-1';
  readonly organisation: { readonly id: string; readonly name: string; readonly website?: string };
  readonly scorecard: {
    readonly id: string;
    readonly title: string;
    readonly summary?: string;
    /** `Recomputed from a paper of …; not published by …`, printed on every page. */
    readonly notice?: string;
    readonly frequency: 'month' | 'quarter' | 'half-year' | 'year';
  };
  readonly period: EditionPeriod;
  /** London day: what had happened by its end. */
  readonly asOf: string;
  /** ISO 8601 UTC. */
  readonly publishedAt: string;
  readonly edition: number;
  readonly software: string;
  readonly groups: readonly {
    readonly id: string;
    readonly title: string;
    readonly introduction?: string;
    readonly measures: readonly string[];
    readonly milestones: readonly string[];
    readonly commentary: readonly Commentary[];
  }[];
  readonly measures: readonly EditionMeasure[];
  readonly milestones: readonly EditionMilestone[];
  /** How milestones are rated: the window in days and the quarter end that it is measured from. */
  readonly milestoneRule: { readonly windowDays: number; readonly previousQuarterEnd: string };
  readonly documents?: readonly EditionDocument[];
  readonly budgets?: readonly EditionBudget[];
  /** Rows of what makes the strategy possible, by the ids of milestones and measures; either may stand in many. */
  readonly alignment?: readonly {
    readonly enabler: string;
    readonly deliverable?: string;
    readonly milestones: readonly string[];
    readonly measures: readonly string[];
  }[];
  readonly mostImproved: readonly string[];
  readonly mostWorsened: readonly string[];
  /** Since the edition before: of this period or, of its first, of the newest period before it. */
  readonly revisions: readonly Revision[];
  /** What editions before this one revised, of figures that still stand in it; the newest first. */
  readonly earlierRevisions?: readonly Revision[];
}
