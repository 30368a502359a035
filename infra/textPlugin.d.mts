import type { Plugin } from 'esbuild';

export function textOf(path: string): string;
export const textPlugin: Plugin;
