import type { Edition, EditionMeasure } from '#scorecard/edition.ts';
import { addresses, definitionOn, type Shelf } from '#site/addresses.ts';
import schema from '#site/definitionSchema.json' with { type: 'json' };
import { textOnce } from '#site/once.ts';
import { jsonFile, type SiteFile } from '#site/siteFile.ts';

/** The JSON Schema of a definition, for editors and programs: written when it is asked for, not at every start. */
export const definitionSchemaText = (): string => `${JSON.stringify(schema, null, 1)}\n`;

const blocksOf = ({ measures }: Edition, ids: readonly string[]): readonly object[] =>
  measures.flatMap(({ id, portable }) => (portable && ids.includes(id) ? [portable.measure] : []));

const definitionOf = (edition: Edition, measure: EditionMeasure, origin = ''): object | undefined => {
  const { portable, formula, period, value, numerator, denominator } = measure;
  const { organisation, scorecard } = edition;
  return (
    portable && {
      $schema: `${origin}${addresses.definitionSchema}`,
      schema: 'definition-1',
      organisation: { id: organisation.id, name: organisation.name },
      scorecard: { id: scorecard.id, title: scorecard.title },
      edition: { period: edition.period.id, number: edition.edition, asOf: edition.asOf },
      formula,
      measure: portable.measure,
      uses: portable.uses && blocksOf(edition, portable.uses),
      dimensions: portable.dimensions,
      repliesUnseen: portable.repliesUnseen,
      published: { period, value, numerator, denominator },
    }
  );
};

/** Of each measure that has one: what another organisation needs to work it out so. */
export const definitionFiles = (shelf: Shelf, edition: Edition, origin?: string): readonly SiteFile[] =>
  edition.measures
    .filter(({ portable }) => portable !== undefined)
    .map((measure) =>
      jsonFile(
        definitionOn(shelf, edition, measure.id),
        textOnce(
          edition,
          `definition ${measure.id}`,
          () => `${JSON.stringify(definitionOf(edition, measure, origin), null, 1)}\n`,
        ),
      ),
    );
