import { describe, expect, test } from '@jest/globals';
import type { EditionMeasure } from '#scorecard/edition.ts';
import { formulaInWords } from '#scorecard/formulaInWords.ts';
import { formula } from '#scorecard/formulaSchema.ts';
import { scorecardFindings } from '#scorecard/rules.ts';
import { organisation, scorecard } from '#scorecard/schema.ts';
import { council, editionOf, fact } from '#test/scorecard/council.ts';

type Step = 'opened' | 'acknowledged' | 'responded' | 'closed' | 'extended';
let cases = 0;

/** One complaint, each step at an instant. */
const complaint = (steps: Readonly<Partial<Record<Step, string>>>) => {
  cases += 1;
  const subject = `case ${cases}`;
  return Object.entries(steps).map(([step, at]) =>
    fact(`case.${step as Step}`, at.slice(0, 10), { caseId: subject, kind: 'complaint', at }, { subject, time: at }),
  );
};
const message = (received: string, replied?: string, network = 'x') => {
  cases += 1;
  const [subject, data] = [`thread ${cases}`, { threadId: `${cases}`, channel: 'social', network }];
  const at = (time: string) => ({ subject, time });
  return [
    fact(
      'contact.message.received',
      received.slice(0, 10),
      { ...data, messageId: '1', sentAt: received },
      at(received),
    ),
    ...(replied
      ? [
          fact(
            'contact.message.replied',
            replied.slice(0, 10),
            { ...data, messageId: '2', sentAt: replied },
            at(replied),
          ),
        ]
      : []),
  ];
};

type Given = Omit<Parameters<typeof editionOf>[0], 'measure' | 'measures'>;
const figure = (duration: object, unit: string, given: Given) => {
  const measures = [{ unit, polarity: 'lower', value: { duration } }];
  const { value, numerator, denominator, notPublishedReason } = editionOf({ ...given, measures })
    .measures[0] as EditionMeasure;
  return { value, numerator, denominator, notPublishedReason };
};

const scotland = { kind: 'working-days', division: 'scotland' };
const responded = { of: 'case', from: 'opened', to: 'responded', clock: scotland };

// Friday 29 December to Wednesday 3 January: in Scotland 1 and 2 January are holidays, so one working day.
const overNewYear = complaint({ opened: '2023-12-29T10:00:00.000Z', responded: '2024-01-03T10:00:00.000Z' });
// Monday 6 to Friday 10 November: four working days.
const oneWeek = complaint({ opened: '2023-11-06T10:00:00.000Z', responded: '2023-11-10T10:00:00.000Z' });
// Monday 6 to Thursday 30 November: eighteen.
const late = complaint({ opened: '2023-11-06T10:00:00.000Z', responded: '2023-11-30T10:00:00.000Z' });

describe('working days of cases, worked by hand', () => {
  const facts = [...overNewYear, ...oneWeek, ...late];
  test.each([
    [
      'the mean of 1, 4 and 18',
      { ...responded, statistic: 'mean' },
      'days',
      { value: 23 / 3, numerator: 23, denominator: 3 },
    ],
    ['the median', { ...responded, statistic: 'median' }, 'days', { value: 4, denominator: 3 }],
    ['the 90th percentile', { ...responded, statistic: { percentile: 90 } }, 'days', { value: 18, denominator: 3 }],
    [
      'within four',
      { ...responded, statistic: { within: 4 } },
      'percent',
      { value: 200 / 3, numerator: 2, denominator: 3 },
    ],
    [
      'within three',
      { ...responded, statistic: { within: 3 } },
      'percent',
      { value: 100 / 3, numerator: 1, denominator: 3 },
    ],
    [
      'by the clock of a procedure, which counts the day of receipt: 2, 5 and 19',
      { ...responded, clock: 'scottish-model', statistic: 'mean' },
      'days',
      { value: 26 / 3 },
    ],
    [
      'in calendar days 5, 4 and 24',
      { ...responded, clock: 'calendar-days', statistic: 'mean' },
      'days',
      { value: 11 },
    ],
    [
      'within one month',
      { ...responded, clock: 'calendar-months', statistic: { within: 1 } },
      'percent',
      { value: 100 },
    ],
    [
      'where nothing came',
      { of: 'visit', from: 'arrived', to: 'served', statistic: 'mean' },
      'minutes',
      { value: undefined, notPublishedReason: 'No data was received for October to December 2023 (quarter 3).' },
    ],
  ])('%s', (_, duration, unit, expected) => expect(figure(duration, unit, { facts })).toMatchObject(expected));

  test('an open case is late once its limit has passed, and before that left out', () => {
    const open = complaint({ opened: '2023-12-29T10:00:00.000Z' });
    const within = { ...responded, statistic: { within: 4 } };
    // The fourth working day after 29 December is 8 January.
    expect(figure(within, 'percent', { facts: [...oneWeek, ...open], asOf: '2024-01-08' })).toMatchObject({
      value: 100,
      denominator: 1,
    });
    expect(figure(within, 'percent', { facts: [...oneWeek, ...open], asOf: '2024-01-09' })).toMatchObject({
      value: 50,
      denominator: 2,
    });
  });

  test('an extension counts only for a case that was extended', () => {
    const extended = complaint({
      opened: '2023-11-06T10:00:00.000Z',
      extended: '2023-11-07T10:00:00.000Z',
      responded: '2023-11-14T10:00:00.000Z',
    });
    const plain = complaint({ opened: '2023-11-06T10:00:00.000Z', responded: '2023-11-14T10:00:00.000Z' });
    const within = { ...responded, statistic: { within: 5, extension: 5 } };
    expect(figure(within, 'percent', { facts: [...extended, ...plain] })).toMatchObject({ value: 50, denominator: 2 });
  });
});

describe('first replies to messages, worked by hand', () => {
  const facts = [
    ...message('2023-11-06T23:00:00.000Z', '2023-11-07T01:00:00.000Z'),
    ...message('2023-11-06T09:00:00.000Z', '2023-11-06T13:00:00.000Z'),
    ...message('2023-11-06T09:00:00.000Z'),
  ];
  const replied = { of: 'message', from: 'received', to: 'replied' };
  test.each([
    ['elapsed, over midnight', { ...replied, statistic: 'mean' }, 'hours', { value: 3, denominator: 2 }],
    ['in minutes', { ...replied, statistic: 'median' }, 'minutes', { value: 120 }],
    [
      'within two hours, one never',
      { ...replied, statistic: { within: 2, unit: 'hours' } },
      'percent',
      { value: 100 / 3, numerator: 1, denominator: 3 },
    ],
    ['within 7,199 seconds', { ...replied, statistic: { within: 7199 } }, 'percent', { value: 0 }],
    [
      'in opening hours: none at night, four by day',
      { ...replied, clock: { kind: 'opening-hours', hours: { mon: ['09:00', '17:00'] } }, statistic: 'mean' },
      'hours',
      { value: 2 },
    ],
  ])('%s', (_, duration, unit, expected) => expect(figure(duration, unit, { facts })).toMatchObject(expected));

  test('where replies cannot be seen nothing is known, which is not zero', () => {
    const blind = organisation.parse({
      id: 'example',
      name: 'Example',
      dimensions: { network: ['x'] },
      repliesUnseen: ['social'],
    });
    expect(
      figure({ ...replied, statistic: { within: 2, unit: 'hours' } }, 'percent', { facts, organisation: blind }),
    ).toEqual({
      notPublishedReason: 'How long it took cannot be seen.',
    });
  });
});

describe('what check says', () => {
  const told = (duration: object, unit = 'days', more: object = {}) => {
    const measure = {
      id: 'm',
      title: 'M',
      unit,
      polarity: 'lower',
      frequency: 'quarter',
      value: { duration },
      ...more,
    };
    const parsed = scorecard.parse({ id: 's', title: 'S', groups: [{ id: 'g', title: 'G', measures: [measure] }] });
    return scorecardFindings(parsed, council).map(
      ({ path, message: wrong, mend }) => `${path.slice(4).join('.')}: ${wrong}; ${mend}`,
    );
  };
  test.each<[string, readonly string[], readonly string[]]>([
    ['all is well', told({ ...responded, statistic: 'mean' }), []],
    [
      'an instant that is not kept',
      told({ ...responded, to: 'respond', statistic: 'mean' }),
      ['value.duration: case has no instant "respond"; the nearest is "responded"'],
    ],
    [
      'working days in hours',
      told({ ...responded, statistic: 'mean' }, 'hours'),
      ['unit: this formula cannot come out in hours; write unit: days'],
    ],
    [
      'a share in days',
      told({ ...responded, statistic: { within: 3 } }),
      ['unit: this formula cannot come out in days; a part of a whole is published as 0 to 100: write unit: percent'],
    ],
    [
      'a unit for days',
      told({ ...responded, statistic: { within: 3, unit: 'hours' } }, 'percent'),
      ['value.duration.statistic.unit: this clock has its own unit; remove the unit'],
    ],
    [
      'a wait for an instant that is not kept',
      told({ ...responded, statistic: { moreThan: 3, orOnce: 'close' } }, 'percent'),
      ['value.duration: case has no instant "close"; the nearest is "closed"'],
    ],
    [
      'a unit for a wait of days',
      told({ ...responded, statistic: { moreThan: 3, unit: 'hours' } }, 'percent'),
      ['value.duration.statistic.unit: this clock has its own unit; remove the unit'],
    ],
    [
      'a mean in months',
      told({ ...responded, clock: 'calendar-months', statistic: 'mean' }),
      ['value.duration.statistic: months can only be judged by a limit; write statistic: { within: 6 }'],
    ],
    [
      'a week that never opens',
      told({ ...responded, clock: { kind: 'opening-hours', hours: {} }, statistic: 'mean' }, 'hours'),
      ['value.duration.clock: opening hours must open on some day; docs/clocks.md says how each clock is written'],
    ],
    [
      'a filter that is not kept',
      told({ ...responded, where: { knd: 'complaint' }, statistic: 'mean' }),
      [
        'value.duration.where.knd: durations of case are not kept by knd; they are by kind, service, stage, outcome, site, acknowledged, extended, responded, closed and escalated',
      ],
    ],
    ['a cut', told({ ...responded, statistic: 'mean' }, 'days', { cuts: ['stage'] }), []],
    [
      'a cut that is not kept',
      told({ ...responded, statistic: 'mean' }, 'days', { cuts: ['stag'] }),
      [
        'cuts.0: durations of case are not kept by stag; they are by kind, service, stage, outcome, site, acknowledged, extended, responded, closed and escalated',
      ],
    ],
  ])('%s', (_, lines, expected) => expect(lines).toEqual(expected));

  test.each([
    [{ kind: 'working-days' }, 'does not say whose bank holidays'],
    [{ kind: 'opening-hours' }, 'does not say when it is open'],
    ['elapse', 'must be the name of a clock or a clock'],
  ])('%j is no clock', (clock, message) =>
    expect(formula.safeParse({ duration: { ...responded, clock, statistic: 'mean' } }).error?.message).toContain(
      message,
    ),
  );
});

test.each([
  [
    { ...responded, statistic: 'mean', where: { kind: 'complaint' } },
    'days',
    'Mean working days from opened to responded of cases where kind is complaint.',
  ],
  [
    { ...responded, clock: 'ombudsman-code', statistic: { within: 10, extension: 10 } },
    'percent',
    'Percentage of cases that took at most 10 working days of the complaint handling code, or 10 more where it was extended from opened to responded; those still open in good time are left out.',
  ],
  [
    { of: 'message', from: 'received', to: 'replied', statistic: { within: 2, unit: 'hours' } },
    'percent',
    'Percentage of messages that took at most 2 hours from received to replied; those still open in good time are left out.',
  ],
  [
    { of: 'visit', from: 'arrived', to: 'served', statistic: { percentile: 90 } },
    'minutes',
    'Percentile 90 of elapsed time from arrived to served of visits.',
  ],
  [
    { ...responded, to: 'escalated', statistic: { moreThan: 10, orOnce: 'closed' } },
    'percent',
    'Percentage of cases that took more than 10 working days from opened to escalated, or were closed by then; those not escalated are left out.',
  ],
  [
    { of: 'visit', from: 'arrived', to: 'served', statistic: { moreThan: 10, unit: 'minutes' } },
    'percent',
    'Percentage of visits that took more than 10 minutes from arrived to served; those not served are left out.',
  ],
] as const)('%j in words', (duration, unit, words) =>
  expect(formulaInWords(formula.parse({ duration }), unit)).toBe(words),
);
