import { sayDate, sayMoment } from "../domain/calendar/day-in-words.ts";
import { heading, type Paper, paragraph } from "../domain/paper.ts";
import { certificateSays } from "../domain/retention/certificate.ts";
import { londonTime } from "../domain/time.ts";

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
	["Reference", of.reference],
	["What the schedule said", of.rule],
	[
		"Version of the schedule",
		of.scheduleVersion === 0 ? "The one that Concord comes with" : String(of.scheduleVersion),
	],
	["Due since", sayDate(of.dueOn)],
	["Decided by", `${of.decider}, ${sayMoment(londonTime(of.decidedAt))}`],
	["Confirmed by", `${of.confirmer}, ${sayMoment(londonTime(of.disposedAt))}`],
	["Disposed of", sayMoment(londonTime(of.disposedAt))],
	...(of.againAt
		? [
				[
					"Disposed of again",
					`${sayMoment(londonTime(of.againAt))}, because a backup had brought it back`,
				] as [string, string],
			]
		: []),
];

export const certificateOnPaper = (of: CertificateDocument): Paper => ({
	title: `Certificate of disposal ${of.number}`,
	from: of.partnership,
	day: londonTime(of.disposedAt).toPlainDate().toString(),
	look: "form",
	head: [of.partnership, "Certificate of disposal"],
	foot: [`Certificate ${of.number}`, of.reference],
	blocks: [
		heading(1, `Certificate of disposal ${of.number}`),
		{
			is: "answers",
			answers: certificateFacts(of).map(([label, value]) => ({ label, value })),
		},
		heading(2, "What was removed"),
		{
			is: "table",
			columns: ["What", "How many"],
			rows: of.removed.map(([what, count]) => [what, String(count)]),
			numbers: [1],
		},
		...certificateSays.map((text) => paragraph(text)),
	],
});
