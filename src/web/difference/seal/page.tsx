import type { Sealable } from "../../../actions/seal-difference.ts";
import {
	glassBecause,
	type Protocol,
	sealedBecause,
	unsealedBecause,
} from "../../../domain/protocol/protocol.ts";
import type { Said } from "../../../domain/said.ts";
import type { Person } from "../../../store/people.ts";
import { differencePath, paths, sealPaths } from "../../addresses.ts";
import { newActKey } from "../../kit/act-key.ts";
import { checkboxesField, type FormState, textField } from "../../kit/form.ts";
import { govukButton, govukCheckboxes, govukTextarea, govukWarningText } from "../../kit/govuk.ts";
import type { Html } from "../../kit/html.ts";
import { Layout } from "../../kit/layout.tsx";
import type { PageFrame } from "../../kit/page-frame.ts";
import { PostForm } from "../../kit/post-form.tsx";
import { say, sayIt, sayProtocol } from "../../kit/say.tsx";
import { safetyOf } from "../../parts/safety-of.ts";

const Reason = ({
	protocol,
	field,
	form,
	hint,
}: {
	protocol: Protocol;
	field: string;
	form: FormState;
	hint: string;
}): Html =>
	govukTextarea({
		...textField(form, field),
		label: { text: sayProtocol(protocol).fields[field]?.label ?? "", classes: "govuk-label--s" },
		hint: { text: hint },
	});

const backOf = ({ id, isReadable }: Sealable) => ({
	href: isReadable ? differencePath(id) : sealPaths.list,
});

/** Why whoever came to see to a seal does not, and who does. */
export const KeptFromSealPage = ({
	frame,
	sealable,
	because,
}: {
	frame: PageFrame;
	sealable: Sealable;
	because: Said;
}): Html => (
	<Layout
		frame={frame}
		title={say`You do not say who may know of ${sealable.reference}`}
		back={backOf(sealable)}
	>
		<p class="govuk-body-l">{sayIt(because)}</p>
	</Layout>
);

/** Who alone may know of a difference from now on. */
export const SealPage = ({
	frame,
	sealable,
	form,
}: {
	frame: PageFrame;
	sealable: Sealable;
	form: FormState;
}): Html => {
	const { reference, protocol, couldKnow, sealedTo } = sealable;
	return (
		<Layout
			frame={frame}
			title={sealedTo ? say`Who may know of ${reference}` : say`Seal ${reference}`}
			back={backOf(sealable)}
			errors={form.errors}
		>
			<p class="govuk-body">{say`Only the people whom you select may know of it from now on. To everybody else it is as
				if it were not there: in lists, in search, in mail and in My work. Reports still count
				it.`}</p>
			<p class="govuk-body">{say`What is owed is asked of these people alone. Select for each part somebody who can do
				it. Nobody stands in for them while they are away.`}</p>
			<PostForm frame={frame}>
				<input type="hidden" name="_key" value={newActKey()} />
				{govukCheckboxes({
					...checkboxesField(form, "to"),
					fieldset: {
						legend: { text: say`Who may know of it?`, classes: "govuk-fieldset__legend--s" },
					},
					items: byAgency(couldKnow).map((one) => ({
						value: one.id,
						text: one.name,
						hint: { text: `${one.jobTitle}, ${one.agencyName}` },
					})),
				})}
				<Reason
					protocol={protocol}
					field={sealedBecause}
					form={form}
					hint={say`Such as that somebody’s own family is in it. Only your side reads the reason.`}
				/>
				{govukButton({
					text: sealedTo ? say`Change who may know` : say`Seal it`,
					preventDoubleClick: true,
				})}
			</PostForm>
		</Layout>
	);
};

const byAgency = (people: readonly Person[]): Person[] =>
	[...people].sort(
		(one, other) =>
			one.agencyName.localeCompare(other.agencyName) || one.name.localeCompare(other.name),
	);

/** The seal is taken off. */
export const UnsealPage = ({
	frame,
	sealable,
	form,
}: {
	frame: PageFrame;
	sealable: Sealable;
	form: FormState;
}): Html => (
	<Layout
		frame={frame}
		title={say`Take the seal off ${sealable.reference}`}
		back={backOf(sealable)}
		errors={form.errors}
	>
		<p class="govuk-body">{say`Whoever could know of it before it was sealed can read all of it again, also what
			happened while it was sealed.`}</p>
		<PostForm frame={frame}>
			<input type="hidden" name="_key" value={newActKey()} />
			<Reason
				protocol={sealable.protocol}
				field={unsealedBecause}
				form={form}
				hint={say`Only your side reads it.`}
			/>
			{govukButton({
				text: say`Take the seal off`,
				classes: "govuk-button--warning",
				preventDoubleClick: true,
			})}
		</PostForm>
	</Layout>
);

/** Somebody from whom it is sealed opens it in an emergency. */
export const OpenSealedPage = ({
	frame,
	found,
	form,
}: {
	frame: PageFrame;
	found: { reference: string; protocol: Protocol; hours: number };
	form: FormState;
}): Html => {
	const { reference, protocol, hours } = found;
	return (
		<Layout
			frame={frame}
			title={say`${reference} is sealed`}
			back={{ href: paths.myWork, text: say`My work` }}
			errors={form.errors}
			safety={safetyOf(protocol)}
		>
			<p class="govuk-body">{say`Only some people may know of it, and you are not one of them. If a
				${protocol.words.child} could come to harm because you cannot read it, open it now.`}</p>
			{govukWarningText({
				text: say`Those who keep the seal are told at once: the data protection officer, the head of the partnership’s office, or whoever does it for them. Everything that you open in the next ${hours} hours is noted and shown to them.`,
				iconFallbackText: say`Warning`,
			})}
			<p class="govuk-body">{say`You can read it for ${hours} hours, and say whether the ${protocol.words.child} is
				safe. Everything else stays with the people who were named.`}</p>
			<PostForm frame={frame}>
				<input type="hidden" name="_key" value={newActKey()} />
				<Reason
					protocol={protocol}
					field={glassBecause}
					form={form}
					hint={say`Those who keep the seal and the people who were named read it.`}
				/>
				{govukButton({
					text: say`Open it in an emergency`,
					classes: "govuk-button--warning",
					preventDoubleClick: true,
				})}
			</PostForm>
		</Layout>
	);
};
