import { type FormPart as FilledPart, saySeal } from "../../../documents/form.ts";
import { type FormSource, partOf } from "../../../documents/form-parts.ts";
import type { LabelledAnswer } from "../../../domain/paper.ts";
import { dayInWords } from "../../kit/dates.ts";
import { govukSummaryList } from "../../kit/govuk.ts";
import type { Html } from "../../kit/html.ts";
import { say, startingLarge, startingSmall } from "../../kit/say.tsx";
import { SentFiles } from "./sent-files.tsx";

/**
 * A part of a form as it was last filled in: for its own page, and for the pages on which
 * somebody signs it off, answers it or decides on it. Its title is a heading of the second level.
 */
export const FormPart = ({
	opened,
	form,
	part,
}: {
	opened: FormSource & FilesOf;
	/** The form and the part, as the protocol names them. */
	form: string;
	part: string;
}): Html => <FilledInPart opened={opened} part={partOf(opened, form, part)} />;

/** What says whether the files of a part may be opened. */
type FilesOf = Parameters<typeof SentFiles>[0]["opened"];

/** The same, for who has worked out the part already. */
export const FilledInPart = ({ opened, part }: { opened: FilesOf; part: FilledPart }): Html => (
	<section>
		<h2 class="govuk-heading-m">{part.title}</h2>
		<p class="govuk-body govuk-!-margin-bottom-2">
			<strong>{part.side}</strong>
		</p>
		<ul class="govuk-list">
			{part.filledBy && <li>{sayCompleted(part.filledBy)}</li>}
			{part.signedOffBy && <li>{saySignedOff(part.signedOffBy)}</li>}
			{part.signedOffBy && part.signedOffBy !== "awaited" && part.signedOffBy.sha256 && (
				<li>{saySeal(part.signedOffBy.sha256, part.signedOffBy.enteredBy)}</li>
			)}
		</ul>
		{part.filledBy !== "awaited" &&
			part.sections.map(({ heading, fields }) => (
				<>
					{heading && <h3 class="govuk-heading-s">{heading}</h3>}
					<AnswersGiven fields={fields} />
				</>
			))}
		{part.files.length > 0 && (
			<>
				<h3 class="govuk-heading-s">{say`Files sent with this part`}</h3>
				<SentFiles opened={opened} files={part.files} />
			</>
		)}
	</section>
);

/** Answers under their labels. */
export const AnswersGiven = ({ fields }: { fields: LabelledAnswer[] }): Html =>
	govukSummaryList({
		classes: "concord-stacked",
		rows: fields.map((field) => ({
			key: { text: field.label },
			value: { html: <AnswerGiven answer={field} /> },
		})),
	});

type Signed = NonNullable<FilledPart["filledBy"]>;

const sayCompleted = (by: Signed): string =>
	by === "awaited"
		? say`Not yet completed`
		: say`Completed by ${sayWhoSigned(by)}, on ${dayInWords(by.on)}`;

const saySignedOff = (by: Signed): string =>
	by === "awaited"
		? say`Not yet signed off`
		: say`Signed off by ${sayWhoSigned(by)}, on ${dayInWords(by.on)}`;

const sayWhoSigned = ({ name, role, agency }: Exclude<Signed, "awaited">): string =>
	[name, role, agency].filter(Boolean).join(", ");

const AnswerGiven = ({ answer }: { answer: LabelledAnswer }): Html =>
	"table" in answer ? (
		<ul class="govuk-list govuk-list--bullet govuk-!-margin-bottom-0">
			{answer.table.rows.map((row) => (
				<li>{sayRow(answer.table.columns, row)}</li>
			))}
		</ul>
	) : (
		<span class="concord-as-typed">{answer.value ?? say`Not yet answered`}</span>
	);

/** A row of a list in one line, which a narrow window can break: "Visit her (who: Amy Okafor; by when: 7 May 2026)". */
function sayRow(columns: string[], [first, ...others]: string[]): string {
	const more = others.flatMap((cell, index) =>
		cell ? [`${startingSmall(columns[index + 1] ?? "")}: ${cell}`] : [],
	);
	if (more.length === 0) return first ?? "";
	return first ? `${first} (${more.join("; ")})` : startingLarge(more.join("; "));
}
