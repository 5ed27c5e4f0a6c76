/**
 * The pages on which a Concord is set up: what the partnership is, whom to ask, its protocol, its agencies, its first
 * administrators, and all of it once more before it is made. Whoever holds the address of the first run sees them.
 */

import type { ShippedProtocol } from "../../../actions/app.ts";
import type { AnswersSoFar } from "../../../actions/first-run.ts";
import {
	contactKinds,
	contactTitles,
	nationNames,
	nations,
} from "../../../domain/partnership/identity.ts";
import { sectors } from "../../../domain/people/viewer.ts";
import { type Fault, sayFault } from "../../../domain/protocol/file/faults.ts";
import { sectorNames } from "../../../domain/protocol/told/table/asked.ts";
import type { Said } from "../../../domain/said.ts";
import { firstRunPaths } from "../../addresses.ts";
import {
	dateField,
	type FormErrors,
	type FormState,
	radiosField,
	textField,
} from "../../kit/form.ts";
import {
	govukButton,
	govukDateInput,
	govukFieldset,
	govukFileUpload,
	govukInput,
	govukInsetText,
	govukRadios,
	govukSelect,
	govukSummaryList,
	govukTextarea,
	secondaryButton,
} from "../../kit/govuk.ts";
import type { Child, Html } from "../../kit/html.ts";
import { Layout } from "../../kit/layout.tsx";
import type { PageFrame } from "../../kit/page-frame.ts";
import { PostForm } from "../../kit/post-form.tsx";
import { say, sayDay, sayIt, sayWhole } from "../../kit/say.tsx";
import { Bullets, Unseen } from "../../kit/text.tsx";
import { ContactsAsked } from "../../parts/contacts-asked.tsx";
import { type FirstRunPage, firstRunPages, ownProtocol, rowsFor } from "./asked.ts";

export type Asked = {
	frame: PageFrame;
	secret: string;
	form: FormState;
};

const Step = ({
	frame,
	secret,
	page,
	title,
	heading,
	errors,
	children,
}: {
	frame: PageFrame;
	secret: string;
	page: FirstRunPage;
	title: string;
	heading?: Child | false;
	errors?: FormErrors;
	children: Child;
}): Html => {
	const at = firstRunPages.indexOf(page);
	const before = firstRunPages[at - 1];
	return (
		<Layout
			frame={frame}
			title={title}
			heading={heading ?? title}
			caption={say`Set up Concord: ${at + 1} of ${firstRunPages.length}`}
			errors={errors}
			back={before && { href: firstRunPaths.page(secret, before) }}
		>
			{children}
		</Layout>
	);
};

const Continue = (): Html =>
	govukButton({ text: say`Save and continue`, preventDoubleClick: true });

export const PartnershipPage = ({ frame, secret, form }: Asked): Html => (
	<Step
		frame={frame}
		secret={secret}
		page="partnership"
		title={say`The partnership`}
		errors={form.errors}
	>
		<p class="govuk-body">{say`Six short pages, about ten minutes. What you enter is kept as you go, so you can stop
			and come back to this address. Nothing is made before the last page.`}</p>
		<PostForm frame={frame}>
			{govukInput({
				...textField(form, "name"),
				label: { text: say`Name of the partnership`, classes: "govuk-label--s" },
				hint: {
					text: say`As people know it, such as Northfield Safeguarding Children Partnership`,
				},
				autocomplete: "organization",
			})}
			{govukInput({
				...textField(form, "references"),
				label: { text: say`Letters that references begin with`, classes: "govuk-label--s" },
				hint: { text: say`2 to 5, said on the telephone. NSP makes references such as NSP-7K4PN` },
				classes: "govuk-input--width-5",
				spellcheck: false,
			})}
			{govukRadios({
				...radiosField(form, "nation"),
				fieldset: { legend: { text: say`Where is it?`, classes: "govuk-fieldset__legend--s" } },
				items: nations.map((nation) => ({ value: nation, text: sayWhole(nationNames[nation]) })),
			})}
			<Continue />
		</PostForm>
	</Step>
);

export const ContactsPage = ({ frame, secret, form }: Asked): Html => (
	<Step
		frame={frame}
		secret={secret}
		page="contacts"
		title={say`Whom to ask, and how pages look`}
		errors={form.errors}
	>
		<p class="govuk-body">{say`Leave out what you do not know yet.`}</p>
		<PostForm frame={frame}>
			<ContactsAsked form={form} />
			<h2 class="govuk-heading-m">{say`The head of every page`}</h2>
			{govukInput({
				...textField(form, "logo"),
				label: { text: say`Text` },
				hint: { text: say`It is also the sender of mail. Left out, it is the partnership’s name` },
			})}
			{govukInput({
				...textField(form, "colour"),
				label: { text: say`Colour` },
				hint: {
					text: say`Such as #12343b. It has to be dark enough for white text. Left out, it is Concord’s own`,
				},
				classes: "govuk-input--width-10",
				spellcheck: false,
			})}
			<Continue />
		</PostForm>
	</Step>
);

export const ProtocolPage = ({
	frame,
	secret,
	form,
	shipped,
	faults,
}: Asked & { shipped: readonly ShippedProtocol[]; faults: readonly Fault[] }): Html => (
	<Step
		frame={frame}
		secret={secret}
		page="protocol"
		title={say`The protocol`}
		errors={form.errors}
	>
		<p class="govuk-body">{say`The steps, forms and time limits that Concord runs. You can change it later: one
			administrator makes a new version, the other approves it.`}</p>
		<p class="govuk-body">{say`The numbers to ring in danger, and what offices are called, are in it. Those of another
			partnership stay on your pages and in your mails until you make a version of your own.`}</p>
		{faults.length > 0 &&
			govukInsetText({
				html: (
					<>
						<p class="govuk-body">{say`The text cannot be used as it is:`}</p>
						<Bullets items={faults.slice(0, mostFaults).map(inWords)} />
						{faults.length > mostFaults && (
							<p class="govuk-body">{say`And ${faults.length - mostFaults} more.`}</p>
						)}
					</>
				),
			})}
		<PostForm frame={frame} takesFiles>
			{govukRadios({
				...radiosField(form, "protocol"),
				fieldset: {
					legend: { text: say`Which one is in force first?`, classes: "govuk-fieldset__legend--s" },
				},
				items: [
					...shipped.map(({ file, protocol }) => ({
						value: file,
						text: protocol.title,
						hint: { text: say`${protocol.partnership}, version ${protocol.version}` },
					})),
					{ divider: say`or` },
					{
						value: ownProtocol,
						text: say`Our own, written as a file for Concord`,
						conditional: {
							html: (
								<>
									{govukFileUpload({
										id: "file",
										name: "file",
										errorMessage: form.errors.file,
										label: { text: say`Choose the file` },
									})}
									{govukTextarea({
										...textField(form, "source"),
										label: { text: say`Or enter its whole text` },
										rows: 10,
										spellcheck: false,
									})}
								</>
							),
						},
					},
				],
			})}
			{govukDateInput({
				...dateField(form, "from"),
				fieldset: {
					legend: {
						text: say`From which day is it in force?`,
						classes: "govuk-fieldset__legend--s",
					},
				},
				hint: { text: say`Nothing can be raised before that day` },
			})}
			<Continue />
		</PostForm>
	</Step>
);

const mostFaults = 20;
const inWords = (fault: Fault): string => {
	const [wrong, fix] = sayFault(fault);
	return say`Line ${fault.line ?? 1}: ${wrong} ${fix}`;
};

export const AgenciesPage = ({ frame, secret, form }: Asked): Html => (
	<Step
		frame={frame}
		secret={secret}
		page="agencies"
		title={say`The agencies`}
		errors={form.errors}
	>
		<p class="govuk-body">{say`Begin with those that will use Concord first. The partnership’s own office must be among
			them. Leave a row empty where there is none.`}</p>
		<PostForm frame={frame}>
			{Array.from({ length: rowsFor(form.values) }, (_, row) =>
				govukFieldset({
					legend: { text: say`Agency ${row + 1}`, classes: "govuk-fieldset__legend--s" },
					html: (
						<>
							{govukInput({ ...textField(form, `name-${row}`), label: { text: say`Name` } })}
							{govukSelect({
								...textField(form, `sector-${row}`),
								label: { text: say`Kind` },
								items: [
									{ value: "", text: say`Choose` },
									...sectors.map((sector) => ({
										value: sector,
										text:
											sector === "partnership"
												? say`The partnership’s office`
												: sayWhole(sectorNames[sector]),
									})),
								],
							})}
						</>
					),
				}),
			)}
			<div class="govuk-button-group">
				<Continue />
				{secondaryButton({ text: say`Save and add more`, name: "_do", value: "more" })}
			</div>
		</PostForm>
	</Step>
);

export const AdministratorsPage = ({ frame, secret, form }: Asked): Html => (
	<Step
		frame={frame}
		secret={secret}
		page="administrators"
		title={say`The first two administrators`}
		errors={form.errors}
	>
		<p class="govuk-body">{say`They invite everybody else, and change the protocol: what one of them proposes, the
			other approves. Each gets a mail with a link that works once. They read nothing about a
			child.`}</p>
		<PostForm frame={frame}>
			{(["one", "two"] as const).map((who) =>
				govukFieldset({
					legend: {
						text: who === "one" ? say`First administrator` : say`Second administrator`,
						classes: "govuk-fieldset__legend--m",
					},
					html: (
						<>
							{govukInput({ ...textField(form, `${who}-name`), label: { text: say`Name` } })}
							{govukInput({
								...textField(form, `${who}-email`),
								label: { text: say`Work address` },
								type: "email",
								spellcheck: false,
							})}
							{govukInput({
								...textField(form, `${who}-job`),
								label: { text: say`Job` },
								hint: { text: say`Such as Business manager` },
							})}
						</>
					),
				}),
			)}
			<Continue />
		</PostForm>
	</Step>
);

export const CheckPage = ({
	frame,
	secret,
	answers,
	protocol,
	doubt,
	errors,
}: {
	frame: PageFrame;
	secret: string;
	answers: AnswersSoFar;
	/** The title of the protocol that was chosen. */
	protocol: string | undefined;
	doubt: Said | undefined;
	errors?: FormErrors;
}): Html => {
	const row = (label: string, page: FirstRunPage, value: Child) => ({
		key: { text: label },
		value: { html: <>{value || say`Not answered yet`}</> },
		actions: {
			items: [
				{
					href: firstRunPaths.page(secret, page),
					html: <>{say`Change${<Unseen> {label.toLowerCase()}</Unseen>}`}</>,
				},
			],
		},
	});
	const { contacts = {} } = answers;
	return (
		<Step
			frame={frame}
			secret={secret}
			page="check"
			title={say`Check what you entered`}
			{...(errors && { errors })}
		>
			{doubt && govukInsetText({ text: sayIt(doubt) })}
			{govukSummaryList({
				rows: [
					row(say`Partnership`, "partnership", answers.name),
					row(say`References begin with`, "partnership", answers.references),
					row(
						say`Where it is`,
						"partnership",
						answers.nation && sayWhole(nationNames[answers.nation]),
					),
					...contactKinds.map((kind) =>
						row(
							sayIt(contactTitles[kind]),
							"contacts",
							[contacts[kind]?.name, contacts[kind]?.email, contacts[kind]?.phone]
								.filter(Boolean)
								.join(", ") || say`None`,
						),
					),
					row(say`Head of pages`, "contacts", answers.logo ?? answers.name),
					row(say`Colour`, "contacts", answers.colour ?? say`Concord’s own`),
					row(say`Protocol`, "protocol", protocol),
					row(say`In force from`, "protocol", answers.from && sayDay(answers.from)),
					row(
						say`Agencies`,
						"agencies",
						answers.agencies && <Bullets items={answers.agencies.map(({ name }) => name)} />,
					),
					row(
						say`Administrators`,
						"administrators",
						answers.administrators && (
							<Bullets
								items={answers.administrators.map(({ name, email }) => `${name}, ${email}`)}
							/>
						),
					),
				],
			})}
			<p class="govuk-body">{say`When you set it up, both administrators are sent an invitation, and this address works
				no more.`}</p>
			<PostForm frame={frame}>
				{govukButton({ text: say`Set up Concord`, preventDoubleClick: true })}
			</PostForm>
		</Step>
	);
};

export const DonePage = ({
	frame,
	partnership,
	invited,
}: {
	frame: PageFrame;
	partnership: string;
	invited: readonly { name: string; email: string }[];
}): Html => (
	<Layout frame={frame} title={say`Concord is set up`}>
		<p class="govuk-body">{say`${partnership} is ready for its administrators.`}</p>
		<h2 class="govuk-heading-m">{say`What happens next`}</h2>
		<p class="govuk-body">{say`An invitation is on its way to:`}</p>
		<Bullets items={invited.map(({ name, email }) => `${name}, ${email}`)} />
		<p class="govuk-body">{say`The link in it works once, within 7 days. After signing in, an administrator sees what
			is still missing before real use, and invites everybody else.`}</p>
		<p class="govuk-body">{say`If no mail arrives, check SMTP_URL and MAIL_FROM.
			${<code>{say`concord invite-again`}</code>} with a work address prints a new link on
			the machine that Concord runs on.`}</p>
	</Layout>
);

export const FirstRunOverPage = ({ frame }: { frame: PageFrame }): Html => (
	<Layout frame={frame} title={say`This address works no more`}>
		<p class="govuk-body">{say`It worked for 24 hours, or until Concord was started again. What you entered is kept.
			Start Concord again: it prints another address.`}</p>
	</Layout>
);
