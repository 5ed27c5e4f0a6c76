/** Takes bytes in the amounts that a format has them in from a stream that brings them in any. */
export class ByteReader {
	readonly #source: AsyncIterator<Uint8Array>;
	#held: Buffer = Buffer.alloc(0);

	constructor(source: AsyncIterable<Uint8Array>) {
		this.#source = source[Symbol.asyncIterator]();
	}

	/** The next bytes, without taking them: fewer only where there are no more. */
	async peek(amount: number): Promise<Buffer> {
		const pieces = [this.#held];
		let length = this.#held.length;
		while (length < amount) {
			const { done, value } = await this.#source.next();
			if (done) break;
			pieces.push(Buffer.from(value.buffer, value.byteOffset, value.byteLength));
			length += value.length;
		}
		this.#held = pieces.length > 1 ? Buffer.concat(pieces) : this.#held;
		return this.#held.subarray(0, amount);
	}

	/** Takes the next bytes: fewer only where there are no more. */
	async take(amount: number): Promise<Buffer> {
		const taken = await this.peek(amount);
		this.#held = this.#held.subarray(taken.length);
		return taken;
	}

	/** Takes what is here already, else what comes next; nothing where there is no more. */
	async takeSome(most: number): Promise<Buffer> {
		if (this.#held.length === 0) await this.peek(1);
		return this.take(Math.min(most, Math.max(this.#held.length, 1)));
	}

	/** All that is left, as it comes. */
	async *rest(): AsyncGenerator<Buffer> {
		for (;;) {
			const some = await this.takeSome(Number.POSITIVE_INFINITY);
			if (some.length === 0) return;
			yield some;
		}
	}

	/** The next bytes as they come, without holding them all. @returns how many there were */
	async *pass(amount: number): AsyncGenerator<Buffer, number> {
		let left = amount;
		while (left > 0) {
			const some = await this.takeSome(left);
			if (some.length === 0) break;
			left -= some.length;
			yield some;
		}
		return amount - left;
	}
}
