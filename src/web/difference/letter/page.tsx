import type { OpenedDifference } from "../../../actions/open-difference.ts";
import { sayDone } from "../../../domain/difference/told/say-event.ts";
import { londonTime } from "../../../domain/time.ts";
import { differencePath } from "../../addresses.ts";
import { weekdayInWords } from "../../kit/dates.ts";
import type { Html } from "../../kit/html.ts";
import type { PageFrame } from "../../kit/page-frame.ts";
import { say } from "../../kit/say.tsx";
import { DifferenceLayout } from "../../parts/difference/difference-layout.tsx";
import type { LetterFilledIn } from "../../parts/difference/letter-of.ts";
import { LetterOnPage } from "../../parts/difference/letter-on-page.tsx";

/** A letter, as it was sent or as it stands. */
export const LetterPage = ({
	frame,
	opened,
	letter,
}: {
	frame: PageFrame;
	opened: OpenedDifference;
	letter: LetterFilledIn;
}): Html => {
	const { header, protocol } = opened;
	const { sent, document } = letter;
	return (
		<DifferenceLayout
			frame={frame}
			opened={opened}
			title={`${document.title}, ${header.reference}`}
			heading={document.title}
			back={{ href: differencePath(header.id), text: say`Back to ${header.reference}` }}
		>
			<p class="govuk-body">
				{sent
					? say`${sayDone(protocol, opened, sent)} on ${weekdayInWords(londonTime(sent.at).toPlainDate())}.`
					: say`It has not been sent yet.`}
			</p>
			<LetterOnPage opened={opened} letter={letter} />
		</DifferenceLayout>
	);
};
