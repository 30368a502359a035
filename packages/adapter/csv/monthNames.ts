const names = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
];

/** 1 to 12, of a name in full or by its first three letters or more (`Sept`); undefined for any other word. */
export const monthNamed = (word: string): number | undefined => {
  const lower = word.toLowerCase();
  const index = lower.length < 3 ? -1 : names.findIndex((name) => name.startsWith(lower));
  return index === -1 ? undefined : index + 1;
};
