import { startDynalite } from '#test/support/dynalite.ts';
import { createTables } from '#test/support/tables.ts';

/** In a process of its own, so that only our side of the wire is counted. Tells its parent the address. */
const server = await startDynalite();
await createTables(server.client());
process.send?.(server.endpoint);
