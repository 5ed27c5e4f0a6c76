/** The protocol that came before the one in force: longer to answer, longer to forward, and no way past the talks. */
export const earlierVersion = {
	version: "2018-09",
	inForceFrom: "2018-09-01",
	text: (source: string): string =>
		changed(source, [
			[/^version: .*$/m, 'version: "2018-09"'],
			[/^source: .*$/m, "source: The partnership’s first protocol, September 2018"],
			["within: 10 working days", "within: 15 working days"],
			[/The 10 working days have passed\./g, "The 15 working days have passed."],
			["Mae’r 10 diwrnod gwaith", "Mae’r 15 diwrnod gwaith"],
			["within: 2 working days", "within: 3 working days"],
		]),
};

/** What an administrator is working on: sooner answers, and a date for the agency that asked. */
export const draftVersion = {
	by: "ola.fredriksen",
	at: "day -4 14:20",
	note: "The last report asked for sooner answers. For the Quality and Performance Subgroup to look at.",
	text: (source: string): string =>
		changed(source, [
			[/^version: .*$/m, 'version: "next"'],
			["within: 10 working days", "within: 7 working days"],
			[/The 10 working days have passed\./g, "The 7 working days have passed."],
			["Mae’r 10 diwrnod gwaith", "Mae’r 7 diwrnod gwaith"],
			[
				"        title: Say whether the response resolves it\n",
				"        title: Say whether the response resolves it\n        due: { within: 5 working days, from: respond.responded }\n",
			],
		]),
} as const;

const changed = (source: string, changes: [from: string | RegExp, to: string][]): string =>
	changes.reduce((text, [from, to]) => text.replace(from, to), source);
