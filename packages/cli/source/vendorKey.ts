import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { type Context, textOf, type Values } from '#cli/command.ts';
import { Failure, messageOf } from '#local/failure.ts';
import { newKeys, type SourceKeys } from '#local/vendorKeys.ts';

/** Keys that the vendor gives and nobody else can make. */
const givenByVendor: Readonly<Record<string, string>> = { twilio: 'auth token', meta: 'app secret' };

export const vendorKeyName = (adapter: string): string | undefined => givenByVendor[adapter];

/**
 * New keys for an adapter. What only the vendor can give comes from `--key-file`, since words of a command line are kept;
 * on this computer alone one is made up, for trying.
 */
export function keysFor(context: Context, adapter: string, values: Values, isLocal: boolean): SourceKeys {
  const made = newKeys(adapter);
  const file = textOf(values, 'key-file');
  const name = vendorKeyName(adapter);
  if (file !== undefined) return { ...made, signing: [keyIn(resolve(context.here, file), file)] };
  if (name === undefined || isLocal) return made;
  throw new Failure(
    `The ${name} comes from the vendor: write it into a file, name it with --key-file FILE, then delete it.`,
  );
}

function keyIn(path: string, shownAs: string): string {
  try {
    const key = readFileSync(path, 'utf8').trim();
    if (key !== '' && !/\s/.test(key)) return key;
  } catch (error) {
    throw new Failure(`${shownAs} cannot be read: ${messageOf(error)}`);
  }
  throw new Failure(`${shownAs} must hold one key and nothing else.`);
}
