import { expect, test } from '@jest/globals';
import { configurationOf } from '#oracle/published.ts';

/** The date of each paper, as exact as it is known. */
const papers = [
  ['wirral', '25 January 2024', 'Wirral Council', 1],
  ['worcestershire', 'March 2022', 'Worcestershire County Council', 2],
  ['wolverhampton', '28 June 2016', 'City of Wolverhampton Council', 1],
  ['west-lothian', 'June 2018', 'West Lothian Council', 1],
] as const;

test.each(papers)('every scorecard of %s says where its figures are from, and who did not publish them', (...paper) => {
  const [id, date, council, count] = paper;
  const { organisation, scorecards } = configurationOf(id);
  expect(organisation.name).toBe(council);
  expect(scorecards.map(({ notice }) => notice)).toEqual(
    Array(count).fill(`Recomputed from a paper of ${date}; not published by ${council}.`),
  );
});
