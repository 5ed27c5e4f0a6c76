import { withArticle } from "../../domain/difference/words.ts";
import { safetyOf } from "../differences/safety-of.ts";
import { draftPaths } from "../drafts/draft-paths.ts";
import { buttons } from "../steps/act-form.tsx";
import type { FormErrors } from "../ui/form.ts";
import { govukButton } from "../ui/govuk.ts";
import type { Child, Html } from "../ui/html.ts";
import { Layout } from "../ui/layout.tsx";
import type { PageFrame } from "../ui/page-frame.ts";
import { PostForm } from "../ui/post-form.tsx";
import type { Raising } from "./raising.ts";

/** Every page of raising a difference. */
export const RaiseLayout = ({
	frame,
	raising: { protocol },
	title,
	heading,
	back,
	errors,
	children,
}: {
	frame: PageFrame;
	raising: Pick<Raising, "protocol">;
	title: string;
	/** False where the question itself is the heading. */
	heading?: Child | false;
	back: string;
	errors?: FormErrors | undefined;
	children: Child;
}): Html => (
	<Layout
		frame={frame}
		title={title}
		{...(heading !== undefined && { heading })}
		caption={caption(protocol)}
		back={{ href: back }}
		errors={errors}
		safety={safetyOf(protocol)}
	>
		{heading === false && (
			<span class="govuk-caption-l">{caption(protocol)}</span>
		)}
		{children}
	</Layout>
);

const caption = ({ words }: Raising["protocol"]): string =>
	`Raise ${withArticle(words.difference)}`;

/** A page of it that is answered and kept. @param asks the names of what it asks */
export const RaiseForm = ({
	frame,
	asks,
	children,
}: {
	frame: PageFrame;
	asks: string[];
	children: Child;
}): Html => (
	<PostForm frame={frame} autosave={draftPaths.raising}>
		{/* The Enter key presses the first button of a form: it must not be one that adds a row. */}
		{/* biome-ignore lint/a11y/noAriaHiddenOnFocusable: it is out of the tab order, and a copy of the button below */}
		<button
			type="submit"
			class="govuk-visually-hidden"
			tabindex={-1}
			aria-hidden="true"
		>
			Continue
		</button>
		<input type="hidden" name="_asked" value={asks.join(" ")} />
		{children}
		<div class="govuk-button-group">
			{govukButton({ text: "Continue", preventDoubleClick: true })}
			{govukButton({
				text: "Save and come back later",
				name: "_do",
				value: buttons.later,
				classes: "govuk-button--secondary",
			})}
		</div>
	</PostForm>
);
