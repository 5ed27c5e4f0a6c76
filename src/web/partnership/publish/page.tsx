import type { Language } from "../../../domain/language.ts";
import {
	type PublishedText,
	publishedTexts,
	publishedTitles,
} from "../../../domain/partnership/published.ts";
import { londonTime } from "../../../domain/time.ts";
import type { Published } from "../../../store/published.ts";
import { administrationPaths, paths } from "../../addresses.ts";
import { type FormState, textField } from "../../kit/form.ts";
import { govukButton, govukDetails, govukTextarea } from "../../kit/govuk.ts";
import type { Html } from "../../kit/html.ts";
import { Layout } from "../../kit/layout.tsx";
import type { PageFrame } from "../../kit/page-frame.ts";
import { PostForm } from "../../kit/post-form.tsx";
import { say, sayIt, sayMoment } from "../../kit/say.tsx";
import { AsTyped, Bullets, Link } from "../../kit/text.tsx";
import { ContactsAsked } from "../../parts/contacts-asked.tsx";

/** What a partnership publishes, for those who say it. */
export const PublishPage = ({ frame, done }: { frame: PageFrame; done: Html | false }): Html => (
	<Layout
		frame={frame}
		title={say`What is published, and contacts`}
		notice={done}
		back={{ href: administrationPaths.start }}
	>
		<p class="govuk-body">{say`Everybody can read these pages, before they sign in too. Links to them are at the foot
			of every page.`}</p>
		<Bullets
			items={[
				<Link href={administrationPaths.contacts}>{say`Contacts: whom to ask for what`}</Link>,
				...publishedTexts.map((kind) => (
					<Link href={administrationPaths.publishedText(kind)}>{sayIt(publishedTitles[kind])}</Link>
				)),
			]}
		/>
	</Layout>
);

/** One of the texts, to be written. */
export const PublishTextPage = ({
	frame,
	form,
	kind,
	isModel,
	versions,
	inWelsh,
}: {
	frame: PageFrame;
	form: FormState;
	kind: PublishedText;
	/** Nobody has said it in their own words yet. */
	isModel: boolean;
	versions: readonly Published[];
	/** Of the text in Welsh; undefined where none is asked for. */
	inWelsh: readonly Published[] | undefined;
}): Html => (
	<Layout
		frame={frame}
		title={sayIt(publishedTitles[kind])}
		errors={form.errors}
		back={{ href: administrationPaths.published }}
	>
		<p class="govuk-body">
			{isModel
				? say`This is the text that Concord comes with. Read it, put in what is so at your partnership, such as problems that you know of, and save it.`
				: say`Change it here. What it said before is kept.`}{" "}
			<Link href={paths[kind]}>{say`See the page as it is now`}</Link>.
		</p>
		<PostForm frame={frame}>
			<input type="hidden" name="read" value={String(form.values.read ?? "")} />
			{govukTextarea({
				...textField(form, "text"),
				label: { text: say`Text`, classes: "govuk-label--s" },
				hint: {
					text: say`Begin a line with # to make it a heading, and with - to make it an item of a list. An empty line begins a new paragraph.`,
				},
				rows: 24,
				spellcheck: true,
			})}
			{inWelsh && (
				<>
					<input type="hidden" name="readWelsh" value={String(form.values.readWelsh ?? "")} />
					{govukTextarea({
						...textField(form, "welsh"),
						label: { text: say`Text in Welsh (optional)`, classes: "govuk-label--s" },
						hint: {
							text: say`For whoever reads Welsh. Without it they read the English text. Change both, so that they say the same.`,
						},
						rows: 24,
						spellcheck: true,
						attributes: { lang: "cy" },
					})}
				</>
			)}
			{govukButton({ text: say`Save and publish`, preventDoubleClick: true })}
		</PostForm>
		<Versions title={say`Versions`} versions={versions} />
		{inWelsh && <Versions title={say`Versions in Welsh`} versions={inWelsh} lang="cy" />}
	</Layout>
);

/** What was said before, the newest first. */
const Versions = ({
	title,
	versions,
	lang = "en",
}: {
	title: string;
	versions: readonly Published[];
	lang?: Language;
}): Html => (
	<>
		{versions.length > 0 && <h2 class="govuk-heading-m">{title}</h2>}
		{versions.map(({ version, savedAt, savedBy, content }) =>
			govukDetails({
				summaryText: say`Version ${version}, saved by ${savedBy} at ${sayMoment(londonTime(savedAt))}`,
				html: (
					<div lang={lang}>
						<AsTyped>{content}</AsTyped>
					</div>
				),
			}),
		)}
	</>
);

/** Whom to ask for what, to be said. */
export const ContactsPage = ({ frame, form }: { frame: PageFrame; form: FormState }): Html => (
	<Layout
		frame={frame}
		title={say`Contacts`}
		errors={form.errors}
		back={{ href: administrationPaths.published }}
	>
		<p class="govuk-body">{say`Everybody can read these. Who helps with Concord stands at the foot of every page. Leave
			a contact empty to leave it out.`}</p>
		<PostForm frame={frame}>
			<input type="hidden" name="read" value={String(form.values.read ?? "")} />
			<ContactsAsked form={form} inWelsh={frame.offersWelsh} />
			{govukButton({ text: say`Save`, preventDoubleClick: true })}
		</PostForm>
	</Layout>
);
