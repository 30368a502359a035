import { CfnOutput } from 'aws-cdk-lib';
import type { Table } from 'aws-cdk-lib/aws-dynamodb';
import { Construct } from 'constructs';
import type { DataBucket } from '#infra/dataBucket.ts';
import type { NodeFunction } from '#infra/nodeFunction.ts';
import { keptTable } from '#infra/table.ts';
import { editionsPrefix, env } from '#store/names.ts';

export interface EditionsProps {
  /** Holds what is over the limit of an item. */
  readonly data: DataBucket;
}

/** Every publication, kept for good: nothing may delete one. */
export class Editions extends Construct {
  private readonly table: Table;
  private readonly data: DataBucket;

  constructor(scope: Construct, id: string, { data }: EditionsProps) {
    super(scope, id);
    this.data = data;
    this.table = keptTable(this);
    new CfnOutput(this, 'Name', { key: 'EditionsTable', value: this.table.tableName });
  }

  grantMint(grantee: NodeFunction) {
    this.grantRead(grantee);
    grantee.mayCall(['dynamodb:PutItem'], this.table.tableArn);
    this.data.grantWrite(grantee, editionsPrefix);
  }

  grantRead(grantee: NodeFunction) {
    grantee.mayCall(['dynamodb:GetItem', 'dynamodb:Query'], this.table.tableArn);
    grantee.addEnvironment(env.editionsTable, this.table.tableName);
    this.data.grantRead(grantee, editionsPrefix);
  }
}
