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
import { Refusal, type RefusalCode } from "../../../domain/refusal.ts";
import type { DraftPlace } from "../../../store/drafts.ts";
import { type FileDraft, listFileDrafts } from "../../../store/files.ts";
import type { FormErrors, FormState } from "../../kit/form.ts";
import { govukDetails, govukFileUpload, secondaryButton } from "../../kit/govuk.ts";
import type { Html } from "../../kit/html.ts";
import { filesOf } from "../../kit/posted-files.ts";
import { say, sayRefusal, sayWhole } from "../../kit/say.tsx";
import { Unseen } from "../../kit/text.tsx";

/** Files that were chosen on the page of an act, and how many it takes. */
export type ChosenFiles = { drafts: FileDraft[]; limits: FileLimits };

/** Where the error summary leads; a protocol’s own names have no dot. */
export const filesInput = "act.files";

const removes = "remove-file.";

/** What a page of an act has been sent before, and not sent on yet. */
export const chosenFiles = async (app: App, place: DraftPlace): Promise<ChosenFiles> => ({
	drafts: await listFileDrafts(app.db, place),
	limits: app.files.limits,
});

/**
 * Keeps the files that come with a form.
 *
 * @returns those that were taken, by their identifiers, and what is wrong with the others; undefined when all were
 */
export async function receiveFiles(
	app: App,
	request: FastifyRequest,
	place: DraftPlace,
): Promise<{ taken: string[]; errors: FormErrors | undefined }> {
	const taken: string[] = [];
	const refusals: string[] = [];
	for await (const file of filesOf(request))
		try {
			taken.push((await keepFile(app, request.viewer, place, file)).id);
		} catch (problem) {
			if (!(problem instanceof Refusal)) throw problem;
			refusals.push(say`“${shownName(file.name)}” was not added. ${sayRefusal(problem)}`);
		}
	return { taken, errors: refusals.length > 0 ? errorAtFiles(refusals.join(" ")) : undefined };
}

/** Takes away the file whose button was pressed. @returns whether one was */
export async function removeChosenFile(
	app: App,
	place: DraftPlace,
	pressed: string,
): Promise<boolean> {
	if (!pressed.startsWith(removes)) return false;
	await removeFile(app, place, pressed.slice(removes.length));
	return true;
}

const errorAtFiles = (text: string): FormErrors => ({
	[filesInput]: { text, href: `#${filesInput}` },
});

const codesOfFiles: ReadonlySet<RefusalCode> = new Set([
	"virus-found",
	"too-many-files",
	"files-changed",
]);

/** What is wrong with the files that were to be sent; undefined where it was refused for something else. */
export const refusedForFiles = ({ code, message }: Refusal): FormErrors | undefined =>
	codesOfFiles.has(code) ? errorAtFiles(message) : undefined;

/** What the button says that only adds files, and does nothing else yet. */
export const addsFiles = "add-files";

/** Says with a form which files its page shows: what others add meanwhile is not sent unseen. */
export const FilesSeen = ({ drafts }: { drafts: Pick<FileDraft, "id">[] }): Html => (
	<input type="hidden" name="_files-seen" value={drafts.map(({ id }) => id).join(" ")} />
);

/** Who may open them, where that is whoever may read the act. */
const whoeverReads = () => say`Whoever may read what you send here may open them, and nobody else.`;

/** Where files are added to what is typed, and those that were. */
export const FilesInput = ({
	files,
	scanning,
	reader,
	form,
	whoOpens = whoeverReads(),
	called,
}: {
	files: ChosenFiles;
	scanning: Scanning;
	/** Who adds them, by name: by what others added stands theirs. */
	reader: string | undefined;
	form: FormState;
	/** Who may open them once they are sent. */
	whoOpens?: string;
	/** What they are, where the act is not complete without them. */
	called?: string | undefined;
}): Html => {
	const { drafts, limits } = files;
	const error = form.errors[filesInput];
	return govukDetails({
		id: "files",
		summaryText: called ?? (drafts.length > 0 ? say`Files (${drafts.length})` : say`Add files`),
		open: called !== undefined || drafts.length > 0 || error !== undefined,
		html: (
			<>
				<FilesSeen drafts={drafts} />
				{drafts.length > 0 && (
					<ul class="govuk-list govuk-list--spaced">
						{drafts.map(({ id, name, size, state, addedBy }) => (
							<li>
								<strong class="concord-as-typed">{name}</strong> ({sayFileSize(size)}
								{addedBy.name !== reader && say`, added by ${addedBy.name}`}){" "}
								<button
									type="submit"
									class="govuk-button govuk-button--secondary govuk-!-margin-bottom-1"
									name="_do"
									value={`${removes}${id}`}
								>{say`Remove${<Unseen> {name}</Unseen>}`}</button>
								{state !== "clean" && (
									<p class="govuk-hint govuk-!-margin-bottom-0">{saySoFar(state, scanning)}</p>
								)}
							</li>
						))}
					</ul>
				)}
				{govukFileUpload({
					id: filesInput,
					name: "_files",
					multiple: true,
					label: { text: say`Choose files` },
					hint: {
						text: say`Such as an e-mail, minutes or a chronology: up to ${limits.perAct} files of up to ${limits.megabytes} MB each, as ${typesTaken}. ${whoOpens} Photos lose the record of where they were taken.`,
					},
					...(error && { errorMessage: error }),
				})}
				{secondaryButton({ text: say`Add the files you chose`, name: "_do", value: addsFiles })}
			</>
		),
	});
};

/** What becomes of a file that was not checked, for whoever adds it. */
const saySoFar = (state: FileDraft["state"], scanning: Scanning): string =>
	state === "waiting" && scanning === "scanner"
		? say`The virus scanner cannot be reached. You can send this now: the file goes with it, and can be opened once it has been checked.`
		: [
				sayWhole(sayFileState(state, scanning) ?? ""),
				...(state === "waiting" ? [say`You can send it all the same.`] : []),
			].join(" ");
