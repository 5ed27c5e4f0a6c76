import { newRow } from "../../../../domain/protocol/usual/change.ts";
import type { Part } from "../../../../domain/protocol/usual/place.ts";
import { londonTime } from "../../../../domain/time.ts";
import { protocolPaths } from "../../../addresses.ts";
import type { FormErrors } from "../../../kit/form.ts";
import {
	govukButton,
	govukFieldset,
	govukWarningText,
	secondaryButton,
} from "../../../kit/govuk.ts";
import { type Html, raw } from "../../../kit/html.ts";
import type { PageFrame } from "../../../kit/page-frame.ts";
import { EnterPresses, PostForm } from "../../../kit/post-form.tsx";
import { say, sayMoment, sayWhole } from "../../../kit/say.tsx";
import { Bullets, Link } from "../../../kit/text.tsx";
import { VersionLayout } from "../../../parts/protocol/version-layout.tsx";
import type { Visit } from "../../../parts/protocol/visit-version.ts";
import { labelOf, SectionInputs, type ShownAt, TextInput } from "./place-inputs.tsx";
import { asks, begunWith, type Sent } from "./sent.ts";

/** The usual things of one part of a draft, to be changed. */
export const UsualPartPage = ({
	frame,
	visit,
	part,
	sent,
	errors = {},
	gone,
}: {
	frame: PageFrame;
	visit: Visit;
	part: Part;
	/** What its reader changed before; undefined the first time. */
	sent?: Pick<Sent, "mine" | "rows"> | undefined;
	errors?: FormErrors | undefined;
	/** What they changed and is there no more, since somebody else saved the draft; undefined when nobody did. */
	gone?: string[] | undefined;
}): Html => {
	const { version } = visit;
	const shown: ShownAt = ({ name, says }) => ({
		text: sent?.mine.get(name) ?? says,
		error: errors[name],
	});
	const edit = protocolPaths.edit(version.id);
	return (
		<VersionLayout
			frame={frame}
			visit={visit}
			title={sayWhole(part.title)}
			errors={errors}
			back={protocolPaths.usual(version.id)}
		>
			{gone && (
				<SavedMeanwhile
					visit={visit}
					then={say`Nothing of yours is saved yet, and none of it is lost.`}
				/>
			)}
			{gone && gone.length > 0 && (
				<>
					<p class="govuk-body">{say`They took out what you changed here. You had typed:`}</p>
					<Bullets items={gone} />
				</>
			)}
			<About part={part} edit={edit} />
			<OnThisPage part={part} />
			{part.groups.length > 0 && (
				<PostForm frame={frame}>
					<EnterPresses name="_do" value={asks.check} text={check()} />
					<input type="hidden" name="_revision" value={version.revision} />
					<input type="hidden" name="_was" value={begunWith(part)} />
					{part.groups.map(({ title, sections }, index) => (
						<>
							{title && (
								<h2 class="govuk-heading-m" id={groupId(index)}>
									{sayWhole(title)}
								</h2>
							)}
							{sections.map((section) => (
								<SectionInputs section={section} shown={shown} />
							))}
						</>
					))}
					{part.rows && <NewRows part={part} rows={sent?.rows ?? 1} shown={shown} />}
					<div class="govuk-button-group">
						{govukButton({ text: check(), name: "_do", value: asks.check })}
						<Link href={protocolPaths.usual(version.id)}>{say`Cancel`}</Link>
					</div>
				</PostForm>
			)}
		</VersionLayout>
	);
};

const check = () => say`Check what changes`;

const groupId = (index: number): string => `group-${index}`;

/** Links to the headings of a page that has several groups. */
const OnThisPage = ({ part: { groups } }: { part: Part }): Html =>
	groups.length > 1 ? (
		<p class="govuk-body">{say`Go to:
			${groups
				.flatMap(({ title }, index) =>
					title ? [<Link href={`#${groupId(index)}`}>{sayWhole(title)}</Link>] : [],
				)
				.reduce((before, link) => (
					<>
						{before}, {link}
					</>
				))}`}</p>
	) : (
		raw("")
	);

/** What else there is to know of a part. */
const About = ({ part, edit }: { part: Part; edit: string }): Html => {
	const editTheText = <Link href={edit}>{say`edit the text`}</Link>;
	switch (part.id) {
		case "time-limits":
			return (
				<p class="govuk-body">{say`A step that has no time limit is not here. To give it one, to take one away, or to
					change what it is counted from, ${editTheText}.`}</p>
			);
		case "safety":
			return (
				<p class="govuk-body">{say`These stand at the top of every page and every mail. To take one out, leave all of
					it blank.`}</p>
			);
		case "themes":
			return (
				<p class="govuk-body">{say`To take a theme out, leave it blank. A theme that you rename is counted together
					with what it was called before. What was raised before stays as it is.`}</p>
			);
		case "roles":
			return (
				<p class="govuk-body">{say`To add a role, or to change who may do what, ${editTheText}.`}</p>
			);
		default:
			return raw("");
	}
};

/** Somebody saved the draft since the reader began. @param then what comes of what the reader changed */
export const SavedMeanwhile = ({
	visit: { version, people },
	then,
}: {
	visit: Visit;
	then: string;
}): Html => {
	const last = version.history.at(-1);
	const who = people.get(last?.by ?? "")?.name ?? say`Somebody`;
	const when = last ? sayMoment(londonTime(last.at)) : say`some time`;
	return govukWarningText({
		text: say`${who} saved this version at ${when}, after you began. ${then}`,
		iconFallbackText: say`Warning`,
	});
};

/** Rows for what the list has not got yet. */
const NewRows = ({ part, rows, shown }: { part: Part; rows: number; shown: ShownAt }): Html => {
	const list = part.rows;
	if (!list) return raw("");
	const input = (name: string, label: string) => (
		<TextInput name={name} label={label} asks="line" shown={shown({ name, says: "" })} />
	);
	return (
		<>
			{Array.from({ length: rows }, (_, row) =>
				list.of === "themes" ? (
					input(newRow("themes", row), rows > 1 ? say`New theme ${row + 1}` : say`New theme`)
				) : (
					<div class="concord-usual">
						{govukFieldset({
							legend: {
								text:
									rows > 1 ? say`Somebody else to ring (${row + 1})` : say`Somebody else to ring`,
								classes: "govuk-fieldset__legend--s",
							},
							html: (
								<>
									{list.asks.map((is) =>
										input(newRow("safety", row, is), labelOf({ is, isOptional: false })),
									)}
								</>
							),
						})}
					</div>
				),
			)}
			<input type="hidden" name="_rows" value={rows} />
			{secondaryButton({ text: say`Add another`, name: "_do", value: asks.add })}
		</>
	);
};
