import type { Html } from "../html.ts";
import type { Attributes } from "./options.ts";

/** Attributes as govuk-frontend prints them: an absent value gives an empty attribute, `true` gives "true". */
export const attributesOf = (attributes: Attributes | undefined): Record<string, string> =>
	attributes
		? Object.fromEntries(
				Object.entries(attributes).map(([name, value]) => [name, String(value ?? "")]),
			)
		: {};

/** A class list without the parts that do not apply. */
export const classList = (...classes: (string | false | null | undefined)[]): string =>
	classes.filter(Boolean).join(" ");

/** What a component was given to say: markup when there is some, else text. */
export const contentOf = (
	given: { html?: Html | undefined; text?: string | undefined } | undefined,
): Html | string | undefined => given?.html || given?.text;

/** The ids that an input is described by, or nothing when there are none. */
export const idList = (...ids: (string | false | null | undefined)[]): string | undefined =>
	classList(...ids) || undefined;
