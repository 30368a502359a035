import * as z from 'zod';

const colour = z.string().regex(/^#[0-9a-fA-F]{6}$/, "must be six digits of colour in quotes, such as '#14304f'");

const colours = {
  masthead: z
    .strictObject({ background: colour.optional(), text: colour.optional() })
    .optional()
    .describe('The band at the top of every page.'),
  accent: colour.optional().describe('The line under the masthead.'),
  link: colour.optional().describe('Links in the text and in the navigation.'),
};

const link = z.strictObject({
  title: z.string().min(1).max(60),
  address: z.url({ protocol: /^https$/, error: 'must be an https address' }).max(500),
});

/** What a council may change of how its pages look. Statuses keep their colours, which were chosen to be told apart. */
export const theme = z.strictObject({
  logo: z
    .string()
    .regex(
      /^[A-Za-z0-9][A-Za-z0-9._-]*\.(svg|png)$/,
      'must be the name of an .svg or .png file beside organisation.yaml',
    )
    .optional()
    .describe('A picture beside organisation.yaml, shown before the name: SVG or PNG, at most 30 KB.'),
  colours: z
    .strictObject({
      ...colours,
      dark: z
        .strictObject(colours)
        .optional()
        .describe(
          'For readers who chose a dark screen: what is left out is as in the light, but links are light blue.',
        ),
    })
    .optional(),
  links: z
    .strictObject({
      header: z.array(link).max(5).optional().describe('Beside the name, at the top of every page.'),
      footer: z.array(link).max(12).optional().describe('At the foot of every page.'),
    })
    .optional(),
});
export type Theme = z.infer<typeof theme>;
