type Headers = Readonly<Record<string, string | undefined>>;

/** The site whose page a browser posts from: its Origin, or where it sends none, that of its Referer. */
export const originOf = ({ origin, referer }: Headers): string | undefined => {
  const text = origin ?? referer;
  const page = text === undefined ? null : URL.parse(text);
  return page === null || page.origin === 'null' ? undefined : page.origin;
};

/** `http://127.0.0.1:*` is any port of this computer. */
export const isAllowedOrigin = (origin: string | undefined, origins: readonly string[]): boolean =>
  origin !== undefined &&
  origins.some((allowed) =>
    allowed.endsWith(':*') ? withoutPort(origin) === allowed.slice(0, -2) : allowed.toLowerCase() === origin,
  );

const withoutPort = (origin: string): string => origin.replace(/:\d+$/, '');

/** Why a browser's request is not from one of the source's own sites; undefined when it is. */
export const originProblem = (headers: Headers, origins: readonly string[]): string | undefined => {
  if (isAllowedOrigin(originOf(headers), origins)) return undefined;
  return 'This page may not post here: add its scheme and host to the origins of the source.';
};
