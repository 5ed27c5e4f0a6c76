import type { Language } from "../../../domain/language.ts";
import type { ContactPoint } from "../../../domain/partnership/identity.ts";
import { blocksOf } from "../../../domain/partnership/published.ts";
import type { Said } from "../../../domain/said.ts";
import { dayInWords } from "../../kit/dates.ts";
import type { Html } from "../../kit/html.ts";
import { Layout } from "../../kit/layout.tsx";
import type { PageFrame } from "../../kit/page-frame.ts";
import { say, sayIt } from "../../kit/say.tsx";
import { Bullets } from "../../kit/text.tsx";
import { sayContact } from "../../parts/page-context.ts";

/** A text that the partnership publishes. @param on the day on which it was last saved; nothing for the model text */
export const PublishedPage = ({
	frame,
	title,
	text,
	lang,
	on,
	saysOfWelsh = false,
}: {
	frame: PageFrame;
	title: string;
	text: string;
	/** In which language the text is. */
	lang: Language;
	/** Whether what is to be known of the Welsh of pages is said under it. */
	saysOfWelsh?: boolean;
	on: Temporal.PlainDate | undefined;
}): Html => (
	<Layout frame={frame} title={title}>
		<div lang={lang}>
			{blocksOf(text).map((block) =>
				block.is === "heading" ? (
					<h2 class="govuk-heading-m">{block.text}</h2>
				) : block.is === "list" ? (
					<Bullets items={block.items} />
				) : (
					<p class="govuk-body">{block.text}</p>
				),
			)}
		</div>
		{saysOfWelsh && (
			<>
				<h2 class="govuk-heading-m">{say`Welsh`}</h2>
				<p class="govuk-body">{say`Pages can be in Welsh. A Welsh speaker has not checked the translation yet, and what is not translated is in English.`}</p>
			</>
		)}
		{on && <p class="govuk-body-s">{say`Last changed on ${dayInWords(on)}.`}</p>}
	</Layout>
);

/** Whom to ask for what. */
export const HelpPage = ({
	frame,
	contacts,
}: {
	frame: PageFrame;
	contacts: readonly { title: Said; point: ContactPoint }[];
}): Html => (
	<Layout frame={frame} title={say`Help and contacts`}>
		{contacts.map(({ title, point, point: { email, phone } }) => (
			<>
				<h2 class="govuk-heading-m">{sayIt(title)}</h2>
				<p class="govuk-body">
					{sayContact(point)}
					{email && (
						<>
							<br />
							<a class="govuk-link" href={`mailto:${email}`}>
								{email}
							</a>
						</>
					)}
					{phone && (
						<>
							<br />
							<a class="govuk-link" href={`tel:${phone.replaceAll(/[^\d+]/g, "")}`}>
								{phone}
							</a>
						</>
					)}
				</p>
			</>
		))}
		{contacts.length === 0 && (
			<p class="govuk-body">{say`Ask your partnership’s Business Unit. Its administrator can say here whom to ask.`}</p>
		)}
	</Layout>
);
