import type { WriteStream } from 'node:tty';

/** What a stage tells when it is done. */
export interface Done<T> {
  readonly detail: string;
  readonly result: T;
}

export interface Output {
  /** One line for one stage of the work, with how long it took. */
  stage<T>(name: string, work: () => Promise<Done<T>>): Promise<T>;
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
        const { detail, result } = await work();
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

/** For machines, which get one JSON document at the end. */
export const silentOutput: Output = {
  line() {},
  stage: async (_, work) => (await work()).result,
};

export const counted = (count: number, one: string, many = `${one}s`): string =>
  `${count.toLocaleString('en-GB')} ${count === 1 ? one : many}`;
