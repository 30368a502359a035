import { check } from '#cli/check.ts';
import type { Command } from '#cli/command.ts';
import { explain } from '#cli/explain.ts';
import { holidays } from '#cli/holidays.ts';
import { importSheet } from '#cli/import.ts';
import { night } from '#cli/night.ts';
import { paper } from '#cli/paper.ts';
import { preview } from '#cli/preview.ts';
import { push } from '#cli/push.ts';
import { quarantine } from '#cli/quarantine.ts';
import { rebuild } from '#cli/rebuild.ts';
import { release } from '#cli/release.ts';
import { send } from '#cli/send.ts';
import { source } from '#cli/source.ts';
import { start } from '#cli/start.ts';
import { template } from '#cli/template.ts';
import { up } from '#cli/up.ts';

export const commands: Readonly<Record<string, Command>> = {
  start,
  up,
  push,
  send,
  import: importSheet,
  template,
  night,
  check,
  explain,
  rebuild,
  preview,
  paper,
  release,
  source,
  quarantine,
  holidays,
};
export const commandNames = [...Object.keys(commands), 'help'];

const usageWidth = 44;

export const helpText = (): string => {
  const line = (usage: string, summary: string) => `  ${usage.padEnd(usageWidth)} ${summary}`;
  return [
    'quarterlight COMMAND',
    '',
    ...Object.values(commands).map(({ usage, summary }) => line(usage, summary)),
    line('help', 'this text'),
    '',
    'Every command takes --json, and ends with a code other than 0 when it fails.',
    '',
  ].join('\n');
};
