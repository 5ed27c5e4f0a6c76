import { sayNumber } from "../english.ts";
import { type Said, said } from "../said.ts";
import { commonPasswords } from "./common-passwords.ts";

/** A password has at least so many characters, as people count them. */
export const shortestPassword = 10;
/** And at most so many: nobody types more, and what is hashed has an end. */
export const longestPassword = 1_000;

const asWords = new Intl.Segmenter("en-GB", { granularity: "grapheme" });

/** Digits and signs that stand for letters in passwords that everybody knows. */
const standsFor: Record<string, string> = {
	"0": "o",
	"1": "i",
	"3": "e",
	"4": "a",
	"5": "s",
	$: "s",
	"@": "a",
	"!": "i",
};

/** As it is compared: capitals, signs for letters and what is put at the end make no other password. */
const plain = (password: string): string =>
	password
		.normalize("NFKC")
		.toLowerCase()
		.replace(/[^\p{L}\p{N}]+$/u, "")
		.replace(/[01345$@!]/g, (sign) => standsFor[sign] ?? sign);

const common = new Set([...commonPasswords].map(plain));

/**
 * Why a password cannot be taken, in words for whoever chose it; undefined where it can. It need not have capitals, digits
 * or signs, and is never too old: three random words are better than rules (NCSC, "Three random words").
 *
 * @param about what belongs to them: their address, their name, their agency
 */
export function passwordFault(password: string, about: readonly string[] = []): Said | undefined {
	const characters = [...asWords.segment(password)].map(({ segment }) => segment);
	if (characters.length === 0) return said`Enter a password`;
	if (characters.length < shortestPassword)
		return said`Password must be ${shortestPassword} characters or more. Three random words make a good one`;
	if (password.length > longestPassword)
		return said`Password must be ${sayNumber(longestPassword)} characters or less`;
	if (new Set(characters).size < 4)
		return said`Password has the same few characters again and again. Choose three random words`;
	const itself = plain(password);
	if (common.has(itself) || isInARow(password))
		return said`Others use this password too, so it is guessed first. Choose three random words`;
	if (about.some((text) => text.length >= 4 && plain(text) === itself))
		return said`Password must not be your name, your agency or your address. Choose three random words`;
	return undefined;
}

const rows = ["abcdefghijklmnopqrstuvwxyz", "0123456789", "qwertyuiopasdfghjklzxcvbnm"];

/** 1234567890, and the like of any length and direction. */
const isInARow = (password: string): boolean => {
	const typed = password.toLowerCase();
	return rows.some((row) =>
		[row, [...row].reverse().join("")].some((way) => (way + way).includes(typed)),
	);
};
