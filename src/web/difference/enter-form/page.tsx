import type { SideNames } from "../../../domain/difference/told/words.ts";
import type { Scanning } from "../../../domain/files.ts";
import type { Agency } from "../../../store/agencies.ts";
import type { Linked } from "../../../store/differences.ts";
import { enterFormPaths, paths } from "../../addresses.ts";
import { newActKey } from "../../kit/act-key.ts";
import { type FormState, radiosField, textField } from "../../kit/form.ts";
import { govukButton, govukRadios, govukSelect, secondaryButton } from "../../kit/govuk.ts";
import type { Child, Html } from "../../kit/html.ts";
import { Layout } from "../../kit/layout.tsx";
import type { PageFrame } from "../../kit/page-frame.ts";
import { EnterPresses, PostForm } from "../../kit/post-form.tsx";
import { say } from "../../kit/say.tsx";
import { Bullets, Link, Section } from "../../kit/text.tsx";
import { buttons, Questions } from "../../parts/act/act-form.tsx";
import { type ChosenFiles, FilesInput } from "../../parts/act/chosen-files.tsx";
import { QuestionInput } from "../../parts/fields/question-input.tsx";
import { askedNames } from "../../parts/fields/typed.ts";
import { asksAgency, type Offer, offerTitle } from "../../parts/raising/raising.ts";
import { safetyOf } from "../../parts/safety-of.ts";
import { alikeBy, SameChild } from "../../parts/same-child.tsx";
import { type AskedForm, startInputs } from "./asked-form.ts";

/** Whose form it is, and with whom: the rest goes by that. */
export const StartPage = ({
	frame,
	offers,
	agencies,
	unfinished,
	form,
}: {
	frame: PageFrame;
	offers: Offer[];
	agencies: Agency[];
	/** Forms that this person began to enter: their drafts, and whose they are. */
	unfinished: { draft: string; says: string }[];
	form: FormState;
}): Html => {
	const list = (name: string, label: string, hint?: string) =>
		govukSelect({
			...textField(form, name),
			label: { text: label, classes: "govuk-label--s" },
			...(hint && { hint: { text: hint } }),
			items: [
				{ value: "", text: say`Choose an agency` },
				...agencies.map(({ id, name }) => ({ value: id, text: name })),
			],
		});
	return (
		<Layout
			frame={frame}
			title={say`Enter a form that came on paper or by mail`}
			back={{ href: paths.businessUnit }}
			errors={form.errors}
		>
			<p class="govuk-body">{say`You enter it for the agency that sent it. It is theirs from then on: they are told,
				and the record says who did it, when you received it and that you entered it.`}</p>
			<p class="govuk-body">{say`For a response, find the difference that it answers and choose “Enter what came on
				paper or by mail” there.`}</p>
			{unfinished.length > 0 && (
				<Section id="unfinished" title={say`Not finished yet`}>
					<Bullets
						items={unfinished.map(({ draft, says }) => (
							<Link href={enterFormPaths.form(draft)}>{says}</Link>
						))}
					/>
				</Section>
			)}
			<PostForm frame={frame}>
				<input type="hidden" name="_key" value={newActKey()} />
				{offers.length > 1 &&
					govukRadios({
						...radiosField(form, startInputs.begin),
						fieldset: {
							legend: { text: say`What is it?`, classes: "govuk-fieldset__legend--s" },
						},
						items: offers.map((offer) => ({ value: offer.begin, text: offerTitle(offer) })),
					})}
				{list(startInputs.from, say`Which agency sent it?`)}
				{offers.some(({ way }) => asksAgency(way)) &&
					list(
						startInputs.with,
						say`Which agency do they disagree with?`,
						offers.every(({ way }) => asksAgency(way))
							? undefined
							: say`Leave it where it is with no other agency.`,
					)}
				{govukButton({ text: say`Continue`, preventDoubleClick: true })}
			</PostForm>
		</Layout>
	);
};

/** The form itself. */
export const EnterFormPage = ({
	frame,
	title,
	caption,
	back,
	asked,
	names,
	files,
	scanning,
	alike = [],
	form,
	children,
}: {
	frame: PageFrame;
	title: string;
	caption: string;
	back: string;
	asked: AskedForm;
	names: SideNames;
	files: ChosenFiles;
	scanning: Scanning;
	/** Open differences about the same child, which may be this very form. */
	alike?: readonly Linked[];
	form: FormState;
	children?: Child;
}): Html => {
	const { protocol, about, onIt, missing } = asked;
	const words = { opened: { protocol, agencies: names } };
	return (
		<Layout
			frame={frame}
			title={title}
			caption={caption}
			back={{ href: back }}
			errors={form.errors}
			safety={safetyOf(protocol)}
		>
			{children}
			<SameChild
				says={say`There is an open ${protocol.words.difference} about a ${protocol.words.child} ${alikeBy}. Was this form entered before? Read it before you go on`}
				alike={alike}
			/>
			<PostForm frame={frame} takesFiles>
				<EnterPresses name="_do" value={buttons.send} text={say`Enter it for them`} />
				<input type="hidden" name="_key" value={newActKey()} />
				<input type="hidden" name="_asked" value={askedNames([...about, ...onIt, missing])} />
				{alike.length > 0 && <input type="hidden" name={seenAlike} value="yes" />}
				<h2 class="govuk-heading-m">{say`About the form`}</h2>
				<Questions asked={words} questions={about} form={form} />
				<h2 class="govuk-heading-m">{say`What stands on it`}</h2>
				<p class="govuk-body">{say`Enter it as it is written. What the agency finds wrong, it can put right itself.`}</p>
				<Questions asked={words} questions={onIt} form={form} />
				<FilesInput
					files={files}
					scanning={scanning}
					reader={frame.person?.name}
					form={form}
					called={say`The original, scanned or photographed`}
					whoOpens={say`It belongs to the agency’s form: whoever may read the form may open it.`}
				/>
				<QuestionInput protocol={protocol} question={missing} form={form} size="s" />
				<div class="govuk-button-group">
					{govukButton({
						text: say`Enter it for them`,
						name: "_do",
						value: buttons.send,
						preventDoubleClick: true,
					})}
					{secondaryButton({
						text: say`Save and come back later`,
						name: "_do",
						value: buttons.later,
					})}
				</div>
			</PostForm>
		</Layout>
	);
};

/** That it was shown that there are others about the same child. */
export const seenAlike = "paper.seen-alike";
