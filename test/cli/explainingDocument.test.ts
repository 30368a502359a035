import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { parsePeriod } from '#calendar/period.ts';
import { explanationOf } from '#cli/explanation.ts';
import { explanationText } from '#cli/explanationText.ts';
import { silentOutput } from '#cli/output.ts';
import { scopesOf } from '#cli/rebuild/scope.ts';
import type { VerifyStores as Stores } from '#cli/rebuild/stores.ts';
import { checkedInWords } from '#cli/rebuild/text.ts';
import { verified } from '#cli/rebuild.ts';
import { exampleStores } from '#test/cli/exampleStores.ts';

const page = readFileSync('docs/explaining.md', 'utf8');
const examples = [...page.matchAll(/```\n\$ npx quarterlight explain (\S+) --period (\S+)\n([\s\S]*?)\n```/g)].map(
  ([, measure = '', period = '', shown = '']) => ({ measure, period, shown }),
);

/** Lines that were left out of the page stand as `…`. */
const partsOf = (shown: string): readonly string[] => shown.split(/\n {2}…\n/);

describe('docs/explaining.md', () => {
  let stores: Stores;

  beforeAll(async () => {
    stores = await exampleStores();
  }, 60_000);

  test('has three examples', () => expect(examples).toHaveLength(3));

  test.each(examples)('shows what explain $measure prints', async ({ measure, period, shown }) => {
    const question = { measure, period: parsePeriod(period), organisation: 'example' };
    const text = explanationText(await explanationOf(question, stores, new Date('2025-05-01T09:00:00Z'))).join('\n');
    const places = partsOf(shown).map((part) => text.indexOf(part));
    expect(places).not.toContain(-1);
    expect(places).toEqual(places.toSorted((a, b) => a - b));
    expect(text.startsWith(partsOf(shown)[0] ?? '')).toBe(true);
    expect(text.endsWith(partsOf(shown).at(-1) ?? '')).toBe(true);
  });

  test('says how many days and figures rebuild --verify works out anew, all equal', async () => {
    const asked = { organisation: 'example' };
    const checked = await verified(await scopesOf(asked, stores), asked, stores, { output: silentOutput });
    const [said, ...more] = checkedInWords(checked);
    expect(more).toEqual([]);
    expect(page).toContain(`\n${said}\n`);
  }, 60_000);
});
