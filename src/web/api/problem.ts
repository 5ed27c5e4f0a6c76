/** What goes wrong, said to a program: one kind of answer for all of it. @see RFC 9457 */
import { z } from "zod";

const found = z.object({
	/** A JSON Pointer into what was sent, or the name of a parameter. */
	at: z
		.string()
		.describe("Where it is: a JSON Pointer into the body, or the name of a parameter or header."),
	says: z.string().describe("A sentence that may be shown to whoever entered it."),
	confirm: z
		.string()
		.optional()
		.describe(
			"It is doubted, and no error: send it again with this text under `confirms` at the same place, and it is taken.",
		),
});

/** One fault in what was sent. */
export type Found = z.infer<typeof found>;

export const problemSchema = z
	.object({
		type: z.string().describe("`urn:concord:problem:` and the code."),
		title: z.string(),
		status: z.int(),
		code: z.string().describe("Stable: decide by it."),
		detail: z.string().optional().describe("A plain sentence that may be shown to the person."),
		errors: z.array(found).optional(),
		request: z.string().optional().describe("The number under which the log has it."),
	})
	.meta({ id: "Problem", description: "What went wrong. The same shape whatever it was." });

type Body = z.infer<typeof problemSchema>;

/** Something that the API answers instead of what was asked for. */
export class Problem extends Error {
	readonly status: number;
	readonly code: string;
	readonly detail: string | undefined;
	readonly errors: Found[] | undefined;
	readonly headers: Record<string, string>;

	constructor(
		status: number,
		code: string,
		title: string,
		more: { detail?: string; errors?: Found[]; headers?: Record<string, string> } = {},
	) {
		super(title);
		this.name = "Problem";
		this.status = status;
		this.code = code;
		this.detail = more.detail;
		this.errors = more.errors;
		this.headers = more.headers ?? {};
	}

	/** @param request the number of the request in the log, where it helps to look there */
	body(request?: string): Body {
		const { code, message: title, status, detail, errors } = this;
		return {
			type: `urn:concord:problem:${code}`,
			title,
			status,
			code,
			...(detail !== undefined && { detail }),
			...(errors && { errors }),
			...(request !== undefined && { request }),
		};
	}
}

export const notFound = (): Problem =>
	new Problem(404, "not-found", "There is nothing here, or nothing that you may know of");

/** @param errors what does not fit, and where */
export const doesNotFit = (errors: Found[]): Problem =>
	new Problem(422, "does-not-fit", "What was sent does not fit", { errors });

/** The faults that a schema finds. @param under a JSON Pointer before each place, or empty for parameters */
export const faultsIn = (error: z.ZodError, under: string): Found[] =>
	error.issues.map(({ path, message }) => ({
		at:
			under +
			path.map((part) => (under === "" ? String(part) : `/${escaped(String(part))}`)).join(""),
		says: message,
	}));

/** @see RFC 6901 */
const escaped = (part: string): string => part.replaceAll("~", "~0").replaceAll("/", "~1");
