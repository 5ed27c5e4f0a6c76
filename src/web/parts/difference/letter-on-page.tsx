import type { OpenedDifference } from "../../../actions/open-difference.ts";
import { type LetterBlock, letterBlocks } from "../../../documents/letter.ts";
import { gap } from "../../../domain/protocol/letter.ts";
import { letterPath } from "../../addresses.ts";
import { govukInsetText } from "../../kit/govuk.ts";
import type { Html } from "../../kit/html.ts";
import { say } from "../../kit/say.tsx";
import type { LetterFilledIn } from "./letter-of.ts";
import { SentFiles } from "./sent-files.tsx";

/** A letter on a page as it will stand on paper, with what is missing in it and where to take it away. */
export const LetterOnPage = ({
	opened,
	letter: { document, missing, step },
}: {
	opened: Pick<OpenedDifference, "header" | "fileStates" | "scanning">;
	letter: LetterFilledIn;
}): Html => (
	<section aria-labelledby="letter">
		<h2 class="govuk-heading-m" id="letter">
			{document.isDraft ? say`The letter as it stands` : say`The letter`}
		</h2>
		{missing.length > 0 &&
			govukInsetText({
				html: (
					<>
						<p class="govuk-body govuk-!-margin-bottom-1">
							{document.isDraft
								? say`Not recorded yet, or not for you to read:`
								: say`Not recorded when it was sent, or not for you to read:`}
						</p>
						<ul class="govuk-list govuk-list--bullet govuk-!-margin-bottom-0">
							{missing.map((label) => (
								<li>{label}</li>
							))}
						</ul>
					</>
				),
			})}
		<div class="concord-letter">
			{letterBlocks(document).map((block) => (
				<OnPage block={block} />
			))}
		</div>
		{document.files.length > 0 && (
			<>
				<h3 class="govuk-heading-s">{say`Files sent with this letter`}</h3>
				<SentFiles opened={opened} files={document.files} />
			</>
		)}
		<ul class="govuk-list concord-inline-list">
			{[
				["docx", say`Download as a Word document`],
				["pdf", say`Download as a PDF`],
			].map(([kind, text]) => (
				<li>
					<a class="govuk-link" href={`${letterPath(opened.header.id, step.id)}/letter.${kind}`}>
						{text}
					</a>
				</li>
			))}
		</ul>
	</section>
);

const OnPage = ({ block }: { block: LetterBlock }): Html => {
	switch (block.is) {
		case "letterhead":
			return <p class="govuk-body concord-letter__from">{block.from}</p>;
		case "heading":
			return <h3 class="govuk-heading-m">{block.text}</h3>;
		case "paragraph":
			return (
				<p class="govuk-body">
					{block.tone === "strong" ? <strong>{block.text}</strong> : <Said text={block.text} />}
				</p>
			);
		case "signature":
			return (
				<p class="govuk-body concord-letter__signature">
					{block.by ? (
						<>
							<strong>{block.by.name}</strong>
							<br />
							{block.by.role}, {block.by.agency}
						</>
					) : (
						say`Name and role`
					)}
				</p>
			);
	}
};

/** Text as it was typed, with what is missing marked. */
const Said = ({ text }: { text: string }): Html => (
	<span class="concord-as-typed">
		{text
			.split(gap)
			.flatMap((piece, index) => (index === 0 ? [piece] : [<mark>{gap}</mark>, piece]))}
	</span>
);
