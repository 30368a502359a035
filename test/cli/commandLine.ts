import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { main } from '#cli/main.ts';

/** An empty project with these files. */
export function project(files: Readonly<Record<string, string>> = {}): string {
  const root = mkdtempSync(join(tmpdir(), 'quarterlight-cli-'));
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  return root;
}

/** Runs a command line in a project and gives what was printed. */
export async function quarterlight(words: readonly string[], root = project()) {
  const printed = { out: '', err: '' };
  const screen = (name: keyof typeof printed) => ({
    isTTY: false,
    write(text: string) {
      printed[name] += text;
      return true;
    },
  });
  const code = await main(words, {
    root,
    folder: join(root, '.quarterlight'),
    here: root,
    now: () => new Date('2024-01-25T12:00:00Z'),
    stdout: screen('out'),
    stderr: screen('err'),
  });
  return { code, ...printed };
}
