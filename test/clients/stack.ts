import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import type { Browser } from 'playwright-core';
import { parseDocument } from 'yaml';
import { londonDay } from '#calendar/day.ts';
import { chromiumPath } from '#cli/paper/chromium.ts';
import { checkedFolders } from '#cli/push.ts';
import { foldersOf } from '#cli/scorecardFolders.ts';
import { bundle, projectRoot } from '#infra/bundle.ts';
import { clientFor } from '#local/clients.ts';
import { s3ClientFor } from '#local/s3.ts';
import { readSecrets } from '#local/secrets.ts';
import { startStack } from '#local/stack.ts';
import { writeUp } from '#local/upFile.ts';
import { dynamoEventLog } from '#store/dynamoEventLog.ts';
import { dynamoQuarantine } from '#store/dynamoQuarantine.ts';
import { s3ConfigStore } from '#store/s3ConfigStore.ts';
import { launch } from '#test/browser/chromium.ts';
import type { ClientStack } from '#test/clients/client.ts';
import { synthesized } from '#test/infra/synthesized.ts';

const organisation = 'example';

/** A project of its own in a new folder: the example, with more sources, and the functions as they are now. */
async function projectWith(sources: readonly object[]): Promise<string> {
  const root = mkdtempSync(join(tmpdir(), 'quarterlight-clients-'));
  const example = join(root, 'scorecards', organisation);
  mkdirSync(example, { recursive: true });
  cpSync(join(projectRoot, 'scorecards', organisation), example, { recursive: true });
  const file = join(example, 'sources.yaml');
  const document = parseDocument(readFileSync(file, 'utf8'));
  for (const source of sources) document.addIn(['sources'], source);
  writeFileSync(file, String(document));
  const bundles = join(root, 'bundles');
  await bundle(bundles);
  synthesized(join(root, 'cdk.out'), bundles);
  return root;
}

export async function withClientStack(
  sources: readonly object[],
  work: (stack: ClientStack) => Promise<void>,
): Promise<void> {
  const root = await projectWith(sources);
  const folder = join(root, '.quarterlight');
  const running = await startStack({ root, folder, sitePort: 0, ingestPort: 0, now: () => new Date() });
  writeUp(folder, running.up);
  const browsers: Browser[] = [];
  try {
    const { up } = running;
    const s3 = s3ClientFor(up.s3);
    for (const configuration of checkedFolders(foldersOf(root, root, [organisation])))
      await s3ConfigStore(s3, up.buckets.data).push(configuration);
    const dynamo = clientFor(DynamoDBClient, up.dynamodb);
    const hashKeyOf = async (name: string) => readSecrets(join(folder, 'secrets.json'))[name]?.hashKey ?? '';
    const quarantine = dynamoQuarantine(dynamo, up.tables.events, s3, up.buckets.data, hashKeyOf);
    const startedOn = londonDay(new Date().toISOString());
    await work({
      folder,
      objects: { s3, bucket: up.buckets.data },
      address: (source) => `${up.ingest}/hooks/${source}`,
      keys: (source) => up.sources[source] ?? { signing: [], tokens: [] },
      facts: (stream, day) => dynamoEventLog(dynamo, up.tables.events).factsOf({ organisation, stream, day }),
      quarantined: async () => {
        const days = [...new Set([startedOn, londonDay(new Date().toISOString())])];
        return (await Promise.all(days.map((day) => quarantine.list(organisation, day)))).flat();
      },
      browser: async () => {
        const path = chromiumPath();
        if (path !== undefined && browsers.length === 0) browsers.push(await launch(path));
        return browsers[0];
      },
    });
    s3.destroy();
    dynamo.destroy();
  } finally {
    for (const browser of browsers) await browser.close();
    await running.close();
    rmSync(root, { recursive: true, force: true });
  }
}
