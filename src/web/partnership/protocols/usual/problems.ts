import { type Fault, sayFault } from "../../../../domain/protocol/file/faults.ts";
import { placesOf, type Wrong } from "../../../../domain/protocol/usual/change.ts";
import type { Part, Place, PlaceKind } from "../../../../domain/protocol/usual/place.ts";
import type { FormErrors } from "../../../kit/form.ts";
import { say } from "../../../kit/say.tsx";
import { sayMissing, titleOf } from "./place-inputs.tsx";
import { amountOf, type Clash } from "./sent.ts";

/** What is wrong with what was typed, at each place, in the order of the page. */
export function wrongAt(part: Part, wrong: ReadonlyMap<string, Wrong>): FormErrors {
	const sayWrong = (name: string, how: Wrong): string => {
		if (how === "no-length")
			return say`Enter a whole number, such as 5, for “${sectionOf(part, name)}”`;
		if (how === "last-of-its-list")
			return part.rows?.of === "themes"
				? say`Keep at least one theme`
				: say`Keep at least one number to ring`;
		return sayMissing(placeNamed(part, name) ?? newPlace(name));
	};
	return errorsInOrder(
		part,
		[...wrong].map(([name, how]) => [name, sayWrong(name, how)]),
	);
}

/** What the language says against the new text, at what was typed; what is of no one place leads to the first. */
export function faultsAt(
	part: Part,
	faults: readonly Fault[],
	placeOf: (fault: Fault) => string | undefined,
): FormErrors {
	return errorsInOrder(
		part,
		faults.map((fault) => [placeOf(fault) ?? "", sayFault(fault).join(" ")]),
	);
}

/** What somebody else changed meanwhile, at each place, with what they wrote there. */
export const clashesAt = (part: Part, { changed }: Clash): FormErrors =>
	errorsInOrder(
		part,
		changed.map(({ name, says }) => [
			name,
			says === ""
				? say`Meanwhile this was taken out. Yours takes its place if you go on`
				: say`Meanwhile this was changed to “${says}”. Yours takes its place if you go on`,
		]),
	);

/** That a form was sent as it was, or that the file cannot take a change. */
export const errorOfAll = (part: Part, text: string): FormErrors =>
	errorsInOrder(part, [["", text]]);

function errorsInOrder(part: Part, errors: [name: string, text: string][]): FormErrors {
	const order = placesOf(part).map(({ name }) => name);
	const [first] = placesOf(part).filter(({ isShared }) => !isShared);
	const rank = (name: string) => (order.includes(name) ? order.indexOf(name) : order.length);
	const sorted = errors.toSorted(([a], [b]) => rank(a) - rank(b));
	const found: Record<string, { text: string; href: string }> = {};
	for (const [name, text] of sorted) {
		const place = placeNamed(part, name) ?? (name === "" ? first : undefined);
		const input = place ? inputOf(place) : name;
		found[name || "form"] ??= { text, href: `#${input || "main-content"}` };
	}
	return found;
}

const placeNamed = (part: Part, name: string): Place | undefined =>
	placesOf(part).find((place) => place.name === name);

/** The heading that a place stands under. */
function sectionOf({ groups }: Part, name: string): string {
	const section = groups
		.flatMap(({ sections }) => sections)
		.find(({ places }) => places.some((place) => place.name === name));
	return section ? titleOf(section) : "";
}

/** Where the link of an error leads. */
const inputOf = ({ name, asks }: Place): string => (asks === "length" ? amountOf(name) : name);

/** A text of a row that is new, by its name: `safety.+0.call`. */
const newPlace = (name: string): Pick<Place, "is" | "says" | "isOptional"> => ({
	says: "",
	is: (name.split(".")[2] ?? "theme") as PlaceKind,
	isOptional: false,
});
