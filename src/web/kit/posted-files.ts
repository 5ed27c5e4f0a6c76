import multipart, { type Multipart, type MultipartFile } from "@fastify/multipart";
import type { FastifyInstance, FastifyRequest } from "fastify";

/** A file of a posted form, on its way. */
export type PostedFile = {
	/** As the browser calls it. */
	name: string;
	/** Its bytes, as they come. What is left of them when the next file is asked for is passed over. */
	content: AsyncIterable<Uint8Array>;
	/** Whether it was longer than may be taken; known once all of `content` was read. */
	isCut: () => boolean;
};

/**
 * A form with files, read as far as the first file that was chosen: the token comes before it. So nothing of
 * a file is taken before it is known whose form it is, and no file is ever in memory as a whole.
 */
class PostedForm {
	readonly fields: Record<string, string | string[]> = {};
	readonly #parts: AsyncIterator<Multipart>;
	readonly #largest: number;
	#length = 0;
	#next: MultipartFile | undefined;
	isRead = false;

	/** @param largest so many letters may be typed in all */
	constructor(parts: AsyncIterator<Multipart>, largest: number) {
		this.#parts = parts;
		this.#largest = largest;
	}

	/** Reads on to the next file, or to the end. */
	async readOn(): Promise<void> {
		this.#next = undefined;
		for (;;) {
			const { done, value: part } = await asSent(this.#parts.next());
			if (done) {
				this.isRead = true;
				return;
			}
			if (part.type === "file") {
				// A field for files in which none was chosen comes as one without a name, and has nothing in it: what stands
				// after it in the form, such as in which language it is asked for again, is typed as well.
				if (!part.filename) {
					if (await hasBytes(part)) throw answered(400);
					continue;
				}
				this.#next = part;
				return;
			}
			const value = String(part.value);
			this.#length += part.fieldname.length + value.length;
			if (this.#length > this.#largest || part.fieldnameTruncated || part.valueTruncated)
				throw answered(413);
			const before = this.fields[part.fieldname];
			this.fields[part.fieldname] = before === undefined ? value : [...[before].flat(), value];
		}
	}

	async *files(): AsyncGenerator<PostedFile> {
		while (this.#next) {
			const { file, filename } = this.#next;
			// Read to its end by one hand, whoever stops before: a stream that is let go would end the form with it.
			const bytes = file[Symbol.asyncIterator]();
			const content = { [Symbol.asyncIterator]: () => ({ next: () => asSent(bytes.next()) }) };
			yield { name: filename, content, isCut: () => file.truncated };
			while (!(await asSent(bytes.next())).done);
			await this.readOn();
		}
	}
}

const hasBytes = async ({ file }: MultipartFile): Promise<boolean> =>
	!(await asSent(file[Symbol.asyncIterator]().next())).done;

const answered = (statusCode: number): Error =>
	Object.assign(new Error("This form was not taken"), { statusCode });

/** What cannot be read as a form was sent wrongly: a boundary that is missing, an end that never comes. */
const asSent = <Read>(read: Promise<Read>): Promise<Read> =>
	read.catch((problem: { statusCode?: number }) => {
		throw problem.statusCode === undefined ? answered(400) : problem;
	});

const posted = new WeakMap<FastifyRequest, PostedForm>();

/**
 * Lets forms bring files, on routes whose `config` says `takesFiles`.
 *
 * @param most so many files at once, beside which the form is not read on
 * @param largestFile in bytes
 * @param largestForm in bytes, without its files
 */
export async function takeFiles(
	web: FastifyInstance,
	limits: { most: number; largestFile: number; largestForm: number },
): Promise<void> {
	await web.register(multipart, {
		throwFileSizeLimit: false,
		limits: {
			files: limits.most,
			fileSize: limits.largestFile,
			fieldSize: limits.largestForm,
			fields: 1000,
		},
	});
	web.addHook("preValidation", async (request) => {
		if (request.is404 || !request.isMultipart()) return;
		if (!request.routeOptions.config.takesFiles) throw answered(415);
		const form = new PostedForm(request.parts(), limits.largestForm);
		request.body = form.fields;
		posted.set(request, form);
		await form.readOn();
	});
	// What nobody wants is let by, and not kept for anybody.
	web.addHook("onSend", async (request) => {
		if (!request.isMultipart() || posted.get(request)?.isRead) return;
		request.raw.unpipe();
		request.raw.resume();
	});
}

/** The files of a posted form, one after the other; `request.body` has all that was typed once they are read. */
export const filesOf = (request: FastifyRequest): AsyncIterable<PostedFile> =>
	posted.get(request)?.files() ?? noFiles();

async function* noFiles(): AsyncGenerator<PostedFile> {}
