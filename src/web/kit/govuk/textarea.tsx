import type { Html } from "../html.ts";
import { attributesOf, classList, contentOf } from "./attributes.ts";
import { describedBy, FormGroup, HintAndError } from "./form-group.tsx";
import { govukLabel } from "./label.tsx";
import type { TextareaOptions } from "./options.ts";

export function govukTextarea(textarea: TextareaOptions): Html {
	const id = textarea.id || textarea.name;
	const group = { ...textarea, id };
	return (
		<FormGroup group={group}>
			{govukLabel({ ...textarea.label, for: id })}
			<HintAndError {...group} />
			{contentOf(textarea.formGroup?.beforeInput)}
			<textarea
				class={classList(
					"govuk-textarea",
					textarea.errorMessage && "govuk-textarea--error",
					textarea.classes,
				)}
				id={id}
				name={textarea.name}
				rows={textarea.rows || 5}
				spellcheck={typeof textarea.spellcheck === "boolean" ? textarea.spellcheck : undefined}
				disabled={textarea.disabled || undefined}
				aria-describedby={describedBy(group, textarea.describedBy)}
				autocomplete={textarea.autocomplete || undefined}
				{...attributesOf(textarea.attributes)}
			>
				{textarea.value}
			</textarea>
			{contentOf(textarea.formGroup?.afterInput)}
		</FormGroup>
	);
}
