import type { Protocol } from "../../domain/protocol/protocol.ts";
import { govukButton } from "../kit/govuk.ts";
import type { Html } from "../kit/html.ts";
import type { PageFrame } from "../kit/page-frame.ts";
import { PostForm } from "../kit/post-form.tsx";
import { say } from "../kit/say.tsx";
import type { Question } from "./fields/question.ts";
import type { Typed } from "./fields/typed.ts";

/** The numbers, large enough to be dialled from across a desk. */
export const WhomToRing = ({ protocol }: { protocol: Protocol }): Html => (
	<ul class="govuk-list">
		{protocol.safety.map(({ if: when, call, name }) => (
			<li class="govuk-!-margin-bottom-4">
				{say`If ${when}, ring ${name}:`}
				<br />
				<a
					class="govuk-link govuk-link--no-visited-state govuk-!-font-size-48 govuk-!-font-weight-bold"
					href={`tel:${call.replaceAll(/[^\d+]/g, "")}`}
				>
					{call}
				</a>
			</li>
		))}
	</ul>
);

/** Whether whom to ring comes before a form that was sent goes on: an answer on it says so, and it was not shown yet. */
export const comesAfterRinging = (questions: Question[], { values, asked, rung }: Typed): boolean =>
	!rung &&
	questions.some(
		({ field, name }) =>
			field.type === "choice" &&
			asked.includes(name) &&
			(field["ring-first"] ?? []).includes(String(values[name])),
	);

/** Whom to ring, and the form as it was sent, which then goes on. It needs no script. */
export const RingFirst = ({
	frame,
	protocol,
	body,
}: {
	frame: PageFrame;
	protocol: Protocol;
	/** The form as it was posted. */
	body: unknown;
}): Html => (
	<>
		<WhomToRing protocol={protocol} />
		<p class="govuk-body">{say`Ring first. What you entered is kept, and goes on when you continue.`}</p>
		<PostForm frame={frame}>
			{Object.entries(body ?? {})
				.filter(([name]) => name !== "_csrf" && name !== "_rung")
				.flatMap(([name, given]) =>
					[given].flat().map((value) => <input type="hidden" name={name} value={String(value)} />),
				)}
			<input type="hidden" name="_rung" value="yes" />
			{govukButton({ text: say`Continue`, preventDoubleClick: true })}
		</PostForm>
	</>
);
