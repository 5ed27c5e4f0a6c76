/** The inputs of the usual things: one for each place, with the words that each kind of place is asked in. */

import type { Sector } from "../../../../domain/people/viewer.ts";
import { sectorNames } from "../../../../domain/protocol/told/table/asked.ts";
import type { Place, PlaceKind, Section } from "../../../../domain/protocol/usual/place.ts";
import { counted } from "../../../kit/dates.ts";
import type { FormError } from "../../../kit/form.ts";
import {
	govukDetails,
	govukErrorMessage,
	govukFieldset,
	govukInput,
	govukSelect,
	govukTextarea,
} from "../../../kit/govuk.ts";
import type { Html } from "../../../kit/html.ts";
import { say, sayWhole, startingLarge, startingSmall } from "../../../kit/say.tsx";
import { Unseen } from "../../../kit/text.tsx";
import { amountOf, unitOf } from "./sent.ts";

/** What an input shows: the text as typed, and what is wrong with it. */
export type Shown = { text: string; error: FormError | undefined };
export type ShownAt = (place: Pick<Place, "name" | "says">) => Shown;

const labels = (): Record<
	Exclude<PlaceKind, "in-sector" | "length" | "reminder" | "word">,
	string
> => ({
	about: say`What it is for`,
	answer: say`Answer`,
	call: say`Number`,
	called: say`Called`,
	cell: say`Asked in each row:`,
	choice: say`Choice`,
	go: say`Where to go instead`,
	guidance: say`Guidance`,
	hint: say`Hint`,
	if: say`Ring if`,
	letter: say`Text`,
	name: say`Who answers`,
	"not-for": say`What it is not for`,
	question: say`Question`,
	row: say`What one row is called`,
	theme: say`Theme`,
	title: say`Title`,
	to: say`Addressed to`,
});

/** The vocabulary of a protocol, by its words in the file. */
const vocabulary = (): Record<string, string> => ({
	difference: say`One difference`,
	differences: say`Several differences`,
	stage: say`A numbered stage`,
	child: say`Whom it is about`,
	raising: say`The agency that raises it`,
	receiving: say`The other agency`,
	"business-unit": say`The partnership’s office`,
});

const reminderWords = (): Record<string, string> => ({
	before: say`How long before something is due`,
	"late-every": say`How often while something is late`,
	"no-clock-every": say`How often where something has no date`,
});

/** What a place is called beside its input. */
export const labelOf = ({
	inCase,
	...place
}: Pick<Place, "is" | "of" | "isOptional" | "inCase">): string =>
	[wordFor(place), inCase].filter(Boolean).join(", ");

function wordFor({ is, of = "", isOptional }: Pick<Place, "is" | "of" | "isOptional">): string {
	switch (is) {
		case "in-sector":
			return sayWhole(sectorNames[of as Sector]);
		case "length":
			return of ? say`If “${of}”` : say`How long`;
		case "reminder":
			return reminderWords()[of] ?? of;
		case "word":
			return vocabulary()[of] ?? of;
		case "title":
			return of ? say`Title of section ${of}` : labels().title;
		default:
			return isOptional && (is === "guidance" || is === "hint" || is === "to")
				? say`${labels()[is]}${of && ` ${of}`} (optional)`
				: `${labels()[is]}${of && ` ${of}`}`;
	}
}

/** What is missing where a place was left blank: "Enter the title. It was “Decide”". */
export const sayMissing = (
	place: Pick<Place, "is" | "of" | "isOptional" | "inCase" | "says">,
): string =>
	place.says ? say`Enter ${whatIn(place)}. It was “${place.says}”` : say`Enter ${whatIn(place)}`;

const whatIn = (place: Pick<Place, "is" | "of" | "isOptional" | "inCase">): string =>
	place.is === "if" ? say`when to ring` : withThe(startingSmall(labelOf(place)));

const withThe = (label: string): string =>
	/^(who|what|where) /.test(label) ? label : say`the ${label}`;

/** A thing with its places. */
export const SectionInputs = ({ section, shown }: { section: Section; shown: ShownAt }): Html => {
	const { note, places } = section;
	const inSectors = places.filter(({ is }) => is === "in-sector");
	const others = places.filter(({ is }) => is !== "in-sector");
	const used = inSectors.filter((place) => shown(place).text !== "");
	const [first] = places;
	// A question is its own heading.
	const isHeading = first?.is === "question" || first?.is === "not-for";
	return (
		<div class="concord-usual">
			{govukFieldset({
				legend: isHeading
					? { html: <Unseen>{titleOf(section)}</Unseen> }
					: {
							text: startingLarge(titleOf(section)),
							classes: "govuk-fieldset__legend--s",
						},
				html: (
					<>
						{note && <p class="govuk-hint">{sayWhole(note)}</p>}
						{others.map((place) => (
							<PlaceInput place={place} shown={shown(place)} />
						))}
						{inSectors.length > 0 &&
							govukDetails({
								summaryText:
									used.length === 0
										? say`Called otherwise in a sector`
										: say`Called otherwise in ${counted(used.length, "sector")}`,
								open: inSectors.some((place) => shown(place).error),
								html: (
									<>
										<p class="govuk-hint">{say`Where this is blank, it is called the same as everywhere.`}</p>
										{inSectors.map((place) => (
											<PlaceInput place={place} shown={shown(place)} />
										))}
									</>
								),
							})}
					</>
				),
			})}
		</div>
	);
};

/** Reminders have no title of their own. */
export const titleOf = ({ title, places: [first] }: Section): string =>
	first?.is === "reminder" ? labelOf(first) : sayWhole(title);

const PlaceInput = ({ place, shown }: { place: Place; shown: Shown }): Html => {
	if (place.isShared) return <Shared place={place} />;
	if (place.asks === "length") return <Length place={place} shown={shown} />;
	return <TextInput name={place.name} label={labelOf(place)} asks={place.asks} shown={shown} />;
};

export const TextInput = ({
	name,
	label,
	asks,
	shown: { text, error },
}: {
	name: string;
	label: string;
	asks: "line" | "text";
	shown: Shown;
}): Html =>
	asks === "line"
		? govukInput({ id: name, name, label: { text: label }, value: text, errorMessage: error })
		: govukTextarea({
				id: name,
				name,
				label: { text: label },
				value: text,
				errorMessage: error,
				rows: Math.min(Math.max(Math.ceil(text.length / 65) + text.split("\n").length - 1, 2), 16),
			});

const Shared = ({ place }: { place: Place }): Html => (
	<div class="govuk-form-group">
		<p class="govuk-body govuk-!-margin-bottom-1">{labelOf(place)}</p>
		<p class="govuk-body concord-as-typed govuk-!-margin-bottom-1">{place.says}</p>
		<p class="govuk-hint">{say`The text says this once for several places, so it cannot be changed here. To change it,
			edit the text.`}</p>
	</div>
);

/** As protocols say them. */
const units = (): Record<string, string> => ({
	hours: say`hours`,
	"working days": say`working days`,
	"calendar days": say`calendar days`,
	weeks: say`weeks`,
	months: say`months`,
	years: say`years`,
	immediately: say`immediately`,
});

const Length = ({ place, shown: { text, error } }: { place: Place; shown: Shown }): Html => {
	const { name } = place;
	const [, amount = "", unit = ""] =
		/^(\S*) ?(.*)$/.exec(text === "immediately" ? " immediately" : text) ?? [];
	const several = unit in units() ? unit : `${unit}s`;
	const of = place.is === "length" && place.of ? labelOf(place) : undefined;
	return (
		<div class={`govuk-form-group${error ? " govuk-form-group--error" : ""}`}>
			{of && <p class="govuk-body govuk-!-margin-bottom-1">{of}</p>}
			{error && govukErrorMessage({ ...error, id: `${name}-error` })}
			<div class="concord-length">
				{govukInput({
					id: amountOf(name),
					name: amountOf(name),
					label: { html: <Spoken what={of} label={say`Number`} /> },
					value: amount,
					classes: `govuk-input--width-3${error ? " govuk-input--error" : ""}`,
					inputmode: "numeric",
					describedBy: error && `${name}-error`,
				})}
				{govukSelect({
					id: unitOf(name),
					name: unitOf(name),
					label: { html: <Spoken what={of} label={say`Counted in`} /> },
					items: Object.entries(units()).map(([value, said]) => ({
						value,
						text: said,
						selected: value === several,
					})),
				})}
			</div>
		</div>
	);
};

/** A label that is told apart from the same one elsewhere. */
const Spoken = ({ what, label }: { what: string | undefined; label: string }): Html => (
	<>
		{label}
		{what && <Unseen>, {startingSmall(what)}</Unseen>}
	</>
);
