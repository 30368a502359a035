/** One plain sentence for the person at the keyboard, who is shown no stack. */
export class Failure extends Error {
  override readonly name = 'Failure';
}

export const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
