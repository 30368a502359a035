import { describe, expect, test } from '@jest/globals';
import { localStateMachine, payloadLimitBytes } from '#local/stateMachine.ts';

const oneTask = JSON.stringify({
  StartAt: 'Work',
  States: { Work: { Type: 'Task', Resource: 'arn:work', End: true } },
});
const quotes = 2;

describe('a state machine here', () => {
  test('hands a task’s input to what its resource names, and tells what came out', async () => {
    const machine = localStateMachine(oneTask, async (arn, input) => ({ arn, input }));
    const { output, steps } = await machine.run({ n: 1 });
    expect(output).toEqual({ arn: 'arn:work', input: { n: 1 } });
    expect(steps['Work']).toMatchObject({ outputs: [{ arn: 'arn:work', input: { n: 1 } }], errors: [] });
  });

  test.each([
    ['exactly as large as AWS allows', payloadLimitBytes - quotes, undefined],
    ['a byte larger', payloadLimitBytes - quotes + 1, 'States.DataLimitExceeded'],
  ])('an answer %s', async (_, length, error) => {
    const machine = localStateMachine(oneTask, async () => 'x'.repeat(length));
    const outcome = await machine.run({}).then(
      () => undefined,
      ({ name }: Error) => name,
    );
    expect(outcome).toBe(error);
  });

  test('an input that is too large is refused before the task', async () => {
    let called = false;
    const machine = localStateMachine(oneTask, async () => {
      called = true;
    });
    await expect(machine.run('x'.repeat(payloadLimitBytes))).rejects.toThrow(/the input of Work/);
    expect(called).toBe(false);
  });

  test('what a task throws is caught by its name', async () => {
    const definition = JSON.stringify({
      StartAt: 'Work',
      States: {
        Work: {
          Type: 'Task',
          Resource: 'arn:work',
          Catch: [{ ErrorEquals: ['Throttled'], Next: 'Rest' }],
          End: true,
        },
        Rest: { Type: 'Pass', Result: 'rested', End: true },
      },
    });
    const throttled = Object.assign(new Error('slow down'), { name: 'Throttled' });
    const { output, steps } = await localStateMachine(definition, () => Promise.reject(throttled)).run({});
    expect(output).toBe('rested');
    expect(steps['Work']?.errors).toEqual(['slow down']);
  });
});
