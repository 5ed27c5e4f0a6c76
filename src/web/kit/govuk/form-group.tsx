import type { Child, Html } from "../html.ts";
import { attributesOf, classList, idList } from "./attributes.ts";
import { govukErrorMessage } from "./error-message.tsx";
import { govukFieldset } from "./fieldset.tsx";
import { govukHint } from "./hint.tsx";
import type { Attributes, ErrorMessageOptions, FieldsetOptions, HintOptions } from "./options.ts";

type Group = {
	/** What the ids of hint and error message begin with. */
	id: string;
	hint?: HintOptions | undefined;
	errorMessage?: ErrorMessageOptions | undefined;
	formGroup?: { classes?: string | undefined; attributes?: Attributes | undefined } | undefined;
};

/** The ids of a field's hint and error message, after those it was given. */
export const describedBy = ({ id, hint, errorMessage }: Group, given?: string | undefined) =>
	idList(given, hint && `${id}-hint`, errorMessage && `${id}-error`);

/** Hint and error message of a field, in the order in which they are read. */
export const HintAndError = ({ id, hint, errorMessage }: Group): Html => (
	<>
		{hint && govukHint({ ...hint, id: `${id}-hint` })}
		{errorMessage && govukErrorMessage({ ...errorMessage, id: `${id}-error` })}
	</>
);

/** The box around a field, with the red line when something is wrong in it. */
export const FormGroup = ({ group, children }: { group: Group; children: Child }): Html => (
	<div
		class={classList(
			"govuk-form-group",
			group.errorMessage && "govuk-form-group--error",
			group.formGroup?.classes,
		)}
		{...attributesOf(group.formGroup?.attributes)}
	>
		{children}
	</div>
);

/** The form group of several inputs that one question has: in a fieldset when there is one. */
export function ChoicesGroup({
	group,
	fieldset,
	role,
	described,
	children,
}: {
	group: Group;
	fieldset: FieldsetOptions | undefined;
	role?: string | undefined;
	described: string | undefined;
	children: Child;
}): Html {
	const inner = (
		<>
			<HintAndError {...group} />
			{children}
		</>
	);
	return (
		<FormGroup group={group}>
			{fieldset
				? govukFieldset({
						describedBy: described,
						classes: fieldset.classes,
						role,
						attributes: fieldset.attributes,
						legend: fieldset.legend,
						html: inner,
					})
				: inner}
		</FormGroup>
	);
}
