import type { Finding } from "../domain/running/finding.ts";
import type { Scanner } from "../files/clamd.ts";

/** What every scanner calls a virus and that is none, in two halves: together it would be found in this very file. */
const trialVirus = [
	"X5O!P%@AP[4\\PZX54(P^)7CC)7}$",
	"EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*",
].join("");

/** Gives the virus scanner something harmless, and something that it must find. @see eicar.org */
export async function scannerFinding(scanner: Scanner | "none" | undefined): Promise<Finding> {
	const asFinding = (state: Finding["state"], says: string, fix?: string): Finding => ({
		check: "scanner",
		title: "Virus scanner",
		state,
		says,
		...(fix && { fix }),
	});
	const howTo = "See docs/operations/files.md for how to set up ClamAV.";
	if (scanner === undefined)
		return asFinding(
			"look",
			"None is set up: files that people send wait, and nobody can open them.",
			howTo,
		);
	if (scanner === "none")
		return asFinding(
			"look",
			"You said that nothing looks through files: people read so at each.",
			howTo,
		);
	const given = async function* (text: string) {
		yield Buffer.from(text);
	};
	try {
		if ((await scanner(given("Nothing but a sentence.\n"))) !== "clean")
			return asFinding("broken", "It calls a harmless text a virus.", "Look into its log.");
		if ((await scanner(given(trialVirus))) !== "infected")
			return asFinding(
				"broken",
				"It does not find the test virus.",
				"See that freshclam has fetched its list of viruses.",
			);
	} catch (problem) {
		return asFinding(
			"broken",
			`${(problem as Error).message}. Files wait until it is back.`,
			"See that clamd runs, that CONCORD_CLAMD says where it listens, and that Concord’s user is in the group clamav.",
		);
	}
	return asFinding("well", "It lets a harmless text pass and finds the test virus.");
}
