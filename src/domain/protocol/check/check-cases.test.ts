import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { readProtocol } from "../reading/read-protocol.ts";
import { sentences } from "../told/table/row.ts";
import { stageNotes, step, toldStep } from "../told/table/steps.ts";

const textOf = (name: string) =>
	readFileSync(new URL(`../../../../test/language/${name}.yaml`, import.meta.url), "utf8");
const text = textOf("by-the-case");
const recipient = textOf("recipient");
const words = textOf("words-by-the-case");

const faultsOf = (changed: string) => {
	expect([text, recipient, words]).not.toContain(changed);
	return (readProtocol(changed).faults ?? []).map(({ wrong, fix }) => `${wrong}. ${fix}`);
};

describe("where the case decides who owes a step, there is one for each case", () => {
	test("and the missing one is named", () => {
		expect(
			faultsOf(text.replace("child: A child }", "child: A child, neither: Neither }")),
		).toContain(
			"Nothing is said for “about: neither”. Add an entry with “when: { about: neither }”, or add it to one that is there",
		);
		expect(faultsOf(text.replace("when: { way: usual } }", "when: { way: urgent } }"))).toEqual([
			"Nothing is said for “way: usual”. Add an entry with “when: { way: usual }”, or add it to one that is there",
			"2 entries are for “way: urgent”. Leave one for each case",
		]);
	});

	test("and its question must be answered", () => {
		expect([
			...new Set(
				faultsOf(
					text.replace("label: Whom is it about?", "label: Whom is it about?, optional: true"),
				),
			),
		]).toEqual([
			"“about” may be answered with nothing, and one case must be so. Take “optional: true” out of the field “about”",
		]);
	});

	test("and its question is asked on every path", () => {
		expect(
			faultsOf(
				text.replace(
					"asks: [issue, about], sends: { what: [issue, about]",
					"asks: [issue], sends: { what: [issue]",
				),
			),
		).toContain(
			"On some path nobody was asked for “about” before “log” is owed, so nobody knows who owes it. Add “about” to the “asks:” of everything that leads here: ways to begin, outcomes and moves",
		);
	});

	test("and whoever owes it was told in that case", () => {
		expect(
			faultsOf(
				text.replace("{ to: childrens-office, when: { about: child } }", "receiving"),
			).join(),
		).toContain(
			"The step “log” is for childrens-office, and on some path nothing was sent to them",
		);
		expect(
			faultsOf(
				text.replace("to: chair, when: { goes-on: yes }", "to: chair, when: { goes-on: no }"),
			).join(),
		).toContain("The step “last” is for chair, and on some path nothing was sent to them");
	});

	test("and a step that is owed in any case is for whoever was told in any case", () => {
		expect(
			faultsOf(
				text
					.replace("when: { goes-on: no } }", "when: { goes-on: no } }")
					.replace(/by:\n {10}- \{ party: chair[\s\S]*?goes-on: no \} \}/, "by: chair"),
			).join(),
		).toContain("The step “last” is for chair, and on some path nothing was sent to them");
	});

	test("which is told in words", () => {
		const { protocol } = readProtocol(text);
		const log = protocol?.steps["log.log-adult"];
		if (!protocol || !log) throw new Error("There is no such step");
		expect(sentences(protocol, step, toldStep(log, protocol))).toContain(
			"It is owed only if “Whom is it about?” is “An adult”.",
		);
	});
});

describe("a recipient of some cases", () => {
	test("is known when it is sent", () => {
		expect(faultsOf(recipient.replace("asks: [issue, about]", "asks: [issue]"))).toContain(
			"On some path nobody was asked for “about” before this is sent, so nobody knows to whom. Ask “about” here, or in everything that leads here",
		);
	});

	test("is named once", () => {
		expect(
			faultsOf(recipient.replace("to: childrens-office, when", "to: adults-office, when")),
		).toEqual([
			"“adults-office” is named twice. Name it once, with all its cases under one “when:”",
		]);
	});
});

describe("where the case decides on words, there is one for each case", () => {
	test("or a usual one, and no two for the same", () => {
		expect(
			faultsOf(
				words.replace("when: { about: adult } }\n    says", "when: { about: child } }\n    says"),
			),
		).toEqual([
			"Nothing is said for “about: adult”. Add an entry with “when: { about: adult }”, or add it to one that is there",
			"2 entries are for “about: child”. Leave one for each case",
		]);
		expect(
			faultsOf(words.replace("Reply at once, when: { about: adult } }", "Reply at once }")),
		).toEqual([
			"2 entries have no “when:”, and each would be for every other case. Leave one without “when:”",
		]);
	});

	test("and the vocabulary has a usual one for where there is no case yet", () => {
		expect(faultsOf(words.replace("    - { say: person }\n", ""))).toEqual([
			"“child” has no usual word, for where it is not known which case it is. Add “{ say: … }” without “when:”",
		]);
	});

	test("and whoever writes a letter knows which text it is to be", () => {
		expect(
			faultsOf(
				words.replace(
					"by: raising practitioner\n        letter",
					"by: receiving manager\n        letter",
				),
			),
		).toEqual([
			"On some path whoever writes “outcome” has not read the answer to “about”, by which its text goes. Add a usual text, “{ say: … }” without “when:”; or send them the answer in everything that leads there",
		]);
	});

	test("and a blank of a letter is looked at in every text", () => {
		expect(
			faultsOf(words.replace("Dear adult, {stage}: {reply}", "Dear adult, {repyl}")).join(),
		).toContain("repyl");
	});

	test("which is told of the stage, by case", () => {
		const { protocol } = readProtocol(words);
		const [first] = protocol?.stages ?? [];
		if (!protocol || !first) throw new Error("There is no such stage");
		expect(stageNotes(protocol, first)).toContain(
			"Called “Children’s conference” if “Whom is it about?” is “A child”; called “Adults’ conference” if “Whom is it about?” is “An adult”.",
		);
	});
});
