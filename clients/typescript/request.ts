/** How the client asks: one request for each call, and an error that holds what Concord said. Nothing but `fetch` is needed. */

/** Something went wrong. The same shape whatever it was: decide by `code`. */
export type ProblemSaid = {
	type: string;
	title: string;
	status: number;
	code: string;
	detail?: string;
	errors?: { at: string; says: string; confirm?: string }[];
	request?: string;
};

/** Concord did not do what it was asked. */
export class ConcordProblem extends Error {
	readonly problem: ProblemSaid;
	/** After so many seconds it may be asked again; null where Concord does not say. */
	readonly retryAfter: number | null;

	constructor(problem: ProblemSaid, retryAfter: number | null = null) {
		super(problem.detail ?? problem.title);
		this.name = "ConcordProblem";
		this.problem = problem;
		this.retryAfter = retryAfter;
	}
}

/** An answer with its tag, which `ifMatch` and `ifNoneMatch` take. */
export type Answered<T> = { data: T; etag: string | null; status: number };

export type Options = {
	/** Where Concord is, such as `https://concord.example.org`. */
	address: string;
	token: string;
	/** Another than that of this machine. */
	fetch?: (url: string, request: RequestInit) => Promise<Response>;
};

/** What one call sends. */
export type Sent = {
	method: string;
	path: string;
	query?: Record<string, string | number | undefined>;
	json?: unknown;
	file?: Uint8Array | undefined;
	/** The same for each try of one thing that is done, and other for the next: a UUID. */
	key?: string | undefined;
	ifMatch?: string | undefined;
	ifNoneMatch?: string | undefined;
};

/** Asks once. @throws ConcordProblem, and whatever `fetch` throws where nothing answers */
export async function ask<T>(
	{ address, token, fetch: fetches = fetch }: Options,
	{ method, path, query = {}, json, file, key, ifMatch, ifNoneMatch }: Sent,
	as: "json" | "file",
): Promise<Answered<T>> {
	const search = new URLSearchParams(
		Object.entries(query).flatMap(([name, value]) =>
			value === undefined ? [] : [[name, String(value)]],
		),
	);
	const headers: Record<string, string> = { authorization: `Bearer ${token}` };
	if (json !== undefined) headers["content-type"] = "application/json";
	if (file !== undefined) headers["content-type"] = "application/octet-stream";
	if (key !== undefined) headers["idempotency-key"] = key;
	if (ifMatch !== undefined) headers["if-match"] = ifMatch;
	if (ifNoneMatch !== undefined) headers["if-none-match"] = ifNoneMatch;
	const body = file ?? (json === undefined ? undefined : JSON.stringify(json));
	const response = await fetches(
		`${address}${path}${search.size > 0 ? `?${search.toString()}` : ""}`,
		{
			method,
			headers,
			...(body !== undefined && { body: body as NonNullable<RequestInit["body"]> }),
		},
	);
	const etag = response.headers.get("etag");
	const { status } = response;
	if (status === 304) return { data: undefined as T, etag, status };
	if (!response.ok) throw await problemOf(response);
	const data = as === "json" ? await response.json() : new Uint8Array(await response.arrayBuffer());
	return { data: data as T, etag, status };
}

async function problemOf(response: Response): Promise<ConcordProblem> {
	const after = Number(response.headers.get("retry-after") ?? Number.NaN);
	const said = (await response.json().catch(() => undefined)) as ProblemSaid | undefined;
	const { status } = response;
	return new ConcordProblem(
		said ?? { type: "about:blank", title: `Answered ${status}`, status, code: "not-concord" },
		Number.isNaN(after) ? null : after,
	);
}

/** Every page of a list, one after the other: asks with the cursor of each for the next. */
export async function* eachPage<Page extends { next: string | null }>(
	asks: (cursor: string | undefined) => Promise<Answered<Page>>,
): AsyncGenerator<Page, void> {
	let cursor: string | undefined;
	do {
		const { data } = await asks(cursor);
		yield data;
		cursor = data.next ?? undefined;
	} while (cursor !== undefined);
}
