/** Why a sheet cannot be read at all, as a sentence that names the mend. */
export class SheetError extends Error {
  override readonly name = 'SheetError';
}
