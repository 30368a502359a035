import { jsonOf } from '#adapter/json.ts';
import { momentOf, secondsOf } from '#adapter/telephony/moment.ts';

/** One channel's detail record, as mod_json_cdr writes it; values may be percent-encoded. */
export interface LegRecord {
  readonly variable: (name: string) => string | undefined;
  /** Milliseconds since 1970, of `{name}_uepoch`, `{name}_epoch` or `{name}_stamp`; 0 stands for never. */
  readonly moment: (name: string) => number | undefined;
  readonly seconds: (name: string) => number | undefined;
  /** What was dialled first comes last. */
  readonly profiles: readonly Profile[];
}

interface Profile {
  readonly destination: string | undefined;
  readonly context: string | undefined;
  readonly transferMs: number | undefined;
}

type Fields = Readonly<Record<string, unknown>>;

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const fieldsOf = (value: unknown): Fields => (isFields(value) ? value : {});

export const legRecordOf = (value: unknown): LegRecord | undefined => {
  const { variables, callflow, channel_data } = fieldsOf(value);
  if (!isFields(variables)) return undefined;
  const { direction } = fieldsOf(channel_data);
  const all: Fields = { direction, ...variables };
  const variable = (name: string): string | undefined => (Object.hasOwn(all, name) ? textOf(all[name]) : undefined);
  const firstMoment = (names: readonly string[]): number | undefined =>
    names.map((name) => momentOf(variable(name))).find((ms) => ms !== undefined);
  return {
    variable,
    moment: (name) => firstMoment([`${name}_uepoch`, `${name}_epoch`, `${name}_stamp`]),
    seconds: (name) => secondsOf(variable(name)),
    profiles: [callflow].flat().filter(isFields).map(profileOf),
  };
};

const profileOf = ({ caller_profile, times }: Fields): Profile => {
  const { destination_number, context } = fieldsOf(caller_profile);
  return {
    destination: textOf(destination_number),
    context: textOf(context),
    transferMs: momentOf(textOf(fieldsOf(times)['transfer_time'])),
  };
};

const textOf = (value: unknown): string | undefined => {
  const text = typeof value === 'number' ? String(value) : typeof value === 'string' ? decoded(value).trim() : '';
  return text === '' ? undefined : text;
};

const decoded = (text: string): string => {
  if (!text.includes('%')) return text;
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
};

/** JSON as it is, or a form's `cdr`, percent-encoded or in base64; undefined when it is none of them. */
export const jsonInBody = (body: Buffer): { readonly value: unknown } | undefined => {
  const text = body
    .toString('utf8')
    .replace(/^\ufeff/, '')
    .trim();
  if (!/^(?:uuid=[^&]*&)?cdr=/.test(text)) return jsonOf(text);
  const cdr = text.replace(/^(?:uuid=[^&]*&)?cdr=/, '');
  if (cdr.startsWith('{') || cdr.startsWith('[')) return jsonOf(cdr);
  const unescaped = decoded(/^%(7b|5b)/i.test(cdr) ? cdr.replaceAll('+', ' ') : cdr).trim();
  return jsonOf(unescaped) ?? jsonOf(Buffer.from(unescaped.replaceAll(' ', '+'), 'base64').toString('utf8'));
};
