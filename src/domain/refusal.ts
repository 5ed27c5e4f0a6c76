/** A rule said no. `message` is a plain sentence that the person who asked may read. */
export class Refusal extends Error {
	/** What was refused, for machines: kebab-case, stable. */
	readonly code: string;

	constructor(code: string, message: string) {
		super(message);
		this.name = "Refusal";
		this.code = code;
	}
}
