/**
 * What people type: read, checked, and kept as typed when something is wrong.
 * A form field has the name of the schema's key; a date is posted as `name-day`,
 * `name-month` and `name-year`, as the GOV.UK date input has it.
 */
import { z } from "zod";
import { cleanText } from "../../domain/typed-text.ts";

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
	[field]: { text, href: `#${input}` },
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
	const values = typed(body);
	const read = schema.safeParse(withDates(values));
	if (read.success) return { data: read.data, values };

	const errors: Record<string, FormError> = {};
	for (const issue of read.error.issues) {
		const field = String(issue.path[0] ?? "form");
		const parts = (issue as { params?: { parts?: DatePart[] } }).params?.parts;
		errors[field] ??= parts
			? { text: issue.message, href: `#${field}-${parts[0]}`, parts }
			: { text: issue.message, href: `#${issue.path.join("-")}` };
	}
	return { values, errors };
}

function typed(body: unknown): FormValues {
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
	return name === "password" ? text : cleanText(text);
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

const dateParts = ["day", "month", "year"] as const;
export type DatePart = (typeof dateParts)[number];

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
		.max(words.max, tooLong(words.name, words.max));

/** Text that may be left out: then `undefined`. */
export const optionalText = (words: { name: string; max: number }) =>
	z
		.string()
		.trim()
		.max(words.max, tooLong(words.name, words.max))
		.optional()
		.transform((text) => text || undefined);

const tooLong = (name: string, max: number) =>
	`${name} must be ${max.toLocaleString("en-GB")} characters or less`;

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
	const missing = dateParts.filter((part) => !given?.[part]);
	if (!given || missing.length === dateParts.length) {
		fault(words.missing, dateParts);
		return z.NEVER;
	}
	if (missing.length > 0) {
		fault(`${words.name} must include a ${missing.join(" and ")}`, missing);
		return z.NEVER;
	}
	if (!/^\d{4}$/.test(given.year)) {
		fault("Year must include 4 numbers", ["year"]);
		return z.NEVER;
	}
	const parsed = {
		day: /^\d{1,2}$/.test(given.day) ? Number(given.day) : 0,
		month: monthNumber(given.month),
		year: Number(given.year),
	};
	try {
		return Temporal.PlainDate.from(parsed, { overflow: "reject" }).toString();
	} catch {
		const wrong = dateParts.filter(
			(part) =>
				(part === "day" && (parsed.day < 1 || parsed.day > 31)) ||
				(part === "month" && (parsed.month < 1 || parsed.month > 12)),
		);
		fault(`${words.name} must be a real date`, wrong.length > 0 ? wrong : dateParts);
		return z.NEVER;
	}
}

const monthNames = "jan feb mar apr may jun jul aug sep oct nov dec".split(" ");

/** 1 to 12 for "4", "04", "Apr" or "April"; 0 when it is no month. */
const monthNumber = (text: string): number =>
	/^\d{1,2}$/.test(text)
		? Number(text)
		: /^[a-z]{3,9}\.?$/i.test(text)
			? monthNames.indexOf(text.slice(0, 3).toLowerCase()) + 1
			: 0;

/**
 * A time of day as people write it: "2pm", "2.30 pm", "14:00", "1400", "midday", "midnight".
 *
 * @returns "HH:MM", or undefined when it is no time; a bare "2" is none, for it may be am or pm
 */
export function parseTime(text: string): string | undefined {
	const given = text.trim().toLowerCase().replaceAll(/\s+/g, "");
	if (given === "midday" || given === "noon" || given === "12noon") return "12:00";
	if (given === "midnight" || given === "12midnight") return "00:00";
	const match = /^(\d{1,2})(?:[:.]?(\d{2}))?(am|pm|a\.m\.|p\.m\.)?$/.exec(given);
	if (!match) return undefined;
	const [, hours = "", minutes, half] = match;
	if (!half && minutes === undefined) return undefined;
	const hour = Number(hours);
	const minute = Number(minutes ?? 0);
	if (minute > 59 || hour > 23) return undefined;
	if (half && (hour < 1 || hour > 12)) return undefined;
	const inDay = half ? (hour % 12) + (half.startsWith("p") ? 12 : 0) : hour;
	return `${String(inDay).padStart(2, "0")}:${String(minute).padStart(2, "0")}`;
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
			const time = parseTime(text);
			if (time) return time;
			context.addIssue({
				code: "custom",
				message: `${words.name} must be a time, like 2:15pm or 14:15`,
			});
			return z.NEVER;
		});
