import { expect, test } from "vitest";
import { somerset } from "../../../../protocols/somerset.fixture.ts";
import { faultsIn, wordsIn } from "../../../../test/support/visitor.ts";
import type { Person } from "../../../store/people.ts";
import { type FormValues, newForm } from "../../kit/form.ts";
import { PersonInput } from "./person-input.tsx";
import type { Question } from "./question.ts";
import { readQuestions } from "./read-questions.ts";

const { protocol } = somerset;
const field = Object.values(protocol.fields).find(({ type }) => type === "person");
if (!field) throw new Error("Somerset names nobody");

const uuid = (number: number) => `00000000-0000-4000-8000-${String(number).padStart(12, "0")}`;

/** A large agency: Adam Ash 0 to Adam Ash 39, and Zoë Hartnell. */
const people = [
	...Array.from({ length: 40 }, (_, index) => `Adam Ash ${index}`),
	"Zoë Hartnell",
].map((name, index) => ({ id: uuid(index), name, jobTitle: "Social worker" }) as Person);
const question: Question = { field, name: field.id, label: field.label, people };

const drawn = (values: FormValues) =>
	String(<PersonInput question={question} form={newForm(values)} size="l" />);
const read = (values: FormValues) => readQuestions(protocol, [question], values);

test("of hundreds nobody is listed before some letters are typed", () => {
	const words = wordsIn(`<main>${drawn({})}</main>`);
	expect(words).not.toContain("Adam Ash 1");
	expect(words).toContain("Someone else");
});

test("letters list those whom they find, at most twenty", () => {
	const few = wordsIn(`<main>${drawn({ [`${field.id}-find`]: "zoe hart" })}</main>`);
	expect(few).toContain("1 person to choose");
	expect(few).toContain("Zoë Hartnell");
	const many = wordsIn(`<main>${drawn({ [`${field.id}-find`]: "adam" })}</main>`);
	expect(many).toContain("finds 40 people. These are the first 20");
	expect(wordsIn(`<main>${drawn({ [`${field.id}-find`]: "xyz" })}</main>`)).toContain(
		"“xyz” finds nobody in the directory",
	);
});

test("whoever is chosen from the list, or named in full, is the one", () => {
	expect(read({ [field.id]: uuid(40) }).answers).toEqual({ [field.id]: { id: uuid(40) } });
	expect(read({ [`${field.id}-find`]: "zoe hartnell, social worker" }).answers).toEqual({
		[field.id]: { id: uuid(40) },
	});
	// Named in full after somebody else was chosen.
	expect(read({ [field.id]: uuid(3), [`${field.id}-find`]: "Zoë Hartnell" }).answers).toEqual({
		[field.id]: { id: uuid(40) },
	});
});

test("letters alone choose nobody, and lead back to the box", () => {
	expect(read({ [`${field.id}-find`]: "adam" }).errors?.[field.id]?.href).toBe(`#${field.id}-find`);
});

test("somebody who is not in the directory is named", () => {
	expect(
		read({ [field.id]: "somebody-else", [`${field.id}-name`]: "Pat Locum, interim" }).answers,
	).toEqual({ [field.id]: { name: "Pat Locum, interim" } });
});

test("it is valid HTML", async () => {
	const page = `<!doctype html><html lang="en"><head><title>x</title></head><body><form method="post" action="/x">${drawn({ [`${field.id}-find`]: "zoe" })}</form></body></html>`;
	expect(await faultsIn(page)).toEqual([]);
});
