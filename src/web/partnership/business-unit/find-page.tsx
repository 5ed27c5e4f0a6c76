import { type PeopleShownBy, sayWhom } from "../../../domain/difference/told/whom.ts";
import { sayEnding, sayOtherAgency } from "../../../domain/difference/told/words.ts";
import { type Protocol, stageTitle } from "../../../domain/protocol/protocol.ts";
import type { Listed } from "../../../store/search.ts";
import type { Counted } from "../../../store/where-to-look.ts";
import { deskPaths } from "../../addresses.ts";
import { EmptyState } from "../../kit/empty-state.tsx";
import { type FormState, textField } from "../../kit/form.ts";
import { govukInput, secondaryButton } from "../../kit/govuk.ts";
import type { Html } from "../../kit/html.ts";
import { Layout } from "../../kit/layout.tsx";
import type { PageFrame } from "../../kit/page-frame.ts";
import { shownOf } from "../../kit/pagination.tsx";
import { PostForm } from "../../kit/post-form.tsx";
import { say, speechNow } from "../../kit/say.tsx";
import { SortableTable } from "../../kit/sortable-table.tsx";
import { Parts } from "../../parts/business-unit-navigation.tsx";
import { Reference } from "../../parts/difference/reference.tsx";

/** One box that finds by whatever somebody has at hand. It is posted: no address holds a name. */
export const FindBox = ({
	frame,
	form = { values: {}, errors: {} },
}: {
	frame: PageFrame;
	form?: FormState;
}): Html => (
	<div class="concord-not-printed">
		<PostForm frame={frame} action={deskPaths.find}>
			{govukInput({
				...textField(form, "find"),
				label: { text: say`Find`, classes: "govuk-label--s" },
				hint: {
					text: say`A reference, also inside a subject line; part of the name of an agency, or of somebody who has a part in it; or whom it is about, by the first letters of their name, their date of birth or NHS number`,
				},
				classes: "govuk-!-width-one-half",
				autocomplete: "off",
				spellcheck: false,
			})}
			{secondaryButton({ text: say`Find` })}
		</PostForm>
	</div>
);

/** What the box found. */
export const FindPage = ({
	frame,
	readOnly,
	form,
	found,
	most,
	shownBy,
}: {
	frame: PageFrame;
	readOnly: boolean;
	form: FormState;
	/** Undefined where nothing was looked for. */
	found: (Counted & { rows: (Listed & { protocol: Protocol })[] }) | undefined;
	/** How many are shown at most. */
	most: number;
	shownBy: PeopleShownBy;
}): Html => (
	<Layout frame={frame} title={say`Find`} width="full" errors={form.errors}>
		<Parts frame={frame} readOnly={readOnly} />
		<FindBox frame={frame} form={form} />
		{found?.total === 0 && (
			<EmptyState
				title={say`Nothing found`}
			>{say`Check the spelling, or enter fewer letters. A form is found from when it was sent to
				the office.`}</EmptyState>
		)}
		{found && found.total > 0 && (
			<>
				<SortableTable
					caption={shownOf({ ...found, page: 1, size: most }, "form")}
					columns={[
						{ text: say`Reference` },
						{ text: say`Whom it is about` },
						{ text: say`Raised by` },
						{ text: say`With` },
						{ text: say`About` },
						{ text: say`Where it stands` },
					]}
					rows={found.rows.map((row) => [
						<Reference
							id={row.id}
							reference={row.reference}
							notSafe={row.notSafe && row.status === "open"}
						/>,
						sayWhom(row.about, shownBy),
						row.raising,
						sayOtherAgency(row, { speech: speechNow() }),
						row.themes.map((theme) => row.protocol.themes[theme] ?? theme).join("; "),
						row.status === "ended"
							? sayEnding(row.protocol, row.ending ?? "")
							: stageTitle(row.protocol, row.stage),
					])}
				/>
				{found.total > found.rows.length && (
					<p class="govuk-body">{say`Enter more letters to see fewer.`}</p>
				)}
			</>
		)}
	</Layout>
);
