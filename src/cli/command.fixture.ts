import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PassThrough, Readable } from "node:stream";
import { text } from "node:stream/consumers";
import { somersetText } from "../../protocols/somerset.fixture.ts";
import { testKeyFile } from "../../test/support/keys.ts";
import { type Command, runCommand } from "./command.ts";

/** When they are called, where nothing else is said. */
const usualNow = Temporal.Instant.from("2026-10-05T09:00:00Z");

const keyFile = testKeyFile();

/** How somebody calls these commands: with words, and what stands on standard input. */
export const calling =
	(...commands: Command[]) =>
	async (
		args: string[],
		input = "",
		env: Record<string, string> = {},
		stop = new AbortController().signal,
		now = usualNow,
	) => {
		const [out, err] = [new PassThrough(), new PassThrough()];
		const written = Promise.all([text(out), text(err)]);
		const code = await runCommand(commands, args, {
			in: Readable.from([input]),
			out,
			err,
			env: { CONCORD_KEY_FILE: keyFile, ...env },
			now: () => now,
			untilStopped: () => stop,
		});
		out.end();
		err.end();
		const [told, faults] = await written;
		return { code, out: told, err: faults };
	};

export const somerset = "protocols/somerset/2021-04.yaml";

const folder = mkdtempSync(join(tmpdir(), "concord-"));

/** Where a file of this name is, or would be. */
export const placeOf = (name: string): string => join(folder, name);

export function fileWith(name: string, content: string): string {
	writeFileSync(placeOf(name), content);
	return placeOf(name);
}

/** A protocol with one fault in it. */
export const wrongFile = (): string =>
	fileWith("wrong.yaml", somersetText.replace("asks: [sent-to]", "asks: [send-to]"));

/** What real use needs of settings, but a database. */
export const forReal = {
	CONCORD_MODE: "production",
	CONCORD_SECRET: "qWeRtYuIoPaSdFgHjKlZxCvBnM1234567890abXYZ",
	CONCORD_URL: "https://northfield.example",
	SMTP_URL: "smtp://127.0.0.1:9",
	MAIL_FROM: "Concord <no-reply@northfield.example>",
};
