/** Plain values only: neither a body nor headers fit in. */
export type LogFields = Readonly<Record<string, string | number | boolean | undefined>>;

export interface Log {
  info(message: string, fields?: LogFields): void;
  error(message: string, error: unknown, fields?: LogFields): void;
}

/** One line of JSON an entry. */
export const jsonLog = (write: (line: string) => void): Log => ({
  info: (message, fields = {}) => write(JSON.stringify({ level: 'INFO', message, ...fields })),
  error: (message, error, fields = {}) =>
    write(JSON.stringify({ level: 'ERROR', message, ...fields, error: described(error) })),
});

const described = (error: unknown): object =>
  error instanceof Error
    ? {
        name: error.name,
        message: error.message,
        stack: error.stack,
        ...(error.cause ? { cause: described(error.cause) } : {}),
      }
    : { name: typeof error, message: String(error) };
