import assert from 'node:assert/strict';
import type { ClientRun, ClientStack } from '#test/clients/client.ts';
import { curl } from '#test/clients/curl.ts';

const source = 'asterisk';
const day = '2025-05-08';
const at = Date.parse(`${day}T09:00:00Z`) / 1000;

const post = async (stack: ClientStack, lines: readonly string[], header = 'X-Api-Key') => {
  const [token = ''] = stack.keys(source).tokens;
  const value = header === 'Authorization' ? `Bearer ${token}` : token;
  const args = ['-H', `${header}: ${value}`, '-H', 'Content-Type: text/plain', '--data-binary', '@-'];
  const { status, body } = await curl([...args, stack.address(source)], `${lines.join('\n')}\n`);
  assert.equal(status, 202);
  return JSON.parse(body);
};

const stayOf = async (stack: ClientStack, id: string) => {
  const found = (await stack.facts('call', day)).filter((fact) => fact.source === source && fact.id === id);
  assert.equal(found.length, 1);
  return found[0]?.data;
};

const line = (call: string, seconds: number, rest: string) => `${at + seconds}|${call}|waste|PJSIP/7001|${rest}`;

const queueLog: ClientRun = {
  name: 'curl, queue_log joined by newlines with a key of its own header, in any order and again',
  async run(stack) {
    const call = `${at}.1`;
    const transfer = line(call, 100, 'ATTENDEDTRANSFER|BRIDGE|b|40|60|1');
    await post(stack, [transfer, line(call, 100, 'COMPLETEAGENT|40|60|1')]);
    const tally = await post(stack, [
      line(call, 0, 'ENTERQUEUE||07700900123|1'),
      line(call, 40, 'CONNECT|40|x|4'),
      transfer,
    ]);
    assert.deepEqual([tally.rejected, tally.leftOut], [[], 1]);
    const { queue, outcome, waitSeconds, talkSeconds, transferred } = (await stayOf(stack, `${call}/waste`)) ?? {};
    assert.deepEqual(
      { queue, outcome, waitSeconds, talkSeconds, transferred },
      { queue: 'streets', outcome: 'answered', waitSeconds: 40, talkSeconds: 60, transferred: true },
    );
    return undefined;
  },
};

const row = (call: string) =>
  `"","07700900123","2000","from-trunk","""Jo"" <07700900123>","PJSIP/t-1a","PJSIP/7001-1b","Queue","waste,tT","${day} 10:00:00","${day} 10:00:30","${day} 10:02:30",150,120,"ANSWERED","DOCUMENTATION","${call}",""`;

const both: ClientRun = {
  name: 'curl, a call detail record and queue_log of one call: it counts once, by queue_log',
  async run(stack) {
    const call = `${at}.2`;
    assert.equal((await post(stack, [line(call, 60, 'ABANDON|1|1|60')], 'Authorization')).accepted, 1);
    assert.equal((await post(stack, [row(call)])).duplicates, 1);
    assert.equal((await stayOf(stack, `${call}/waste`))?.['outcome'], 'abandoned');
    const alone = `${at}.3`;
    assert.equal((await post(stack, [row(alone)])).accepted, 1);
    assert.equal((await stayOf(stack, `${alone}/waste`))?.['waitSeconds'], 30);
    return undefined;
  },
};

const refused: ClientRun = {
  name: 'curl, a bad line among good ones is set aside; another token is refused',
  async run(stack) {
    const { accepted, rejected } = await post(stack, [
      line(`${at}.4`, 9, 'ABANDON|1|1|9'),
      line(`${at}.5`, 9, 'SOLD|1'),
    ]);
    assert.deepEqual([accepted, rejected.length], [1, 1]);
    const aside = (await stack.quarantined()).filter((entry) => entry.source === source);
    assert.ok(aside.some(({ body }) => body.includes('SOLD')));
    const { status } = await curl(['-H', 'X-Api-Key: no', '--data-binary', 'x', stack.address(source)]);
    assert.equal(status, 401);
    return undefined;
  },
};

export const clients: readonly ClientRun[] = [queueLog, both, refused];
