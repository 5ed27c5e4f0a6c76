import type { OpenedDifference } from "../../../actions/open-difference.ts";
import type { Answers } from "../../../domain/protocol/answers.ts";
import { fieldOf } from "../../../domain/protocol/protocol.ts";
import { newActKey } from "../../kit/act-key.ts";
import { govukButton, govukSummaryList } from "../../kit/govuk.ts";
import type { Html } from "../../kit/html.ts";
import type { PageFrame } from "../../kit/page-frame.ts";
import { PostForm } from "../../kit/post-form.tsx";
import { say } from "../../kit/say.tsx";
import { answeredRow } from "../../parts/difference/answered-row.tsx";
import { DifferenceLayout } from "../../parts/difference/difference-layout.tsx";
import { type Offer, offerTitle } from "../../parts/raising/raising.ts";

/** What goes on under another protocol, before it is begun there. */
export const HandOverPage = ({
	frame,
	opened,
	offer,
	carried,
}: {
	frame: PageFrame;
	opened: OpenedDifference;
	offer: Offer;
	/** The answers that go with it. */
	carried: Answers;
}): Html => {
	const { protocol } = opened;
	return (
		<DifferenceLayout
			frame={frame}
			opened={opened}
			title={say`Begin it under “${offer.protocol.title}”`}
		>
			<p class="govuk-body">{say`These answers go with it. You can change them before you raise it, and nobody is told
				until then.`}</p>
			{govukSummaryList({
				rows: Object.entries(carried).map(([id, answer]) =>
					answeredRow(opened, fieldOf(protocol, id), answer),
				),
			})}
			<PostForm frame={frame}>
				<input type="hidden" name="_key" value={newActKey()} />
				{govukButton({ text: offerTitle(offer), preventDoubleClick: true })}
			</PostForm>
		</DifferenceLayout>
	);
};
