import { describe, expect, test } from '@jest/globals';
import { resourcesOf } from '#local/resources.ts';
import { localStateMachine } from '#local/stateMachine.ts';
import type { Template } from '#local/template.ts';
import { synthesized } from '#test/infra/synthesized.ts';

const template = synthesized().toJSON() as Template;
const resources = resourcesOf(template, {});
const nightArn = resources.resolve(template.Outputs?.['NightArn']?.Value);
const definition =
  resources.of<{ DefinitionString: string }>('AWS::StepFunctions::StateMachine').find(({ ref }) => ref === nightArn)
    ?.properties.DefinitionString ?? '';
/** The same night, but impatient. */
const withoutPauses = definition.replaceAll(/"IntervalSeconds":\d+/g, '"IntervalSeconds":0');

type Answer = (input: Record<string, unknown>) => unknown;

const scorecards = [
  { organisation: 'wirral', scorecard: 'customer-experience' },
  { organisation: 'example', scorecard: 'contact-centre' },
];

/** Runs the night with these in place of the functions, and tells who was called with what. */
async function nightWith(answers: Record<string, Answer>, input: unknown = {}) {
  const calls: [string, Record<string, unknown>][] = [];
  const machine = localStateMachine(withoutPauses, async (arn, given) => {
    const name = Object.keys(answers).find((one) => arn.toLowerCase().includes(`nightly${one}`)) ?? arn;
    calls.push([name, given as Record<string, unknown>]);
    return answers[name]?.(given as Record<string, unknown>);
  });
  const outcome = await machine.run(input).then(
    ({ output }) => ({ output }),
    (error: Error) => ({ error: error.name }),
  );
  return { calls, names: calls.map(([name]) => name), outcome };
}

const planOf = (chunksLeft: number, checks: readonly object[] = []): Answer => {
  let left = chunksLeft;
  return (input) => {
    const done = left-- <= 0;
    const closing = { scorecards: done ? scorecards : [], checks: done ? checks : [] };
    return { ...input, chunks: done ? [] : [{ days: [left] }], done, ...closing };
  };
};
const answers = (over: Record<string, Answer> = {}): Record<string, Answer> => ({
  plan: planOf(1),
  rollup: () => ({ rebuilt: 1, waiting: 0 }),
  assess: (task) => ({ ...task, minted: [] }),
  publish: () => ({ files: 3 }),
  ...over,
});

describe('the night', () => {
  test('plans, counts, plans again until nothing is left, assesses every scorecard and publishes each', async () => {
    const { names } = await nightWith(answers({ plan: planOf(2) }));
    expect(names).toEqual(['plan', 'rollup', 'plan', 'rollup', 'plan', 'assess', 'assess', 'publish', 'publish']);
  });

  test('assesses and publishes even when no day is dirty', async () => {
    const { names } = await nightWith(answers({ plan: planOf(0) }));
    expect(names).toEqual(['plan', 'assess', 'assess', 'publish', 'publish']);
  });

  test('verifies what plan names, in chunks, before anything is assessed', async () => {
    const checks = [
      { days: [1], verify: true },
      { days: [2], verify: true },
    ];
    const { names, calls } = await nightWith(answers({ plan: planOf(1, checks) }));
    expect(names).toEqual(['plan', 'rollup', 'plan', 'rollup', 'rollup', 'assess', 'assess', 'publish', 'publish']);
    expect(calls.slice(3, 5).map(([, input]) => input)).toEqual(checks);
    expect(calls.slice(5, 7).map(([, input]) => input)).toEqual(scorecards);
  });

  test('publishes although a day cannot be verified', async () => {
    const rollup: Answer = ({ verify }) => {
      if (verify) throw new Error('no memory');
      return { rebuilt: 1, waiting: 0 };
    };
    const { names, outcome } = await nightWith(answers({ plan: planOf(1, [{ days: [1], verify: true }]), rollup }));
    expect(names.filter((name) => name === 'publish')).toHaveLength(2);
    expect(outcome).not.toHaveProperty('error');
  });

  test('tells plan what was asked for and when the night began, and hands its answer back to it', async () => {
    const { calls } = await nightWith(answers(), { asOf: '2024-01-25' });
    expect(calls[0]?.[1]).toEqual({ night: { asOf: '2024-01-25' }, startedAt: expect.stringMatching(/^\d{4}-.*Z$/) });
    expect(calls[2]?.[1]).toMatchObject({ night: { asOf: '2024-01-25' }, done: false });
  });

  test('tries a failing step four times', async () => {
    let failures = 3;
    const rollup = () => {
      if (failures-- > 0) throw new Error('throttled');
      return { rebuilt: 1 };
    };
    const { names, outcome } = await nightWith(answers({ rollup }));
    expect(names.filter((name) => name === 'rollup')).toHaveLength(4);
    expect(outcome).not.toHaveProperty('error');
  });

  test('publishes nothing when a day cannot be counted', async () => {
    const { names, outcome } = await nightWith(answers({ rollup: () => Promise.reject(new Error('no memory')) }));
    expect(outcome).toHaveProperty('error');
    expect(names).not.toContain('assess');
    expect(names).not.toContain('publish');
  });

  test.each(['assess', 'publish'])(
    'a scorecard that cannot be %sed keeps no other from the public, and breaks the night',
    async (step) => {
      const failing: Answer = (task) => {
        if (task['organisation'] === 'wirral') throw new Error('no such period');
        return answers()[step]?.(task);
      };
      const { calls, outcome } = await nightWith(answers({ [step]: failing }));
      const published = calls.filter(([name]) => name === 'publish').map(([, task]) => task['organisation']);
      expect(published).toContain('example');
      expect(outcome).toEqual({ error: 'ScorecardFailed' });
    },
  );
});
