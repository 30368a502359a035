import type { UpdateItemCommandInput } from '@aws-sdk/client-dynamodb';
import type { Fact, Stream } from '#event/types.ts';
import { type Item, numberOf, stringOf } from '#store/dynamo.ts';
import type { Candidate } from '#store/eventLog.ts';
import { factHash, subjectHash } from '#store/factTable.ts';
import { shardOf } from '#store/hash.ts';
import { eventKeys, keys } from '#store/names.ts';

const attributes = ['day', 'revision', 'contentHash', 'withdrawn', 'source', 'id', 'subject', 'body', 'receivedAt'];
const indexAttributes = [keys.dayPartition, keys.daySort];

const setting = (names: readonly string[]) => ({
  UpdateExpression: `SET ${names.map((name) => `#${name} = :${name}`).join(', ')} ADD #days :days`,
  ExpressionAttributeNames: Object.fromEntries(
    [keys.partition, 'days', 'says', ...names].map((name) => [`#${name}`, name]),
  ),
});
const settingFact = setting([...attributes, ...indexAttributes]);
const settingWebFact = setting(attributes);

/** AND binds closer than OR. Without brackets, because the DynamoDB on a laptop takes ten times as long to read them. */
const outranksStored =
  `attribute_not_exists(#${keys.partition}) OR #revision < :revision ` +
  'OR #revision = :revision AND #contentHash < :contentHash';

const conditionOf = ({ says, over }: Candidate): string => {
  const further = [
    ...(says === undefined ? [] : ['(attribute_not_exists(#says) OR #says <> :says)']),
    ...(over === undefined ? [] : ['#revision = :over']),
  ];
  return further.length === 0 ? outranksStored : [`(${outranksStored})`, ...further].join(' AND ');
};

/** What was said before is forgotten where nothing says what is said now. */
const sayingOf = (expression: string, { says }: Candidate): string =>
  says === undefined ? `${expression} REMOVE #says` : expression.replace('SET ', 'SET #says = :says, ');

export function factKey(fact: Fact): Record<string, { S: string }> {
  const hash = factHash(fact);
  const partition =
    fact.stream === 'web'
      ? eventKeys.webFact(fact.organisation, fact.day, shardOf(hash))
      : eventKeys.fact(fact.organisation, fact.stream, subjectHash(fact));
  return { [keys.partition]: { S: partition }, [keys.sort]: { S: hash } };
}

/** Sorted by subject, so that the facts of one stand together. */
function indexValues(fact: Fact): Record<string, { S: string }> {
  if (fact.stream === 'web') return {};
  const subject = subjectHash(fact);
  return {
    ':dayPk': { S: eventKeys.day(fact.organisation, fact.stream, fact.day, shardOf(subject)) },
    ':daySk': { S: `${subject}#${factHash(fact)}` },
  };
}

/** Stores a fact if it is new or outranks what is stored, and answers with all attributes, its days among them. */
export function factUpdate(fact: Candidate, now: Date): Omit<UpdateItemCommandInput, 'TableName'> {
  const { UpdateExpression, ExpressionAttributeNames } = fact.stream === 'web' ? settingWebFact : settingFact;
  return {
    UpdateExpression: sayingOf(UpdateExpression, fact),
    ExpressionAttributeNames,
    Key: factKey(fact),
    ConditionExpression: conditionOf(fact),
    ExpressionAttributeValues: {
      ...(fact.says !== undefined && { ':says': { S: fact.says } }),
      ...(fact.over !== undefined && { ':over': { N: String(fact.over) } }),
      ':day': { S: fact.day },
      ':days': { SS: [fact.day] },
      ':revision': { N: String(fact.revision) },
      ':contentHash': { S: fact.contentHash },
      ':withdrawn': { BOOL: fact.withdrawn },
      ':source': { S: fact.source },
      ':id': { S: fact.id },
      ':subject': { S: fact.subject },
      ':body': { S: JSON.stringify({ type: fact.type, time: fact.time, data: fact.data }) },
      ':receivedAt': { S: now.toISOString() },
      ...indexValues(fact),
    },
    ReturnValues: 'ALL_NEW',
  };
}

export const daysOfItem = (item: Item | undefined): readonly string[] => item?.['days']?.SS ?? [];

export const factOfItem = (item: Item, organisation: string, stream: Stream): Fact => ({
  organisation,
  stream,
  subject: stringOf(item, 'subject'),
  source: stringOf(item, 'source'),
  id: stringOf(item, 'id'),
  ...(JSON.parse(stringOf(item, 'body')) as Pick<Fact, 'type' | 'time' | 'data'>),
  day: stringOf(item, 'day'),
  revision: numberOf(item, 'revision'),
  withdrawn: item['withdrawn']?.BOOL === true,
  contentHash: stringOf(item, 'contentHash'),
});
