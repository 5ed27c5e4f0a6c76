/** The database that comes with Concord cannot be started. `message` says why, and what to do. */
export class DatabaseFault extends Error {}
