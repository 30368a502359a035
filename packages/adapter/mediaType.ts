export interface MediaType {
  /** Lower case, without parameters: `application/json`. */
  readonly type: string;
  readonly charset: string;
}

/** JSON is UTF-8, so that is what a missing charset means. */
export const mediaTypeOf = (header = ''): MediaType => {
  const [type = '', ...parameters] = header.split(';').map((part) => part.trim().toLowerCase());
  const charset = parameters.find((parameter) => parameter.startsWith('charset='));
  return { type, charset: charset?.slice('charset='.length).replaceAll('"', '') ?? 'utf-8' };
};
