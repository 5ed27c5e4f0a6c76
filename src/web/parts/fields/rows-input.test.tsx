import { expect, test } from "vitest";
import { somerset } from "../../../../protocols/somerset.fixture.ts";
import { faultsIn, wordsIn } from "../../../../test/support/visitor.ts";
import { attended, fieldOf } from "../../../domain/protocol/protocol.ts";
import type { Person } from "../../../store/people.ts";
import { type FormValues, newForm } from "../../kit/form.ts";
import type { Question } from "./question.ts";
import { readQuestions } from "./read-questions.ts";
import { MembersInput } from "./rows-input.tsx";

const { protocol } = somerset;
const field = fieldOf(protocol, attended);
const uuid = (number: number) => `00000000-0000-4000-8000-${String(number).padStart(12, "0")}`;

/** A large partnership: Adam Ash 0 to Adam Ash 39, and Zoë Hartnell. */
const people = [
	...Array.from({ length: 40 }, (_, index) => `Adam Ash ${index}`),
	"Zoë Hartnell",
].map(
	(name, index) =>
		({
			id: uuid(index),
			name,
			jobTitle: "Social worker",
			agencyId: uuid(90),
			agencyName: "Combe",
		}) as Person,
);
const question: Question = {
	field,
	name: attended,
	label: field.label,
	people,
	members: { as: [], rows: [], interests: false, agencies: [] },
};
const drawn = (values: FormValues) =>
	String(<MembersInput question={question} form={newForm(values)} size="l" />);
const read = (values: FormValues) => readQuestions(protocol, [question], values);
const zoe = { who: { id: uuid(40) }, agency: uuid(90), as: "", interest: "" };

test("of a large directory nobody is listed for a member before some letters are typed", () => {
	expect(wordsIn(`<main>${drawn({})}</main>`)).not.toContain("Adam Ash 1");
	const found = wordsIn(`<main>${drawn({ "attended-0-find": "zoe" })}</main>`);
	expect(found).toContain("1 person to choose");
	expect(found).toContain("Zoë Hartnell");
	expect(found).toContain("Social worker, Combe");
});

test("a member who is chosen from the list, or named in full, is the one", () => {
	expect(read({ "attended-0-who": uuid(40) }).answers).toEqual({ attended: [zoe] });
	expect(read({ "attended-0-find": "zoe hartnell" }).answers).toEqual({ attended: [zoe] });
	expect(read({ "attended-0-who": uuid(3), "attended-0-find": "Zoë Hartnell" }).answers).toEqual({
		attended: [zoe],
	});
});

test("letters alone are no member: it says so, and leads back to the box", () => {
	expect(read({ "attended-0-find": "adam" }).errors).toMatchObject({
		"attended-0-who": { text: "Choose who “adam” is", href: "#attended-0-find" },
	});
});

test("a member who is not in the directory is named, whatever letters were tried", () => {
	const typed = { "attended-0-name": "Pat Locum", "attended-0-agency": "A trust" };
	for (const letters of ["", "pat"])
		expect(read({ ...typed, "attended-0-find": letters }).answers).toMatchObject({
			attended: [{ who: { name: "Pat Locum" }, agency: "A trust" }],
		});
});

test("rows of members are valid HTML", async () => {
	const values = { "attended-0-find": "zoe", "attended-1-find": "adam" };
	const page = `<!doctype html><html lang="en"><head><title>x</title></head><body><form method="post" action="/x">${drawn(values)}</form></body></html>`;
	expect(await faultsIn(page)).toEqual([]);
});
