import { CfnOutput } from 'aws-cdk-lib';
import type { Table } from 'aws-cdk-lib/aws-dynamodb';
import { Construct } from 'constructs';
import type { DataBucket } from '#infra/dataBucket.ts';
import type { NodeFunction } from '#infra/nodeFunction.ts';
import { keptTable } from '#infra/table.ts';
import { env, partialsPrefix } from '#store/names.ts';

export interface PartialsProps {
  /** Holds what is over the limit of an item. */
  readonly data: DataBucket;
}

/** One aggregate a stream and day. */
export class Partials extends Construct {
  private readonly table: Table;
  private readonly data: DataBucket;

  constructor(scope: Construct, id: string, { data }: PartialsProps) {
    super(scope, id);
    this.data = data;
    this.table = keptTable(this);
    new CfnOutput(this, 'Name', { key: 'PartialsTable', value: this.table.tableName });
  }

  grantReplace(grantee: NodeFunction) {
    grantee.mayCall(['dynamodb:BatchGetItem', 'dynamodb:PutItem'], this.table.tableArn);
    grantee.addEnvironment(env.partialsTable, this.table.tableName);
    this.data.grantWrite(grantee, partialsPrefix);
  }

  /** Which day is the first. */
  grantListDays(grantee: NodeFunction) {
    grantee.mayCall(['dynamodb:Query'], this.table.tableArn);
    grantee.addEnvironment(env.partialsTable, this.table.tableName);
  }

  grantRead(grantee: NodeFunction) {
    this.grantListDays(grantee);
    this.data.grantRead(grantee, partialsPrefix);
  }
}
