import { paths } from "../addresses.ts";
import type { Html } from "./html.ts";
import type { PageFrame } from "./page-frame.ts";
import { PostForm } from "./post-form.tsx";
import { otherLanguage, ownNames } from "./speak-here.tsx";

/**
 * The way to the other language, in the head of every page; nothing where no other is offered. Where somebody may have written
 * something on the page that would be lost, they are asked first; the script sends it along instead (`SpeakHere`).
 */
export const LanguageSwitch = ({ frame }: { frame: PageFrame }): Html => (
	<>
		{frame.offersWelsh && (
			<PostForm frame={frame} action={paths.language} speaks>
				<input type="hidden" name="back" value={frame.address ?? frame.path} />
				{frame.isWrittenOn && <input type="hidden" name="written" value="yes" />}
				<button
					type="submit"
					name="language"
					value={otherLanguage()}
					lang={otherLanguage()}
					class="concord-header__sign-out"
				>
					{ownNames[otherLanguage()]}
				</button>
			</PostForm>
		)}
	</>
);
