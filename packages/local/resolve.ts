import { Failure } from '#local/failure.ts';

export interface Lookup {
  ref(name: string): string | number;
  attribute(logicalId: string, attribute: string): string;
}

export type Resolve = (value: unknown) => unknown;

type Intrinsic = (argument: unknown, resolve: Resolve, lookup: Lookup) => unknown;

/** The intrinsic functions that the template may use. Another one stops the run: nothing is guessed. */
const intrinsics: Readonly<Record<string, Intrinsic>> = {
  Ref: (name, _, lookup) => lookup.ref(String(name)),
  'Fn::GetAtt': (argument, _, lookup) => {
    const [logicalId, attribute] = typeof argument === 'string' ? argument.split(/\.(.*)/) : (argument as string[]);
    return lookup.attribute(String(logicalId), String(attribute));
  },
  'Fn::Join': (argument, resolve) => {
    const [separator, parts] = argument as [string, unknown];
    return (resolve(parts) as unknown[]).join(separator);
  },
  'Fn::Select': (argument, resolve) => {
    const [index, list] = argument as [number | string, unknown];
    const items = resolve(list) as unknown[];
    if (Number(index) >= items.length) throw new Failure(`Fn::Select has no item ${index} in the template.`);
    return items[Number(index)];
  },
  'Fn::Sub': (argument, resolve, lookup) => {
    const [text, variables] = (Array.isArray(argument) ? argument : [argument, {}]) as [
      string,
      Record<string, unknown>,
    ];
    return text.replace(/\$\{(!?)([^}]+)\}/g, (_, escaped, name: string) =>
      escaped ? `\${${name}}` : String(substitute(name, variables, resolve, lookup)),
    );
  },
};

function substitute(name: string, variables: Record<string, unknown>, resolve: Resolve, lookup: Lookup): unknown {
  if (name in variables) return resolve(variables[name]);
  const [logicalId, attribute] = name.split(/\.(.*)/);
  return attribute === undefined ? lookup.ref(name) : lookup.attribute(String(logicalId), attribute);
}

/** Resolves a value of the template, however deep; throws on what only CloudFormation can know. */
export function resolver(lookup: Lookup): Resolve {
  const resolve: Resolve = (value) => {
    if (Array.isArray(value)) return value.map(resolve);
    if (typeof value !== 'object' || value === null) return value;
    const [only, ...others] = Object.keys(value);
    const isIntrinsic = others.length === 0 && only !== undefined && (only === 'Ref' || only.startsWith('Fn::'));
    if (!isIntrinsic) return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, resolve(inner)]));
    const intrinsic = intrinsics[only];
    if (!intrinsic) throw new Failure(`The template uses ${only}, which this computer cannot resolve.`);
    return intrinsic((value as Record<string, unknown>)[only], resolve, lookup);
  };
  return resolve;
}
