import type { Html } from "../html.ts";
import { attributesOf, classList, contentOf } from "./attributes.ts";
import { describedBy, FormGroup, HintAndError } from "./form-group.tsx";
import { govukLabel } from "./label.tsx";
import type { InputOptions } from "./options.ts";

export function govukInput(input: InputOptions): Html {
	const id = input.id || input.name;
	const group = { ...input, id };
	const before = contentOf(input.formGroup?.beforeInput);
	const after = contentOf(input.formGroup?.afterInput);
	const prefix = contentOf(input.prefix);
	const suffix = contentOf(input.suffix);
	const element = (
		<input
			class={classList("govuk-input", input.classes, input.errorMessage && "govuk-input--error")}
			id={id}
			name={input.name}
			type={input.type || "text"}
			spellcheck={typeof input.spellcheck === "boolean" ? input.spellcheck : undefined}
			value={input.value ?? undefined}
			disabled={input.disabled || undefined}
			aria-describedby={describedBy(group, input.describedBy)}
			autocomplete={input.autocomplete}
			autocapitalize={input.autocapitalize}
			pattern={input.pattern}
			inputmode={input.inputmode}
			{...attributesOf(input.attributes)}
		/>
	);
	return (
		<FormGroup group={group}>
			{govukLabel({ ...input.label, for: id })}
			<HintAndError {...group} />
			{before || after || prefix || suffix ? (
				<div
					class={classList("govuk-input__wrapper", input.inputWrapper?.classes)}
					{...attributesOf(input.inputWrapper?.attributes)}
				>
					{before}
					{prefix && <Affix side="prefix" {...input.prefix} />}
					{element}
					{suffix && <Affix side="suffix" {...input.suffix} />}
					{after}
				</div>
			) : (
				element
			)}
		</FormGroup>
	);
}

const Affix = ({
	side,
	...affix
}: { side: "prefix" | "suffix" } & InputOptions["prefix"]): Html => (
	<div
		class={classList(`govuk-input__${side}`, affix.classes)}
		aria-hidden="true"
		{...attributesOf(affix.attributes)}
	>
		{contentOf(affix)}
	</div>
);
