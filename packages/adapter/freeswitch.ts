import type { Adapter, AdapterContext, Item } from '#adapter/adapter.ts';
import { callTold, fifoTold, memberTold, type Told } from '#adapter/freeswitch/legs.ts';
import { jsonInBody, type LegRecord, legRecordOf } from '#adapter/freeswitch/record.ts';
import { jsonOf } from '#adapter/json.ts';
import { tokenProblem } from '#adapter/shownToken.ts';
import { firstMapped, leftOutItem, queueKey, refusedItem, safeId, stayItem, toldBy } from '#adapter/telephony/stay.ts';
import { taken } from '#adapter/telephony/taken.ts';
import { withoutCredentials } from '#adapter/withoutCredentials.ts';

/** FreeSWITCH's mod_json_cdr: a record for each leg of a call, of which the caller's counts. */
export const freeswitch: Adapter = {
  problem: tokenProblem,
  read: ({ body }, context) => {
    const json = jsonInBody(body);
    if (!json) return { unreadable: 'content', detail: 'The body is not JSON, nor a form whose cdr is.' };
    return (Array.isArray(json.value) ? json.value : [json.value]).map((value) => itemOf(value, context));
  },
  again: (text, context) => {
    const json = jsonOf(text);
    return json ? itemOf(json.value, context) : refusedItem('the record is not JSON', () => text);
  },
  reply: taken,
};

const itemOf = (value: unknown, context: AdapterContext): Item => {
  const text = () => withoutCredentials(JSON.stringify(value));
  const leg = legRecordOf(value);
  if (!leg) return refusedItem('a record must have an object named variables', text, '/variables');
  const uuid = leg.variable('uuid') ?? leg.variable('call_uuid');
  if (uuid === undefined) return refusedItem('variables.uuid must name the leg', text, '/variables/uuid');
  const reason = otherLeg(leg);
  return reason === undefined ? legItem(leg, uuid, context, text) : leftOutItem(reason, text);
};

/** Why a leg is no caller's own; undefined when it is. */
const otherLeg = (leg: LegRecord): string | undefined => {
  const side = leg.variable('cc_side');
  if (side === 'agent') return 'the agent’s leg of a call';
  if (leg.variable('direction') === 'outbound' && side !== 'member') return 'the other leg of a call';
  if (leg.variable('call_direction') === 'local') return 'a call within the house';
  if (/^(lose_race|picked_off)$/i.test(leg.variable('hangup_cause') ?? '')) return 'a leg that another leg replaced';
  return undefined;
};

const uuidShape = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

const legItem = (leg: LegRecord, uuid: string, context: AdapterContext, text: () => string): Item => {
  const queue = queueOf(leg);
  const words = queue === undefined ? wordsOf(leg, context) : [queue];
  if (words.length === 0)
    return leftOutItem('a call to an extension or a context that mapping.queue does not name', text);
  const stay = toldOf(leg, queue, words);
  if (!stay) return refusedItem('start_epoch and end_epoch must be seconds since 1970', text, '/variables/start_epoch');
  const callId = safeId(uuid, uuidShape, context);
  return stayItem(
    {
      ...stay,
      id: `${callId}/${queueKey(queue ?? 'direct', context)}`,
      revision: leg.moment('end') ?? stay.endedMs,
      callId,
      direction: leg.variable('call_direction') === 'outbound' ? 'outbound' : 'inbound',
      told: toldBy(leg.variable, context.source),
    },
    context,
    text,
  );
};

const queueOf = (leg: LegRecord): string | undefined => leg.variable('cc_queue') ?? fifoOf(leg);

/** `support@default in`, as the dial plan said it. */
const fifoOf = (leg: LegRecord): string | undefined =>
  leg.variable('last_app') === 'fifo' ? /^(\S+)\s+in\b/.exec(leg.variable('last_arg') ?? '')?.[1] : undefined;

const toldOf = (leg: LegRecord, queue: string | undefined, words: readonly string[]): Told | undefined => {
  if (queue === undefined) return callTold(leg, words);
  return leg.variable('cc_queue') === undefined ? fifoTold(leg, queue) : memberTold(leg, queue);
};

/** What was dialled, where the mapping names it, and the dial plan's context; none where queues are named and none of these is. */
const wordsOf = ({ profiles }: LegRecord, { source }: AdapterContext): readonly string[] => {
  const { queue } = source.mapping;
  const isNamed = (word: string): boolean => firstMapped([word], queue) !== undefined;
  const dialled = profiles.flatMap(({ destination }) => destination ?? []).filter(isNamed);
  const contexts = profiles.flatMap(({ context }) => context ?? []).toReversed();
  if (queue) return [...dialled, ...contexts.filter(isNamed)];
  return contexts.length === 0 ? ['direct'] : contexts;
};
