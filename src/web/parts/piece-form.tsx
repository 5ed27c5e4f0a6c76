import type { Decision, Piece } from "../../domain/redaction/pieces.ts";
import type { Said } from "../../domain/said.ts";
import { type FormState, radiosField, textField } from "../kit/form.ts";
import {
	govukButton,
	govukInsetText,
	govukRadios,
	govukSelect,
	govukTextarea,
} from "../kit/govuk.ts";
import type { Html } from "../kit/html.ts";
import type { PageFrame } from "../kit/page-frame.ts";
import { PostForm } from "../kit/post-form.tsx";
import { say, sayIt } from "../kit/say.tsx";
import { AsTyped, Bullets, Link } from "../kit/text.tsx";

/** What is done with a piece, in words. */
export const decidedInWords = (): Record<Decision, string> => ({
	give: say`given`,
	redact: say`given in part`,
	withhold: say`withheld`,
});

/** One piece of what leaves Concord: what it says, what is proposed and why, and what is given of it. */
export const PieceForm = <Ground extends string>({
	frame,
	form,
	piece,
	grounds,
	toldTo,
	file,
}: {
	frame: PageFrame;
	form: FormState;
	piece: Piece<Ground>;
	/** Why something may be held back, by name. */
	grounds: Readonly<Record<Ground, Said>>;
	/** Who is told the ground: "The person is told this". */
	toldTo: string;
	/** Where the file is opened that it is. */
	file: string;
}): Html => (
	<>
		{govukInsetText({ html: <AsTyped>{piece.text}</AsTyped> })}
		{piece.file && (
			<p class="govuk-body">
				<Link href={file}>{say`Open the file`}</Link>
			</p>
		)}
		<Bullets items={piece.proposed.why.map(sayIt)} />
		<PostForm frame={frame}>
			<input type="hidden" name="piece" value={piece.key} />
			{govukRadios({
				...radiosField(form, "decision"),
				idPrefix: "decision",
				fieldset: {
					legend: { text: say`What is given of it?`, classes: "govuk-fieldset__legend--s" },
				},
				items: [
					{ value: "give", text: say`All of it` },
					...(piece.file
						? []
						: [
								{
									value: "redact",
									text: say`Part of it`,
									conditional: {
										html: govukTextarea({
											...textField(form, "text"),
											label: { text: say`What is given. Take out what is not` },
											rows: 10,
										}),
									},
								},
							]),
					{ value: "withhold", text: say`Nothing` },
				],
			})}
			{govukSelect({
				...textField(form, "ground"),
				label: { text: say`If not all of it: on what ground?`, classes: "govuk-label--s" },
				hint: { text: toldTo },
				items: [
					{ value: "", text: say`Choose a ground` },
					...Object.entries<Said>(grounds).map(([value, text]) => ({ value, text: sayIt(text) })),
				],
			})}
			{govukButton({ text: say`Save and go on`, preventDoubleClick: true })}
		</PostForm>
	</>
);
