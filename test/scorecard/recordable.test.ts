import { describe, expect, test } from '@jest/globals';
import { type Recordable, unnamedIn } from '#scorecard/recordable.ts';

const service = {
  id: 'service',
  groups: [
    { id: 'calls', measures: [{ id: 'calls-answered' }, { id: 'calls-abandoned' }], milestones: [] },
    { id: 'plans', measures: [{ id: 'satisfaction' }], milestones: [{ id: 'new-website' }] },
  ],
  budgets: [{ id: 'revenue' }],
} as unknown as Recordable;
const scorecards = [service, { id: 'schools', groups: [] } as unknown as Recordable];

const warned = (type: string, data: object) =>
  unnamedIn({ type, data: { scorecard: 'service', ...data } }, scorecards).map(({ pointer }) => pointer);

describe('a record names', () => {
  test.each([
    ['a measure', 'measure.recorded', { measure: 'calls-answered' }, []],
    ['a budget', 'measure.recorded', { measure: 'revenue' }, []],
    ['no measure that there is', 'measure.recorded', { measure: 'calls-answerd' }, ['/data/measure']],
    ['a milestone as if it were a measure', 'measure.recorded', { measure: 'new-website' }, ['/data/measure']],
    ['no scorecard that there is', 'measure.recorded', { scorecard: 'sevice', measure: 'x' }, ['/data/scorecard']],
    [
      'a measure of another scorecard',
      'measure.recorded',
      { scorecard: 'schools', measure: 'revenue' },
      ['/data/measure'],
    ],
    ['a milestone', 'milestone.updated', { milestone: 'new-website' }, []],
    ['no milestone that there is', 'milestone.updated', { milestone: 'website' }, ['/data/milestone']],
    ['a group', 'commentary.recorded', { group: 'plans' }, []],
    ['nothing but the scorecard', 'commentary.recorded', {}, []],
    ['no group that there is', 'commentary.recorded', { group: 'plan' }, ['/data/group']],
    ['neither', 'commentary.recorded', { measure: 'x', milestone: 'y' }, ['/data/measure', '/data/milestone']],
    ['a scorecard to release', 'edition.released', {}, []],
    ['no scorecard to release', 'edition.released', { scorecard: 'x' }, ['/data/scorecard']],
    ['nothing: it is no record', 'contact.call.completed', { scorecard: 'x', measure: 'y' }, []],
  ])('%s', (_, type, data, pointers) => expect(warned(type, data)).toEqual(pointers));
});

const inWords = (data: Readonly<Record<string, unknown>>, shown?: (sent: string) => string) =>
  unnamedIn({ type: 'measure.recorded', data }, scorecards, shown)[0]?.reason;

test('the warning gives the three that are most like it, and says what becomes of the record', () => {
  expect(inWords({ scorecard: 'service', measure: 'calls-answerd' })).toBe(
    'service has no measure "calls-answerd": is it calls-answered or calls-abandoned or satisfaction? (it is stored, and counts nowhere until there is one of this name)',
  );
  expect(inWords({ scorecard: 'schools', measure: 'x' })).toMatch(/^schools has no measure "x" \(it is stored/);
  expect(inWords({ scorecard: 'servce', measure: 'x' })).toMatch(
    /^there is no scorecard "servce": is it service or schools\?/,
  );
});

test('a long name is cut short, and another may write it', () => {
  expect(inWords({ scorecard: 'service', measure: 'x'.repeat(200) })).toContain(`"${'x'.repeat(60)}"`);
  expect(inWords({ scorecard: 'service', measure: 'Jane Doe' }, () => 'one of 8 letters')).not.toContain('Jane');
});
