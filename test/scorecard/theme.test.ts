import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { checkOrganisation, checkOrganisationFile } from '#scorecard/check.ts';
import { contrast } from '#scorecard/colour.ts';
import { mostBytes } from '#scorecard/logo.ts';
import { grounds, parts, schemes, shownIn } from '#scorecard/palette.ts';
import { problemText } from '#scorecard/problem.ts';
import { themeFindings } from '#scorecard/themeRules.ts';

const organisationWith = (theme: string): string => `id: example\nname: Example\ntheme:\n${theme}`;
const told = (theme: string): string[] => {
  const checked = checkOrganisationFile('example/organisation.yaml', organisationWith(theme));
  return 'problems' in checked ? checked.problems.map(problemText) : [];
};

describe('colours that too few could read', () => {
  test.each([
    [
      'white text on a yellow masthead: the ground is what was written',
      "  colours: { masthead: { background: '#ffdd00' } }\n",
      [
        /^example\/organisation.yaml:4:38 theme.colours.masthead.background: #ffffff on the masthead \(#ffdd00\) has a contrast of 1.34:1, and readers need 4.5:1; write '#[0-9a-f]{6}', the nearest that passes$/,
      ],
    ],
    [
      'both written: the text is to change',
      "  colours:\n    masthead: { background: '#14304f', text: '#5588aa' }\n",
      [/:5:46 theme.colours.masthead.text: #5588aa on the masthead \(#14304f\) has a contrast of 3.\d+:1/],
    ],
    [
      'an accent that is not seen',
      "  colours:\n    accent: '#14304f'\n",
      [/:5:13 theme.colours.accent: .* contrast of 1:1, and readers need 3:1; write '#/],
    ],
    [
      'a pale link',
      "  colours:\n    link: '#66aaff'\n",
      [/:5:11 theme.colours.link: #66aaff on the grey of the page \(#f3f6f9\) has/],
    ],
    [
      'a dark link on a dark screen',
      "  colours:\n    dark: { link: '#1a65a6' }\n",
      [/:5:19 theme.colours.dark.link: #1a65a6 on the grey of the page \(#1b2026\) on a dark screen has/],
    ],
  ])('%s', (_, theme, expected) => {
    const lines = told(theme);
    expect(lines).toHaveLength(expected.length);
    for (const [i, pattern] of expected.entries()) expect(lines[i]).toMatch(pattern);
  });

  test('the site’s own colours pass', () => {
    expect(themeFindings({})).toEqual([]);
  });

  test('a colour as a word is refused before it is measured', () => {
    expect(told('  colours: { link: navy }\n')).toEqual([
      `example/organisation.yaml:4:20 theme.colours.link: "navy" must be six digits of colour in quotes, such as '#14304f'; write it in that form`,
    ]);
  });

  test('statuses cannot be themed', () => {
    expect(told("  colours: { green: '#00ff00' }\n")[0]).toMatch(/"green" is not a key that is known here/);
  });

  const hex = fc.integer({ min: 0, max: 0xffffff }).map((value) => `#${value.toString(16).padStart(6, '0')}`);
  const colours = fc.record(
    { masthead: fc.record({ background: hex, text: hex }, { requiredKeys: [] }), accent: hex, link: hex },
    { requiredKeys: [] },
  );
  const themes = fc
    .record({ colours: fc.record({ light: colours, dark: colours }, { requiredKeys: [] }) })
    .map(({ colours: { light, dark } }) => ({ colours: { ...light, ...(dark && { dark }) } }));

  test('whatever passes can be read in both schemes', async () => {
    await fc.assert(
      fc.property(themes, (theme) => {
        fc.pre(themeFindings(theme).length === 0);
        for (const scheme of schemes) {
          const [ground, text, accent, link] = parts.map((part) => shownIn(theme, scheme, part).hex);
          expect(contrast(`${text}`, `${ground}`)).toBeGreaterThanOrEqual(4.5);
          expect(contrast(`${accent}`, `${ground}`)).toBeGreaterThanOrEqual(3);
          for (const paper of Object.values(grounds[scheme]))
            expect(contrast(`${link}`, paper)).toBeGreaterThanOrEqual(4.5);
        }
      }),
    );
  });

  test('every place that is named is one that was written', async () => {
    await fc.assert(
      fc.property(themes, (theme) => {
        for (const { path } of themeFindings(theme))
          expect(path.reduce<unknown>((value, step) => (value as Record<string, unknown>)?.[step], { theme })).toMatch(
            /^#/,
          );
      }),
    );
  });
});

test('the colours that are measured are those of the style sheet', () => {
  const [light = '', dark = ''] = readFileSync('packages/site/styles/_tokens.scss', 'utf8').split('@media');
  const named = (css: string, name: string): string | undefined =>
    new RegExp(`--${name}: (#[0-9a-f]+);`).exec(css)?.[1]?.replace(/^#(.)(.)(.)$/, '#$1$1$2$2$3$3');
  const tokens = { background: 'brand', text: 'on-brand', accent: 'light', link: 'link' };
  for (const scheme of schemes) {
    const css = scheme === 'light' ? light : dark;
    const value = (name: string) => named(css, name) ?? named(light, name);
    for (const part of parts) expect([part, shownIn({}, scheme, part).hex]).toEqual([part, value(tokens[part])]);
    expect(grounds[scheme]).toEqual({ page: value('page'), wash: value('wash') });
  }
});

describe('links', () => {
  test.each([
    ['http://www.example.org/', 'must be an https address'],
    ['javascript:alert(1)', 'must be an https address'],
    ['/pay', 'must be an https address'],
  ])('%s is refused', (address, reason) => {
    expect(told(`  links: { header: [{ title: Pay, address: '${address}' }] }\n`)[0]).toContain(reason);
  });

  test('of https are taken', () => {
    expect(told('  links: { footer: [{ title: Pay, address: https://www.example.org/pay }] }\n')).toEqual([]);
  });
});

describe('a logo', () => {
  const svg = (inside: string, attributes = 'viewBox="0 0 40 20"'): Uint8Array =>
    Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" ${attributes}>\n${inside}\n</svg>\n`);
  const png = (width: number, height: number): Uint8Array => {
    const bytes = Buffer.alloc(64);
    bytes.set([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52]);
    bytes.writeUInt32BE(width, 16);
    bytes.writeUInt32BE(height, 20);
    return bytes;
  };
  const files = (logo: string) => ({
    'example/organisation.yaml': organisationWith(`  logo: ${logo}\n`),
    'example/sources.yaml': 'sources:\n  - id: telephony\n',
  });
  const checked = (bytes: Uint8Array, name = 'logo.svg') =>
    checkOrganisation(files(name), undefined, { [`example/${name}`]: bytes });
  const refusal = (bytes: Uint8Array, name?: string): string | undefined => {
    const result = checked(bytes, name);
    return 'problems' in result ? result.problems.map(problemText)[0] : undefined;
  };

  test('that is nothing but shapes is taken, with its size', () => {
    const drawing = svg('<title>Moor</title><g fill="#fff"><path d="M0 0h4"/><circle cx="1" cy="2" r="3"/></g>');
    expect(checked(drawing)).toMatchObject({ configuration: { logo: { format: 'svg', width: 40, height: 20 } } });
    const shaded = '<defs><linearGradient id="a"><stop offset="0"/></linearGradient></defs><rect fill="url(#a)"/>';
    expect(refusal(svg(shaded))).toBeUndefined();
  });

  test('as PNG is taken, with its size', () => {
    expect(checked(png(300, 90), 'logo.png')).toMatchObject({
      configuration: { logo: { format: 'png', width: 300, height: 90, body: expect.stringMatching(/^iVBORw0KGgo/) } },
    });
  });

  test.each([
    ['a script', '<script>alert(1)</script>', 'example/logo.svg:2:1 an element <script> is not let through'],
    ['something that runs when it loads', '<g onload="alert(1)"/>', 'onload would run when something happens'],
    ['a picture from elsewhere', '<image href="https://x.example/a.png"/>', 'an element <image> is not let through'],
    ['HTML', '<foreignObject><p>x</p></foreignObject>', 'an element <foreignObject> is not let through'],
    ['a link', '<a href="https://x.example/"><path d="M0 0"/></a>', 'an element <a> is not let through'],
    ['a style sheet', '<style>@import url(//x.example)</style>', 'an element <style> is not let through'],
    ['a style of its own', '<path style="fill:red" d="M0 0"/>', 'an attribute style is not let through'],
    ['a fill from elsewhere', '<path fill="url(https://x.example/#a)"/>', 'fill points outside the file'],
    ['a fill hidden by an entity', '<path fill="url&#40;//x.example)"/>', 'fill holds an entity'],
    ['a gradient from elsewhere', '<linearGradient href="//x.example#a"/>', 'href points outside the file'],
    ['copies of copies', '<use href="#a"/>', 'an element <use> is not let through'],
    ['an animation', '<animate attributeName="x"/>', 'an element <animate> is not let through'],
    [
      'a declaration of entities',
      '<!DOCTYPE svg [<!ENTITY a "b">]>',
      'example/logo.svg:2:1 cannot be read as SVG from here',
    ],
    ['a section of data', '<![CDATA[<script>]]>', 'cannot be read as SVG from here'],
    ['an instruction', '<?php echo 1 ?>', 'cannot be read as SVG from here'],
    ['an element left open', '<g>', 'cannot be read as SVG from here'],
    ['words', '<g>Northmoor</g>', 'text is not let through'],
    ['another drawing after it', '</svg><svg>', 'cannot be read as SVG from here'],
    ['an element in capitals', '<SCRIPT>x</SCRIPT>', 'an element <SCRIPT> is not let through'],
  ])('with %s is refused', (_, inside, reason) => {
    expect(refusal(svg(inside))).toContain(reason);
  });

  test.each([
    ['without its namespace', Buffer.from('<svg viewBox="0 0 1 1"></svg>'), 'logo.svg', 'does not say what it is'],
    ['without a size', svg('', ''), 'logo.svg', 'does not say what it is, or its size'],
    ['that is a page', Buffer.from('<html></html>'), 'logo.svg', 'cannot be read as SVG'],
    ['that is empty', Buffer.from(''), 'logo.svg', 'does not say what it is'],
    ['that is too big', Buffer.alloc(mostBytes + 1, ' '), 'logo.svg', 'has 30,001 bytes, and every page carries it'],
    ['that is SVG by another name', svg(''), 'logo.png', 'is no PNG, whatever its name says'],
    ['without width', png(0, 10), 'logo.png', 'is a PNG without a size'],
  ])('%s is refused', (_, bytes, name, reason) => {
    expect(refusal(bytes, name)).toContain(reason);
  });

  test('that is not there is told where it is named', () => {
    const result = checkOrganisation(files('badge.svg'), undefined, {});
    expect('problems' in result && result.problems.map(problemText)).toEqual([
      'example/organisation.yaml:4:9 theme.logo: there is no file badge.svg beside it; put the picture there, or remove the line',
    ]);
  });

  test('cannot be in another folder', () => {
    expect(told('  logo: ../wirral/logo.svg\n')[0]).toContain('must be the name of an .svg or .png file');
  });

  test('of the example passes', () => {
    const logo = readFileSync('scorecards/example/logo.svg');
    expect(refusal(logo)).toBeUndefined();
  });

  test('whatever is taken holds no tag but a shape, and no address', async () => {
    const bits = [
      '<path d="M0"/>',
      '<script>',
      '</script>',
      'onload="x"',
      '<g ',
      '/>',
      '>',
      '"',
      'href="//x"',
      '<!--',
      '-->',
      '<g>',
      '</g>',
    ];
    await fc.assert(
      fc.property(fc.array(fc.constantFrom(...bits), { maxLength: 8 }), (inside) => {
        const result = checked(svg(inside.join('')));
        if ('problems' in result) return;
        const body = (result.configuration.logo?.body ?? '').replaceAll(/<!--[\s\S]*?-->/g, '');
        expect(body).not.toMatch(/script|onload|href/);
      }),
      { numRuns: 500 },
    );
  });
});
