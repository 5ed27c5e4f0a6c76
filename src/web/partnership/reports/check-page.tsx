import { whatChangedPart } from "../../../actions/look-through-report.ts";
import type { KindOfFinding } from "../../../domain/learning/names-in-text.ts";
import type { PointedOut } from "../../../domain/learning/report-life.ts";
import type { Protocol } from "../../../domain/protocol/protocol.ts";
import type { StoredReport } from "../../../store/reports.ts";
import { keptReportPaths } from "../../addresses.ts";
import { type FormState, textField } from "../../kit/form.ts";
import { govukButton, govukInput, govukTextarea } from "../../kit/govuk.ts";
import type { Html } from "../../kit/html.ts";
import { Layout } from "../../kit/layout.tsx";
import type { PageFrame } from "../../kit/page-frame.ts";
import { EnterPresses, PostForm } from "../../kit/post-form.tsx";
import { say } from "../../kit/say.tsx";
import { Link } from "../../kit/text.tsx";
import { reportTitle } from "./kept-page.tsx";

const kinds = (): Record<KindOfFinding, string> => ({
	name: say`may name somebody`,
	"name-or-place": say`may be a name or a place`,
	place: say`names an agency`,
	"date-of-birth": say`is a date of birth`,
	date: say`may be a date of birth`,
	identifier: say`may be an NHS number or another identifier`,
	contact: say`may be a telephone number, an address or a postcode`,
});

/** What changed, where it corrects another version; its name as a part of the words. */
export const whatChangedInput = whatChangedPart.name;
/** What a report is presented from: sent by the button alone. */
export const presents = "send";

/** What in the words may tell whom they are about, each to be taken out or given a reason; then the report is presented. */
export const CheckPage = ({
	frame,
	protocol,
	report,
	pointedOut,
	isEmpty,
	form,
	was,
	pageKey,
	asked,
}: {
	frame: PageFrame;
	protocol: Protocol;
	report: StoredReport;
	pointedOut: readonly PointedOut[];
	/** Nothing is written in it. */
	isEmpty: boolean;
	form: FormState;
	was: string;
	pageKey: string;
	asked: string;
}): Html => (
	<Layout
		frame={frame}
		title={say`Check and present`}
		caption={reportTitle(report)}
		errors={form.errors}
		back={{ text: say`Report`, href: keptReportPaths.report(report.id) }}
	>
		{isEmpty && (
			<p class="govuk-body">{say`${<strong>{say`Nothing is written in it yet.`}</strong>} It can be presented with
				its figures alone.
				${<Link href={keptReportPaths.words(report.id)}>{say`Write the words`}</Link>}`}</p>
		)}
		<PostForm frame={frame} autosave={keptReportPaths.keep(report.id, "check")}>
			<EnterPresses name="_do" value={presents} text={say`Present it`} />
			<input type="hidden" name="_asked" value={asked} />
			<input type="hidden" name="_was" value={was} />
			<input type="hidden" name="_key" value={pageKey} />
			<h2 class="govuk-heading-m">{say`What may tell whom it is about`}</h2>
			{pointedOut.length === 0 ? (
				<p class="govuk-body">{say`Nothing was found: no name, no place and no date of birth of what this period is
					about. Read it once more all the same.`}</p>
			) : (
				<>
					<p class="govuk-body">{say`${<Link href={keptReportPaths.words(report.id)}>{say`Take each out of the words`}</Link>},
						or say why it may stay.`}</p>
					{pointedOut.map(({ part, key, text, kind }) =>
						govukInput({
							...textField(form, key),
							label: {
								text: `${part.title}: “${text}” ${kinds()[kind]}`,
								classes: "govuk-label--s",
							},
							hint: { text: say`Why it may stay` },
						}),
					)}
				</>
			)}
			{report.version > 1 &&
				govukTextarea({
					...textField(form, whatChangedInput),
					label: { text: say`What changed in this version`, classes: "govuk-label--s" },
					hint: { text: say`Readers see it first. The version before stays as it is.` },
				})}
			<h2 class="govuk-heading-m">{say`Present it`}</h2>
			<p class="govuk-body">
				{say`Figures and words stay as they are from then on. The ${protocol.report?.to ?? say`subgroup`} is told and can read it, with small numbers hidden. What is found to be wrong later is put right in a new version.`}
			</p>
			{govukButton({
				text: say`Present it`,
				name: "_do",
				value: presents,
				preventDoubleClick: true,
			})}
		</PostForm>
	</Layout>
);
