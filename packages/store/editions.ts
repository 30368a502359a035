import type { Edition } from '#scorecard/edition.ts';

/** Where an edition stands, without its body. */
export interface EditionHead {
  readonly organisation: string;
  readonly scorecard: string;
  readonly period: string;
  readonly edition: number;
  readonly asOf: string;
  /** Of everything in it but its number, as-of date, publication time and revisions. Hex. */
  readonly figuresHash: string;
}

/** Every publication, kept for good. */
export interface Editions {
  /** All heads of a scorecard, by period and number. Consistently read. */
  heads(organisation: string, scorecard: string): Promise<readonly EditionHead[]>;
  read(head: Pick<EditionHead, 'organisation' | 'scorecard' | 'period' | 'edition'>): Promise<Edition | undefined>;
  /** False when that number is already taken: nothing was written. */
  mint(edition: Edition, figuresHash: string): Promise<boolean>;
}
