import type { Finding } from '#scorecard/problem.ts';

/** Folders of the site that ids of scorecards and of organisations would stand in the way of. */
export const reservedIds = {
  scorecard: ['dashboards', 'data', 'papers'],
  organisation: ['accessibility', 'assets', 'how-we-rate', 'schema'],
} as const;

export const reservedFindings = (kind: keyof typeof reservedIds, id: string): readonly Finding[] => {
  const ids: readonly string[] = reservedIds[kind];
  if (!ids.includes(id)) return [];
  const mend = kind === 'scorecard' ? `write another, such as service-${id}` : `write another, such as ${id}-council`;
  return [{ path: ['id'], message: `"${id}" is an address of the site's own, so that no ${kind} can have it`, mend }];
};
