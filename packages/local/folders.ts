import { join } from 'node:path';

/** Where the data is kept between runs, in `.quarterlight`. */
export const dataFolder = (folder: string): string => join(folder, 'data');
/** Where the buckets are kept, a folder each. */
export const objectsFolder = (folder: string): string => join(dataFolder(folder), 's3');
