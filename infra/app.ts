import { App } from 'aws-cdk-lib';
import { bundle, bundlesFolder } from '#infra/bundle.ts';
import { QuarterlightStack } from '#infra/stack.ts';

await bundle();

const app = new App();

/** Given on the command line, settings are text. */
const numberIn = (name: string): number | undefined => {
  const value = app.node.tryGetContext(name);
  return value === undefined ? undefined : Number(value);
};

new QuarterlightStack(app, 'Quarterlight', {
  bundles: bundlesFolder,
  domainName: app.node.tryGetContext('domainName'),
  certificateArn: app.node.tryGetContext('certificateArn'),
  collectAtOnce: numberIn('collectAtOnce'),
});
