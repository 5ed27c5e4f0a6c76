import { createInterface } from "node:readline";
import type { z } from "zod";
import type { Io } from "./command.ts";

/** Somebody broke off: the terminal was closed, or what was typed has ended. */
export class BrokenOff extends Error {}

/** One question after the other, each asked until it is answered. */
export type Asker = {
	/** @param usual taken where nothing is typed; left out, something must be */
	ask: <Read>(
		question: string,
		schema: z.ZodType<Read>,
		usual?: string | undefined,
	) => Promise<Read>;
	/** Something to read before the next question. */
	say: (text: string) => void;
	close: () => void;
};

/** Asks on a terminal, or of a file of answers a line each. */
export function askerOn({ in: input, out }: Pick<Io, "in" | "out">): Asker {
	const lines = createInterface({ input });
	const typed = lines[Symbol.asyncIterator]();
	const say: Asker["say"] = (text) => void out.write(`${text}\n`);
	return {
		say,
		close: () => lines.close(),
		ask: async (question, schema, usual) => {
			for (;;) {
				out.write(usual ? `${question} [${usual}] ` : `${question} `);
				const { value, done } = await typed.next();
				if (done) throw new BrokenOff();
				const read = await schema.safeParseAsync(value.trim() === "" ? (usual ?? "") : value);
				if (read.success) return read.data;
				say(`  ${read.error.issues[0]?.message ?? "That cannot be the answer"}.`);
			}
		},
	};
}
