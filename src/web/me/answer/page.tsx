import { answerPaths } from "../../addresses.ts";
import { type FormState, textField } from "../../kit/form.ts";
import { govukButton, govukInput } from "../../kit/govuk.ts";
import type { Html } from "../../kit/html.ts";
import { Layout } from "../../kit/layout.tsx";
import type { PageFrame } from "../../kit/page-frame.ts";
import { PostForm } from "../../kit/post-form.tsx";
import { say } from "../../kit/say.tsx";

type Given = { frame: PageFrame; secret: string };

/** Why no code is sent, and what to do. */
const noCode = {
	"too-often": "There were too many codes. Wait an hour, or ask whoever is named in the email",
	"too-many-wrong":
		"There were too many wrong codes, so no more are sent. Ask whoever is named in the email for a new link",
};

/** What a link to answer shows, whoever opens it: where its code goes, and nothing of what it is about. */
export const AnswerPage = ({
	frame,
	secret,
	masked,
	refused,
}: Given & { masked: string; refused?: keyof typeof noCode | undefined }): Html => (
	<Layout
		frame={frame}
		title={say`Check that it is you`}
		errors={
			refused
				? {
						code: {
							text: noCode[refused],
							href: "#send-code",
						},
					}
				: {}
		}
	>
		<p class="govuk-body">{say`We send a code to your work address, ${masked}. It works for 10 minutes. Only you can
			open what was sent to you.`}</p>
		<PostForm frame={frame} action={answerPaths.link(secret)}>
			{govukButton({ text: say`Send me a code`, preventDoubleClick: true, id: "send-code" })}
		</PostForm>
		<p class="govuk-body">{say`If this email was forwarded to you, you cannot go on: ask whoever is named in it for a
			link of your own.`}</p>
	</Layout>
);

export const CodePage = ({
	frame,
	secret,
	masked,
	form,
}: Given & { masked: string; form: FormState }): Html => (
	<Layout
		frame={frame}
		title={say`Enter the code`}
		errors={form.errors}
		back={{ href: answerPaths.link(secret) }}
	>
		<p class="govuk-body">{say`We sent a code of 6 digits to ${masked}. It may take a minute to come.`}</p>
		<PostForm frame={frame} action={answerPaths.code(secret)}>
			{govukInput({
				...textField(form, "code"),
				label: { text: say`Code` },
				inputmode: "numeric",
				autocomplete: "one-time-code",
				spellcheck: false,
				classes: "govuk-input--width-5",
			})}
			{govukButton({ text: say`Go on`, preventDoubleClick: true })}
		</PostForm>
		<p class="govuk-body">{say`If it does not come, look among unwanted mail, then go back and ask for another. The one
			before works no more.`}</p>
	</Layout>
);

/** One and the same for a link that never was, was taken back, was used up or has expired. */
export const NoLinkPage = ({ frame }: { frame: PageFrame }): Html => (
	<Layout frame={frame} title={say`This link does not work`}>
		<p class="govuk-body">{say`What it was for may be done, its time may be over, or part of the address may be
			missing. Open the newest email that you got, or ask whoever is named in it.`}</p>
	</Layout>
);
