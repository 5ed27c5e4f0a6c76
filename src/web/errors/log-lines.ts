/** An address that could not be read has come to no route. */
type LoggedRequest = {
	method: string;
	routeOptions?: { url?: string | undefined } | undefined;
};

/**
 * What the log says of requests and errors: enough to find a fault, and nothing that
 * somebody typed. Addresses and queries hold what people pasted or searched for;
 * messages of errors may quote a row.
 */
export const logLines = {
	/** `path` as the route is written, such as `/differences/:id`; absent where no route fits. */
	req: ({ method, routeOptions }: LoggedRequest) => ({ method, path: routeOptions?.url }),
	/** 0 when the other side broke off before there was an answer. */
	res: ({ statusCode = 0 }: { statusCode?: number | undefined }) => ({ statusCode }),
	err: (error: Error & { code?: unknown; table?: unknown }) => ({
		type: error.name,
		message: "",
		code: error.code,
		table: error.table,
		stack: (error.stack ?? "")
			.split("\n")
			.filter((line) => /^\s+at /.test(line))
			.join("\n"),
	}),
};
