import type { Declaration, Dimension } from '#metric/declaration.ts';
import { type CountedStream, declarations } from '#metric/streams.ts';

const code = (names: readonly string[]): string => names.map((name) => `\`${name}\``).join(', ');
const product = (names: readonly string[]): string => names.join(' × ');
const hours = 24;

function valuesIn({ kind, values }: Dimension): string {
  if (kind === 'free') return 'as sent';
  if (values.length === hours) return `\`${values[0]}\` to \`${values.at(-1)}\`, on a London clock`;
  if (kind === 'closed') return code(values);
  return values.length === 0 ? 'those listed' : `${code(values)}, and those listed`;
}

const table = ({ dimensions }: Declaration): string[] => [
  '| Dimension | Values |',
  '|---|---|',
  ...Object.entries(dimensions).map(([name, dimension]) => `| \`${name}\` | ${valuesIn(dimension)} |`),
];

const instants = ({ table: rows }: Declaration): string[] =>
  rows === undefined
    ? []
    : [
        '',
        `With instants: ${product(rows.dimensions)}; true or false: ${code(Object.keys(rows.flags))}; numbers: ${code(Object.keys(rows.durations))}.`,
      ];

const pairs = (spans: NonNullable<Declaration['spans']>): string =>
  spans.map(({ from, to }) => `\`${from}\` to \`${to}\``).join(', ');

const durations = ({ table: rows, stages, spans }: Declaration): string[] => [
  ...(rows ? [`Durations between: ${code(rows.instants)}.`] : []),
  ...(stages ? [`Durations of a stage between: ${code(stages.instants)}.`] : []),
  ...(spans ? [`Durations: ${pairs(spans)}.`] : []),
];

const others = ({ counters = [], distinct = [] }: Declaration): string[] => [
  ...counters.map(({ name, dimensions }) => `Top n: \`${name}\`, by ${product(dimensions)}.`),
  ...distinct.map(({ of, dimensions }) => `Distinct: \`${of}\`, by ${product(dimensions)}.`),
];

function section(stream: CountedStream): string {
  const declaration = declarations[stream];
  const numbers = Object.keys(declaration.numbers);
  return [
    `### ${stream}`,
    '',
    `Counts ${declaration.counts}.`,
    '',
    ...table(declaration),
    '',
    `Numbers: ${numbers.length === 0 ? 'none' : code(numbers)}.`,
    `Together: ${declaration.groupingSets.map(product).join('; ')}.`,
    ...instants(declaration),
    ...durations(declaration),
    ...others(declaration),
    '',
  ].join('\n');
}

/** What docs/measures.md must say of every stream. */
export const reference = (): string =>
  (Object.keys(declarations) as CountedStream[]).map((stream) => section(stream)).join('\n');
