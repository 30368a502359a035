import { describe, expect, test } from '@jest/globals';
import { isBotAgent, isCrawlerAgent } from '#adapter/bot.ts';

const chrome = 'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0.0.0 Safari/537.36';

const agents = [
  { agent: chrome, bot: false, crawler: false },
  {
    agent: 'Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15 Safari/604.1',
    bot: false,
    crawler: false,
  },
  { agent: 'Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)', bot: true, crawler: true },
  { agent: 'Mozilla/5.0 (compatible; bingbot/2.0; +http://www.bing.com/bingbot.htm)', bot: true, crawler: true },
  { agent: 'Mozilla/5.0 (compatible; UptimeRobot/2.0; http://www.uptimerobot.com/)', bot: true, crawler: true },
  { agent: `${chrome} GPTBot/1.2`, bot: true, crawler: true },
  { agent: chrome.replace('Chrome/', 'HeadlessChrome/'), bot: true, crawler: false },
  { agent: chrome.replaceAll(' ', '+'), bot: false, crawler: true },
  { agent: chrome.replaceAll(' ', '%20'), bot: false, crawler: true },
  { agent: 'Mozilla/5.0+(compatible;+Googlebot/2.1;++http://www.google.com/bot.html)', bot: true, crawler: true },
  { agent: 'curl/8.14.1', bot: true, crawler: false },
  { agent: 'python-requests/2.32.3', bot: true, crawler: false },
  { agent: 'node', bot: true, crawler: false },
  { agent: 'Mozilla/5.0 Umami/v24.1.0', bot: false, crawler: false },
  { agent: 'nodebot/1.0', bot: true, crawler: true },
  { agent: '', bot: true, crawler: false },
  { agent: '  ', bot: true, crawler: false },
];

describe('bots', () => {
  test.each(agents)('$agent', ({ agent, bot, crawler }) => {
    expect(isBotAgent(agent)).toBe(bot);
    expect(isCrawlerAgent(agent)).toBe(crawler);
    expect(isBotAgent(agent)).toBe(bot);
  });

  // A pattern that tried every two places would not come to an end here.
  test('an enormous agent is answered', () =>
    expect(isBotAgent(`Mozilla/5.0 ${'a('.repeat(500_000)}`)).toBe(isBotAgent('Mozilla/5.0 a(')));

  test('more agents than are remembered are answered all the same', () => {
    for (let index = 0; index < 2_100; index += 1) expect(isBotAgent(`${chrome} ${index}`)).toBe(false);
    expect(isBotAgent('Googlebot/2.1')).toBe(true);
  });
});
