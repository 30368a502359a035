import type * as z from 'zod';

type Instants = Readonly<Record<string, unknown>>;

/** Refuses each of the named instants that lies before the one named ahead of it; absent ones are passed over. */
export const inOrder =
  (...names: readonly string[]) =>
  ({ value, issues }: z.core.ParsePayload<Instants>): void => {
    const given = names.filter((name) => value[name] !== undefined);
    for (const [index, name] of given.entries()) {
      const before = given[index - 1];
      if (before === undefined || String(value[name]) >= String(value[before])) continue;
      issues.push({
        code: 'custom',
        input: value,
        path: [name],
        message: `must not be before ${before}; check which clock and zone each is from`,
      });
    }
  };
