import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { dynamoDirtyDays } from '#store/dynamoDirtyDays.ts';
import { dynamoFactTable } from '#store/dynamoFactTable.ts';
import type { DirtyDays, EventLog } from '#store/eventLog.ts';
import { eventLogOver } from '#store/eventLogOver.ts';

/** The event log in one table: one conditional write a fact, one write a mark. */
export const dynamoEventLog = (client: DynamoDBClient, table: string): EventLog & DirtyDays =>
  eventLogOver(dynamoFactTable(client, table), dynamoDirtyDays(client, table));
