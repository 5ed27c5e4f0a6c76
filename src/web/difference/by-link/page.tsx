import type { OpenedDifference } from "../../../actions/open-difference.ts";
import { withAgencyNames } from "../../../domain/difference/told/words.ts";
import type { StepToVouchFor } from "../../../domain/difference/who/may-vouch.ts";
import { stepOf } from "../../../domain/protocol/protocol.ts";
import { newActKey } from "../../kit/act-key.ts";
import type { FormState } from "../../kit/form.ts";
import { govukButton } from "../../kit/govuk.ts";
import type { Html } from "../../kit/html.ts";
import type { PageFrame } from "../../kit/page-frame.ts";
import { PostForm } from "../../kit/post-form.tsx";
import { say } from "../../kit/say.tsx";
import { Bullets } from "../../kit/text.tsx";
import { DifferenceLayout } from "../../parts/difference/difference-layout.tsx";
import type { Question } from "../../parts/fields/question.ts";
import { QuestionInput } from "../../parts/fields/question-input.tsx";
import { DaysInput, WhoInputs } from "../../parts/who-by-link.tsx";

/** What a level is called, as whoever vouches says it of somebody. */
const levelInWords = {
	practitioner: "works with the child or the family",
	manager: "is a manager",
	"senior-manager": "is a senior manager",
	director: "is a director",
} as const;

/** Somebody who has no account is vouched for, and gets a link. */
export const VouchPage = ({
	frame,
	opened,
	found,
	agency,
	question,
	form,
}: {
	frame: PageFrame;
	opened: OpenedDifference;
	found: StepToVouchFor;
	agency: string;
	question: Question;
	form: FormState;
}): Html => {
	const { protocol, viewer } = opened;
	const step = withAgencyNames(protocol, opened, stepOf(protocol, found.step).title);
	const byLink = viewer.onlyIn !== undefined;
	return (
		<DifferenceLayout
			frame={frame}
			opened={opened}
			title={byLink ? say`Pass it to a colleague` : say`Let somebody answer by a link`}
			errors={form.errors}
		>
			<p class="govuk-body">
				{found.open
					? say`For somebody at ${agency} who has no account. They are asked for “${step}”; the time
						for it stays as it is.`
					: say`For somebody at ${agency} who has no account. When you have vouched for them you can choose them as
						who is asked for “${step}”. They hear nothing before you send it to them.`}
			</p>
			<Bullets
				items={[
					say`You vouch that they are who you say, and that what “${step}” asks for is theirs: somebody who ${levelInWords[found.level]}`,
					found.open
						? say`They get a link at their work address. It opens with a code that goes to the same address, so that a forwarded email shows nothing`
						: say`They get a link at their work address when you send it to them. It opens with a code that goes to the same address, so that a forwarded email shows nothing`,
					say`They then read of this what ${agency} may read at that level, and of nothing else. The link works until they are done, and no longer than you say`,
					byLink
						? say`Your own link works no more once nothing is asked of you. The office is told`
						: say`You can take it back at any time`,
				]}
			/>
			<PostForm frame={frame}>
				<input type="hidden" name="_key" value={newActKey()} />
				<WhoInputs form={form} />
				<QuestionInput protocol={protocol} question={question} form={form} size="s" />
				<DaysInput form={form} />
				{govukButton({
					text: found.open ? say`Send them a link` : say`Vouch for them`,
					preventDoubleClick: true,
				})}
			</PostForm>
		</DifferenceLayout>
	);
};

export const TakeBackPage = ({
	frame,
	opened,
	name,
}: {
	frame: PageFrame;
	opened: OpenedDifference;
	name: string;
}): Html => (
	<DifferenceLayout frame={frame} opened={opened} title={say`Take back the link of ${name}`}>
		<p class="govuk-body">{say`From that moment on they can open nothing here, and a mail tells them so. What they sent
			stays on the record; what they were asked is asked of whoever answers for their agency.
			To ask somebody else, send that person a link.`}</p>
		<PostForm frame={frame}>
			<input type="hidden" name="_key" value={newActKey()} />
			{govukButton({
				text: say`Take it back`,
				preventDoubleClick: true,
				classes: "govuk-button--warning",
			})}
		</PostForm>
	</DifferenceLayout>
);
