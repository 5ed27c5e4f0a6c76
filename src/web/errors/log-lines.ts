/**
 * What the log says of requests and errors: enough to find a fault, and nothing that
 * somebody typed. Queries hold search words; messages of errors may quote a row.
 */
export const logLines = {
	req: ({ method, url }: { method: string; url: string }) => ({
		method,
		path: url.split("?", 1)[0],
	}),
	/** 0 when the other side broke off before there was an answer. */
	res: ({ statusCode = 0 }: { statusCode?: number | undefined }) => ({
		statusCode,
	}),
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
