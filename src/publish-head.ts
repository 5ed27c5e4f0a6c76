import { appendFile, mkdir, stat, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";

/** How long an address has to take a head, in milliseconds. */
const patience = 20_000;

/**
 * Takes a text out of Concord to where the operator chose: a directory, in which it is a file of its own; a file, to whose end it
 * is added as a line; or a web address, to which it is put.
 *
 * @throws Error when it cannot be written, or the address answers that it did not take it
 */
const publishTo =
	(place: string) =>
	async (name: string, text: string): Promise<void> => {
		if (/^https?:\/\//i.test(place)) {
			const answer = await fetch(`${place.replace(/\/+$/, "")}/${name}`, {
				method: "PUT",
				body: text,
				headers: { "content-type": "application/json" },
				redirect: "error",
				signal: AbortSignal.timeout(patience),
			});
			await answer.body?.cancel();
			if (!answer.ok) throw new Error(`The address answered with status ${answer.status}`);
			return;
		}
		if (await isDirectory(place)) return writeFile(join(place, name), text);
		await mkdir(dirname(place), { recursive: true });
		await appendFile(place, `${JSON.stringify(JSON.parse(text))}\n`);
	};

const isDirectory = (place: string): Promise<boolean> =>
	place.endsWith("/")
		? mkdir(place, { recursive: true }).then(() => true)
		: stat(place).then(
				(found) => found.isDirectory(),
				() => false,
			);

/** How the setting is meant: `mailto:` an address, else where to. Undefined where nothing was set. */
export const publishesTo = (
	place: string | undefined,
): { mailTo: string } | { to: ReturnType<typeof publishTo> } | undefined =>
	place === undefined
		? undefined
		: place.startsWith("mailto:")
			? { mailTo: place.slice("mailto:".length) }
			: { to: publishTo(place) };
