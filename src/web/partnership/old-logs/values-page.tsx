import type { ValueKind } from "../../../domain/learning/old-log/mapping.ts";
import type { Choice } from "../../../domain/learning/old-log/meanings.ts";
import type { OldLog } from "../../../store/old-logs.ts";
import { oldLogPaths } from "../../addresses.ts";
import { counted } from "../../kit/dates.ts";
import { type FormState, textField } from "../../kit/form.ts";
import { govukButton, govukSelect } from "../../kit/govuk.ts";
import type { Html } from "../../kit/html.ts";
import { Layout } from "../../kit/layout.tsx";
import type { PageFrame } from "../../kit/page-frame.ts";
import { PostForm } from "../../kit/post-form.tsx";
import { say, startingLarge } from "../../kit/say.tsx";
import { Section } from "../../kit/text.tsx";

/** The values of one kind that a file has, each once, with its input. */
export type AskedValues = {
	kind: ValueKind;
	choices: Choice[];
	values: { input: string; key: string; value: string; lines: number }[];
};

const titles = (): Record<ValueKind, string> => ({
	agency: say`Agencies`,
	theme: say`Themes`,
	stage: say`Stages`,
	ending: say`Endings`,
});

/** What each word of the file means. */
export const ValuesPage = ({
	frame,
	log,
	asked,
	form,
}: {
	frame: PageFrame;
	log: OldLog;
	asked: AskedValues[];
	form: FormState;
}): Html => (
	<Layout
		frame={frame}
		title={say`What do these words mean?`}
		caption={startingLarge(log.title)}
		errors={form.errors}
		back={{ text: say`Which column is which?`, href: oldLogPaths.one(log.id) }}
	>
		<p class="govuk-body">{say`Say it once: Concord remembers it for the next file. Nothing is imported yet.`}</p>
		<PostForm frame={frame}>
			{asked.map(({ kind, choices, values }) => (
				<Section id={`kind-${kind}`} title={titles()[kind]}>
					{values.map(({ input, value, lines }) =>
						govukSelect({
							...textField(form, input),
							label: { text: value },
							hint: { text: say`In ${counted(lines, "line")}` },
							items: [
								{ value: "", text: say`Select what it means` },
								...choices.map((choice) => ({ value: choice.value, text: choice.says })),
							],
						}),
					)}
				</Section>
			))}
			{govukButton({ text: say`Try the import`, preventDoubleClick: true })}
		</PostForm>
	</Layout>
);
