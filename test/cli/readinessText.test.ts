import { expect, test } from '@jest/globals';
import { readinessText } from '#cli/preview/readinessText.ts';

test('what is still to do, a line each', () =>
  expect(
    readinessText({
      unexplained: [{ kind: 'measure', id: 'a', title: 'Calls', lacks: ['comment', 'owner', 'action'] }],
      outdated: [{ kind: 'measure', id: 'b', title: 'Emails' }],
      toEnter: [
        {
          owner: 'Head of post',
          entries: [
            { kind: 'measure', id: 'c', title: 'Letters', period: 'Q4', isLate: false, expectedBy: '2025-05-12' },
            { kind: 'milestone', id: 'd', title: 'Training', isLate: true },
          ],
        },
        { entries: [{ kind: 'budget', id: 'e', title: 'Budget', period: 'Q4', isLate: true }] },
      ],
    }),
  ).toEqual([
    '  Red, and not explained:',
    '    Calls: needs a comment, an owner and an action',
    '  Comments that were written before the figure was revised:',
    '    Emails',
    '  Not yet entered, Head of post:',
    '    Letters; Q4; expected by 12 May 2025',
    '    Training; late',
    '  Not yet entered, no owner named:',
    '    Budget; Q4; late',
  ]));

test('nothing to do is nothing said', () =>
  expect(readinessText({ unexplained: [], outdated: [], toEnter: [] })).toEqual([]));
