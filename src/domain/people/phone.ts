import { cleanText } from "../typed-text.ts";

const fewestDigits = 3;
const mostCharacters = 40;

/**
 * A telephone number as it was typed, with an extension where there is one: "01632 960101 ext. 12". How it is spaced is for
 * whoever types it.
 *
 * @returns empty where nothing was typed; undefined where it is no number
 */
export function readPhone(typed: string): string | undefined {
	const text = cleanText(typed).replace(/\s+/g, " ").trim();
	if (text === "") return "";
	const digits = text.replace(/\D/g, "").length;
	return /^\+?[\d ()./-]+(?:(?:ext\.?|extension|x|option) ?\d+)?$/i.test(text) &&
		digits >= fewestDigits &&
		text.length <= mostCharacters
		? text
		: undefined;
}

/** The address that rings a number: without its spaces, and without an extension, which is dialled by hand. */
export const phoneAddress = (phone: string): string =>
	`tel:${phone.replace(/(?:ext|x|option).*$/i, "").replace(/[^\d+]/g, "")}`;
