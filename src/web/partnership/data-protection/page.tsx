import type { Html } from "../../kit/html.ts";
import { Layout } from "../../kit/layout.tsx";
import type { PageFrame } from "../../kit/page-frame.ts";
import { say } from "../../kit/say.tsx";
import { Link } from "../../kit/text.tsx";
import type { DataProtectionPage } from "../../parts/data-protection.ts";

/** Where somebody begins who sees to how what is told here is kept. */
export const DataProtectionStartPage = ({
	frame,
	pages,
}: {
	frame: PageFrame;
	pages: readonly DataProtectionPage[];
}): Html => (
	<Layout frame={frame} title={say`Data protection`}>
		<ul class="govuk-list">
			{pages.map(({ text, href, hint }) => (
				<li class="govuk-!-margin-bottom-4">
					<Link href={href}>{text}</Link>
					<br />
					{hint}
				</li>
			))}
		</ul>
	</Layout>
);
