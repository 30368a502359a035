import { HtmlValidate } from 'html-validate';

const validator = new HtmlValidate({
  extends: ['html-validate:recommended'],
  rules: {
    // Ours is written by a renderer, which has its own way with space and case.
    'no-trailing-whitespace': 'off',
    'long-title': 'off',
    'doctype-style': 'off',
    'void-style': 'off',
    'attribute-boolean-style': 'off',
    'attribute-empty-style': 'off',
    'no-inline-style': 'error',
    'no-dup-id': 'error',
    // Classes of govuk-frontend are BEM.
    'valid-id': ['error', { relaxed: true }],
    // A region that scrolls takes the focus (WCAG 2.1.1).
    'prefer-native-element': 'off',
  },
});

/** A line for each rule of HTML that a page breaks. */
export const invalidHtml = async (html: string): Promise<string[]> => {
  const { results } = await validator.validateString(html);
  return results.flatMap(({ messages }) => messages.map((m) => `${m.ruleId} ${m.message} (${m.selector})`));
};
