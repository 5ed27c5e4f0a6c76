import type { Html } from "../html.ts";
import { attributesOf, classList, contentOf } from "./attributes.ts";
import type { ErrorSummaryOptions } from "./options.ts";

export function govukErrorSummary(summary: ErrorSummaryOptions): Html {
	const description = summary.descriptionHtml || summary.descriptionText;
	return (
		<div
			class={classList("govuk-error-summary", summary.classes)}
			data-disable-auto-focus={summary.disableAutoFocus}
			{...attributesOf(summary.attributes)}
			data-module="govuk-error-summary"
		>
			{/* In a child of its own, so that taking the focus does not cut off what is announced. */}
			<div role="alert">
				<h2 class="govuk-error-summary__title">{summary.titleHtml || summary.titleText}</h2>
				<div class="govuk-error-summary__body">
					{description && <p>{description}</p>}
					{summary.errorList?.length ? (
						<ul class="govuk-list govuk-error-summary__list">
							{summary.errorList.map(
								(item) =>
									item && (
										<li>
											{item.href ? (
												<a href={item.href} {...attributesOf(item.attributes)}>
													{contentOf(item)}
												</a>
											) : (
												contentOf(item)
											)}
										</li>
									),
							)}
						</ul>
					) : undefined}
				</div>
			</div>
		</div>
	);
}
