import type { Request } from "../../../actions/subject-access.ts";
import { subjectAccessPath, subjectAccessPaths } from "../../addresses.ts";
import { shortDay } from "../../kit/dates.ts";
import { EmptyState } from "../../kit/empty-state.tsx";
import { dateField, type FormState, textField } from "../../kit/form.ts";
import { govukButton, govukDateInput, govukInput, secondaryButton } from "../../kit/govuk.ts";
import type { Html } from "../../kit/html.ts";
import { Layout } from "../../kit/layout.tsx";
import type { PageFrame } from "../../kit/page-frame.ts";
import { PostForm } from "../../kit/post-form.tsx";
import { say, sayDate } from "../../kit/say.tsx";
import { SortableTable } from "../../kit/sortable-table.tsx";
import { Link } from "../../kit/text.tsx";

/** By when a request is answered, and whether that has passed. */
export const sayDue = ({ dueOn, closedAt }: Request, today: string): string =>
	closedAt !== null
		? say`Answered`
		: dueOn < today
			? say`Overdue since ${sayDate(dueOn)}`
			: say`Due by ${sayDate(dueOn)}`;

/** What a request is called where it stands in a list: a request whose secret is lost still has its number. */
export const sayRequest = ({ about, kind, number }: Request): string =>
	about
		? say`Request ${number}: ${about.name}`
		: say`Request ${number}, about a ${kind}. It cannot be opened: its key is not there.`;

/** Everything that people asked for, the latest first. */
export const RequestsPage = ({
	frame,
	requests,
	today,
}: {
	frame: PageFrame;
	requests: Request[];
	today: string;
}): Html => (
	<Layout frame={frame} title={say`Subject access`} width="full">
		<p class="govuk-body">{say`Somebody asks what is held about them. You find it, look at each piece, and give them
			one file. They have a right to an answer within a month.`}</p>
		<div class="govuk-button-group">
			{govukButton({ text: say`Begin: about a child`, href: subjectAccessPaths.child })}
			{secondaryButton({
				text: say`Begin: about somebody who works here`,
				href: subjectAccessPaths.person,
			})}
		</div>
		{requests.length === 0 ? (
			<EmptyState title={say`Nobody has asked yet`} />
		) : (
			<SortableTable
				caption={say`Requests`}
				captionHidden
				columns={[
					{ text: say`Request` },
					{ text: say`Received` },
					{ text: say`Answer` },
					{ text: say`Begun by` },
				]}
				rows={requests.map((request) => [
					<Link href={subjectAccessPaths.one(request.id)}>{sayRequest(request)}</Link>,
					{ content: shortDay(request.receivedOn), sort: request.receivedOn },
					{ content: sayDue(request, today), sort: request.dueOn },
					request.madeBy,
				])}
			/>
		)}
	</Layout>
);

const receivedInput = (form: FormState): Html =>
	govukDateInput({
		...dateField(form, "received"),
		fieldset: {
			legend: { text: say`When was the request received?`, classes: "govuk-fieldset__legend--s" },
		},
		hint: { text: say`The month runs from this day` },
	});

/** Whom it is about, where that is a child or an adult of a difference. */
export const AskChildPage = ({ frame, form }: { frame: PageFrame; form: FormState }): Html => (
	<Layout
		frame={frame}
		title={say`Which child is it about?`}
		errors={form.errors}
		back={{ text: say`Subject access`, href: subjectAccessPath }}
	>
		<p class="govuk-body">{say`Every difference of the partnership is looked through, also where the name was typed
			another way. You see what was found and say which are about this child. Make sure first
			that whoever asks may have it.`}</p>
		<PostForm frame={frame}>
			{govukInput({
				...textField(form, "name"),
				label: { text: say`Name`, classes: "govuk-label--s" },
				autocomplete: "off",
				spellcheck: false,
			})}
			{govukDateInput({
				...dateField(form, "born"),
				fieldset: {
					legend: { text: say`Date of birth (optional)`, classes: "govuk-fieldset__legend--s" },
				},
			})}
			{govukInput({
				...textField(form, "identifier"),
				label: { text: say`Identifier (optional)`, classes: "govuk-label--s" },
				hint: { text: say`For example, an NHS number` },
				classes: "govuk-input--width-20",
				autocomplete: "off",
				spellcheck: false,
			})}
			{receivedInput(form)}
			{govukButton({ text: say`Find`, preventDoubleClick: true })}
		</PostForm>
	</Layout>
);

/** Whom it is about, where that is somebody of the directory. */
export const AskPersonPage = ({ frame, form }: { frame: PageFrame; form: FormState }): Html => (
	<Layout
		frame={frame}
		title={say`Who is it about?`}
		errors={form.errors}
		back={{ text: say`Subject access`, href: subjectAccessPath }}
	>
		<p class="govuk-body">{say`What the directory and their account hold, messages to them, what they opened and did,
			what was recorded of them, such as a conflict of interest, and where a text names them.`}</p>
		<PostForm frame={frame}>
			{govukInput({
				...textField(form, "email"),
				label: { text: say`Their work e-mail address`, classes: "govuk-label--s" },
				hint: { text: say`Also of somebody who left, or who answers by a link` },
				type: "email",
				autocomplete: "off",
				spellcheck: false,
			})}
			{govukInput({
				...textField(form, "name"),
				label: {
					text: say`Their name, if others have had this address (optional)`,
					classes: "govuk-label--s",
				},
				autocomplete: "off",
				spellcheck: false,
			})}
			{receivedInput(form)}
			{govukButton({ text: say`Find`, preventDoubleClick: true })}
		</PostForm>
	</Layout>
);
