import { RemovalPolicy } from 'aws-cdk-lib';
import { AttributeType, BillingMode, Table, TableEncryption } from 'aws-cdk-lib/aws-dynamodb';
import type { Construct } from 'constructs';
import { keys } from '#store/names.ts';

export const textAttribute = (name: string) => ({ name, type: AttributeType.STRING });

/** On demand, restorable to any second of the last 35 days, and outlives the stack. */
export const keptTable = (scope: Construct, options: { readonly timeToLiveAttribute?: string } = {}): Table =>
  new Table(scope, 'Table', {
    partitionKey: textAttribute(keys.partition),
    sortKey: textAttribute(keys.sort),
    billingMode: BillingMode.PAY_PER_REQUEST,
    encryption: TableEncryption.DEFAULT,
    pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
    removalPolicy: RemovalPolicy.RETAIN,
    deletionProtection: true,
    ...options,
  });
