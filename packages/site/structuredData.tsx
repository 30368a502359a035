import { parsePeriod } from '#calendar/period.ts';
import { addresses } from '#site/addresses.ts';
import type { Periods } from '#site/dataCatalogue.ts';
import type { Packaged } from '#site/dataPackage.ts';
import { say } from '#site/words.ts';

const download = (origin: string, address: string, encodingFormat: string) => ({
  '@type': 'DataDownload',
  contentUrl: `${origin}${address}`,
  encodingFormat,
});

const coverageOf = (periods: Periods): string => {
  const parsed = periods.map(({ period }) => parsePeriod(period));
  const starts = parsed.map(({ start }) => start).sort();
  return `${starts[0]}/${parsed[0]?.end}`;
};

/** A scorecard as schema.org's Dataset, for search engines of data sets. */
const dataset = (periods: Periods, packaged: Packaged) => {
  const [newest] = periods;
  const { organisation, licence, origin = '' } = packaged;
  return {
    '@type': 'Dataset',
    name: `${newest.scorecard.title}, ${organisation.name}`,
    description: say.datasetAbout(newest.scorecard.title, organisation.name),
    url: `${origin}${addresses.current(organisation.id, newest.scorecard.id)}`,
    creator: { '@type': 'Organization', name: organisation.name, url: organisation.website },
    license: licence?.address,
    isAccessibleForFree: true,
    dateModified: newest.asOf,
    temporalCoverage: coverageOf(periods),
    distribution: [
      download(origin, newest.measures, 'text/csv'),
      download(origin, newest.milestones, 'text/csv'),
      download(origin, newest.editionJson, 'application/json'),
      download(origin, newest.parts, 'text/csv'),
    ],
  };
};

export const catalogueData = (packaged: Packaged) => ({
  '@context': 'https://schema.org',
  '@type': 'DataCatalog',
  name: say.dataOf(packaged.organisation.name),
  url: `${packaged.origin ?? ''}${addresses.data(packaged.organisation.id)}`,
  license: packaged.licence?.address,
  dataset: packaged.catalogue.map((periods) => dataset(periods, packaged)),
});

/** Nothing in it can end the element that it stands in, or be read as markup: only letters that JSON itself can say. */
const asText = (data: unknown): string =>
  JSON.stringify(data).replaceAll(
    /[<>&\u2028\u2029]/g,
    (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );

/** Data, which no browser runs: a policy without `unsafe-inline` lets it be. */
export const StructuredData = ({ data }: { data: unknown }) => (
  // A script element reads no entities, so the renderer's own escaping would spoil it: `asText` escapes.
  <script type="application/ld+json" dangerouslySetInnerHTML={{ __html: asText(data) }} />
);
