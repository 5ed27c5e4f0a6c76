import type { FastifyInstance, LightMyRequestResponse } from "fastify";
import { HtmlValidate, StaticConfigLoader } from "html-validate";

/** What a form sends: by input one value, or several. */
type Entered = Record<string, string | string[]>;

/** A page as somebody without a script sees it, with its form filled in as it came. */
export type Seen = {
	/** Where somebody was led to in the end. */
	url: string;
	status: number;
	body: string;
	/** As `wordsIn`. */
	words: string;
	/** What its form would send if nobody touched it. */
	form: Record<string, string[]>;
};

/** Somebody at a browser: keeps its cookies, opens pages, fills forms in and is led where they lead. */
export type Visitor = {
	open: (url: string) => Promise<Seen>;
	/** Sends the form of a page. @param button `_do=later`, for any but the main button */
	send: (page: Seen, entered?: Entered, button?: string, files?: ChosenFile[]) => Promise<Seen>;
	/** The same for an act that cannot be undone: sends the form, and says once more what the page that checks it says. */
	sendAndConfirm: Visitor["send"];
	/** One request and its answer, wherever that leads. */
	get: (url: string) => Promise<LightMyRequestResponse>;
	/**
	 * One request outside any page, with the token of the page that was looked at last.
	 *
	 * @param entered as a string, what goes over the wire after the token
	 */
	post: (
		url: string,
		entered?: Entered | string,
		files?: ChosenFile[],
	) => Promise<LightMyRequestResponse>;
};

/** A file that somebody chose in a form. */
export type ChosenFile = { name: string; content: string | Uint8Array };

/** Signs somebody in without asking, and gives a token: a route of tests alone. */
export const enter = (web: FastifyInstance) =>
	web.get<{ Params: { person: string } }>(
		"/enter/:person",
		{ config: { public: true } },
		async (request, reply) => {
			request.session.set("personId", request.params.person);
			request.session.set("secondFactor", true);
			// Whatever the clock of a test: they have just signed in.
			request.session.set("shownAt", "9999-01-01T00:00:00Z");
			return reply.send(`name="_csrf" value="${reply.generateCsrf()}"`);
		},
	);

/** Somebody who has signed in, on a server that has `enter`. */
export async function visitorAs(web: FastifyInstance, { id }: { id: string }): Promise<Visitor> {
	const visitor = stranger(web);
	await visitor.get(`/enter/${id}`);
	return visitor;
}

/** Somebody who has not signed in. @param headers of every request */
export function stranger(web: FastifyInstance, headers: Record<string, string> = {}): Visitor {
	const cookies: Record<string, string> = {};
	let token = "";
	const ask = async ({
		type = "application/x-www-form-urlencoded",
		...request
	}: {
		url: string;
		method?: "POST";
		payload?: string | Buffer;
		type?: string;
	}) => {
		const answer = await web.inject({
			...request,
			cookies,
			headers: { ...headers, ...(request.method && { "content-type": type }) },
		});
		for (const { name, value } of answer.cookies) cookies[name] = value;
		token = /name="_csrf" value="([^"]+)"/.exec(answer.body)?.[1] ?? token;
		return answer;
	};
	const get: Visitor["get"] = (url) => ask({ url });
	const post: Visitor["post"] = (url, entered = {}, files) =>
		ask({
			method: "POST",
			url,
			...(files && typeof entered === "object"
				? withFiles({ _csrf: token, ...entered }, files)
				: {
						payload:
							typeof entered === "string"
								? `_csrf=${encodeURIComponent(token)}&${entered}`
								: overTheWire({ _csrf: token, ...entered }),
					}),
		});
	const follow = async (url: string, asked: Promise<LightMyRequestResponse>): Promise<Seen> => {
		const { statusCode, body, headers } = await asked;
		const { location } = headers;
		return location
			? follow(String(location), get(String(location)))
			: { url, status: statusCode, body, words: wordsIn(body), form: formIn(mainOf(body)) };
	};
	const send: Visitor["send"] = (page, entered = {}, button, files) => {
		const [name, value] = button?.split("=") ?? [];
		const pressed = name && value !== undefined ? { [name]: value } : {};
		return follow(page.url, post(page.url, { ...page.form, ...entered, ...pressed }, files));
	};
	return {
		get,
		post,
		open: (url) => follow(url, get(url)),
		send,
		sendAndConfirm: async (...asked) => {
			const check = await send(...asked);
			if (!isCheckPage(check)) throw new Error(`Not a page that checks an act: ${check.words}`);
			return send(check);
		},
	};
}

/** Whether a page shows an act once more before it is done. */
const isCheckPage = ({ status, form }: Seen): boolean =>
	status === 200 && form._do?.[0] === "send-checked";

const overTheWire = (form: Entered): string =>
	new URLSearchParams(
		Object.entries(form).flatMap(([name, values]) => [values].flat().map((value) => [name, value])),
	).toString();

/**
 * A form as browsers send it with files: what was typed first, then the input of the files, which comes without a name where
 * none was chosen, and last the button for the other language.
 */
function withFiles(form: Entered, files: ChosenFile[]): { type: string; payload: Buffer } {
	const line = "----concord";
	const part = (head: string, content: string | Uint8Array) =>
		Buffer.concat([
			Buffer.from(`--${line}\r\ncontent-disposition: form-data; ${head}\r\n\r\n`),
			Buffer.from(content as Uint8Array),
			Buffer.from("\r\n"),
		]);
	const { _files, _speak, ...typed } = form;
	const fields = (entered: Entered) =>
		Object.entries(entered).flatMap(([name, values]) =>
			[values].flat().map((value) => part(`name="${name}"`, value)),
		);
	return {
		type: `multipart/form-data; boundary=${line}`,
		payload: Buffer.concat([
			...fields(typed),
			...(files.length === 0 ? [part('name="_files"; filename=""', "")] : []),
			...files.map(({ name, content }) =>
				part(
					`name="_files"; filename="${name}"\r\ncontent-type: application/octet-stream`,
					content,
				),
			),
			...fields(_speak === undefined ? {} : { _speak }),
			Buffer.from(`--${line}--\r\n`),
		]),
	};
}

const mainOf = (html: string): string => /<main.*<\/main>/s.exec(html)?.[0] ?? "";

/** What a piece of HTML says, as it is read one after the other. */
const said = (html: string): string =>
	decoded(html.replaceAll(/<[^>]+>/g, " ").replaceAll(/\s+/g, " "));

/** What the main part of a page says. */
export const wordsIn = (html: string): string => said(mainOf(html));

/** What the main part of a page says: before its first `h2` as `top`, and under each by its heading. */
export function sectionsIn(html: string): Record<string, string> {
	const [top = "", ...sections] = mainOf(html).split(/<h2\b[^>]*>/);
	return {
		top: said(top).trim(),
		...Object.fromEntries(
			sections.map((section) => section.split("</h2>").map((part) => said(part).trim())),
		),
	};
}

function formIn(html: string): Record<string, string[]> {
	const form: Record<string, string[]> = {};
	const add = (name: string | undefined, value: string) => {
		if (name) form[name] = [...(form[name] ?? []), value];
	};
	for (const [, input, kind, attributes = "", content = ""] of html.matchAll(
		/<input\b([^>]*)>|<(textarea|select)\b([^>]*)>(.*?)<\/\2>/gs,
	)) {
		const name = attribute(input ?? attributes, "name");
		if (kind === "textarea") add(name, decoded(content));
		else if (kind === "select") add(name, attribute(chosenIn(content), "value") ?? "");
		else if (input && (!isTicked.test(input) || / checked/.test(input)))
			add(name, attribute(input, "value") ?? "");
	}
	return form;
}

const isTicked = /type="(?:radio|checkbox)"/;

const chosenIn = (options: string): string =>
	/<option\b([^>]*\bselected[^>]*)>/.exec(options)?.[1] ?? "";

const attribute = (attributes: string, name: string): string | undefined => {
	const value = new RegExp(`(?:^|\\s)${name}="([^"]*)"`).exec(attributes)?.[1];
	return value === undefined ? undefined : decoded(value);
};

const decoded = (text: string): string =>
	text
		.replaceAll("&quot;", '"')
		.replaceAll("&#39;", "'")
		.replaceAll("&lt;", "<")
		.replaceAll("&gt;", ">")
		.replaceAll("&amp;", "&");

/** What holds for every page, worked out once: by itself the validator does it again for each. */
class OneConfig extends StaticConfigLoader {
	#worked: ReturnType<StaticConfigLoader["getConfigFor"]> | undefined;

	override getConfigFor(...asked: Parameters<StaticConfigLoader["getConfigFor"]>) {
		this.#worked ??= super.getConfigFor(...asked);
		return this.#worked;
	}
}

const validator = new HtmlValidate(new OneConfig({ extends: ["html-validate:standard"] }));

/** What is not valid in a page: rule, message and line of each fault. */
export async function faultsIn(html: string): Promise<string[]> {
	const report = await validator.validateString(html);
	return report.results.flatMap(({ messages }) =>
		messages.map(({ ruleId, message, line }) => `${ruleId}: ${message} (line ${line})`),
	);
}
