import { type Line, tableOf } from '#bench/table.ts';

/** The page that is kept: what was measured, when, and how to measure it again. */
export function resultsOf(
  lines: readonly Line[],
  { date, node }: { readonly date: string; readonly node: string },
): string {
  return `# What Quarterlight costs

Measured on ${date} with Node ${node}.

\`\`\`sh
npm run bench                          # prints this table
npm run bench -- --write YYYY-MM-DD    # writes this file
\`\`\`

Figures are CPU time of our own process (user and system, all threads), not waiting: the median of several rounds after
some to warm up. dynalite, which stands in for DynamoDB, runs in a process of its own and is not counted. A draw is one turn of a
loop of plain arithmetic that is timed beside every round; to compare two machines or two moments, compare draws.

${tableOf(lines)}

- collect: from the bytes of a signed request to its answer; each figure is for one accepted event.
- the adapters: to \`/hooks\`, stores in memory, without reading the configuration; for one fact, of however many records (three
  lines of a queue log). csv's single request is a sheet of one row.
- a thousand: write units of the table and bytes kept, marks included, of one fact a request and of many. The index by day takes a
  unit more for each fact that is not of the web.
- import: \`quarterlight import\` in a process of its own, with a heap of at most 96 MiB, to a server that takes everything at once: rows a second of CPU, reading
  the program included, draws for a row, and the most memory that the whole process ever held. \`node bench/import.ts\` does it with a million rows.
- a day of 5,000 facts: all calls, on one day; \`rollup\` also reads the facts, replaces the partial and clears the mark.
- the example: two years, 6,000 events; assess and publish both periods of one night.
- five years: each scorecard with both editions of a night, given 1,826 days of every stream; those of four councils count no
  events. First as the files are, with 6 to 25 periods of history, then those that count events with 20 quarters. Where it does not
  say so, the partials are opened already, and their columns read as questions ask for them; decoding opens them too, for each
  scorecard those that it reads, as the night does. Each is measured by itself, as the night's function has it, and the costs
  added up. The target is a second on one core for all of them. Those of the five councils are well within it. With the two of
  the example that show every formula and rule there is, 102 measures that no council has together, it is missed.
- publish: a first publication, every file new, by the bundle in a process of its own: ten councils with five scorecards
  each, every measure with 20 quarters in its series; then one scorecard that keeps an edition of each of 20 quarters. The
  memory is the most that the whole process ever held, with V8's new space at most 8 MB and its old one 160 MB. The target is 15 s and 300 MB.
- bundles hold the AWS SDK that they use. Importing one is most of a cold start.
- On a busy machine the lines through the DynamoDB client may double from one run to the next; the others vary by a fifth.
`;
}
