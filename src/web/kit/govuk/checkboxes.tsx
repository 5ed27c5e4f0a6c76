import type { Html } from "../html.ts";
import { attributesOf, classList, contentOf, idList } from "./attributes.ts";
import { ChoiceItem } from "./choice-item.tsx";
import { ChoicesGroup, describedBy } from "./form-group.tsx";
import type { CheckboxesOptions } from "./options.ts";

export function govukCheckboxes(checkboxes: CheckboxesOptions): Html {
	const id = checkboxes.idPrefix || checkboxes.name;
	const group = { ...checkboxes, id };
	const described = describedBy(group, checkboxes.fieldset?.describedBy || checkboxes.describedBy);
	return (
		<ChoicesGroup group={group} fieldset={checkboxes.fieldset} described={described}>
			<div
				class={classList("govuk-checkboxes", checkboxes.classes)}
				{...attributesOf(checkboxes.attributes)}
				data-module="govuk-checkboxes"
			>
				{contentOf(checkboxes.formGroup?.beforeInputs)}
				{checkboxes.items.map((item, index) => {
					if (!item) return false;
					if ("divider" in item) return <div class="govuk-checkboxes__divider">{item.divider}</div>;
					// The first has the bare id, so that an error summary can link to it.
					const itemId = item.id || (index ? `${id}-${index + 1}` : id);
					return (
						<ChoiceItem
							kind="checkboxes"
							type="checkbox"
							id={itemId}
							name={item.name || checkboxes.name}
							checked={
								item.checked ||
								(item.checked !== false && checkboxes.values?.includes(item.value) === true)
							}
							described={idList(
								!checkboxes.fieldset && described,
								contentOf(item.hint) && `${itemId}-item-hint`,
							)}
							behaviour={item.behaviour}
							item={item}
						/>
					);
				})}
				{contentOf(checkboxes.formGroup?.afterInputs)}
			</div>
		</ChoicesGroup>
	);
}
