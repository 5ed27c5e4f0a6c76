/**
 * What people type: read, checked, and kept as typed when something is wrong.
 * A form field has the name of the schema's key; a date is posted as `name-day`,
 * `name-month` and `name-year`, as the GOV.UK date input has it.
 */

import { z } from "zod";
import {
	type DatePart,
	dateParts,
	readTypedDay,
	readTypedTime,
} from "../../domain/calendar/typed-day.ts";
import type { Said } from "../../domain/said.ts";
import { cleanText } from "../../domain/typed-text.ts";
import { sayWhole } from "../../language/say.ts";
import { say, sayIt, sayList } from "./say.tsx";

/** What was typed, by field name, to show again. A field posted twice is a list. */
export type FormValues = Readonly<Record<string, string | readonly string[] | undefined>>;

/** `parts`: which of day, month and year is at fault, when not all of the date is. */
export type FormError = {
	text: string;
	/** Where the error summary's link leads: the first input at fault. */
	href: string;
	parts?: readonly DatePart[];
	/** It is no error, but asked to be confirmed: the answer that is doubted. */
	doubted?: string;
};

/** One error per field, by field name, in the order in which the schema names the fields. */
export type FormErrors = Readonly<Record<string, FormError | undefined>>;

/** A form as its page shows it: as typed, with what is wrong. */
export type FormState = { values: FormValues; errors: FormErrors };

/** A form that nobody has sent yet, filled in with what is known. */
export const newForm = (values: FormValues = {}): FormState => ({ values, errors: {} });

/** What is wrong at one field. @param input where the error summary leads, when the field has several inputs */
export const errorAt = (field: string, text: string, input = field): FormErrors => ({
	[field]: { text: sayWhole(text), href: `#${input}` },
});

/** A form that reads well but that a rule refused: shown again, as typed, with the reason. */
export const withError = (values: FormValues, field: string, text: string): FormState => ({
	values,
	errors: errorAt(field, text),
});

export type ReadForm<T> =
	| { data: T; values: FormValues; errors?: undefined }
	| ({ data?: undefined } & FormState);

/**
 * Reads a posted form. What nobody can see in a text is dropped (`cleanText`); a password is taken as it is.
 *
 * @param schema an object schema; its keys are the names of the fields
 * @param body what the server parsed: anything at all
 * @returns `data` as the schema gives it, or one error per field; `values` as typed either way
 */
export function readForm<T extends z.ZodType>(schema: T, body: unknown): ReadForm<z.infer<T>> {
	const values = typedIn(body);
	const read = schema.safeParse(withDates(values));
	if (read.success) return { data: read.data, values };

	const errors: Record<string, FormError> = {};
	for (const issue of read.error.issues) {
		const field = String(issue.path[0] ?? "form");
		const { parts, said } =
			(issue as { params?: { parts?: DatePart[]; said?: Said } }).params ?? {};
		const text = said ? sayIt(said) : sayWhole(issue.message);
		errors[field] ??= parts
			? { text, href: `#${field}-${parts[0]}`, parts }
			: { text, href: `#${issue.path.join("-")}` };
	}
	return { values, errors };
}

/** What was typed in a form, clean, whatever it was. */
export function typedIn(body: unknown): FormValues {
	if (typeof body !== "object" || body === null) return {};
	return Object.fromEntries(
		Object.entries(body).map(([name, value]) => [
			name,
			Array.isArray(value) ? value.map(cleaned(name)) : cleaned(name)(value),
		]),
	);
}

const cleaned = (name: string) => (value: unknown) => {
	const text = String(value ?? "");
	return name.endsWith("password") ? text : cleanText(text);
};

/** What was typed as one text; of a field posted twice, the first. */
export const typedText = (values: FormValues, name: string): string => {
	const value = values[name];
	return (typeof value === "object" ? value[0] : value) ?? "";
};

/** What was ticked in a list of checkboxes. */
export const typedList = (values: FormValues, name: string): readonly string[] => {
	const value = values[name];
	if (value === undefined || value === "") return [];
	return typeof value === "object" ? value : [value];
};

/**
 * The options that a text field needs to show itself again: spread them into
 * `govukInput`, `govukTextarea`, `govukSelect` or `govukCharacterCount`.
 */
export const textField = ({ values, errors }: FormState, name: string) => ({
	name,
	id: name,
	value: typedText(values, name),
	errorMessage: errors[name],
});

/** The same for `govukRadios`. */
export const radiosField = ({ values, errors }: FormState, name: string) => ({
	name,
	value: typedText(values, name),
	errorMessage: errors[name],
});

/** The same for `govukCheckboxes`. */
export const checkboxesField = ({ values, errors }: FormState, name: string) => ({
	name,
	values: [...typedList(values, name)],
	errorMessage: errors[name],
});

/** The same for `govukDateInput`; only the parts at fault are marked. */
export const dateField = ({ values, errors }: FormState, name: string) => {
	const error = errors[name];
	return {
		id: name,
		namePrefix: name,
		errorMessage: error,
		items: dateParts.map((part) => ({
			name: part,
			value: typedText(values, `${name}-${part}`),
			...(error?.parts && { error: error.parts.includes(part) }),
		})),
	};
};

/** The three inputs that hold `day`, as `newForm` takes them. */
export const dateValues = (name: string, day: Temporal.PlainDate | string): FormValues => {
	const date = Temporal.PlainDate.from(day);
	return Object.fromEntries(dateParts.map((part) => [`${name}-${part}`, String(date[part])]));
};

/** Adds `name: { day, month, year }` for each date that was posted in parts. */
function withDates(values: FormValues): Record<string, unknown> {
	const dates: Record<string, unknown> = {};
	for (const field of Object.keys(values)) {
		const name = /^(.+)-(?:day|month|year)$/.exec(field)?.[1];
		if (name)
			dates[name] = Object.fromEntries(
				dateParts.map((part) => [part, typedText(values, `${name}-${part}`).trim()]),
			);
	}
	return { ...values, ...dates };
}

/** Text that must be given. `max` in characters. */
export const requiredText = (words: {
	/** "Enter what happened" */
	missing: string;
	/** "What happened": begins the message when it is too long. */
	name: string;
	max: number;
}) =>
	z
		.string(words.missing)
		.trim()
		.min(1, words.missing)
		.max(words.max, { error: () => tooLong(words.name, words.max) });

/** Text that may be left out: then `undefined`. */
export const optionalText = (words: { name: string; max: number }) =>
	z
		.string()
		.trim()
		.max(words.max, { error: () => tooLong(words.name, words.max) })
		.optional()
		.transform((text) => text || undefined);

const tooLong = (name: string, max: number) =>
	say`${sayWhole(name)} must be ${max} characters or less`;

/** One of several radio buttons or options. */
export const choiceOf = <const T extends readonly [string, ...string[]]>(
	options: T,
	missing: string,
) => z.enum(options, missing);

/** Checkboxes: none is an empty list, one is a list of one. */
export const listOf = <T extends z.ZodType>(item: T) =>
	z
		.union([z.array(z.string()), z.string()])
		.default([])
		.transform((given) => (given === "" ? [] : [given].flat()) as z.input<T>[])
		.pipe(z.array(item));

/**
 * A date posted as day, month and year; a month may be written as a word.
 *
 * @param name begins the messages: "Date of the talk must include a month"
 * @param missing the message when nothing was entered: "Enter the date of the talk"
 * @returns an ISO 8601 day
 */
export const dateOf = (words: { name: string; missing: string }) =>
	z
		.custom<Record<DatePart, string>>()
		.optional()
		.transform((given, context) =>
			isoDay(given, words, (message, parts) =>
				context.addIssue({ code: "custom", message, params: { parts } }),
			),
		);

/** The same, but `undefined` when nothing was entered. */
export const optionalDateOf = (words: { name: string }) =>
	z
		.custom<Record<DatePart, string>>()
		.optional()
		.transform((given, context) =>
			given && dateParts.some((part) => given[part])
				? isoDay(given, { ...words, missing: "" }, (message, parts) =>
						context.addIssue({ code: "custom", message, params: { parts } }),
					)
				: undefined,
		);

function isoDay(
	given: Record<DatePart, string> | undefined,
	words: { name: string; missing: string },
	fault: (message: string, parts: readonly DatePart[]) => void,
): string {
	const read = readTypedDay(given);
	if (read.is === "day") return read.day;
	const { message, parts } = {
		nothing: () => ({ message: words.missing, parts: dateParts }),
		incomplete: (parts: readonly DatePart[]) => ({
			message: say`${sayWhole(words.name)} must include a ${sayList(parts.map((part) => sayWhole(part)))}`,
			parts,
		}),
		"no-year": (parts: readonly DatePart[]) => ({ message: "Year must include 4 numbers", parts }),
		"not-real": (parts: readonly DatePart[]) => ({
			message: say`${sayWhole(words.name)} must be a real date`,
			parts,
		}),
	}[read.is](read.parts);
	fault(message, parts);
	return z.NEVER;
}

/**
 * A time of day in a text input.
 *
 * @param name begins the message when it is no time: "Time of the call must be …"
 * @returns "HH:MM"
 */
export const timeOf = (words: { name: string; missing: string }) =>
	z
		.string(words.missing)
		.trim()
		.min(1, words.missing)
		.transform((text, context) => {
			const time = readTypedTime(text);
			if (time) return time;
			context.addIssue({
				code: "custom",
				message: say`${sayWhole(words.name)} must be a time, like 2:15pm or 14:15`,
			});
			return z.NEVER;
		});
