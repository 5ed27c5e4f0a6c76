import type { FastifyRequest } from "fastify";
import type { App } from "../../../actions/app.ts";
import { keepFile, removeFile } from "../../../actions/keep-file.ts";
import {
	type FileLimits,
	type Scanning,
	sayFileSize,
	sayFileState,
	shownName,
	typesTaken,
} from "../../../domain/files.ts";
import { Refusal } from "../../../domain/refusal.ts";
import { type FileDraft, type FilePlace, listFileDrafts } from "../../../store/files.ts";
import type { FormErrors, FormState } from "../../kit/form.ts";
import { govukDetails, govukFileUpload, secondaryButton } from "../../kit/govuk.ts";
import type { Html } from "../../kit/html.ts";
import { filesOf } from "../../kit/posted-files.ts";
import { Unseen } from "../../kit/text.tsx";

/** Files that were chosen on the page of an act, and how many it takes. */
export type ChosenFiles = { drafts: FileDraft[]; limits: FileLimits };

/** Where the error summary leads; a protocol’s own names have no dot. */
export const filesInput = "act.files";

const removes = "remove-file.";

/** What a page of an act has been sent before, and not sent on yet. */
export const chosenFiles = async (app: App, place: FilePlace): Promise<ChosenFiles> => ({
	drafts: await listFileDrafts(app.db, place),
	limits: app.files.limits,
});

/**
 * Keeps the files that come with a form.
 *
 * @returns what is wrong with those that were not taken; undefined when all were
 */
export async function receiveFiles(
	app: App,
	request: FastifyRequest,
	place: FilePlace,
): Promise<FormErrors | undefined> {
	const refusals: string[] = [];
	for await (const file of filesOf(request))
		try {
			await keepFile(app, request.viewer, place, file);
		} catch (problem) {
			if (!(problem instanceof Refusal)) throw problem;
			refusals.push(`“${shownName(file.name)}” was not added. ${problem.message}`);
		}
	return refusals.length > 0 ? errorAtFiles(refusals.join(" ")) : undefined;
}

/** Takes away the file whose button was pressed. @returns whether one was */
export async function removeChosenFile(
	app: App,
	place: FilePlace,
	pressed: string,
): Promise<boolean> {
	if (!pressed.startsWith(removes)) return false;
	await removeFile(app, place, pressed.slice(removes.length));
	return true;
}

export const errorAtFiles = (text: string): FormErrors => ({
	[filesInput]: { text, href: `#${filesInput}` },
});

/** What the button says that only adds files, and does nothing else yet. */
export const addsFiles = "add-files";

/** Where files are added to an act, and those that were. */
export const FilesInput = ({
	asked: { files, opened },
	form,
}: {
	asked: { files: ChosenFiles; opened: { scanning: Scanning } };
	form: FormState;
}): Html => {
	const { drafts, limits } = files;
	const error = form.errors[filesInput];
	return govukDetails({
		id: "files",
		summaryText: drafts.length > 0 ? `Files (${drafts.length})` : "Add files",
		open: drafts.length > 0 || error !== undefined,
		html: (
			<>
				{drafts.length > 0 && (
					<ul class="govuk-list govuk-list--spaced">
						{drafts.map(({ id, name, size, state }) => (
							<li>
								<strong class="concord-as-typed">{name}</strong> ({sayFileSize(size)}){" "}
								<button
									type="submit"
									class="govuk-button govuk-button--secondary govuk-!-margin-bottom-1"
									name="_do"
									value={`${removes}${id}`}
								>
									Remove<Unseen> {name}</Unseen>
								</button>
								{state !== "clean" && (
									<p class="govuk-hint govuk-!-margin-bottom-0">{saySoFar(state, opened)}</p>
								)}
							</li>
						))}
					</ul>
				)}
				{govukFileUpload({
					id: filesInput,
					name: "_files",
					multiple: true,
					label: { text: "Choose files" },
					hint: {
						text: `Such as an e-mail, minutes or a chronology: up to ${limits.perAct} files of up to ${limits.megabytes} MB each, as ${typesTaken}. Whoever may read what you send here may open them, and nobody else. Photos lose the record of where they were taken.`,
					},
					...(error && { errorMessage: error }),
				})}
				{secondaryButton({ text: "Add the files you chose", name: "_do", value: addsFiles })}
			</>
		),
	});
};

/** What becomes of a file that was not checked, for whoever adds it. */
const saySoFar = (state: FileDraft["state"], { scanning }: { scanning: Scanning }): string =>
	state === "waiting" && scanning === "scanner"
		? "The virus scanner cannot be reached. You can send this now: the file goes with it, and can be opened once it has been checked."
		: `${sayFileState(state, scanning) ?? ""}${state === "waiting" ? " You can send it all the same." : ""}`;
