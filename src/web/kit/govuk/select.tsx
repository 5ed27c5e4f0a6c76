import type { Html } from "../html.ts";
import { attributesOf, classList, contentOf } from "./attributes.ts";
import { describedBy, FormGroup, HintAndError } from "./form-group.tsx";
import { govukLabel } from "./label.tsx";
import type { SelectOptions } from "./options.ts";

export function govukSelect(select: SelectOptions): Html {
	const id = select.id || select.name;
	const group = { ...select, id };
	return (
		<FormGroup group={group}>
			{govukLabel({ ...select.label, for: id })}
			<HintAndError {...group} />
			{contentOf(select.formGroup?.beforeInput)}
			<select
				class={classList(
					"govuk-select",
					select.classes,
					select.errorMessage && "govuk-select--error",
				)}
				id={id}
				name={select.name}
				disabled={select.disabled || undefined}
				aria-describedby={describedBy(group, select.describedBy)}
				{...attributesOf(select.attributes)}
			>
				{select.items?.map(
					(item) =>
						item && (
							<option
								value={item.value}
								selected={
									item.selected ||
									(Boolean(select.value) &&
										item.selected !== false &&
										(item.value ?? item.text) === select.value)
								}
								disabled={item.disabled || undefined}
								{...attributesOf(item.attributes)}
							>
								{item.text}
							</option>
						),
				)}
			</select>
			{contentOf(select.formGroup?.afterInput)}
		</FormGroup>
	);
}
