import type { OpenedDifference } from "../../../actions/open-difference.ts";
import { differencePath } from "../../addresses.ts";
import type { FormErrors } from "../../kit/form.ts";
import type { Child, Html } from "../../kit/html.ts";
import { Layout } from "../../kit/layout.tsx";
import type { PageFrame } from "../../kit/page-frame.ts";
import { safetyOf } from "../safety-of.ts";
import { Identity } from "./identity.tsx";

/** What is around every page about one difference: which one, whom to ring, and the way back to it. */
export const DifferenceLayout = ({
	frame,
	opened,
	back = { href: differencePath(opened.header.id) },
	...page
}: {
	frame: PageFrame;
	opened: OpenedDifference;
	title: string;
	/** The first heading, where it is not the title. */
	heading?: string;
	caption?: string | undefined;
	errors?: FormErrors | undefined;
	/** Where it leads back to, when that is not the difference. */
	back?: { href: string; text?: string } | undefined;
	notice?: Child;
	children: Child;
}): Html => (
	<Layout
		frame={frame}
		back={back}
		safety={safetyOf(opened.protocol)}
		above={<Identity opened={opened} />}
		{...page}
		title={`${page.title} (${opened.header.reference})`}
		heading={page.heading ?? page.title}
	/>
);
