import { App } from 'aws-cdk-lib';
import { bundle, bundlesFolder } from '#infra/bundle.ts';
import { QuarterlightStack } from '#infra/stack.ts';

await bundle();

const app = new App();
new QuarterlightStack(app, 'Quarterlight', {
  bundles: bundlesFolder,
  domainName: app.node.tryGetContext('domainName'),
  certificateArn: app.node.tryGetContext('certificateArn'),
});
