/** Codes by which PostgreSQL, or the way to it, says: not now. */
const away = new Set([
	"EAI_AGAIN",
	"ECONNABORTED",
	"ECONNREFUSED",
	"ECONNRESET",
	"EHOSTDOWN",
	"EHOSTUNREACH",
	"ENETDOWN",
	"ENETUNREACH",
	"ENOENT",
	"ENOTFOUND",
	"EPIPE",
	"ETIMEDOUT",
	"53100", // disk full
	"53200", // out of memory
	"53300", // too many connections
	"57P01", // stopped by its administrator
	"57P02", // crashed
	"57P03", // starting
	"57P05", // idle for too long
	"58030", // its disk does not answer
	"08000",
	"08001",
	"08003",
	"08006",
	"25006", // read only
]);

/** Whether an error means that the database cannot be reached or cannot write, rather than that we are wrong. */
export function databaseIsAway(error: unknown): boolean {
	if (!(error instanceof Error)) return false;
	if (away.has(String((error as { code?: unknown }).code))) return true;
	if (error instanceof AggregateError) return error.errors.some(databaseIsAway);
	if (error.cause && databaseIsAway(error.cause)) return true;
	// pg throws these without a code.
	return /^(Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error)/.test(
		error.message,
	);
}
