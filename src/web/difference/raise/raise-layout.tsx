import { draftPaths } from "../../addresses.ts";
import { newActKey } from "../../kit/act-key.ts";
import type { FormErrors } from "../../kit/form.ts";
import { govukButton, secondaryButton } from "../../kit/govuk.ts";
import type { Child, Html } from "../../kit/html.ts";
import { Layout } from "../../kit/layout.tsx";
import type { PageFrame } from "../../kit/page-frame.ts";
import { EnterPresses, PostForm } from "../../kit/post-form.tsx";
import { say, withArticle } from "../../kit/say.tsx";
import { buttons } from "../../parts/act/act-form.tsx";
import { offerTitle, type Raising } from "../../parts/raising/raising.ts";
import { safetyOf } from "../../parts/safety-of.ts";
import { alikeBy, SameChild } from "../../parts/same-child.tsx";

/** Every page of raising a difference. */
export const RaiseLayout = ({
	frame,
	raising: { protocol, offer },
	title,
	heading,
	back,
	errors,
	children,
}: {
	frame: PageFrame;
	raising: Pick<Raising, "protocol" | "offer">;
	title: string;
	/** False where the question itself is the heading. */
	heading?: Child | false;
	back: string | undefined;
	errors?: FormErrors | undefined;
	children: Child;
}): Html => (
	<Layout
		frame={frame}
		title={title}
		{...(heading !== undefined && { heading })}
		{...(title !== offerTitle(offer) && { caption: offerTitle(offer) })}
		{...(back !== undefined && { back: { href: back } })}
		errors={errors}
		safety={safetyOf(protocol)}
	>
		{heading === false && <span class="govuk-caption-l">{offerTitle(offer)}</span>}
		{children}
	</Layout>
);

/** That they, or a colleague, have raised it already: said while there is time. */
export const RaisedAlready = ({
	raising: { alike, protocol },
}: {
	raising: Pick<Raising, "alike" | "protocol">;
}): Html => {
	const { difference, child } = protocol.words;
	return (
		<SameChild
			says={say`Your agency already has an open ${difference} about ${withArticle(child)} ${alikeBy}. Read it before you go on`}
			alike={alike}
		/>
	);
};

/** A page of it that is answered and kept. @param asks the names of what it asks; `was` what it was when it was drawn */
export const RaiseForm = ({
	frame,
	draft,
	asks,
	was,
	children,
}: {
	frame: PageFrame;
	draft: string;
	asks: string[];
	was: string;
	children: Child;
}): Html => (
	<PostForm frame={frame} autosave={draftPaths.raising(draft)}>
		<EnterPresses text={say`Continue`} />
		<input type="hidden" name="_asked" value={asks.join(" ")} />
		<input type="hidden" name="_was" value={was} />
		<input type="hidden" name="_key" value={newActKey()} />
		{children}
		<div class="govuk-button-group">
			{govukButton({ text: say`Continue`, preventDoubleClick: true })}
			{secondaryButton({ text: say`Save and come back later`, name: "_do", value: buttons.later })}
		</div>
	</PostForm>
);
