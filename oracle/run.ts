import { recompute } from '#oracle/answers.ts';
import { cellsOf, skippedIn } from '#oracle/cells.ts';
import { compare, ownPeriodsOf } from '#oracle/compare.ts';
import { postedFor } from '#oracle/postings.ts';
import { assessed, configurationOf, readSite } from '#oracle/published.ts';
import { reportOf, skippedReport, unexplained } from '#oracle/report.ts';

const organisation = 'example';

/** `npm run oracle`, or `npm run oracle -- --site .quarterlight/site` for the editions that were published there. */
const [option, folder] = process.argv.slice(2);
if (option !== undefined && (option !== '--site' || folder === undefined)) {
  console.error('Write npm run oracle, or npm run oracle -- --site .quarterlight/site.');
  process.exit(1);
}

const posted = await postedFor(organisation);
console.error(`Loading ${posted.postings.length.toLocaleString('en-GB')} posted events into DuckDB …`);
const recomputed = await recompute(posted);
console.error(folder ? `Reading the editions in ${folder} …` : 'Counting the same events and assessing them …');
const editions = folder ? readSite(folder, organisation) : await assessed(configurationOf(organisation), posted);
if (editions.length === 0) {
  console.error(`There is no edition of ${organisation} in ${folder}: run npm start -- --once first.`);
  process.exit(1);
}
const cells = compare(editions.flatMap(cellsOf), ownPeriodsOf(editions), recomputed);
const skipped = editions.flatMap(skippedIn);
for (const line of [...skippedReport(skipped), ...reportOf(cells)]) console.log(line);
process.exitCode = cells.every(({ equal }) => equal) && unexplained(skipped).length === 0 ? 0 : 1;
