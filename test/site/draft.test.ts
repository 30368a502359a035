import { describe, expect, test } from '@jest/globals';
import type { Readiness } from '#scorecard/readiness.ts';
import { filesOf, renderSite, type SiteInput } from '#site/renderSite.tsx';
import { contactCentre, inputs } from '#test/site/fixtures.ts';
import { plainAssets, textAt } from '#test/site/pages.ts';

const nothing: Readiness = { unexplained: [], outdated: [], toEnter: [] };
const much: Readiness = {
  unexplained: [
    { kind: 'measure', id: 'a', title: 'Calls <b>', lacks: ['comment', 'owner', 'action'] },
    { kind: 'milestone', id: 'b', title: 'Training', lacks: ['newer-comment'] },
  ],
  outdated: [{ kind: 'measure', id: 'c', title: 'Emails' }],
  toEnter: [
    { owner: 'Head of waste', entries: [{ kind: 'measure', id: 'd', title: 'Bins', period: 'Q4', isLate: true }] },
    { entries: [{ kind: 'measure', id: 'e', title: 'Trees', expectedBy: '2025-05-12', isLate: false }] },
  ],
};

const drafted = (readiness: Readiness, more: Partial<SiteInput> = {}) => {
  const [input] = inputs;
  if (!input) throw new Error('there are no fixtures');
  const draft = { banner: 'Made here.', readiness: new Map([[contactCentre.period.id, readiness]]), older: [] };
  return new Map(filesOf(renderSite({ ...input, draft, ...more }, plainAssets)).map((file) => [file.path, file]));
};
const pages = (files: ReturnType<typeof drafted>) => [...files.keys()].filter((path) => path.endsWith('.html'));
const front = 'example/contact-centre/index.html';

describe('a draft', () => {
  const files = drafted(much);

  test.each(pages(files))('%s says so in its title and above everything, and is not to be indexed', (path) => {
    const text = textAt(files, path);
    expect(text).toMatch(/<title>DRAFT – /);
    expect(text).toContain('<p class="banner"><strong>DRAFT</strong>. Made here.</p>');
    expect(text).toContain('<meta name="robots" content="noindex"/>');
    expect(text).not.toContain('kept as it was published');
  });

  test('begins with what is still to do', () => {
    const text = textAt(files, front);
    expect(text.indexOf('Still to do before this is published')).toBeLessThan(text.indexOf('class="lede"'));
    for (const line of [
      'Calls &lt;b>: needs a comment, an owner and an action',
      'Training: needs a comment on the figure as it is now',
      '<li>Emails</li>',
      '<dt>Head of waste</dt><dd>Bins; Q4; late</dd>',
      '<dt>No owner named</dt><dd>Trees; expected by 12 May 2025</dd>',
    ])
      expect(text).toContain(line);
  });

  test('says what it would change of the edition that readers see', () => {
    const [first] = contactCentre.measures;
    const published = {
      ...contactCentre,
      edition: contactCentre.edition - 1,
      measures: contactCentre.measures.map((each) => (each === first ? { ...each, value: 1 } : each)),
    };
    const text = textAt(drafted(nothing, { earlier: [published] }), front);
    expect(text).toContain(`What this changes of edition ${published.edition}, as at`);
    expect(text).toMatch(new RegExp(`href="/example/contact-centre/measures/${first?.id}/">[^<]* becomes `));
    expect(textAt(drafted(nothing, { earlier: [] }), front)).toContain('Nothing is published of this period yet.');
    const same = { ...contactCentre, edition: contactCentre.edition - 1 };
    expect(textAt(drafted(nothing, { earlier: [same] }), front)).toContain('No figure, rating, milestone or comment.');
  });

  test('says where nothing is', () => expect(textAt(drafted(nothing), front)).toContain('Nothing: every red has'));
});

test('what is published says nothing of drafts', () => {
  const files = drafted(much, { draft: undefined });
  for (const path of pages(files)) expect(textAt(files, path)).not.toMatch(/DRAFT|noindex|Still to do/);
});
