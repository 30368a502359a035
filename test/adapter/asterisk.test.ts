import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { asterisk } from '#adapter/asterisk.ts';
import type { Fact } from '#event/types.ts';
import { contextOf, factsOf, itemsOf, keptOf, requestOf, token } from '#test/adapter/telephony.ts';

const context = contextOf('asterisk', {
  queue: { support: 'switchboard', 2000: 'reception' },
  service: { support: 'general' },
});
const read = (body: string) => factsOf(itemsOf(asterisk, requestOf(body), context), 'asterisk');
const dataOf = (fact: Fact | string | undefined) => (typeof fact === 'object' ? fact.data : fact);

// 1711875600 is 2024-03-31T09:00:00Z, on the day that the clocks went forward at 01:00Z.
const call = '1711875500.42';
const line = (event: string, at = 1711875600) => `${at}|${call}|support|SIP/agent-7|${event}`;
const stay = { callId: call, queue: 'switchboard', service: 'general', direction: 'inbound' };

describe('queue_log', () => {
  test.each([
    [
      'ABANDON|1|1|62',
      {
        outcome: 'abandoned',
        waitSeconds: 62,
        offeredAt: '2024-03-31T08:58:58.000Z',
        endedAt: '2024-03-31T09:00:00.000Z',
      },
    ],
    [
      'CONNECT|30|1711875510.43|4',
      {
        outcome: 'answered',
        waitSeconds: 30,
        offeredAt: '2024-03-31T08:59:30.000Z',
        answeredAt: '2024-03-31T09:00:00.000Z',
        endedAt: '2024-03-31T09:00:00.000Z',
      },
    ],
    [
      'COMPLETECALLER|30|120|1',
      {
        outcome: 'answered',
        waitSeconds: 30,
        talkSeconds: 120,
        offeredAt: '2024-03-31T08:57:30.000Z',
        answeredAt: '2024-03-31T08:58:00.000Z',
        endedAt: '2024-03-31T09:00:00.000Z',
      },
    ],
    ['COMPLETEAGENT|0|0|1', { outcome: 'answered', waitSeconds: 0, talkSeconds: 0 }],
    [
      'BLINDTRANSFER|2001|from-internal|30|60|1',
      { outcome: 'answered', waitSeconds: 30, talkSeconds: 60, transferred: true },
    ],
    [
      'ATTENDEDTRANSFER|BRIDGE|0d1e2f|30|60|1',
      { outcome: 'answered', waitSeconds: 30, talkSeconds: 60, transferred: true },
    ],
    ['ATTENDEDTRANSFER|LINK|a|b|30|60|1||', { waitSeconds: 30, talkSeconds: 60, transferred: true }],
    ['TRANSFER|2001|from-internal|30|60|1', { transferred: true, talkSeconds: 60 }],
    ['EXITWITHTIMEOUT|1|3|300', { outcome: 'overflow', waitSeconds: 300 }],
    ['EXITWITHKEY|9|1|3|20', { outcome: 'overflow', waitSeconds: 20 }],
    ['EXITEMPTY|1|3|5', { outcome: 'overflow', waitSeconds: 5 }],
    ['abandon|1|1|62', { outcome: 'abandoned', waitSeconds: 62 }],
  ])('%s', (event, data) => expect(dataOf(read(line(event))[0])).toMatchObject({ ...stay, ...data }));

  test.each([['ENTERQUEUE||07700900123|1'], ['RINGNOANSWER|10000'], ['PAUSE|lunch'], ['ADDMEMBER|']])(
    '%s ends no stay',
    (event) => expect(read(line(event))).toEqual(['left out: a line that ends no stay in a queue']),
  );

  test.each([
    ['an event of nobody’s', line('SOLD|1'), 'refused: the event is none of Asterisk’s'],
    ['no waiting time', line('ABANDON|1|1'), 'refused: ABANDON must tell how long the caller waited'],
    ['a negative one', line('ABANDON|1|1|-5'), 'refused: ABANDON must tell how long the caller waited'],
    ['two days of it', line('ABANDON|1|1|172800'), 'rejected: data.waitSeconds must be whole seconds from 0 to 86400'],
    ['no call', '1711875600|NONE|support|NONE|ABANDON|1|1|5', 'refused: ABANDON must name a call and a queue'],
    ['a time before 2000', '315532800|1.1|support|NONE|ABANDON|1|1|5', 'refused: this is neither'],
    ['no log at all', 'Mar 31 10:00:00 pbx asterisk[1]: hello', 'refused: this is neither'],
    ['a day ahead', line('ABANDON|1|1|5', 1712200000), 'rejected: time is more than 24 hours ahead'],
  ])('%s: %s', (_, text, reason) => expect(String(read(text)[0])).toContain(reason));

  test.each([
    ['a fraction of a second', `1711875600.250000|${call}|support|a|ABANDON|1|1|60`, '2024-03-31T09:00:00.250Z'],
    ['a London time in summer', `2024-03-31 10:00:00|${call}|support|a|ABANDON|1|1|60`, '2024-03-31T09:00:00.000Z'],
    ['with microseconds', `2024-03-31 10:00:00.123456|${call}|support|a|ABANDON|1|1|60`, '2024-03-31T09:00:00.123Z'],
    ['a zone of its own', `2024-03-31T10:00:00+0100|${call}|support|a|ABANDON|1|1|60`, '2024-03-31T09:00:00.000Z'],
    ['a shipper’s prefix', `2024-03-31T10:00:01+01:00 pbx1 ${line('ABANDON|1|1|60')}`, '2024-03-31T09:00:00.000Z'],
  ])('%s', (_, text, endedAt) => expect(dataOf(read(text)[0])).toMatchObject({ ...stay, endedAt }));

  test('lines come joined, in a JSON array, wrapped by a shipper, or as rows of a database', () => {
    const [one, two] = [line('CONNECT|30|x|4'), line('COMPLETEAGENT|30|60|1', 1711875660)];
    const row = {
      time: '1711875660',
      callid: call,
      queuename: 'support',
      agent: 'a',
      event: 'COMPLETEAGENT',
      data1: 30,
      data2: '60',
      data3: '1',
    };
    const expected = read(`${one}\n${two}\n`);
    expect(expected).toHaveLength(2);
    expect(read(`\ufeff${one}\r\n\r\n${two}`)).toEqual(expected);
    expect(read(JSON.stringify([one, two]))).toEqual(expected);
    expect(read(`${JSON.stringify({ MESSAGE: one })}\n${JSON.stringify({ message: two })}`)).toEqual(expected);
    expect(read(JSON.stringify([one, row]))).toEqual(expected);
  });

  test('a call that passes two queues is counted in each', async () => {
    const first = line('EXITWITHTIMEOUT|1|1|60');
    const kept = await keptOf(read(`${first}\n1711875700|${call}|night|a|COMPLETEAGENT|10|20|1`));
    expect(kept.map(({ data }) => [data['queue'], data['outcome']])).toEqual([
      ['switchboard', 'overflow'],
      ['night', 'answered'],
    ]);
  });

  test('what could name a person is in no fact', () => {
    const number = '07700900123';
    const facts = read(
      `1711875600|${number}|${number}|${number}|ABANDON|1|1|5\n1711875600|x@y.example|a@b.example|a|ABANDON|1|1|5`,
    );
    expect(facts.map(dataOf)).toMatchObject([{ queue: 'other' }, { queue: 'other' }]);
    expect(JSON.stringify(facts)).not.toMatch(/7700900|example\b.*@|@/);
  });
});

const csv = (more: Record<string, string> = {}, uniqueid = call): string => {
  const row = {
    accountcode: '',
    src: '07700900123',
    dst: '2000',
    dcontext: 'from-trunk',
    clid: '"Ann, B" <07700900123>',
    channel: 'PJSIP/trunk-0000001a',
    dstchannel: 'PJSIP/agent-0000001b',
    lastapp: 'Queue',
    lastdata: 'support,tT,,,300',
    start: '2024-03-31 10:00:00',
    answer: '2024-03-31 10:00:30',
    end: '2024-03-31 10:02:30',
    duration: '150',
    billsec: '120',
    disposition: 'ANSWERED',
    amaflags: 'DOCUMENTATION',
    uniqueid,
    userfield: 'about:waste',
    ...more,
  };
  return Object.values(row)
    .map((field) => `"${field.replaceAll('"', '""')}"`)
    .join(',');
};

describe('call detail records', () => {
  test('a row of a queue', () =>
    expect(dataOf(read(csv())[0])).toEqual({
      ...stay,
      outcome: 'answered',
      waitSeconds: 30,
      talkSeconds: 120,
      offeredAt: '2024-03-31T09:00:00.000Z',
      answeredAt: '2024-03-31T09:00:30.000Z',
      endedAt: '2024-03-31T09:02:30.000Z',
    }));

  test.each([
    ['the queue answered, and nobody else', { dstchannel: '' }, { outcome: 'abandoned', waitSeconds: 150 }],
    ['an agent’s telephone rang in vain', { disposition: 'NO ANSWER', answer: '' }, { outcome: 'abandoned' }],
    [
      'a call to a named extension',
      { lastapp: 'Dial', lastdata: 'PJSIP/a' },
      { queue: 'reception', outcome: 'answered' },
    ],
    [
      'unanswered',
      { lastapp: 'Dial', disposition: 'NO ANSWER', answer: '' },
      { outcome: 'abandoned', waitSeconds: 150 },
    ],
    ['busy', { lastapp: 'Dial', disposition: 'BUSY' }, { outcome: 'failed' }],
    ['failed', { lastapp: 'Dial', disposition: 'FAILED' }, { outcome: 'failed' }],
    ['congested', { lastapp: 'Dial', disposition: 'CONGESTION' }, { outcome: 'failed' }],
  ])('%s', (_, more, data) => expect(dataOf(read(csv(more))[0])).toMatchObject(data));

  test.each([
    ['to an extension that is not named', csv({ lastapp: 'Dial', dst: '2999' }), 'left out: a call to an extension'],
    ['an agent’s leg', csv({ lastapp: 'AppQueue' }), 'left out: a leg'],
    ['a local channel', csv({ lastapp: 'Dial', channel: 'Local/7@agents-01;2' }), 'left out: a leg'],
    ['a later leg', `${csv({ lastapp: 'Dial' })},"","1711875400.1","2"`, 'left out: a leg'],
    ['of a queue without an id', csv({}, ''), 'refused: a row of a queue must have a uniqueid'],
    ['of an unknown end', csv({ disposition: 'MAYBE' }), 'refused: disposition must be'],
    ['with a start that is none', csv({ start: '0000-00-00 00:00:00' }), 'refused: start and end must be times'],
  ])('a row %s', (_, text, reason) => expect(String(read(text)[0])).toContain(reason));

  test('without named queues every call counts, by its context; a number that was rung is not kept', () => {
    const read = (text: string) => factsOf(itemsOf(asterisk, requestOf(text), contextOf('asterisk')), 'asterisk');
    const outbound = csv({ lastapp: 'Dial', dst: '07700900456', dcontext: 'from-internal' }, '');
    expect(dataOf(read(outbound)[0])).toMatchObject({ queue: 'from-internal', direction: 'outbound' });
    expect(JSON.stringify(read(outbound))).not.toContain('7700900');
  });

  test('cdr_custom’s order and JSON of either naming say the same', () => {
    const expected = read(csv());
    const custom =
      '"""Ann"" <0770>","07700900123","2000","from-trunk","c","d","Queue","support,tT","2024-03-31 10:00:00","2024-03-31 10:00:30","2024-03-31 10:02:30","150","120","ANSWERED","3","","1711875500.42","","7"';
    const manager = {
      Event: 'Cdr',
      Source: '07700900123',
      Destination: '2000',
      DestinationContext: 'from-trunk',
      DestinationChannel: 'd',
      LastApplication: 'Queue',
      LastData: 'support',
      StartTime: '2024-03-31 10:00:00',
      AnswerTime: '2024-03-31 10:00:30',
      EndTime: '2024-03-31 10:02:30',
      Duration: '150',
      BillableSeconds: '120',
      Disposition: 'ANSWERED',
      UniqueID: call,
    };
    expect(read(custom)).toEqual(expected);
    expect(read(JSON.stringify(manager))).toEqual(expected);
    expect(read(JSON.stringify([{ ...manager, Duration: 150 }]))).toEqual(expected);
  });

  test('a field that the mapping names says what the call was about', () => {
    const mapping = { attributes: { enquiryType: 'userfield' }, enquiryType: { 'about:waste': 'missed bin' } };
    const items = itemsOf(asterisk, requestOf(csv()), contextOf('asterisk', mapping));
    expect(dataOf(factsOf(items, 'asterisk')[0])).toMatchObject({ enquiryType: 'missed bin' });
    const unlisted = itemsOf(asterisk, requestOf(csv({ userfield: 'Ann Example' })), contextOf('asterisk', mapping));
    expect(dataOf(factsOf(unlisted, 'asterisk')[0])).not.toHaveProperty('enquiryType');
  });
});

describe('laws', () => {
  const talkedTo = [line('CONNECT|30|x|4', 1711875630), line('COMPLETEAGENT|30|60|1', 1711875690)];
  const handedOn = [...talkedTo, line('ATTENDEDTRANSFER|BRIDGE|b|30|60|1', 1711875690)];
  const rows = [csv({ disposition: 'NO ANSWER', end: '2024-03-31 10:09:00' }), csv(), csv({ dstchannel: '' })];
  const cameBack = [
    line('EXITWITHTIMEOUT|1|1|9'),
    line('CONNECT|5|x|4', 1711875700),
    line('COMPLETECALLER|5|7|1', 1711875707),
  ];

  test.each([
    ['answered', talkedTo, { outcome: 'answered', talkSeconds: 60 }],
    ['handed on', handedOn, { outcome: 'answered', transferred: true }],
    ['handed on, with call detail records', [...handedOn, ...rows], { transferred: true, waitSeconds: 30 }],
    ['call detail records alone', rows, { outcome: 'answered', talkSeconds: 120 }],
    [
      'abandoned, with call detail records',
      [line('ABANDON|1|1|62'), ...rows],
      { outcome: 'abandoned', waitSeconds: 62 },
    ],
    ['came back to the queue', cameBack, { outcome: 'answered', talkSeconds: 7 }],
  ])('%s: any order and repetition ends alike, in one fact', async (_, lines, data) => {
    const order = fc.shuffledSubarray([...lines, ...lines], { minLength: lines.length * 2 });
    await fc.assert(
      fc.asyncProperty(order, async (shuffled) => {
        const kept = await keptOf(read(shuffled.join('\n')));
        expect(kept.map((fact) => fact.data)).toEqual([expect.objectContaining(data)]);
      }),
      { numRuns: 50 },
    );
  });

  test('garbage never throws, and what quarantine keeps is read the same', () => {
    const piece = fc.oneof(
      fc.constantFrom('|', ',', '"', '\n', '{', '[', call, '1711875600', 'ABANDON', csv()),
      fc.string(),
    );
    const body = fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join(''));
    fc.assert(
      fc.property(body, (text) => {
        for (const item of itemsOf(asterisk, requestOf(text), context)) {
          const again = asterisk.again(item.text(), context);
          expect({ ...again, text: again.text() }).toEqual({ ...item, text: item.text() });
        }
      }),
    );
  });
});

describe('who may post', () => {
  const basic = (pair: string) => `Basic ${Buffer.from(pair).toString('base64')}`;
  test.each([
    ['a bearer', { authorization: `Bearer ${token}` }],
    ['a password, of any user', { authorization: basic(`pbx:${token}`) }],
    ['a header', { 'x-api-key': token }],
    ['a header of another name', { 'x-quarterlight-token': token }],
  ])('%s', (_, headers) => expect(asterisk.problem(requestOf('', { headers }), context)).toBeUndefined());

  test.each([
    ['nothing', {}, 'Show the token'],
    ['another bearer', { authorization: 'Bearer no' }, 'not one of this source'],
    ['the token as a user', { authorization: basic(`${token}:`) }, 'not one of this source'],
    ['a header for something else', { 'x-request-id': token }, 'Show the token'],
  ])('not %s', (_, headers, problem) =>
    expect(asterisk.problem(requestOf('', { headers }), context)).toContain(problem),
  );

  test('every line is taken, whatever is wrong with it', () => {
    const tally = { accepted: 1, duplicates: 0, leftOut: 2, rejected: [{ index: 3, reason: 'why', pointer: '' }] };
    expect(asterisk.reply?.(tally, requestOf(''), context)).toMatchObject({ status: 202 });
  });
});
