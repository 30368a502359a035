/** One plain sentence for the person at the keyboard, who is shown no stack. */
export class Failure extends Error {
  override readonly name = 'Failure';
}

export const messageOf = (error: unknown): string =>
  typeof error === 'object' && error !== null && 'message' in error ? String(error.message) : String(error);
