import { envelope } from '#event/envelope.ts';
import { type Path, pointerTo, quoted, type Refusal, refusalOf } from '#event/reason.ts';
import { dataSchemas } from '#event/schemas.ts';
import type { CanonicalEvent } from '#event/types.ts';

export interface ParseContext {
  readonly now: Date;
  /** The source that the path names and whose credential was shown. */
  readonly pathSource: string;
  /** The organisation that the credential belongs to. */
  readonly organisation: string;
}

/** `warnings` name the fields of `data` that were dropped. */
export interface Parsed {
  readonly event: CanonicalEvent;
  readonly warnings: readonly Refusal[];
}

export type Refused = Refusal & { readonly id?: string };

const dayMs = 86_400_000;
const mostWarnings = 20;

/** A CloudEvents event as JSON, in its structured form; answers what it means, or why it cannot be accepted. */
export const parseEvent = (input: unknown, context: ParseContext): Parsed | Refused => {
  const parsed = parse(input, context);
  const id = idOf(input);
  return 'event' in parsed || id === undefined ? parsed : { id, ...parsed };
};

const parse = (input: unknown, context: ParseContext): Parsed | Refusal => {
  if (!isObject(input)) return { reason: 'an event must be a JSON object', pointer: '' };
  const { data: attributes, error } = envelope.safeParse(input);
  if (!attributes) return refusal(input, error.issues);
  if (attributes.organisation !== undefined && attributes.organisation !== context.organisation)
    return foreign(context.organisation);
  const schema = dataSchemas[attributes.type];
  const { data, error: dataError } = schema.safeParse(attributes.data);
  if (!data) return refusal(input, dataError.issues, ['data']);
  const { id, type, time, revision, withdrawn } = attributes;
  const event = { id, source: sourceOf(context.pathSource, attributes.source), type, time, revision, withdrawn, data };
  return tooLate(event, context.now) ?? { event, warnings: dropped(attributes.data, schema.shape, type) };
};

const isObject = (input: unknown): input is object =>
  typeof input === 'object' && input !== null && !Array.isArray(input);

const idOf = (input: unknown): string | undefined => {
  const id = isObject(input) && 'id' in input ? input.id : undefined;
  return typeof id === 'string' ? id.slice(0, 200).toWellFormed() : undefined;
};

const refusal = (input: unknown, [issue]: readonly { path: Path; message: string }[], within: Path = []): Refusal => {
  if (!issue) throw new Error('a schema refused an event without saying why');
  return refusalOf(input, { path: [...within, ...issue.path], message: issue.message });
};

const foreign = (organisation: string): Refusal => ({
  reason: `organisation must be ${organisation}, whose credential this is, or be left out`,
  pointer: '/organisation',
});

/** Led by the path's source, so that no credential can overwrite another's facts. */
const sourceOf = (pathSource: string, source: string): string =>
  source === pathSource ? pathSource : `${pathSource}:${source}`;

/** Fields that say when something happened. Deadlines and periods may lie ahead. */
const isHappening = (field: string): boolean => field.endsWith('At') || field === 'at' || field === 'completedOn';

const tooLate = ({ time, data }: CanonicalEvent, now: Date): Refusal | undefined => {
  const latest = new Date(now.getTime() + dayMs).toISOString();
  if (time > latest) return ahead(['time']);
  const late = Object.keys(data).find((field) => isHappening(field) && String(data[field]) > latest);
  return late === undefined ? undefined : ahead(['data', late]);
};

const ahead = (path: Path): Refusal => ({
  reason: `${path.join('.')} is more than 24 hours ahead; check the clock and the zone`,
  pointer: pointerTo(path),
});

const dropped = (data: object, shape: object, type: string): readonly Refusal[] =>
  Object.keys(data)
    .filter((field) => !Object.hasOwn(shape, field))
    .slice(0, mostWarnings)
    .map((field) => ({
      reason: `data.${quoted(field)} was dropped: ${type} has no such field`,
      pointer: pointerTo(['data', field]),
    }));
