import type { Stream } from '#event/types.ts';

/** A sound question that these days cannot answer: its figure is not published, and the message says why. */
export class CannotAnswer extends RangeError {
  override readonly name: string = 'CannotAnswer';
}

/** A day was added up before what could answer was declared: it must be rebuilt, or else half would be told. */
export class PartialTooOld extends CannotAnswer {
  override readonly name = 'PartialTooOld';

  constructor(stream: Stream, lacking: string) {
    super(`the partials of ${stream} must be rebuilt: some of them lack ${lacking}`);
  }
}
