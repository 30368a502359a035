import type { Edition } from '#scorecard/edition.ts';
import { addresses, metadataOf, outside } from '#site/addresses.ts';
import { type MeasureFiles, type PeriodFiles, type Periods, seriesFilesOf } from '#site/dataCatalogue.ts';
import type { Packaged } from '#site/dataPackage.ts';
import { longDay } from '#site/format.ts';
import { Details } from '#site/govuk.tsx';
import { Layout } from '#site/layout.tsx';
import type { Licence } from '#site/licence.ts';
import { Table } from '#site/measureTable.tsx';
import { type Dated, documentSavedAs, savedAs } from '#site/savedAs.ts';
import { footnotesOf, websiteCrumbs } from '#site/scorecardLayout.tsx';
import { catalogueData, StructuredData } from '#site/structuredData.tsx';
import type { Shell } from '#site/view.ts';
import { say, words } from '#site/words.ts';

/** A page has room for so many rows in all: 1,500 elements. The package lists every file. */
const mostRows = 56;
const mostSeries = 60;

interface FileProps {
  readonly href: string;
  readonly text: string;
  readonly about: string;
  /** The name of a reader's copy. */
  readonly saved?: string;
}

const FileLink = ({ href, text, about, saved }: FileProps) => (
  <a class="govuk-link" href={href} download={saved}>
    {text}
    <span class="govuk-visually-hidden"> {about}</span>
  </a>
);

const TableLinks = ({ csv, about, of }: { csv: string; about: string; of: Dated }) => (
  <>
    <FileLink href={csv} text={words.csv} about={about} saved={savedAs(csv, of)} />,{' '}
    <FileLink href={metadataOf(csv)} text={words.columns} about={about} />
  </>
);

const Row = ({ files, of }: { files: PeriodFiles; of: Dated }) => (
  <tr>
    <th scope="row">
      {files.label} <span class="note">{say.editionAt(files.edition, longDay(files.asOf))}</span>
    </th>
    <td data-label={words.measures}>
      <TableLinks of={of} csv={files.measures} about={say.tableTitle(files.scorecard.title, 'measures', files.label)} />
    </td>
    <td data-label={words.milestones}>
      <TableLinks
        of={of}
        csv={files.milestones}
        about={say.tableTitle(files.scorecard.title, 'milestones', files.label)}
      />
    </td>
    <td data-label={words.parts}>
      <FileLink
        saved={savedAs(files.parts, of)}
        href={files.parts}
        text={words.csv}
        about={say.tableTitle(files.scorecard.title, 'parts', files.label)}
      />
    </td>
    <td data-label={words.everything}>
      <FileLink
        saved={documentSavedAs(files.scorecard.id, files.period, of)}
        href={files.editionJson}
        text={words.json}
        about={`${files.scorecard.title}, ${files.label}`}
      />
    </td>
  </tr>
);

const Series = ({ title, files, of }: { title: string; files: readonly MeasureFiles[]; of: Dated }) => (
  <Details summary={say.seriesOf(title)}>
    <ul class="govuk-list">
      {files.map(({ title: measure, csv, svg }) => (
        <li key={csv}>
          {measure}: <FileLink href={csv} text={words.csv} about={measure} saved={savedAs(csv, of)} />
          {svg && ', '}
          {svg && <FileLink href={svg} text={words.svg} about={measure} saved={savedAs(svg, of)} />}
        </li>
      ))}
    </ul>
  </Details>
);

interface ScorecardProps {
  readonly periods: Periods;
  readonly rows: number;
  readonly series: readonly MeasureFiles[];
  /** Which edition the series are of. */
  readonly edition?: Edition;
  readonly organisation: Edition['organisation'];
}

const Scorecard = ({ periods, rows, series, edition, organisation }: ScorecardProps) => {
  const { id, title } = periods[0].scorecard;
  return (
    <section class="rule" aria-labelledby={`data-${id}`}>
      <h2 class="govuk-heading-m" id={`data-${id}`}>
        {title}
      </h2>
      <Table class="table table--small table--stacked table--files" caption={say.filesOf(title)}>
        <thead>
          <tr>
            <th scope="col">{words.period}</th>
            <th scope="col">{words.measures}</th>
            <th scope="col">{words.milestones}</th>
            <th scope="col">{words.parts}</th>
            <th scope="col">{words.everything}</th>
          </tr>
        </thead>
        <tbody>
          {periods.slice(0, rows).map((files) => (
            <Row key={files.period} files={files} of={{ organisation, ...files }} />
          ))}
        </tbody>
      </Table>
      {periods.length > rows && <p class="govuk-body">{say.earlierInPackage(periods.length - rows)}</p>}
      {series.length > 0 && edition && <Series title={title} files={series} of={edition} />}
    </section>
  );
};

const LicenceNote = ({ name, licence }: { name: string; licence?: Licence }) => (
  <p class="govuk-body">
    {licence === undefined ? (
      say.noLicence(name)
    ) : (
      <>
        {say.licensed(name)}{' '}
        <a class="govuk-link" href={outside(licence.address)}>
          {licence.title}
        </a>
        .
      </>
    )}
  </p>
);

interface DataPageProps extends Packaged {
  readonly shell: Shell;
  /** What each scorecard shows now; at least one. */
  readonly editions: readonly [Edition, ...Edition[]];
  readonly contact?: string;
}

/** Every file of one organisation, with what it may be used under. */
export const DataPage = (props: DataPageProps) => {
  const { shell, organisation, catalogue, editions, contact, licence } = props;
  const home = addresses.organisation(organisation.id);
  const rows = Math.max(1, Math.floor(mostRows / Math.max(1, catalogue.length)));
  const series = new Map(editions.map((edition) => [edition.scorecard.id, seriesFilesOf(edition)]));
  const isRoomy = [...series.values()].flat().length <= mostSeries;
  return (
    <Layout
      shell={shell}
      title={[words.data, organisation.name]}
      description={say.dataAbout(organisation.name)}
      address={addresses.data(organisation.id)}
      brand={{ name: organisation.name, href: home }}
      nav={[
        { text: words.overview, href: home },
        ...editions.map(({ scorecard: { id, title } }) => ({
          text: title,
          href: addresses.current(organisation.id, id),
        })),
        { text: words.data, href: addresses.data(organisation.id), isCurrent: true },
      ]}
      trail={[...websiteCrumbs(editions[0]), { text: words.ourPerformance, href: home }, { text: words.data }]}
      feed={addresses.feed(organisation.id)}
      data={addresses.data(organisation.id)}
      notices={[...new Set(editions.flatMap(({ scorecard }) => scorecard.notice ?? []))]}
      footnotes={footnotesOf(editions[0], contact)}
    >
      <h1 class="govuk-heading-xl">{words.data}</h1>
      <p class="lede">{words.dataLede}</p>
      <LicenceNote name={organisation.name} licence={licence} />
      {catalogue.map((periods) => (
        <Scorecard
          key={periods[0].scorecard.id}
          periods={periods}
          rows={rows}
          organisation={organisation}
          edition={editions.find(({ scorecard }) => scorecard.id === periods[0].scorecard.id)}
          series={isRoomy ? (series.get(periods[0].scorecard.id) ?? []) : []}
        />
      ))}
      {!isRoomy && <p class="govuk-body">{words.seriesOnPages}</p>}
      <section class="rule" aria-labelledby="whole">
        <h2 class="govuk-heading-m" id="whole">
          {words.forPrograms}
        </h2>
        <ul class="govuk-list">
          <li>
            <a class="govuk-link" href={addresses.dataPackage(organisation.id)}>
              {words.dataPackage}
            </a>
          </li>
          <li>
            <a class="govuk-link" href={addresses.schema}>
              {words.editionSchema}
            </a>
          </li>
          <li>
            <a class="govuk-link" href={addresses.feed(organisation.id)}>
              {words.feed}
            </a>
          </li>
        </ul>
        <p class="govuk-body">{words.aboutFiles}</p>
      </section>
      <StructuredData data={catalogueData(props)} />
    </Layout>
  );
};
