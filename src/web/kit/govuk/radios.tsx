import type { Html } from "../html.ts";
import { attributesOf, classList, contentOf } from "./attributes.ts";
import { ChoiceItem } from "./choice-item.tsx";
import { ChoicesGroup, describedBy } from "./form-group.tsx";
import type { RadiosOptions } from "./options.ts";

export function govukRadios(radios: RadiosOptions): Html {
	const id = radios.idPrefix || radios.name;
	const group = { ...radios, id };
	return (
		<ChoicesGroup
			group={group}
			fieldset={radios.fieldset}
			described={describedBy(group, radios.fieldset?.describedBy)}
		>
			<div
				class={classList("govuk-radios", radios.classes)}
				{...attributesOf(radios.attributes)}
				data-module="govuk-radios"
			>
				{contentOf(radios.formGroup?.beforeInputs)}
				{radios.items.map((item, index) => {
					if (!item) return false;
					if ("divider" in item) return <div class="govuk-radios__divider">{item.divider}</div>;
					// The first has the bare id, so that an error summary can link to it.
					const itemId = item.id || (index ? `${id}-${index + 1}` : id);
					return (
						<ChoiceItem
							kind="radios"
							type="radio"
							id={itemId}
							name={radios.name}
							checked={
								item.checked ||
								(Boolean(radios.value) && item.checked !== false && item.value === radios.value)
							}
							described={contentOf(item.hint) ? `${itemId}-item-hint` : undefined}
							item={item}
						/>
					);
				})}
				{contentOf(radios.formGroup?.afterInputs)}
			</div>
		</ChoicesGroup>
	);
}
