import type { Organisation } from '#scorecard/schema.ts';

/** Under what others may use the figures. */
export interface Licence {
  readonly name?: string;
  readonly title: string;
  readonly address: string;
}

/** `name` is what registries of open licences call it. */
const openGovernment: Licence = {
  name: 'OGL-UK-3.0',
  title: 'Open Government Licence v3.0',
  address: 'https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/',
};

/** Nothing where the organisation names none: nobody else can give a licence for its figures. */
export const licenceOf = (licence: Organisation['licence']): Licence | undefined =>
  licence === 'open-government-licence-3.0' ? openGovernment : licence;
