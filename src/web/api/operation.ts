/**
 * One operation of the API: what it asks and answers, as schemas that validate it, describe it in the OpenAPI document
 * and type its code. How a request comes to it is in serve-operation.ts.
 */
import type { FastifyReply, FastifyRequest } from "fastify";
import { z } from "zod";
import type { App } from "../../actions/app.ts";
import type { ApiScope } from "../../domain/people/api-token.ts";
import type { Viewer } from "../../domain/people/viewer.ts";

/** What stands before every path of the API. */
export const apiPath = "/api/v1";

/** What an operation is asked, by whom. */
export type Asking<Params, Query, Body> = {
	app: App;
	viewer: Viewer;
	params: Params;
	query: Query;
	body: Body;
	request: FastifyRequest;
	reply: FastifyReply;
};

/** Bytes instead of JSON. */
export type FileAnswer = { types: readonly string[] };
/** The body is a file. */
export type FileBody = { file: true };

type Described = {
	/** As the client calls it: `listWork`. */
	id: string;
	/** A path as OpenAPI has it: `/differences/{id}`. */
	path: string;
	/** Under what it stands on the page. */
	tag: string;
	summary: string;
	/** What its summary does not say, in sentences. */
	says?: string;
	scope: ApiScope;
	/** 200 when left out. */
	status?: 200 | 201;
};

/** An operation, as everything but its own file knows it. */
export type Operation = Described & {
	method: "GET" | "POST" | "DELETE";
	params: z.ZodObject;
	query: z.ZodObject;
	body: z.ZodType | FileBody | undefined;
	answer: z.ZodType | FileAnswer;
	/** It changes something, and is done once for each `Idempotency-Key`. */
	once: boolean;
	/** It takes `If-Match`: the tag of what this operation reads; undefined where it takes none. */
	ifUnchanged: string | undefined;
	/** @returns undefined for what is not there, or not there for whoever asks */
	run: (asking: Asking<never, never, never>) => Promise<unknown>;
};

const nothing = z.object({});
type Nothing = typeof nothing;

/** Something that is read. */
export const reads = <
	Answer extends z.ZodType | FileAnswer,
	Params extends z.ZodObject = Nothing,
	Query extends z.ZodObject = Nothing,
>(
	described: Described & {
		params?: Params;
		query?: Query;
		answer: Answer;
		run: (
			asking: Asking<z.infer<Params>, z.infer<Query>, undefined>,
		) => Promise<Answered<Answer> | undefined>;
	},
): Operation => ({
	...described,
	method: "GET",
	params: described.params ?? nothing,
	query: described.query ?? nothing,
	body: undefined,
	once: false,
	ifUnchanged: undefined,
	run: described.run as Operation["run"],
});

/** Something that is done, or that is asked for in a body because an address must not hold it. */
export const does = <
	Answer extends z.ZodType,
	Body extends z.ZodType | FileBody | undefined = undefined,
	Params extends z.ZodObject = Nothing,
	Query extends z.ZodObject = Nothing,
>(
	described: Described & {
		method?: "POST" | "DELETE";
		params?: Params;
		query?: Query;
		body?: Body;
		answer: Answer;
		/** It changes nothing that a second sending would change again. */
		anyNumberOfTimes?: boolean;
		/** It takes `If-Match`: the tag of the difference as it was read, or of what this operation reads. */
		ifUnchanged?: true | "readSeal";
		run: (
			asking: Asking<
				z.infer<Params>,
				z.infer<Query>,
				Body extends z.ZodType ? z.infer<Body> : FastifyRequest["body"]
			>,
		) => Promise<Answered<Answer> | undefined>;
	},
): Operation => {
	const { anyNumberOfTimes, ifUnchanged, method = "POST", ...rest } = described;
	return {
		...rest,
		method,
		params: described.params ?? nothing,
		query: described.query ?? nothing,
		body: described.body,
		once: anyNumberOfTimes !== true,
		ifUnchanged: ifUnchanged === true ? "readDifference" : ifUnchanged,
		run: described.run as Operation["run"],
	};
};

type Answered<Answer> = Answer extends z.ZodType ? z.input<Answer> : FastifyReply;
