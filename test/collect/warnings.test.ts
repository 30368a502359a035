import { expect, test } from '@jest/globals';
import { loadAccounts } from '#functions/collect/directory.ts';
import type { Configuration } from '#scorecard/configuration.ts';
import { answered, config, desk, now, posted } from '#test/collect/desk.ts';
import { sampleWith } from '#test/event/sample.ts';

/** The desk's organisation, with a scorecard of one measure. */
const town = async () => {
  const store = await config();
  const { organisation, sources } = (await store.read('example')) as Configuration;
  const groups = [{ id: 'calls', title: 'Calls', measures: [{ id: 'calls-answered' }], milestones: [] }];
  await store.push({ organisation, sources, scorecards: [{ id: 'service', groups }] } as unknown as Configuration);
  const { stores, facts } = await desk();
  return { facts, stores: { ...stores, directory: { ...stores.directory, accounts: () => loadAccounts(store) } } };
};

const recorded = (measure: string, id: string) =>
  sampleWith('measure.recorded', { scorecard: 'service', measure, period: '2023-24-q3' }, { id });

test('a figure whose measure no scorecard has is taken, and warned of', async () => {
  const { stores, facts } = await town();
  const { status, body } = await answered(posted([recorded('calls-answered', 'a'), recorded('calls', 'b')]), stores);
  expect({ status, ...body }).toEqual({
    status: 202,
    accepted: 2,
    duplicates: 0,
    rejected: [],
    warnings: [
      {
        index: 1,
        id: 'b',
        reason: expect.stringMatching(/^service has no measure "calls": is it calls-answered\?/),
        pointer: '/data/measure',
      },
    ],
  });
  expect(facts()).toHaveLength(2);
});

test('again it is a duplicate, warned of as before; taken back, it need name nothing', async () => {
  const { stores } = await town();
  const event = recorded('calls', 'b');
  await answered(posted(event), stores);
  expect((await answered(posted(event), stores)).body).toMatchObject({ duplicates: 1, warnings: [{ id: 'b' }] });
  const withdrawn = { ...event, revision: 1, withdrawn: true, time: now.toISOString() };
  expect((await answered(posted(withdrawn), stores)).body).toMatchObject({ accepted: 1, warnings: [] });
});
