import { CfnOutput } from 'aws-cdk-lib';
import { ProjectionType, type Table } from 'aws-cdk-lib/aws-dynamodb';
import { Construct } from 'constructs';
import type { NodeFunction } from '#infra/nodeFunction.ts';
import { keptTable, textAttribute } from '#infra/table.ts';
import { dayIndex, env, keys } from '#store/names.ts';

/** Every fact once, the marks of dirty days, and the quarantine. */
export class EventLog extends Construct {
  private readonly table: Table;

  constructor(scope: Construct, id: string) {
    super(scope, id);
    this.table = keptTable(this, { timeToLiveAttribute: keys.expires });
    this.table.addGlobalSecondaryIndex({
      indexName: dayIndex,
      partitionKey: textAttribute(keys.dayPartition),
      sortKey: textAttribute(keys.daySort),
      projectionType: ProjectionType.ALL,
    });
    new CfnOutput(this, 'Name', { key: 'EventsTable', value: this.table.tableName });
  }

  /** Facts, marks and quarantined events in; the subject's other facts out. */
  grantAppend(grantee: NodeFunction) {
    this.grant(grantee, ['GetItem', 'PutItem', 'BatchWriteItem', 'UpdateItem', 'Query']);
  }

  grantListDirtyDays(grantee: NodeFunction) {
    this.grant(grantee, ['Query']);
  }

  /** A day's facts by the index, their subjects, and the marks: one goes when its day is done, and is set on a wrong one. */
  grantRollUp(grantee: NodeFunction) {
    this.grant(grantee, ['BatchGetItem', 'BatchWriteItem', 'Query', 'DeleteItem']);
    grantee.mayCall(['dynamodb:Query'], `${this.table.tableArn}/index/${dayIndex}`);
  }

  grantReadRecords(grantee: NodeFunction) {
    this.grant(grantee, ['Query']);
  }

  private grant(grantee: NodeFunction, actions: readonly string[]) {
    grantee.mayCall(
      actions.map((action) => `dynamodb:${action}`),
      this.table.tableArn,
    );
    grantee.addEnvironment(env.eventsTable, this.table.tableName);
  }
}
