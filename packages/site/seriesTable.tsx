import type { EditionMeasure, Point } from '#scorecard/edition.ts';
import { figure, longDay } from '#site/format.ts';
import { absentWord, pointMarks } from '#site/marksOf.ts';
import { RatingTag } from '#site/ratingTag.tsx';
import { targetText } from '#site/targetText.ts';
import { say, words } from '#site/words.ts';

const notesOf = (point: Point, { annotations = [] }: EditionMeasure): string[] => [
  ...(point.complete ? [] : [words.unfinished]),
  ...pointMarks(point),
  ...(point.break === undefined ? [] : [point.break]),
  ...annotations.flatMap(({ on, text, period }, i) =>
    period === point.period ? [say.annotation(i + 1, longDay(on), text).replace(/\.$/, '')] : [],
  ),
];

const Row = ({ point, measure, hasNotes }: { point: Point; measure: EditionMeasure; hasNotes: boolean }) => (
  <tr>
    <th scope="row">{point.label}</th>
    <td class="number">{point.value === undefined ? absentWord(point) : figure(point.value, measure)}</td>
    <td class="number">{targetText(point, measure) ?? words.noTarget}</td>
    <td>
      <RatingTag colour={point.colour} />
    </td>
    {hasNotes && <td>{notesOf(point, measure).join('. ')}</td>}
  </tr>
);

/** Everything that the chart draws, the newest period first. */
export const SeriesTable = ({ measure }: { measure: EditionMeasure }) => {
  const hasNotes = measure.series.some((point) => notesOf(point, measure).length > 0);
  return (
    <table class="table table--small">
      <thead>
        <tr>
          <th scope="col">{words.period}</th>
          <th scope="col" class="number">
            {words.value}
          </th>
          <th scope="col" class="number">
            {words.target}
          </th>
          <th scope="col">{words.rating}</th>
          {hasNotes && <th scope="col">{words.notes}</th>}
        </tr>
      </thead>
      <tbody>
        {[...measure.series].reverse().map((point) => (
          <Row key={point.period} point={point} measure={measure} hasNotes={hasNotes} />
        ))}
      </tbody>
    </table>
  );
};
