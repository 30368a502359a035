import type { WriteStream } from 'node:tty';

/** What a stage tells when it is done. */
export interface Done<T> {
  readonly detail: string;
  readonly result: T;
}

/** Says how far a stage is, between 0 and 1; shown on a terminal only. */
export type Progress = (part: number, detail: string) => void;

export interface Output {
  /** One line for one stage of the work, with how long it took. */
  stage<T>(name: string, work: (progress: Progress) => Promise<Done<T>>): Promise<T>;
  line(text: string): void;
}

const nameWidth = 12;
const detailWidth = 84;

/** For people. On a terminal the stage's name stands there while it runs. */
export function humanOutput(stream: Pick<WriteStream, 'write' | 'isTTY'>): Output {
  const line = (text: string) => void stream.write(`${text}\n`);
  return {
    line,
    async stage(name, work) {
      const startedAt = performance.now();
      if (stream.isTTY) stream.write(`${name.padEnd(nameWidth)} …`);
      const clear = stream.isTTY ? '\r\u001b[K' : '';
      try {
        const { detail, result } = await work(progressOn(stream, name));
        const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
        line(`${clear}${name.padEnd(nameWidth)} ${detail.padEnd(detailWidth)} ${seconds.padStart(5)} s`);
        return result;
      } catch (error) {
        stream.write(clear);
        throw error;
      }
    },
  };
}

const barWidth = 24;
const redrawnAfterMs = 100;

const progressOn = (stream: Pick<WriteStream, 'write' | 'isTTY'>, name: string): Progress => {
  let drawnAt = 0;
  return (part, detail) => {
    if (!stream.isTTY || performance.now() - drawnAt < redrawnAfterMs) return;
    drawnAt = performance.now();
    const full = Math.round(Math.min(1, Math.max(0, part)) * barWidth);
    stream.write(`\r\u001b[K${name.padEnd(nameWidth)} ${'█'.repeat(full)}${'░'.repeat(barWidth - full)} ${detail}`);
  };
};

/** For machines, which get one JSON document at the end. */
export const silentOutput: Output = {
  line() {},
  stage: async (_, work) => (await work(() => undefined)).result,
};

export const counted = (count: number, one: string, many = `${one}s`): string =>
  `${count.toLocaleString('en-GB')} ${count === 1 ? one : many}`;
