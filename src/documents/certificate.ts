import { heading, type Paper, paragraph } from "../domain/paper.ts";
import { certificateSays } from "../domain/retention/certificate.ts";
import { londonTime } from "../domain/time.ts";
import { sayText as say, sayDate, sayMoment, sayWhole } from "../language/say.ts";
import { speakingNow } from "../language/speaking.ts";

/** What a certificate of disposal says; it has no place for a child. Instants and days are ISO. */
export type CertificateDocument = {
	partnership: string;
	number: number;
	reference: string;
	rule: string;
	/** Of the schedule; 0 is the one that Concord comes with. */
	scheduleVersion: number;
	dueOn: string;
	decider: string;
	decidedAt: string;
	confirmer: string;
	disposedAt: string;
	/** When a backup had brought it back and it was disposed of again. */
	againAt: string | null;
	removed: [what: string, count: number][];
};

/** Its facts, in the order in which page and paper have them. */
export const certificateFacts = (of: CertificateDocument): [label: string, value: string][] => [
	[say`Reference`, of.reference],
	[say`What the schedule said`, of.rule],
	[
		say`Version of the schedule`,
		of.scheduleVersion === 0 ? say`The one that Concord comes with` : String(of.scheduleVersion),
	],
	[say`Due since`, sayDate(of.dueOn)],
	[say`Decided by`, `${of.decider}, ${sayMoment(londonTime(of.decidedAt))}`],
	[say`Confirmed by`, `${of.confirmer}, ${sayMoment(londonTime(of.disposedAt))}`],
	[say`Disposed of`, sayMoment(londonTime(of.disposedAt))],
	...(of.againAt
		? [
				[
					say`Disposed of again`,
					say`${sayMoment(londonTime(of.againAt))}, because a backup had brought it back`,
				] as [string, string],
			]
		: []),
];

export const certificateOnPaper = (of: CertificateDocument): Paper => ({
	title: say`Certificate of disposal ${String(of.number)}`,
	from: of.partnership,
	day: londonTime(of.disposedAt).toPlainDate().toString(),
	language: speakingNow().language,
	look: "form",
	head: [of.partnership, say`Certificate of disposal`],
	foot: [say`Certificate ${String(of.number)}`, of.reference],
	blocks: [
		heading(1, say`Certificate of disposal ${String(of.number)}`),
		{
			is: "answers",
			answers: certificateFacts(of).map(([label, value]) => ({ label, value })),
		},
		heading(2, say`What was removed`),
		{
			is: "table",
			columns: [say`What`, say`How many`],
			rows: of.removed.map(([what, count]) => [sayWhole(what), String(count)]),
			numbers: [1],
		},
		...certificateSays.map((text) => paragraph(sayWhole(text))),
	],
});
