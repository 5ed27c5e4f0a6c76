import type { OpenedRequest } from "../../../actions/subject-access.ts";
import type { AskedAbout } from "../../../domain/subject-access/request.ts";
import { isUnderWay } from "../../../domain/task.ts";
import { subjectAccessPaths } from "../../addresses.ts";
import { counted } from "../../kit/dates.ts";
import { type FormState, newForm, textField } from "../../kit/form.ts";
import { govukTextarea, secondaryButton } from "../../kit/govuk.ts";
import type { Html } from "../../kit/html.ts";
import type { PageFrame } from "../../kit/page-frame.ts";
import { PostForm } from "../../kit/post-form.tsx";
import { say, sayEach } from "../../kit/say.tsx";
import { Link, Section } from "../../kit/text.tsx";
import { TaskProgress } from "../../parts/task-progress.tsx";

/** Whom only a text names stands in no form: every text is looked through for them, where somebody asks for that. */
export const NamedSection = ({
	frame,
	opened: { request, named, looking },
	about,
	form,
}: {
	frame: PageFrame;
	opened: OpenedRequest;
	about: AskedAbout & { kind: "child" };
	form: FormState;
}): Html => {
	const { id } = request;
	const open = named.filter(({ isTheirs }) => isTheirs === null).length;
	const isLooking = looking !== undefined && isUnderWay(looking);
	return (
		<Section id="named" title={say`Where only a text names this child`}>
			{isLooking ? (
				<TaskProgress
					task={looking}
					of="text"
					path={subjectAccessPaths.one(id)}
					findAgain={say`you find it again under “Subject access”`}
				/>
			) : (
				<>
					<p class="govuk-body">{say`A brother, a sister or a friend may stand in no form. Have every text of every difference looked
						through for a name. It takes a few minutes, and you say of each difference that is found
						whether it names this child. Files are not looked through.`}</p>
					{about.names && (
						<p class="govuk-body">{say`Looked for: ${about.names.join("; ")}. Found in ${counted(named.length, "difference")} beside those that are theirs.`}</p>
					)}
					{looking?.wrong && <p class="govuk-body">{sayEach(looking.wrong)}</p>}
					{named.length > 0 && (
						<p class="govuk-body">
							<Link href={subjectAccessPaths.named(id)}>
								{open > 0
									? say`Say which of these name this child: ${open} to look at`
									: say`See or change which of these name this child`}
							</Link>
						</p>
					)}
					<PostForm frame={frame} action={subjectAccessPaths.look(id)}>
						{govukTextarea({
							...textField(
								"names" in form.values ? form : newForm({ names: namesToLookFor(about) }),
								"names",
							),
							label: { text: say`For which names?`, classes: "govuk-label--s" },
							hint: {
								text: say`One in each line, such as other spellings and short names. All words of a line must stand in the text. A first name alone in its line finds other children too. The date of birth and the identifier are looked for as well.`,
							},
							rows: 4,
						})}
						{secondaryButton({ text: say`Look through every text`, preventDoubleClick: true })}
					</PostForm>
				</>
			)}
		</Section>
	);
};

/** What is there to begin with: what could not be looked for, or the name and the first name alone. */
const namesToLookFor = ({ name, names, lookingFor }: AskedAbout & { kind: "child" }): string =>
	(lookingFor ?? names ?? [...new Set([name, ...name.split(/\s+/).slice(0, 1)])]).join("\n");
