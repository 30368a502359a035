import { describe, expect, test } from '@jest/globals';
import { checkPaper } from '#scorecard/paperFile.ts';
import { scorecard } from '#scorecard/schema.ts';

const known = scorecard.parse({
  id: 'calls',
  title: 'Calls',
  groups: [
    {
      id: 'phone',
      title: 'Phone',
      measures: [
        {
          id: 'answered',
          title: 'Answered',
          unit: 'percent',
          polarity: 'higher',
          frequency: 'quarter',
          value: { recorded: true },
        },
      ],
      milestones: [{ id: 'callback', title: 'Callback', originalDeadline: '2024-03-31' }],
    },
  ],
});

const file = 'scorecards/x/papers/calls-2023-24-q3.md';
const front = `scorecard: calls
period: 2023-24-q3
title: Calls
meeting: Committee
date: 2024-02-01`;
const paper = (body: string, particulars = front) => `---\n${particulars}\n---\n${body}`;
const check = (text: string, name = file) => checkPaper(name, text, [known]);
const problemsOf = (text: string, name = file) => {
  const checked = check(text, name);
  return 'problems' in checked ? checked.problems : [];
};

describe('a committee paper', () => {
  test('is its particulars and its text', () => {
    expect(check(paper('# One\n\nText.\n'))).toEqual({
      value: {
        scorecard: 'calls',
        period: '2023-24-q3',
        title: 'Calls',
        meeting: 'Committee',
        date: '2024-02-01',
        appendix: true,
        body: '# One\n\nText.\n',
      },
    });
  });

  test.each([
    ['a mark at its beginning', `\ufeff${paper('x')}`],
    ['the line ends of Windows', paper('x').replaceAll('\n', '\r\n')],
    ['no text', paper('').trimEnd()],
  ])('may have %s', (_, text) => expect(check(text)).toHaveProperty('value'));

  test.each([
    'measure.answered.value',
    ' measure.answered.change ',
    'milestone.callback.delay',
    'measures.no-target',
    'milestones.re-baselined',
    'group.phone.measures.red',
    'group.phone.milestones.complete',
    'movement.milestones.completed',
    'movement.measures.newly-red',
    'period',
    'most-improved',
  ])('may name %s', (name) => expect(check(paper(`{{${name}}}`))).toHaveProperty('value'));

  test.each([
    ['measure.answred.value', 'there is no measure "answred" in the scorecard', 'did you mean answered?'],
    ['measure.answered.valeu', 'there is no field "valeu"', 'did you mean value?'],
    ['milestone.answered.status', 'there is no milestone "answered" in the scorecard', 'callback'],
    ['measures.gren', 'there is no count of measures "gren"', 'did you mean green?'],
    ['milestones.improved', 'there is no count of milestones "improved"', 'complete'],
    ['group.fone.measures.red', 'there is no group "fone" in the scorecard', 'did you mean phone?'],
    ['movement.measures.completed', 'there is no movement of measures "completed"', 'newly-red'],
    ['', 'there is no name ""', 'council'],
    ['perod', 'there is no name "perod"', 'did you mean period?'],
    ['measure.answered', 'there is no name "measure.answered"', 'measure.…'],
    ['measure.answered.value.now', 'there is no name', 'measure.…'],
    ['__proto__', 'there is no name "__proto__"', 'period'],
  ])('may not name %s', (name, message, mend) => {
    const [problem, ...more] = problemsOf(paper(`a\n\nb {{${name}}} c`));
    expect(more).toEqual([]);
    expect(problem).toMatchObject({ file, line: 10, column: 3, message: expect.stringContaining(message) });
    expect(problem?.mend).toContain(mend);
  });

  test('names every fault at once', () => expect(problemsOf(paper('{{a}} {{b}}\n{{c}}'))).toHaveLength(3));

  test.each([
    ['no particulars', '# Only text', 1, 'a paper begins with its particulars'],
    ['no second line of dashes', `---\n${front}\n# Text`, 1, 'a paper begins with its particulars'],
    ['a key that is none', paper('', `${front}\nclock: x`), 7, 'clock'],
    ['no date', paper('', front.replace(/\ndate.*/, '')), 2, 'is missing'],
    ['another scorecard', paper('', front.replace('calls', 'call')), 2, 'there is no scorecard "call"'],
    ['YAML that is none', paper('', `${front}\n: :\n\t-`), 7, ''],
  ])('is refused with %s, at its place', (_, text, line, message) => {
    const [problem] = problemsOf(text);
    expect(problem).toMatchObject({ file, line });
    expect(`${problem?.path} ${problem?.message}`).toContain(message);
  });

  test('is named after its scorecard and period', () =>
    expect(problemsOf(paper(''), 'scorecards/x/papers/q3.md')[0]?.mend).toBe('rename it to calls-2023-24-q3.md'));
});
