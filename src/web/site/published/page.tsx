import type { ContactPoint } from "../../../domain/partnership/identity.ts";
import { blocksOf } from "../../../domain/partnership/published.ts";
import { dayInWords } from "../../kit/dates.ts";
import type { Html } from "../../kit/html.ts";
import { Layout } from "../../kit/layout.tsx";
import type { PageFrame } from "../../kit/page-frame.ts";
import { say } from "../../kit/say.tsx";
import { Bullets } from "../../kit/text.tsx";

/** A text that the partnership publishes. @param on the day on which it was last saved; nothing for the model text */
export const PublishedPage = ({
	frame,
	title,
	text,
	on,
	saysOfWelsh = false,
}: {
	frame: PageFrame;
	title: string;
	text: string;
	/** Whether what is to be known of the Welsh of pages is said under it. */
	saysOfWelsh?: boolean;
	on: Temporal.PlainDate | undefined;
}): Html => (
	<Layout frame={frame} title={title}>
		{blocksOf(text).map((block) =>
			block.is === "heading" ? (
				<h2 class="govuk-heading-m">{block.text}</h2>
			) : block.is === "list" ? (
				<Bullets items={block.items} />
			) : (
				<p class="govuk-body">{block.text}</p>
			),
		)}
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
	contacts: readonly { title: string; point: ContactPoint }[];
}): Html => (
	<Layout frame={frame} title={say`Help and contacts`}>
		{contacts.map(({ title, point: { name, email, phone } }) => (
			<>
				<h2 class="govuk-heading-m">{title}</h2>
				<p class="govuk-body">
					{name}
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
