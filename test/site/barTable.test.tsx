import { expect, test } from '@jest/globals';
import { render } from 'preact-render-to-string';
import { BarTable } from '#site/barTable.tsx';
import { measure } from '#test/site/fixtures.ts';

type Row = Parameters<typeof BarTable>[0]['rows'][number];

const shownOf = (row: Omit<Row, 'name'>): string => {
  const table = (
    <BarTable
      heading="Service"
      caption="By service"
      rows={[{ name: 'Taxis', ...row }]}
      measure={measure({ id: 'm', title: 'M', unit: 'count', decimals: 0 })}
    />
  );
  const cell = /<td class="number">(.*?)<\/td>/.exec(render(table));
  return (cell?.[1] ?? 'none').replaceAll(/<[^>]*>/g, '');
};

test.each<[string, Omit<Row, 'name'>, string]>([
  ['a figure', { value: 1401 }, '1,401'],
  ['a figure with its qualifier', { value: 5, qualifier: 'less than' }, 'less than 5'],
  ['a rank without a figure', { rank: 2 }, 'Rank 2'],
  ['nothing', {}, 'Not published'],
])('a row shows %s', (_, row, text) => expect(shownOf(row)).toBe(text));
