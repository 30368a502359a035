import { createHash } from 'node:crypto';
import type { Fact } from '#event/types.ts';

const contentHashOf = (content: object): string => createHash('sha256').update(JSON.stringify(content)).digest('hex');

/** A call unless told otherwise; its content hash follows from its content. */
export function fact(given: Partial<Fact> & Pick<Fact, 'id'>): Fact {
  const day = given.day ?? '2023-11-01';
  const content = {
    organisation: 'wirral',
    stream: 'call',
    subject: `phones#${given.id}`,
    source: 'phones',
    type: 'contact.call.completed',
    time: `${day}T10:00:00.000Z`,
    day,
    revision: 0,
    withdrawn: false,
    data: { outcome: 'answered', waitSeconds: 12 },
    ...given,
  } as const;
  return { contentHash: contentHashOf(content), ...content };
}

export const message = (given: Partial<Fact> & Pick<Fact, 'id' | 'subject'>): Fact =>
  fact({ stream: 'message', type: 'contact.message.received', data: { channel: 'social' }, ...given });

export const caseOpened = (given: Partial<Fact> & Pick<Fact, 'id' | 'subject'>): Fact =>
  fact({ stream: 'case', type: 'case.opened', data: { kind: 'complaint' }, ...given });

export const web = (given: Partial<Fact> & Pick<Fact, 'id'>): Fact =>
  fact({ stream: 'web', type: 'web.interaction', data: { kind: 'form' }, ...given });

export const record = (given: Partial<Fact> & Pick<Fact, 'id' | 'subject'>): Fact =>
  fact({ stream: 'record', type: 'measure.recorded', data: { measure: 'calls', value: 7 }, ...given });

const keyOf = ({ organisation, stream, source, id }: Fact) => [organisation, stream, source, id].join(' ');

/** In an order that does not depend on the store. */
export const sorted = (facts: readonly Fact[]): readonly Fact[] =>
  facts.toSorted((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
