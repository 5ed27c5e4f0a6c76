import { z } from "zod";
import { type FormValues, readForm } from "../kit/form.ts";
import { govukSummaryList } from "../kit/govuk.ts";
import { type Html, raw } from "../kit/html.ts";
import { say, startingLarge } from "../kit/say.tsx";
import { typedRow } from "../kit/text.tsx";

/** Never shown again: secrets, and fields that are ours. */
const hidden = /^_|password|passcode|^code$|token/i;

/** What somebody typed, without secrets, whatever the form was. */
export const keptFields = (body: unknown): [name: string, value: string][] => {
	const { values } = readForm(z.unknown(), body) as { values: FormValues };
	return Object.entries(values).flatMap(([name, value]) =>
		hidden.test(name)
			? []
			: [value ?? ""]
					.flat()
					.filter((text) => text.trim() !== "")
					.map((text): [string, string] => [name, text]),
	);
};

/** Whom or which of our own options somebody chose: a name of ours, which says nothing to them. */
const isOurs = ([name, value]: [string, string]): boolean =>
	/^(choice|act)\./.test(name) || /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(value);

const secret = /password|passcode|^code$|token/i;

/** A form as it was sent, its key and its button included, so that sending it again acts once; without its secrets. */
export function fieldsToSendAgain(body: unknown): [name: string, value: string][] {
	const { values } = readForm(z.unknown(), body) as { values: FormValues };
	return Object.entries(values).flatMap(([name, value]) =>
		name === "_csrf" || secret.test(name)
			? []
			: [value ?? ""].flat().map((text): [string, string] => [name, text]),
	);
}

/** Shows what was typed in a form that could not be taken, so that it can be copied. */
export function KeptText({ typed }: { typed: unknown }): Html {
	const fields = keptFields(typed).filter((field) => !isOurs(field));
	if (fields.length === 0) return raw("");
	return (
		<>
			<h2 class="govuk-heading-m">{say`What you entered`}</h2>
			<p class="govuk-body">{say`Nothing of this has been saved. It stays on this page until you leave it.`}</p>
			{govukSummaryList({
				classes: "concord-stacked",
				rows: fields.map(([name, value]) => typedRow(inWords(name), value)),
			})}
		</>
	);
}

/** "outcome-wanted" or "outcomeWanted" as "Outcome wanted". */
const inWords = (name: string) => {
	const words = name
		.replace(/([a-z])([A-Z])/g, "$1 $2")
		.replaceAll(/[-_.]+/g, " ")
		.toLowerCase();
	return startingLarge(words);
};
