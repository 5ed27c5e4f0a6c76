import type { LookedAt, Request } from "../../../actions/subject-access.ts";
import { sayDate } from "../../../domain/calendar/day-in-words.ts";
import { grounds } from "../../../domain/subject-access/pieces.ts";
import { londonTime } from "../../../domain/time.ts";
import { subjectAccessPaths } from "../../addresses.ts";
import { type FormState, radiosField, textField } from "../../kit/form.ts";
import {
	govukButton,
	govukInsetText,
	govukRadios,
	govukSelect,
	govukTextarea,
} from "../../kit/govuk.ts";
import type { Html } from "../../kit/html.ts";
import { Layout } from "../../kit/layout.tsx";
import type { PageFrame } from "../../kit/page-frame.ts";
import { PostForm } from "../../kit/post-form.tsx";
import { AsTyped, Bullets, Link } from "../../kit/text.tsx";
import { sayRequest } from "./page.tsx";

/** One piece: what it says, what is proposed and why, and what is given of it. */
export const PiecePage = ({
	frame,
	form,
	request,
	piece,
	number,
	whole,
}: {
	frame: PageFrame;
	form: FormState;
	request: Request;
	piece: LookedAt;
	number: number;
	whole: number;
}): Html => (
	<Layout
		frame={frame}
		title={piece.title}
		caption={`${sayRequest(request)}. Piece ${number} of ${whole}, ${piece.of}`}
		errors={form.errors}
		back={{ text: "All pieces", href: subjectAccessPaths.one(request.id) }}
	>
		<p class="govuk-hint">
			{piece.about}
			{piece.at && `, ${sayDate(londonTime(piece.at).toPlainDate().toString())}`}
		</p>
		{govukInsetText({ html: <AsTyped>{piece.text}</AsTyped> })}
		{piece.file && (
			<p class="govuk-body">
				<Link href={subjectAccessPaths.file(request.id, number)}>Open the file</Link>
			</p>
		)}
		<Bullets items={piece.proposed.why} />
		<PostForm frame={frame}>
			<input type="hidden" name="piece" value={piece.key} />
			{govukRadios({
				...radiosField(form, "decision"),
				idPrefix: "decision",
				fieldset: {
					legend: { text: "What is given of it?", classes: "govuk-fieldset__legend--s" },
				},
				items: [
					{ value: "give", text: "All of it" },
					...(piece.file
						? []
						: [
								{
									value: "redact",
									text: "Part of it",
									conditional: {
										html: govukTextarea({
											...textField(form, "text"),
											label: { text: "What is given. Take out what is not" },
											rows: 10,
										}),
									},
								},
							]),
					{ value: "withhold", text: "Nothing" },
				],
			})}
			{govukSelect({
				...textField(form, "ground"),
				label: { text: "If not all of it: on what ground?", classes: "govuk-label--s" },
				hint: { text: "The person is told this" },
				items: [
					{ value: "", text: "Choose a ground" },
					...Object.entries(grounds).map(([value, text]) => ({ value, text })),
				],
			})}
			{govukButton({ text: "Save and go on", preventDoubleClick: true })}
		</PostForm>
	</Layout>
);
