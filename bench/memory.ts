import { readFileSync } from 'node:fs';

const kibibyte = 1024;

/**
 * The most memory that this process held, in bytes. Linux hands `maxRSS` on from the process that started it, whatever that
 * one held; its own peak stands in `/proc`.
 */
export function mostBytes(): number {
  const peak = /^VmHWM:\s+(\d+) kB$/m.exec(ownStatus())?.[1];
  return (peak === undefined ? process.resourceUsage().maxRSS : Number(peak)) * kibibyte;
}

function ownStatus(): string {
  try {
    return readFileSync('/proc/self/status', 'utf8');
  } catch {
    return '';
  }
}
