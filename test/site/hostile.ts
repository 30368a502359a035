import type { SiteInput } from '#site/renderSite.tsx';
import { inputs } from '#test/site/inputs.ts';

/** What somebody writes; ids, dates and closed words are checked before they come here. */
const texts = new Set(
  `name title summary notice introduction formula reason text version owner recordedBy code definition source break note
   notComparedReason notPublishedReason directionReason comment contact meeting item reportOf role qualifier
   originalDeadlineLabel startLabel outcome wave description enabler deliverable notes body label periodLabel`.split(
    /\s+/,
  ),
);

const run = 'window.ran=1';

/** Each of what a page has once been broken by. */
export const hostile: readonly string[] = [
  `<script>${run}</script><img src=x onerror=${run}>`,
  `"><svg onload=${run}>' onfocus=${run} autofocus x="`,
  `</title></style></textarea></script><script>${run}</script>--> ]]>`,
  '\u202eright to left \u2067and never back',
  'Donaudampfschifffahrtselektrizitätenhauptbetriebswerk'.repeat(6),
  'https://www.example.org/a/very/long/address/that/nobody/breaks?'.padEnd(300, 'x'),
  '👩‍👩‍👧‍👦 🏴󠁧󠁢󠁷󠁬󠁳󠁿 ‍‍ Z̷̢̛͙͖̬̾̋̓a̶͔͒l̵̻̀g̷̺̈́o̵',
  'null undefined NaN [object Object] {{7*7}} #{7*7} <%= 7 %>',
  '&lt;b&gt;&amp;amp;&#60;i&#62; %3Cscript%3E \\u003cscript\\u003e',
  '=HYPERLINK("javascript:alert(1)") javascript:alert(1) [a](javascript:alert(1)) ![b](x) <https://x.example>',
  '日本語のとても長い見出し ไม่มีช่องว่างระหว่างคำ שלום עולם مرحبا',
];

/** Every text with another of them before it, in turn. */
const spoiler = () => {
  let turn = 0;
  const spoil = (value: unknown, key: string): unknown => {
    if (typeof value === 'string') return texts.has(key) ? `${hostile[turn++ % hostile.length]} ${value}` : value;
    if (Array.isArray(value)) return value.map((each) => spoil(each, key));
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, spoil(each, name)]));
  };
  return spoil;
};

const links = hostile.slice(0, 5).map((title) => ({ title, address: 'https://www.example.org/pay' }));

const withTheme = (input: SiteInput): SiteInput => ({
  ...input,
  theme: {
    organisation: input.scorecards[0]?.organisation.id ?? 'example',
    theme: { links: { header: links, footer: links } },
  },
});

/** Every page of the fixtures, written by somebody who means harm. */
export const hostileInputs: readonly SiteInput[] = inputs.map((input) => spoiler()(withTheme(input), '') as SiteInput);

/** The same site, written by nobody in particular. */
export const plainInputs: readonly SiteInput[] = inputs.map(withTheme);
