/** The ten numbers of an identifier of the NHS, however they are spaced; undefined for anything else. */
const tenNumbers = (typed: string): number[] | undefined => {
	const bare = typed.replace(/[\s\-–.]/g, "");
	return /^\d{10}$/.test(bare) ? [...bare].map(Number) : undefined;
};

/**
 * Whether a text of ten numbers can be an NHS number (a CHI number in Scotland, a health and care number in Northern
 * Ireland): its last number checks the others.
 *
 * @returns undefined for what has not ten numbers: another identifier
 * @see NHS Data Model and Dictionary, "NHS Number": the modulus 11 algorithm
 */
export function isNhsNumber(typed: string): boolean | undefined {
	const numbers = tenNumbers(typed);
	if (!numbers) return undefined;
	const sum = numbers
		.slice(0, 9)
		.reduce((total, number, place) => total + number * (10 - place), 0);
	const check = (11 - (sum % 11)) % 11;
	return check === numbers[9];
}

/** Somebody's identifier as it is read out: an NHS number in its three groups, any other as it was typed. */
export const sayIdentifier = (typed: string): string =>
	isNhsNumber(typed) ? sayNhsNumber(typed) : typed;

/** "943 476 5919"; what has not ten numbers is as it was. */
export const sayNhsNumber = (typed: string): string =>
	tenNumbers(typed)
		?.join("")
		.replace(/^(...)(...)(....)$/, "$1 $2 $3") ?? typed;
