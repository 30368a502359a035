import { type CloudEvent, iso } from '#events/example/cloudEvent.ts';
import { dayMs, firstDay, lastDay, londonMs, secondMs } from '#events/example/days.ts';
import { oneOf, type Random, shuffled } from '#events/example/random.ts';
import { enquiryTypes, type Service } from '#events/example/services.ts';

/** One event on its way, and the week (from the first Monday) in which it is posted. */
export interface Posted<Source extends string> {
  readonly event: CloudEvent<Source>;
  readonly week: number;
}

const weekMs = 7 * dayMs;
const repeatedShare = 0.02;
const correctedShare = 0.01;
const withdrawnShare = 0.005;
const movedShare = 0.005;

/** What senders do: repeat, correct, withdraw, find out that it was another day, and send out of order within a week. */
export function disturb<Source extends string>(
  random: Random,
  events: readonly CloudEvent<Source>[],
): CloudEvent<Source>[] {
  const late = (event: CloudEvent<Source>): Posted<Source> => ({
    event,
    week: weekOf(event) + (random() < 0.5 ? 0 : 1),
  });
  const of = (share: number) => events.length * share;
  const candidates = shuffled(random, events.filter(mayBeRevised));
  const corrections = candidates.splice(0, of(correctedShare)).map((event) => corrected(random, event));
  const withdrawals = candidates.splice(0, of(withdrawnShare)).map(withdrawn);
  const moves = candidates.splice(0, of(movedShare)).map((event) => moved(random, event));
  const repeats = shuffled(random, events).slice(0, of(repeatedShare));
  const posted = events.map((event) => ({ event, week: weekOf(event) }));
  return byWeek(random, [...posted, ...[...repeats, ...corrections, ...withdrawals, ...moves].map(late)]);
}

/** A web interaction has revision 0 for good; readings are left alone so that the last of a month stays easy to check. */
function mayBeRevised({ type }: CloudEvent<string>): boolean {
  return type.startsWith('contact.');
}

/** A call turns out to have waited half a minute longer; a message to be about something else. */
function corrected<Source extends string>(random: Random, event: CloudEvent<Source>): CloudEvent<Source> {
  if (event.type !== 'contact.call.completed') {
    const enquiryType = oneOf(random, enquiryTypes[event.data['service'] as Service]);
    return { ...event, revision: 1, data: { ...event.data, enquiryType } };
  }
  const { offeredAt, ...later } = shifted(event, 30 * secondMs).data;
  const waitSeconds = (event.data['waitSeconds'] as number) + 30;
  return { ...event, revision: 1, data: { ...later, offeredAt: event.data['offeredAt'], waitSeconds } };
}

function withdrawn<Source extends string>(event: CloudEvent<Source>): CloudEvent<Source> {
  return { ...event, revision: 1, withdrawn: true };
}

function moved<Source extends string>(random: Random, event: CloudEvent<Source>): CloudEvent<Source> {
  const step = { back: -1, on: 1, twoOn: 2 }[oneOf(random, { back: 2, on: 1, twoOn: 1 })];
  const ms = Date.parse(event.time) + step * dayMs;
  const outside = ms < londonMs(firstDay, 0) + dayMs || ms > londonMs(lastDay, 0);
  return { ...shifted(event, (outside ? -step : step) * dayMs), revision: 1 };
}

/** Every instant of the event by so many milliseconds. */
function shifted<Source extends string>(event: CloudEvent<Source>, byMs: number): CloudEvent<Source> {
  const entries = Object.entries(event.data).map(([key, value]) => [
    key,
    key.endsWith('At') ? iso(Date.parse(value as string) + byMs) : value,
  ]);
  return { ...event, time: iso(Date.parse(event.time) + byMs), data: Object.fromEntries(entries) };
}

function weekOf(event: CloudEvent<string>): number {
  return Math.floor((Date.parse(event.time) - Date.parse(firstDay)) / weekMs);
}

function byWeek<Source extends string>(random: Random, posted: readonly Posted<Source>[]): CloudEvent<Source>[] {
  const weeks = Map.groupBy(posted, ({ week }) => week);
  const inOrder = [...weeks].sort(([one], [other]) => one - other);
  return inOrder.flatMap(([, week]) => shuffled(random, week).map(({ event }) => event));
}
