/** Twilio's parameters by name, however it is spelt: TaskSid in a form, task_sid in an event stream. */
export type Fields = ReadonlyMap<string, string>;

const keyOf = (name: string): string => name.toLowerCase().replaceAll('_', '');

export const fieldsOf = (entries: Iterable<readonly [string, unknown]>): Fields => {
  const fields = new Map<string, string>();
  for (const [name, value] of entries) {
    const text = textOf(value);
    if (text !== '' && !fields.has(keyOf(name))) fields.set(keyOf(name), text);
  }
  return fields;
};

const textOf = (value: unknown): string => {
  if (typeof value === 'string') return value.trim();
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  return typeof value === 'object' && value !== null ? JSON.stringify(value) : '';
};
