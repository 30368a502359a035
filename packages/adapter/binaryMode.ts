/** The attributes of an event in binary mode, from its `ce-*` headers; undefined when there are none. */
export const binaryAttributes = (headers: Readonly<Record<string, string | undefined>>): object | undefined => {
  const attributes = Object.entries(headers)
    .filter(([header, value]) => header.startsWith('ce-') && value !== undefined)
    .map(([header, value]) => [header.slice('ce-'.length), typed(header, decoded(value ?? ''))]);
  return attributes.length === 0 ? undefined : Object.fromEntries(attributes);
};

/** Headers are text; these two extensions are not. What does not read as one stays text, to be refused by its schema. */
const typed = (header: string, value: string): string | number | boolean => {
  if (header === 'ce-revision' && /^\d{1,16}$/.test(value)) return Number(value);
  if (header === 'ce-withdrawn' && /^(true|false)$/.test(value)) return value === 'true';
  return value;
};

/** The binding's section 3.1.3.2: first unquoted, then percent-decoded once. A stray percent sign stands for itself. */
const decoded = (value: string): string => {
  const unquoted = /^".*"$/s.test(value) ? value.slice(1, -1).replace(/\\(.)/gs, '$1') : value;
  try {
    return decodeURIComponent(unquoted);
  } catch {
    return unquoted;
  }
};
