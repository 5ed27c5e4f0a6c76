import type { Language } from "../../../domain/language.ts";
import { paths } from "../../addresses.ts";
import { govukButton } from "../../kit/govuk.ts";
import type { Html } from "../../kit/html.ts";
import { Layout } from "../../kit/layout.tsx";
import type { PageFrame } from "../../kit/page-frame.ts";
import { PostForm } from "../../kit/post-form.tsx";
import { say } from "../../kit/say.tsx";
import { ownNames } from "../../kit/speak-here.tsx";

/** What is written on the page before this one would be lost: somebody is asked first. */
export const SureToSpeakPage = ({
	frame,
	language,
	back,
}: {
	frame: PageFrame;
	language: Language;
	back: string;
}): Html => (
	<Layout frame={frame} title={say`Change the language`}>
		<p class="govuk-body">
			{say`If you were writing on the page before this one, go back to it with your browser and send or save it first. What you have not saved is not kept when the language changes.`}
		</p>
		<PostForm frame={frame} action={paths.language} speaks>
			<input type="hidden" name="back" value={back} />
			<input type="hidden" name="language" value={language} />
			<input type="hidden" name="sure" value="yes" />
			{govukButton({
				html: <span lang={language}>{ownNames[language]}</span>,
				preventDoubleClick: true,
			})}
		</PostForm>
	</Layout>
);
