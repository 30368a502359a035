import { suggestion } from '#scorecard/issueWords.ts';
import type { Finding } from '#scorecard/problem.ts';
import type { Scorecard } from '#scorecard/schema.ts';

type Kind = 'measures' | 'milestones';
const kinds: readonly Kind[] = ['measures', 'milestones'];

/** Rows name what the scorecard has, so that its figures stand in one place only. */
export const alignmentFindings = ({ groups, alignment = [] }: Scorecard): readonly Finding[] =>
  alignment.flatMap((row, i) =>
    kinds.flatMap((kind) => {
      const known = groups.flatMap((group) => group[kind].map(({ id }) => id));
      return row[kind].flatMap((id, n) => {
        const path = ['alignment', i, kind, n];
        if (!known.includes(id))
          return [{ path, message: `no ${kind.slice(0, -1)} has the id "${id}"`, mend: suggestion(id, known, kind) }];
        return row[kind].indexOf(id) < n
          ? [{ path, message: `"${id}" stands twice in one row`, mend: 'remove one of the two' }]
          : [];
      });
    }),
  );
