import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { type Command, textOf } from '#cli/command.ts';
import { postingOptions, withSource } from '#cli/deployed.ts';
import { counted } from '#cli/output.ts';
import { type CloudEvent, type Posted, postAll } from '#cli/post.ts';
import { Failure, messageOf } from '#local/failure.ts';

/** What is posted to `/events`, without a name. */
const nameless = 'default';

export const send: Command = {
  usage: 'send FILE… [--source SOURCE] [--to URL]',
  summary: 'post the CloudEvents in files, signed as a source (or ORG.SOURCE)',
  options: { source: { type: 'string', short: 's' }, ...postingOptions },
  positionals: Number.POSITIVE_INFINITY,
  async run(context, { values, positionals }) {
    if (positionals.length === 0) throw new Failure('Name at least one file: quarterlight send FILE… --source SOURCE');
    const events = positionals.flatMap((path) => readEvents(resolve(context.here, path), path));
    return withSource(context, values, textOf(values, 'source') ?? nameless, async (source) => {
      const posted = await context.output.stage('Send', async () => {
        const result = await postAll([{ source, events }], context.now);
        return { detail: postedInWords(events.length, result), result };
      });
      if (posted.rejected.length > 0 && events.length === posted.rejected.length) throw allRejected(posted);
      for (const { id, reason, pointer } of posted.rejected) context.output.line(`  ${id}: ${reason} at ${pointer}`);
      for (const { id, reason } of posted.warnings) context.output.line(`  Warning: ${id}: ${reason}`);
      return posted;
    });
  },
};

const allRejected = ({ rejected: [first] }: Posted) =>
  new Failure(`None of the events could be accepted; the first, ${first?.id}: ${first?.reason} at ${first?.pointer}`);

export const postedInWords = (events: number, { accepted, duplicates, rejected }: Posted): string =>
  `${counted(events, 'event')}: ${accepted} accepted, ${counted(duplicates, 'duplicate')}, ${rejected.length} rejected`;

/** A JSON array, one JSON object, or one object a line. */
export function readEvents(path: string, shownAs: string): CloudEvent[] {
  const text = readText(path, shownAs);
  try {
    const events = /\.(ndjson|jsonl)$/.test(path) ? linesOf(text) : JSON.parse(text);
    return Array.isArray(events) ? events : [events];
  } catch (error) {
    throw new Failure(`${shownAs} is not JSON: ${messageOf(error)}`);
  }
}

const linesOf = (text: string): CloudEvent[] =>
  text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line));

function readText(path: string, shownAs: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    throw new Failure(`${shownAs} cannot be read: ${messageOf(error)}`);
  }
}
